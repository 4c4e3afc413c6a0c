/**
 * A linear-chain model over hashed features (a conditional random field: Lafferty, McCallum and Pereira 2001). Every
 * position has any number of features, each of which leads to a row of weights, one a label; neighbouring labels are
 * scored by a table of transitions, chosen by the position's class (inside a sentence, at its start, at a quotation
 * mark ...). Features that training did not keep have no row and cost one look-up.
 */

/** Labels and how they follow one another. */
export interface Chain {
  readonly labels: readonly string[];
  /** How many classes of transition there are. */
  readonly classes: number;
  /** `transitions[(kind * (labels + 1) + from) * labels + to]`; `from` = number of labels means the start. */
  readonly transitions: Float32Array;
}

/** A model as training makes it; `packed.ts` has it as it is used. */
export interface SequenceModel extends Chain {
  /** Features are hashed into `2 ** bits` buckets. */
  readonly bits: number;
  /** Bucket to row number, from 1; 0 where the bucket has no weights. */
  readonly index: Int32Array;
  /** `weights[row * labels.length + label]`; row 0 is all zeros. */
  readonly weights: Float32Array;
}

/** The features of a sequence, kept flat: those of position `i` end at `ends[i]` in `buckets`. */
export interface Features {
  readonly buckets: Int32Array;
  readonly ends: Int32Array;
  /** The transition class into each position. */
  readonly kinds: Uint8Array;
  readonly length: number;
}

/** The bucket of a feature, given by its hash; `mask` is one less than the number of buckets. */
export const bucketOf = (hash: number, mask: number): number => (hash ^ (hash >>> 15)) & mask;

/** Collects the features of one sequence after another without making new arrays. */
export class FeatureBuffer implements Features {
  buckets: Int32Array;
  ends: Int32Array;
  kinds: Uint8Array;
  length = 0;
  readonly bits: number;
  #used = 0;
  readonly #mask: number;

  constructor(bits: number, capacity = 1024) {
    this.bits = bits;
    this.#mask = 2 ** bits - 1;
    this.buckets = new Int32Array(capacity * 64);
    this.ends = new Int32Array(capacity);
    this.kinds = new Uint8Array(capacity);
  }

  reset(): void {
    this.length = 0;
    this.#used = 0;
  }

  /** Adds a feature, given by its hash, to the position being filled. */
  add(hash: number): void {
    this.addBucket(bucketOf(hash, this.#mask));
  }

  /** Adds a feature, given by its bucket, to the position being filled. */
  addBucket(bucket: number): void {
    if (this.#used === this.buckets.length) {
      const wider = new Int32Array(this.buckets.length * 2);
      wider.set(this.buckets);
      this.buckets = wider;
    }
    this.buckets[this.#used++] = bucket;
  }

  /** Ends the position being filled. */
  close(kind: number): void {
    if (this.length === this.ends.length) {
      const ends = new Int32Array(this.ends.length * 2);
      ends.set(this.ends);
      this.ends = ends;
      const kinds = new Uint8Array(this.kinds.length * 2);
      kinds.set(this.kinds);
      this.kinds = kinds;
    }
    this.kinds[this.length] = kind;
    this.ends[this.length++] = this.#used;
  }

  /** A copy that later use of this buffer does not touch. */
  snapshot(): Features {
    return {
      buckets: this.buckets.slice(0, this.#used),
      ends: this.ends.slice(0, this.length),
      kinds: this.kinds.slice(0, this.length),
      length: this.length,
    };
  }
}

/** The scores of every label at every position, `[position * labels + label]`. */
export function emissions(model: SequenceModel, features: Features): Float32Array {
  const { weights, index } = model;
  const labels = model.labels.length;
  const { buckets, ends, length } = features;
  const out = new Float32Array(length * labels);
  let at = 0;
  for (let i = 0; i < length; i++) {
    const end = ends[i]!;
    const base = i * labels;
    for (; at < end; at++) {
      const row = index[buckets[at]!]! * labels;
      if (row === 0) continue;
      for (let l = 0; l < labels; l++) out[base + l]! += weights[row + l]!;
    }
  }
  return out;
}

/** The best label sequence (Viterbi 1967), as label numbers, for the scores of every label at every position. */
export function viterbi(model: Chain, features: Pick<Features, 'kinds' | 'length'>, scores: Float32Array): Uint8Array {
  const { transitions } = model;
  const labels = model.labels.length;
  const { kinds, length } = features;
  const path = new Uint8Array(length);
  if (length === 0) return path;
  const back = new Uint8Array(length * labels);
  let before = new Float64Array(labels);
  let now = new Float64Array(labels);
  const start = (kinds[0]! * (labels + 1) + labels) * labels;
  for (let l = 0; l < labels; l++) before[l] = scores[l]! + transitions[start + l]!;
  for (let i = 1; i < length; i++) {
    const table = kinds[i]! * (labels + 1) * labels;
    for (let to = 0; to < labels; to++) {
      let best = -Infinity;
      let from = 0;
      for (let f = 0; f < labels; f++) {
        const s = before[f]! + transitions[table + f * labels + to]!;
        if (s > best) {
          best = s;
          from = f;
        }
      }
      now[to] = best + scores[i * labels + to]!;
      back[i * labels + to] = from;
    }
    [before, now] = [now, before];
  }
  let last = 0;
  for (let l = 1; l < labels; l++) if (before[l]! > before[last]!) last = l;
  for (let i = length - 1; i >= 0; i--) {
    path[i] = last;
    last = back[i * labels + last]!;
  }
  return path;
}
