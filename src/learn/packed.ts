/**
 * A sequence model as it is used. A bit for each bucket tells whether it has weights at all; the weights of those that have
 * lie in the order of their buckets, so that counting bits finds them. Weights are 8-bit numbers, eight labels to 64 bits,
 * summed as integers, two sums to a word of 32 bits. The bits are asked first, many at a time and without a branch, since
 * waiting for memory, and a branch guessed wrong, cost more than the sums.
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
  /** A bit for each bucket, whether it has a row. */
  readonly present: Int32Array;
  /** For every 32 buckets, which row the first of those that have one has. */
  readonly firstRows: Int32Array;
  /** `ROW` words for each row, from row 1: weight + 128, the first label in the lowest byte. */
  readonly rows: Int32Array;
  /** What one step of an 8-bit weight is worth. */
  readonly scale: number;
}

/** Packs rows: `buckets[i]`, rising, has the 8-bit weights `weights[i * labels ...]`. */
export function pack(chain: Chain, bits: number, buckets: Int32Array, weights: Int8Array, scale: number): PackedModel {
  const labels = chain.labels.length;
  if (labels > MOST_LABELS) throw new RangeError(`a packed model has at most ${MOST_LABELS} labels, not ${labels}`);
  const present = new Int32Array(Math.max(1, 2 ** (bits - 5)));
  const firstRows = new Int32Array(present.length);
  const rows = new Int32Array((buckets.length + 1) * ROW);
  const bytes = new Uint8Array(rows.buffer).fill(ABOVE, 0, MOST_LABELS);
  for (let i = 0, at = 0; i < buckets.length; i++) {
    const bucket = buckets[i]!;
    present[bucket >>> 5]! |= 1 << (bucket & 31);
    for (let l = 0; l < labels; l++) bytes[(i + 1) * MOST_LABELS + l] = weights[at++]! + ABOVE;
  }
  for (let at = 0, row = 1; at < present.length; row += ones(present[at++]!)) firstRows[at] = row;
  return { ...chain, bits, present, firstRows, rows, scale };
}

/** Whether a bucket has weights. */
export const isPresent = ({ present }: PackedModel, bucket: number): boolean =>
  ((present[bucket >>> 5]! >>> (bucket & 31)) & 1) === 1;

/** The row of a bucket that has one. */
const rowOf = ({ present, firstRows }: PackedModel, bucket: number): number =>
  firstRows[bucket >>> 5]! + ones(present[bucket >>> 5]! & ((1 << (bucket & 31)) - 1));

/**
 * Puts those of the buckets from `from` to `to` that have weights into `kept`, and says how many they are. Most have none,
 * and this asks for no more than a bit of each, without a branch: so the processor waits for many at the same time.
 */
function keepPresent(
  { present }: PackedModel,
  buckets: Int32Array,
  from: number,
  to: number,
  kept: Int32Array,
): number {
  let count = 0;
  for (let k = from; k < to; k++) {
    const bucket = buckets[k]!;
    kept[count] = bucket;
    count += (present[bucket >>> 5]! >>> (bucket & 31)) & 1;
  }
  return count;
}

/** How many bits of a word are set (Warren, Hacker's Delight, 5-1). */
function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Numbers that hold a sum of rows: eight sums of 16 bits, two to a word, and how many rows they are of. */
export const SUM = 5;

/** Adds the rows of the first `count` buckets to the sum at `at`; of at most `MOST_SUMMED` rows in all. */
export function sumRows(model: PackedModel, buckets: Int32Array, count: number, sums: Int32Array, at: number): void {
  const { rows } = model;
  for (let k = 0; k < count; k++) {
    if (!isPresent(model, buckets[k]!)) continue;
    const row = rowOf(model, buckets[k]!) * ROW;
    sums[at]! += rows[row]! & PAIRS;
    sums[at + 1]! += (rows[row]! >>> 8) & PAIRS;
    sums[at + 2]! += rows[row + 1]! & PAIRS;
    sums[at + 3]! += (rows[row + 1]! >>> 8) & PAIRS;
    sums[at + 4]!++;
  }
}

/** Sums of rows made beforehand, so many for each position: where each stands in `sums`. */
export interface Sums {
  readonly sums: Int32Array;
  readonly places: Int32Array;
  readonly each: number;
}

const NO_SUMS: Sums = { sums: new Int32Array(0), places: new Int32Array(0), each: 0 };

/**
 * The scores of every label at every position, `[position * labels + label]`: of its features, and of the sums given.
 * Those are of fewer than 128 rows in all at each position.
 */
export function packedEmissions(
  model: PackedModel,
  { buckets, ends, length }: Pick<Features, 'buckets' | 'ends' | 'length'>,
  { sums: made, places, each }: Sums = NO_SUMS,
): Float32Array {
  const { rows, scale } = model;
  const labels = model.labels.length;
  const out = new Float32Array(length * labels);
  const sums = new Int32Array(MOST_LABELS);
  const kept = new Int32Array(MOST_SUMMED);
  let at = 0;
  for (let i = 0; i < length; i++) {
    const end = ends[i]!;
    // Labels 0 and 2, 1 and 3, 4 and 6, 5 and 7.
    let s02 = 0;
    let s13 = 0;
    let s46 = 0;
    let s57 = 0;
    let count = 0;
    for (let k = i * each, last = k + each; k < last; k++) {
      const place = places[k]!;
      s02 += made[place]!;
      s13 += made[place + 1]!;
      s46 += made[place + 2]!;
      s57 += made[place + 3]!;
      count += made[place + 4]!;
    }
    sums.fill(0);
    for (;;) {
      const stop = Math.min(end, at + MOST_SUMMED - count);
      const many = keepPresent(model, buckets, at, stop, kept);
      count += many;
      at = stop;
      for (let k = 0; k < many; k++) {
        const row = rowOf(model, kept[k]!) * ROW;
        const a = rows[row]!;
        const b = rows[row + 1]!;
        s02 += a & PAIRS;
        s13 += (a >>> 8) & PAIRS;
        s46 += b & PAIRS;
        s57 += (b >>> 8) & PAIRS;
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
      if (at >= end) break;
      s02 = s13 = s46 = s57 = count = 0;
    }
    for (let l = 0; l < labels; l++) out[i * labels + l] = sums[l]! * scale;
  }
  return out;
}
