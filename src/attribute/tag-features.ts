/**
 * Features of the attribution tagger: the words, lemmas and tags around a word, its quotation state, and the way to the
 * nearest words that look like a cue. Every feature is a hash mixed from numbers; none is built as a string.
 *
 * Each kind of feature has a number of its own, which is mixed into it. The kinds come in groups by what they are made of:
 * the sum of the weights of a group is the same wherever the same things stand, so that `tag-scores.ts` can keep it.
 */
import { mix } from '../learn/hash.ts';
import { bucketOf, type FeatureBuffer } from '../learn/sequence.ts';
import { type Codes, PAD, TAG } from './codes.ts';

/** The classes of transition: inside a sentence, at its start, at a block's start, into and out of a quotation. */
export const TRANSITIONS = 5;

/** Beyond this many words a cue no longer steers a word by the path between them. */
const FAR = 25;
/** A path is told apart by at most this many tags. */
const STEPS = 8;
const GOLDEN = 0x9e3779b1;
const NONE = 3;

/** Tags that a path leaves out, since they do not change what governs what. */
const PASSED = new Uint8Array(32);
for (const t of [TAG.ADJ, TAG.ADV, TAG.DET, TAG.NUM]) PASSED[t] = 1;

/** The tags between two words, adverbs and the like left out, names and pronouns as nouns, marks by their form. */
export function pathBetween(codes: Codes, from: number, to: number): number {
  const step = to > from ? 1 : -1;
  let hash = 17;
  let before = -1;
  let steps = 0;
  for (let i = from + step; i !== to && steps < STEPS; i += step) {
    let t = codes.tag[i + PAD]!;
    if (PASSED[t]) continue;
    if (t === TAG.PROPN || t === TAG.PRON) t = TAG.NOUN;
    else if (t === TAG.PUNCT) t = 20 + codes.shape[i + PAD]!;
    if (t === before) continue;
    before = t;
    hash = mix(hash, t);
    steps++;
  }
  return mix(hash, steps);
}

/** Distance on a scale of halves of powers of two, 0 to 9; -1 for none. */
const far = (distance: number): number => (distance < 0 ? -1 : distance < SCALE.length ? SCALE[distance]! : 9);
const SCALE = Uint8Array.from({ length: 32 }, (_, d) => Math.min(9, Math.floor(Math.log2(Math.max(1, d)) * 2)));

/** Takes features as buckets, each with the number of its kind. */
export class FeatureSink {
  buckets = new Int32Array(4096);
  kinds = new Uint8Array(4096);
  used = 0;
  readonly #mask: number;

  constructor(bits: number) {
    this.#mask = 2 ** bits - 1;
  }

  add(kind: number, hash: number): void {
    this.kinds[this.used] = kind;
    this.buckets[this.used++] = bucketOf(mix(hash, Math.imul(kind, GOLDEN)), this.#mask);
  }

  /** Makes room for so many features more. */
  reserve(more: number): void {
    if (this.used + more <= this.buckets.length) return;
    const size = Math.max(this.used + more, this.buckets.length * 2);
    const buckets = new Int32Array(size);
    buckets.set(this.buckets.subarray(0, this.used));
    this.buckets = buckets;
    const kinds = new Uint8Array(size);
    kinds.set(this.kinds.subarray(0, this.used));
    this.kinds = kinds;
  }
}

/** No word has more features than this. */
export const MOST_FEATURES = 64;

/** What is known of the word at `p` (padded) by itself. */
export function wordFeatures({ lower, lemma, tag, cue, suffix }: Codes, p: number, out: FeatureSink): void {
  out.add(1, 1);
  out.add(2, lower[p]!);
  out.add(7, lemma[p]!);
  out.add(16, tag[p]!);
  out.add(20, suffix[p]!);
  out.add(41, mix(cue[p]!, tag[p]!));
}

/** What the word at `p` is to the word `away` from it: that many places before it, or behind it where below 0. */
export function neighbourFeatures({ lower, lemma }: Codes, p: number, away: number, out: FeatureSink): void {
  if (away === 1) {
    out.add(3, lower[p]!);
    out.add(8, lemma[p]!);
  } else if (away === -1) {
    out.add(4, lower[p]!);
    out.add(9, lemma[p]!);
  } else if (away === 2) out.add(5, lower[p]!);
  else {
    out.add(6, lower[p]!);
    out.add(10, lemma[p]!);
  }
}

/** Tags, and how much like cues they look, of the word at `p` and those beside it. */
export function tagsBeside({ tag, cue }: Codes, p: number, out: FeatureSink): void {
  const t = tag[p]!;
  const tr = tag[p + 1]!;
  out.add(17, mix(t, tag[p - 1]!));
  out.add(18, mix(t, tr));
  out.add(19, mix(mix(t, tr), tag[p + 2]!));
  out.add(39, mix(cue[p]!, cue[p - 1]!));
  out.add(40, mix(cue[p]!, cue[p + 1]!));
}

/** Whether word `i`, the one before and the one behind are quoted, as bits. */
export const quotedNear = ({ quote }: Codes, i: number): number =>
  Math.min(1, quote[i]!) | (Math.min(1, quote[i - 1] ?? 0) << 1) | (Math.min(1, quote[i + 1] ?? 0) << 2);

/** Where the boundaries before and behind word `i` are: 0 to 8. */
export const edgesOf = ({ boundary, length }: Codes, i: number): number =>
  boundary[i]! * 3 + (i + 1 < length ? boundary[i + 1]! : 2);

/** Where word `i` stands: in quotation marks, at an edge, in what kind of block and sentence. */
export function stateFeatures(codes: Codes, i: number, out: FeatureSink): void {
  const { tag, cue, quote, block, sentence } = codes;
  const q = quotedNear(codes, i);
  const edge = edgesOf(codes, i);
  out.add(25, q);
  out.add(26, mix(q, tag[i + PAD]!));
  out.add(27, mix(q, edge));
  out.add(28, edge);
  out.add(29, mix(quote[i]!, block[i]!));
  out.add(30, mix(sentence[i]!, q));
  out.add(42, mix(cue[i + PAD]!, q));
}

/** The lemma of a word of the sentence; `NONE` for no word. */
const lemmaAt = ({ lemma }: Codes, i: number): number => (i < 0 ? NONE : lemma[i + PAD]!);

/** Which words of the sentence before and behind word `i` look most like cues. */
export function cueFeatures(codes: Codes, i: number, out: FeatureSink): void {
  const { quote, cueLeft, cueRight } = codes;
  const q = quotedNear(codes, i);
  const L = cueLeft[i]!;
  const R = cueRight[i]!;
  const left = lemmaAt(codes, L);
  const right = lemmaAt(codes, R);
  out.add(32, left);
  out.add(33, right);
  out.add(36, mix(left, right));
  out.add(37, mix(mix(left, q), quote[L < 0 ? i : L]!));
  out.add(38, mix(mix(right, q), quote[R < 0 ? i : R]!));
}

/** Which verbs stand next before and behind word `i`. */
export function verbFeatures(codes: Codes, i: number, out: FeatureSink): void {
  out.add(51, lemmaAt(codes, codes.verbLeft[i]!));
  out.add(52, lemmaAt(codes, codes.verbRight[i]!));
}

/** How far word `i` is from the beginning and the end of its sentence, as far as it is told apart. */
export const fromStart = ({ first }: Codes, i: number): number => Math.min(12, i - first[i]!);
export const toEnd = ({ last }: Codes, i: number): number => Math.min(8, last[i]! - i);

export function placeFeatures(codes: Codes, i: number, out: FeatureSink): void {
  out.add(58, fromStart(codes, i));
  out.add(59, toEnd(codes, i));
}

/** What is of this word `i` among these words, and seldom stands again. */
export function ownFeatures(codes: Codes, i: number, out: FeatureSink): void {
  const { lower, lemma, tag, cue, first } = codes;
  const p = i + PAD;
  const w = lower[p]!;
  const wl = lower[p - 1]!;
  const wr = lower[p + 1]!;
  const m = lemma[p]!;
  const t = tag[p]!;
  out.add(11, mix(w, wl));
  out.add(12, mix(w, wr));
  out.add(13, mix(wl, wr));
  out.add(14, mix(lower[p - 2]!, wl));
  out.add(15, mix(wr, lower[p + 2]!));
  out.add(21, mix(t, lemma[p - 1]!));
  out.add(22, mix(t, lemma[p + 1]!));
  out.add(23, mix(m, tag[p + 1]!));
  out.add(24, mix(m, tag[p - 1]!));
  // The nearest words in the sentence that look like cues, and what lies between.
  const L = codes.cueLeft[i]!;
  const R = codes.cueRight[i]!;
  const dl = far(L < 0 ? -1 : i - L);
  const dr = far(R < 0 ? -1 : R - i);
  const ll = lemmaAt(codes, L);
  const lr = lemmaAt(codes, R);
  const cl = L < 0 ? 0 : cue[L + PAD]!;
  const cr = R < 0 ? 0 : cue[R + PAD]!;
  out.add(31, mix(mix(dl, cl), mix(dr, cr)));
  out.add(34, mix(ll, dl));
  out.add(35, mix(lr, dr));
  if (L >= 0 && i - L < FAR) {
    const path = pathBetween(codes, i, L);
    out.add(43, mix(path, cl));
    out.add(44, mix(path, ll));
    out.add(45, mix(path, t));
    out.add(46, mix(path, mix(t, cl)));
  }
  if (R >= 0 && R - i < FAR) {
    const path = pathBetween(codes, i, R);
    out.add(47, mix(path, cr));
    out.add(48, mix(path, lr));
    out.add(49, mix(path, t));
    out.add(50, mix(path, mix(t, cr)));
  }
  const vl = lemmaAt(codes, codes.verbLeft[i]!);
  const vr = lemmaAt(codes, codes.verbRight[i]!);
  out.add(53, mix(vl, t));
  out.add(54, mix(vr, t));
  out.add(55, mix(vl, w));
  out.add(56, mix(vr, w));
  out.add(57, mix(lower[first[i]! + PAD]!, Math.min(5, i - first[i]!)));
}

/** The class of the transition into word `i`. */
export function transitionInto({ quote, boundary }: Codes, i: number): number {
  const now = Math.min(1, quote[i]!);
  const was = i > 0 ? Math.min(1, quote[i - 1]!) : now;
  return i === 0 || boundary[i] === 2 ? 2 : boundary[i] === 1 ? 1 : now === was ? 0 : now > was ? 3 : 4;
}

/** Fills the buffer with the features of every word, in the order of their kinds. */
export function tagFeatures(codes: Codes, out: FeatureBuffer): void {
  out.reset();
  const sink = new FeatureSink(out.bits);
  const byKind = new Int32Array(MOST_FEATURES);
  for (let i = 0; i < codes.length; i++) {
    const p = i + PAD;
    sink.used = 0;
    wordFeatures(codes, p, sink);
    for (const away of [-2, -1, 1, 2]) neighbourFeatures(codes, p - away, away, sink);
    tagsBeside(codes, p, sink);
    stateFeatures(codes, i, sink);
    cueFeatures(codes, i, sink);
    verbFeatures(codes, i, sink);
    placeFeatures(codes, i, sink);
    ownFeatures(codes, i, sink);
    byKind.fill(-1);
    for (let k = 0; k < sink.used; k++) byKind[sink.kinds[k]!] = sink.buckets[k]!;
    for (const bucket of byKind) if (bucket >= 0) out.addBucket(bucket);
    out.close(transitionInto(codes, i));
  }
}
