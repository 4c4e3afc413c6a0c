/**
 * Features of the attribution tagger: the words, lemmas and tags around a word, its quotation state, and the way to the
 * nearest words that look like a cue. Every feature is a hash mixed from numbers; none is built as a string.
 */
import { mix } from '../learn/hash.ts';
import type { FeatureBuffer } from '../learn/sequence.ts';
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

/** Distance on a scale of eighths of powers of two, 0 to 9; -1 for none. */
const far = (distance: number): number => (distance < 0 ? -1 : Math.min(9, Math.floor(Math.log2(distance) * 2)));

/** Fills the buffer with the features of every word. */
export function tagFeatures(codes: Codes, out: FeatureBuffer): void {
  const { lower, lemma, tag, cue, suffix, quote, boundary, first, last, block, sentence } = codes;
  const n = codes.length;
  out.reset();
  let id = 0;
  const f = (hash: number): void => {
    id++;
    out.add(mix(hash, Math.imul(id, GOLDEN)));
  };
  for (let i = 0; i < n; i++) {
    const p = i + PAD;
    id = 0;
    const w = lower[p]!;
    const wl = lower[p - 1]!;
    const wr = lower[p + 1]!;
    const m = lemma[p]!;
    const t = tag[p]!;
    const tl = tag[p - 1]!;
    const tr = tag[p + 1]!;
    const trr = tag[p + 2]!;
    const q = Math.min(1, quote[i]!) | (Math.min(1, quote[i - 1] ?? 0) << 1) | (Math.min(1, quote[i + 1] ?? 0) << 2);
    const edge = boundary[i]! * 3 + (i + 1 < n ? boundary[i + 1]! : 2);
    f(1);
    f(w);
    f(wl);
    f(wr);
    f(lower[p - 2]!);
    f(lower[p + 2]!);
    f(m);
    f(lemma[p - 1]!);
    f(lemma[p + 1]!);
    f(lemma[p + 2]!);
    f(mix(w, wl));
    f(mix(w, wr));
    f(mix(wl, wr));
    f(mix(lower[p - 2]!, wl));
    f(mix(wr, lower[p + 2]!));
    f(t);
    f(mix(t, tl));
    f(mix(t, tr));
    f(mix(mix(t, tr), trr));
    f(suffix[p]!);
    f(mix(t, lemma[p - 1]!));
    f(mix(t, lemma[p + 1]!));
    f(mix(m, tr));
    f(mix(m, tl));
    f(q);
    f(mix(q, t));
    f(mix(q, edge));
    f(edge);
    f(mix(quote[i]!, block[i]!));
    f(mix(sentence[i]!, q));
    // The nearest words in the sentence that look like cues, and what lies between.
    const L = codes.cueLeft[i]!;
    const R = codes.cueRight[i]!;
    const dl = far(L < 0 ? -1 : i - L);
    const dr = far(R < 0 ? -1 : R - i);
    const ll = L < 0 ? NONE : lemma[L + PAD]!;
    const lr = R < 0 ? NONE : lemma[R + PAD]!;
    const cl = L < 0 ? 0 : cue[L + PAD]!;
    const cr = R < 0 ? 0 : cue[R + PAD]!;
    f(mix(mix(dl, cl), mix(dr, cr)));
    f(ll);
    f(lr);
    f(mix(ll, dl));
    f(mix(lr, dr));
    f(mix(ll, lr));
    f(mix(mix(ll, q), quote[L < 0 ? i : L]!));
    f(mix(mix(lr, q), quote[R < 0 ? i : R]!));
    f(mix(cue[p]!, cue[p - 1]!));
    f(mix(cue[p]!, cue[p + 1]!));
    f(mix(cue[p]!, t));
    f(mix(cue[p]!, q));
    if (L >= 0 && i - L < FAR) {
      const path = pathBetween(codes, i, L);
      f(mix(path, cl));
      f(mix(path, ll));
      f(mix(path, t));
      f(mix(path, mix(t, cl)));
    } else id += 4;
    if (R >= 0 && R - i < FAR) {
      const path = pathBetween(codes, i, R);
      f(mix(path, cr));
      f(mix(path, lr));
      f(mix(path, t));
      f(mix(path, mix(t, cr)));
    } else id += 4;
    const vl = codes.verbLeft[i]! < 0 ? NONE : lemma[codes.verbLeft[i]! + PAD]!;
    const vr = codes.verbRight[i]! < 0 ? NONE : lemma[codes.verbRight[i]! + PAD]!;
    f(vl);
    f(vr);
    f(mix(vl, t));
    f(mix(vr, t));
    f(mix(vl, w));
    f(mix(vr, w));
    const from = i - first[i]!;
    f(mix(lower[first[i]! + PAD]!, Math.min(5, from)));
    f(Math.min(12, from));
    f(Math.min(8, last[i]! - i));
    const now = Math.min(1, quote[i]!);
    const was = i > 0 ? Math.min(1, quote[i - 1]!) : now;
    out.close(i === 0 || boundary[i] === 2 ? 2 : boundary[i] === 1 ? 1 : now === was ? 0 : now > was ? 3 : 4);
  }
}
