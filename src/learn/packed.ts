/**
 * A sequence model as it is used: each kept feature and its weights lie together in one slot of an open-addressing table
 * (a cache line a look-up), weights as 8-bit numbers four to a word, summed as integers.
 */
import type { Chain, Features } from './sequence.ts';

/** Words of 32 bits in a slot: the key (bucket + 1; 0 for an empty slot), then the weights of up to twelve labels. */
const STRIDE = 4;
export const MOST_LABELS = (STRIDE - 1) * 4;
const GOLDEN = 0x9e3779b1;

export interface PackedModel extends Chain {
  readonly bits: number;
  /** `2 ** slotBits` slots of `STRIDE` numbers. */
  readonly table: Int32Array;
  readonly slotBits: number;
  /** What one step of an 8-bit weight is worth. */
  readonly scale: number;
}

/** Packs rows: `buckets[i]` has the 8-bit weights `weights[i * labels ...]`. */
export function pack(chain: Chain, bits: number, buckets: Int32Array, weights: Int8Array, scale: number): PackedModel {
  const labels = chain.labels.length;
  if (labels > MOST_LABELS) throw new RangeError(`a packed model has at most ${MOST_LABELS} labels, not ${labels}`);
  // At most half full, so that a look-up is nearly always one step.
  const slotBits = Math.max(4, Math.ceil(Math.log2(buckets.length * 2 + 1)));
  const table = new Int32Array(2 ** slotBits * STRIDE);
  const mask = 2 ** slotBits - 1;
  const shift = 32 - slotBits;
  for (let i = 0; i < buckets.length; i++) {
    const bucket = buckets[i]!;
    let slot = Math.imul(bucket, GOLDEN) >>> shift;
    while (table[slot * STRIDE] !== 0) slot = (slot + 1) & mask;
    const at = slot * STRIDE;
    table[at] = bucket + 1;
    // Four weights a word, the first in the lowest byte.
    for (let l = 0; l < labels; l++) table[at + 1 + (l >> 2)]! |= (weights[i * labels + l]! & 255) << ((l & 3) << 3);
  }
  return { ...chain, bits, table, slotBits, scale };
}

/** The scores of every label at every position, `[position * labels + label]`. */
export function packedEmissions(model: PackedModel, features: Features): Float32Array {
  const { table, slotBits, scale } = model;
  const labels = model.labels.length;
  const { buckets, ends, length } = features;
  const shift = 32 - slotBits;
  const mask = 2 ** slotBits - 1;
  const out = new Float32Array(length * labels);
  const sums = new Int32Array(MOST_LABELS);
  const wide = labels > 8;
  let at = 0;
  for (let i = 0; i < length; i++) {
    const end = ends[i]!;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    let s7 = 0;
    if (wide) sums.fill(0);
    for (; at < end; at++) {
      const bucket = buckets[at]!;
      let slot = Math.imul(bucket, GOLDEN) >>> shift;
      let key = table[slot * STRIDE]!;
      while (key !== 0 && key !== bucket + 1) {
        slot = (slot + 1) & mask;
        key = table[slot * STRIDE]!;
      }
      if (key === 0) continue;
      const a = table[slot * STRIDE + 1]!;
      const b = table[slot * STRIDE + 2]!;
      s0 += (a << 24) >> 24;
      s1 += (a << 16) >> 24;
      s2 += (a << 8) >> 24;
      s3 += a >> 24;
      s4 += (b << 24) >> 24;
      s5 += (b << 16) >> 24;
      s6 += (b << 8) >> 24;
      s7 += b >> 24;
      if (wide) {
        const c = table[slot * STRIDE + 3]!;
        sums[8]! += (c << 24) >> 24;
        sums[9]! += (c << 16) >> 24;
        sums[10]! += (c << 8) >> 24;
        sums[11]! += c >> 24;
      }
    }
    sums[0] = s0;
    sums[1] = s1;
    sums[2] = s2;
    sums[3] = s3;
    sums[4] = s4;
    sums[5] = s5;
    sums[6] = s6;
    sums[7] = s7;
    for (let l = 0; l < labels; l++) out[i * labels + l] = sums[l]! * scale;
  }
  return out;
}
