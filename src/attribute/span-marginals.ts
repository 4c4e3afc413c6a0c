/**
 * How likely the tagger holds each word to be content, cue or source, and each stretch of words to be one content
 * (forward-backward: Rabiner 1989). The tagger's scores are damped first, since it is surer than it should be.
 */
import type { Chain, Features } from '../learn/sequence.ts';

/** What the tagger's scores are multiplied with; chosen on held-out parts of the training texts. */
export const DAMPING = 0.7;

/** Label numbers, by `learn/labels.ts`: outside, then begin and inside of source, cue and content. */
const LABELS = 7;
const B_CONTENT = 5;
const I_CONTENT = 6;
/** Transitions of a class: from each label and from the start, to each label. */
const TABLE = (LABELS + 1) * LABELS;
/** Differences of damped scores from here down are as good as impossible. */
const NEGLIGIBLE = -30;

export interface Marginals {
  readonly length: number;
  /** For each word: how likely it is part of a content, a cue, a source. */
  readonly content: Float64Array;
  readonly cue: Float64Array;
  readonly source: Float64Array;
  /** For each word: how likely a content begins with it. */
  readonly begins: Float64Array;
  /** For each place between words, `length` the last: how likely a content ends before it. */
  readonly ends: Float64Array;
  /** The log of how likely the words `[first, last)` are one content, no more and no less. */
  exactly(first: number, last: number): number;
  /** The log of how likely a content begins at `first` and holds the words up to `last`, and may go on. */
  atLeast(first: number, last: number): number;
}

/** The factors of a chain's transitions, which are the same for every report: worked out once. */
export const factorsOf = ({ transitions }: Chain): Float64Array =>
  Float64Array.from(transitions, (t) => Math.exp(t * DAMPING));

/** `scores` are those of every label at every word, as the tagger gave them. */
export function marginalsOf(
  { transitions }: Chain,
  factors: Float64Array,
  { kinds, length: n }: Pick<Features, 'kinds' | 'length'>,
  scores: Float32Array,
): Marginals {
  const own = new Float64Array(n * LABELS);
  const top = new Float64Array(n);
  for (let i = 0, at = 0; i < n; i++, at += LABELS) {
    let most = scores[at]!;
    for (let l = 1; l < LABELS; l++) if (scores[at + l]! > most) most = scores[at + l]!;
    top[i] = most * DAMPING;
    for (let l = 0; l < LABELS; l++) {
      const less = (scores[at + l]! - most) * DAMPING;
      own[at + l] = less === 0 ? 1 : less < NEGLIGIBLE ? 0 : Math.exp(less);
    }
  }
  const { forward, before } = forwardOf(factors, kinds, own, top);
  const { backward, leaving, after } = backwardOf(factors, kinds, own, top);
  const content = new Float64Array(n);
  const cue = new Float64Array(n);
  const source = new Float64Array(n);
  const begins = new Float64Array(n);
  const ends = new Float64Array(n + 1);
  /** The log of staying inside a content, summed from the first word. */
  const staying = new Float64Array(n + 1);
  for (let i = 0, at = 0; i < n; i++, at += LABELS) {
    let sum = 0;
    for (let l = 0; l < LABELS; l++) sum += forward[at + l]! * backward[at + l]!;
    const b = forward[at + B_CONTENT]!;
    const k = forward[at + I_CONTENT]!;
    begins[i] = (b * backward[at + B_CONTENT]!) / sum;
    content[i] = begins[i]! + (k * backward[at + I_CONTENT]!) / sum;
    source[i] = (forward[at + 1]! * backward[at + 1]! + forward[at + 2]! * backward[at + 2]!) / sum;
    cue[i] = (forward[at + 3]! * backward[at + 3]! + forward[at + 4]! * backward[at + 4]!) / sum;
    ends[i + 1] = (b * leaving[2 * i]! + k * leaving[2 * i + 1]!) / sum;
    const stay = kinds[i]! * TABLE + I_CONTENT * LABELS + I_CONTENT;
    staying[i + 1] = staying[i]! + (scores[at + I_CONTENT]! + transitions[stay]!) * DAMPING;
  }
  const all = n === 0 ? 0 : before[n - 1]!;
  /** The log of all ways to begin a content at `first` and to stay in it up to `last`. */
  const inside = (first: number, last: number): number => {
    const begun = before[first]! + Math.log(forward[first * LABELS + B_CONTENT]!);
    if (last === first + 1) return begun;
    const second = first + 1;
    const enter = kinds[second]! * TABLE + B_CONTENT * LABELS + I_CONTENT;
    const entered = (scores[second * LABELS + I_CONTENT]! + transitions[enter]!) * DAMPING;
    return begun + entered + staying[last]! - staying[second + 1]!;
  };
  return {
    length: n,
    content,
    cue,
    source,
    begins,
    ends,
    exactly(first, last) {
      const left = leaving[2 * (last - 1) + (last === first + 1 ? 0 : 1)]!;
      return inside(first, last) + Math.log(left) + after[last - 1]! - all;
    },
    atLeast(first, last) {
      const label = last === first + 1 ? B_CONTENT : I_CONTENT;
      return inside(first, last) + Math.log(backward[(last - 1) * LABELS + label]!) + after[last - 1]! - all;
    },
  };
}

/**
 * All ways to come to each label at each word, as shares, and the log of what they are shares of. Only what may follow
 * what is summed: inside comes after begin or inside of its own role.
 */
function forwardOf(
  factors: Float64Array,
  kinds: Uint8Array,
  own: Float64Array,
  top: Float64Array,
): { readonly forward: Float64Array; readonly before: Float64Array } {
  const n = top.length;
  const forward = new Float64Array(n * LABELS);
  const before = new Float64Array(n);
  for (let i = 0, log = 0; i < n; i++) {
    const at = i * LABELS;
    const base = kinds[i]! * TABLE;
    let sum = 0;
    for (let l = 0; l < LABELS; l++) {
      if (own[at + l]! === 0) continue;
      let a = 0;
      if (i === 0) a = factors[base + LABELS * LABELS + l]!;
      else {
        const isInner = l > 0 && l % 2 === 0;
        const last = isInner ? l : LABELS - 1;
        for (let f = isInner ? l - 1 : 0; f <= last; f++)
          a += forward[at - LABELS + f]! * factors[base + f * LABELS + l]!;
      }
      a *= own[at + l]!;
      forward[at + l] = a;
      sum += a;
    }
    for (let l = 0; l < LABELS; l++) forward[at + l]! /= sum;
    log += Math.log(sum) + top[i]!;
    before[i] = log;
  }
  return { forward, before };
}

/** All ways to go on from each label at each word. */
interface Backward {
  /** As shares, and the log of what they are shares of. */
  readonly backward: Float64Array;
  readonly after: Float64Array;
  /** From begin and inside of a content: those that leave it, as parts of the same whole. */
  readonly leaving: Float64Array;
}

function backwardOf(factors: Float64Array, kinds: Uint8Array, own: Float64Array, top: Float64Array): Backward {
  const n = top.length;
  const backward = new Float64Array(n * LABELS);
  const after = new Float64Array(n);
  const leaving = new Float64Array(n * 2);
  const next = new Float64Array(LABELS);
  for (let i = n - 1, log = 0; i >= 0; i--) {
    const at = i * LABELS;
    if (i === n - 1) {
      backward.fill(1, at, at + LABELS);
      leaving.fill(1, 2 * i, 2 * i + 2);
      continue;
    }
    const base = kinds[i + 1]! * TABLE;
    for (let t = 0; t < LABELS; t++) next[t] = own[at + LABELS + t]! * backward[at + LABELS + t]!;
    let sum = 0;
    for (let f = 0; f < LABELS; f++) {
      const row = base + f * LABELS;
      // What any label may go on to: outside, and the beginnings.
      const any =
        factors[row]! * next[0]! +
        factors[row + 1]! * next[1]! +
        factors[row + 3]! * next[3]! +
        factors[row + 5]! * next[5]!;
      const inner = f === 0 ? 0 : f + (f % 2);
      const b = inner === 0 ? any : any + factors[row + inner]! * next[inner]!;
      if (f >= B_CONTENT) leaving[2 * i + f - B_CONTENT] = any;
      backward[at + f] = b;
      sum += b;
    }
    for (let f = 0; f < LABELS; f++) backward[at + f]! /= sum;
    leaving[2 * i]! /= sum;
    leaving[2 * i + 1]! /= sum;
    log += top[i + 1]! + Math.log(sum);
    after[i] = log;
  }
  return { backward, after, leaving };
}
