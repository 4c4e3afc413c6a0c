/**
 * A sequence model as it is used. A bit for each bucket tells whether it has weights at all, which most have not; the
 * weights of those that have lie in the order of their buckets, so that counting bits finds them. Weights are 8-bit
 * numbers, eight labels to 64 bits, summed as integers, two sums to a word of 32 bits.
 */
import type { Chain, Features } from './sequence.ts';

/** Words of 32 bits that hold the weights of a row, four to a word. */
const ROW = 2;
export const MOST_LABELS = ROW * 4;
/** Weights are kept above zero, so that two sums of 16 bits share a word without one borrowing from the other. */
const ABOVE = 128;
/** So many weights fit into a sum of 16 bits. */
const MOST_SUMMED = 256;
const PAIRS = 0x00ff00ff;

export interface PackedModel extends Chain {
  readonly bits: number;
  /** A bit for each bucket: whether it has a row. */
  readonly kept: Int32Array;
  /** For each word of `kept`: how many rows stand before its buckets; at the end, how many rows there are. */
  readonly before: Int32Array;
  /** `ROW` words for each row: weight + 128, the first label in the lowest byte. */
  readonly rows: Int32Array;
  /** What one step of an 8-bit weight is worth. */
  readonly scale: number;
}

/** Packs rows: `buckets[i]`, rising, has the 8-bit weights `weights[i * labels ...]`. */
export function pack(chain: Chain, bits: number, buckets: Int32Array, weights: Int8Array, scale: number): PackedModel {
  const labels = chain.labels.length;
  if (labels > MOST_LABELS) throw new RangeError(`a packed model has at most ${MOST_LABELS} labels, not ${labels}`);
  const kept = new Int32Array(Math.max(1, 2 ** (bits - 5)));
  const before = new Int32Array(kept.length + 1);
  const rows = new Int32Array(buckets.length * ROW);
  const bytes = new Uint8Array(rows.buffer);
  for (let i = 0, at = 0; i < buckets.length; i++) {
    const bucket = buckets[i]!;
    kept[bucket >>> 5]! |= 1 << (bucket & 31);
    for (let l = 0; l < labels; l++) bytes[i * MOST_LABELS + l] = weights[at++]! + ABOVE;
  }
  for (let word = 0; word < kept.length; word++) before[word + 1] = before[word]! + ones(kept[word]!);
  return { ...chain, bits, kept, before, rows, scale };
}

/** How many bits of a word are set (Warren, Hacker's Delight, 5-1). */
function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The scores of every label at every position, `[position * labels + label]`. */
export function packedEmissions(model: PackedModel, features: Features): Float32Array {
  const { kept, before, rows, scale } = model;
  const labels = model.labels.length;
  const { buckets, ends, length } = features;
  const out = new Float32Array(length * labels);
  const sums = new Int32Array(MOST_LABELS);
  let at = 0;
  for (let i = 0; i < length; i++) {
    const end = ends[i]!;
    sums.fill(0);
    while (at < end) {
      const stop = Math.min(end, at + MOST_SUMMED);
      // Labels 0 and 2, 1 and 3, 4 and 6, 5 and 7.
      let s02 = 0;
      let s13 = 0;
      let s46 = 0;
      let s57 = 0;
      let count = 0;
      for (; at < stop; at++) {
        const bucket = buckets[at]!;
        const word = kept[bucket >>> 5]! >>> (bucket & 31);
        if ((word & 1) === 0) continue;
        // The rows of the buckets from this one on in its word are those after it.
        const row = (before[(bucket >>> 5) + 1]! - ones(word)) * ROW;
        const a = rows[row]!;
        const b = rows[row + 1]!;
        s02 += a & PAIRS;
        s13 += (a >>> 8) & PAIRS;
        s46 += b & PAIRS;
        s57 += (b >>> 8) & PAIRS;
        count++;
      }
      const above = count * ABOVE;
      sums[0]! += (s02 & 0xffff) - above;
      sums[1]! += (s13 & 0xffff) - above;
      sums[2]! += (s02 >>> 16) - above;
      sums[3]! += (s13 >>> 16) - above;
      sums[4]! += (s46 & 0xffff) - above;
      sums[5]! += (s57 & 0xffff) - above;
      sums[6]! += (s46 >>> 16) - above;
      sums[7]! += (s57 >>> 16) - above;
    }
    for (let l = 0; l < labels; l++) out[i * labels + l] = sums[l]! * scale;
  }
  return out;
}
