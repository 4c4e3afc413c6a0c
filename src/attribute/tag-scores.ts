/**
 * The scores of the tagger's labels, as `packedEmissions` gives them for all features of `tagFeatures`, in less time: the
 * sum of the weights of a group of features is kept by what the features are made of. Sums are of whole numbers, so the
 * scores are the same to the last bit, in whatever order reports are read.
 */
import { type PackedModel, packedEmissions, SUM, sumRows } from '../learn/packed.ts';
import { type Codes, PAD } from './codes.ts';
import {
  cueFeatures,
  edgesOf,
  FeatureSink,
  fromStart,
  MOST_FEATURES,
  neighbourFeatures,
  ownFeatures,
  placeFeatures,
  quotedNear,
  stateFeatures,
  tagsBeside,
  toEnd,
  transitionInto,
  verbFeatures,
  wordFeatures,
} from './tag-features.ts';

/** What choosing the labels of the words needs. */
export interface TagScores {
  /** The scores of every label at every word, `[word * labels + label]`. */
  readonly scores: Float32Array;
  /** The class of the transition into each word. */
  readonly transitions: Uint8Array;
}

export type TagScorer = (codes: Codes) => TagScores;

/** Kept sums are thrown away when there are so many, so that memory stays bounded. */
const MOST_KEPT = 2 ** 16;
/** The sums at each word: the word itself, its four neighbours, tags, state, cues, verbs, place. */
const EACH = 10;
/** A word has a sum for itself and one for each neighbour that it is to others. */
const AWAY = [0, 1, -1, 2, -2] as const;

/** What a group is of is told by three numbers; the first bits of the last say which group. */
const GROUP = { word: 0, tags: 1, state: 2, cues: 3, verbs: 4, place: 5 } as const;

/** Where the search for three numbers begins in a table of `2 ** bits` slots. */
const slotOf = (a: number, b: number, c: number, bits: number): number =>
  Math.imul(a ^ Math.imul(b, 0xc2b2ae35) ^ Math.imul(c, 0x85ebca6b), 0x9e3779b1) >>> (32 - bits);

/** Sums by what they are of, in a table by open addressing. */
class KeptSums {
  sums = new Int32Array(2 ** 16);
  #keys = new Int32Array(4 * 2 ** 12);
  #bits = 12;
  #count = 0;
  #used = 0;

  /** The place of a sum; -1 where it is not kept, and then `added` is the place made for it. */
  find(a: number, b: number, c: number): number {
    const keys = this.#keys;
    const mask = 2 ** this.#bits - 1;
    let slot = slotOf(a, b, c, this.#bits);
    for (;;) {
      const at = slot * 4;
      const place = keys[at + 3]!;
      if (place === 0) return -1;
      if (keys[at] === a && keys[at + 1] === b && keys[at + 2] === c) return place - 1;
      slot = (slot + 1) & mask;
    }
  }

  /** Makes room for `size` numbers, all nought. */
  add(a: number, b: number, c: number, size: number): number {
    if (this.#count * 2 >= 2 ** this.#bits) this.#widen();
    if (this.#used + size > this.sums.length) {
      const wider = new Int32Array(this.sums.length * 2);
      wider.set(this.sums);
      this.sums = wider;
    }
    const place = this.#used;
    this.#used += size;
    this.#put(a, b, c, place + 1);
    this.#count++;
    return place;
  }

  /** Forgets all where there is too much, and says whether it holds nothing. */
  bound(): boolean {
    if (this.#count < MOST_KEPT) return this.#count === 0;
    this.#keys.fill(0);
    this.sums.fill(0, 0, this.#used);
    this.#count = 0;
    this.#used = 0;
    return true;
  }

  #put(a: number, b: number, c: number, value: number): void {
    const keys = this.#keys;
    const mask = 2 ** this.#bits - 1;
    let slot = slotOf(a, b, c, this.#bits);
    while (keys[slot * 4 + 3] !== 0) slot = (slot + 1) & mask;
    keys[slot * 4] = a;
    keys[slot * 4 + 1] = b;
    keys[slot * 4 + 2] = c;
    keys[slot * 4 + 3] = value;
  }

  #widen(): void {
    const old = this.#keys;
    this.#bits++;
    this.#keys = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 4)
      if (old[at + 3] !== 0) this.#put(old[at]!, old[at + 1]!, old[at + 2]!, old[at + 3]!);
  }
}

/** Makes the scorer of a model. What it keeps only makes it quicker. */
export function makeTagScorer(model: PackedModel): TagScorer {
  const kept = new KeptSums();
  const sink = new FeatureSink(model.bits);
  const group = new FeatureSink(model.bits);
  /** The sums of how far a word is from both ends of its sentence: few enough to need no search. */
  const standing = new Int32Array(256);
  let places = new Int32Array(0);
  let ends = new Int32Array(0);

  /** Adds what is in the group's features to a sum. */
  const settle = (place: number): void => {
    sumRows(model, group.buckets, group.used, kept.sums, place);
    group.used = 0;
  };

  /** The place of the first of a word's sums. */
  const wordPlace = (codes: Codes, p: number): number => {
    const { lower, lemma, tag, cue } = codes;
    const rest = GROUP.word | (tag[p]! << 3) | (cue[p]! << 8);
    const found = kept.find(lower[p]!, lemma[p]!, rest);
    if (found >= 0) return found;
    const place = kept.add(lower[p]!, lemma[p]!, rest, AWAY.length * SUM);
    AWAY.forEach((away, k) => {
      if (away === 0) wordFeatures(codes, p, group);
      else neighbourFeatures(codes, p, away, group);
      settle(place + k * SUM);
    });
    return place;
  };

  return (codes) => {
    const { length: n, tag, cue, quote, block, sentence, lemma, cueLeft, cueRight, verbLeft, verbRight } = codes;
    if (kept.bound()) standing.fill(-1);
    if (ends.length < n) {
      ends = new Int32Array(n * 2);
      places = new Int32Array(n * 2 * EACH);
    }
    sink.used = 0;
    const transitions = new Uint8Array(n);
    // The places of the words round the one at hand, from two before to two behind.
    let p0 = wordPlace(codes, PAD - 2);
    let p1 = wordPlace(codes, PAD - 1);
    let p2 = wordPlace(codes, PAD);
    let p3 = wordPlace(codes, PAD + 1);
    let cues = -1;
    let quotesBefore = -1;
    let verbs = -1;
    for (let i = 0; i < n; i++) {
      const p = i + PAD;
      const p4 = wordPlace(codes, p + 2);
      const at = i * EACH;
      places[at] = p2;
      places[at + 1] = p1 + SUM;
      places[at + 2] = p3 + 2 * SUM;
      places[at + 3] = p0 + 3 * SUM;
      places[at + 4] = p4 + 4 * SUM;
      p0 = p1;
      p1 = p2;
      p2 = p3;
      p3 = p4;

      const t = tag[p]!;
      const c = cue[p]!;
      const beside = t | (tag[p - 1]! << 5) | (tag[p + 1]! << 10) | (tag[p + 2]! << 15);
      const looks = c | (cue[p - 1]! << 3) | (cue[p + 1]! << 6);
      let place = kept.find(beside, looks, GROUP.tags);
      if (place < 0) {
        place = kept.add(beside, looks, GROUP.tags, SUM);
        tagsBeside(codes, p, group);
        settle(place);
      }
      places[at + 5] = place;

      const q = quotedNear(codes, i);
      const state =
        q |
        (edgesOf(codes, i) << 3) |
        (quote[i]! << 7) |
        (block[i]! << 9) |
        (sentence[i]! << 11) |
        (t << 15) |
        (c << 20);
      place = kept.find(state, 0, GROUP.state);
      if (place < 0) {
        place = kept.add(state, 0, GROUP.state, SUM);
        stateFeatures(codes, i, group);
        settle(place);
      }
      places[at + 6] = place;

      // These are the same for most words between two cues or verbs.
      const L = cueLeft[i]!;
      const R = cueRight[i]!;
      const quotes = q | (quote[L < 0 ? i : L]! << 3) | (quote[R < 0 ? i : R]! << 5);
      if (cues < 0 || quotes !== quotesBefore || L !== cueLeft[i - 1] || R !== cueRight[i - 1]) {
        const left = L < 0 ? 0 : lemma[L + PAD]!;
        const right = R < 0 ? 0 : lemma[R + PAD]!;
        const rest = GROUP.cues | (quotes << 3) | (L < 0 ? 1 << 12 : 0) | (R < 0 ? 1 << 13 : 0);
        cues = kept.find(left, right, rest);
        if (cues < 0) {
          cues = kept.add(left, right, rest, SUM);
          cueFeatures(codes, i, group);
          settle(cues);
        }
        quotesBefore = quotes;
      }
      places[at + 7] = cues;

      const V = verbLeft[i]!;
      const W = verbRight[i]!;
      if (verbs < 0 || V !== verbLeft[i - 1] || W !== verbRight[i - 1]) {
        const before = V < 0 ? 0 : lemma[V + PAD]!;
        const behind = W < 0 ? 0 : lemma[W + PAD]!;
        const none = GROUP.verbs | (V < 0 ? 1 << 12 : 0) | (W < 0 ? 1 << 13 : 0);
        verbs = kept.find(before, behind, none);
        if (verbs < 0) {
          verbs = kept.add(before, behind, none, SUM);
          verbFeatures(codes, i, group);
          settle(verbs);
        }
      }
      places[at + 8] = verbs;

      const where = fromStart(codes, i) | (toEnd(codes, i) << 4);
      place = standing[where]!;
      if (place < 0) {
        place = kept.add(where, 0, GROUP.place, SUM);
        placeFeatures(codes, i, group);
        settle(place);
        standing[where] = place;
      }
      places[at + 9] = place;

      sink.reserve(MOST_FEATURES);
      ownFeatures(codes, i, sink);
      ends[i] = sink.used;
      transitions[i] = transitionInto(codes, i);
    }
    const own = { buckets: sink.buckets, ends, length: n };
    return { scores: packedEmissions(model, own, { sums: kept.sums, places, each: EACH }), transitions };
  };
}
