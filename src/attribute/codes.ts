/**
 * A report's words as numbers: what the attribution features are made of, worked out once for each report and shared by
 * the tagger and the linker.
 */
import { hashString } from '../learn/hash.ts';
import type { BlockKind, Segmented, Upos } from '../record.ts';
import { UPOS } from '../text/upos.ts';

/** Tag numbers, from 1; 0 stands for what lies outside the report. */
export const TAG = Object.fromEntries(UPOS.map((t, i) => [t, i + 1])) as Record<Upos, number>;

/** Hash of a word outside the report. */
const OUTSIDE = 7;

/** How many positions of padding stand before the first and after the last word in each array that is `padded`. */
export const PAD = 4;

/** How often a lemma is part of a cue, counted in training: 1 seldom to 5 nearly always; 0 for never or unknown. */
export type CueLevels = ReadonlyMap<string, number>;

/** Levels from here up are cues more often than not enough to steer by. */
export const STRONG_CUE = 3;

export interface Codes {
  readonly length: number;
  /** Padded: word `i` is at `i + PAD`. */
  readonly lower: Int32Array;
  readonly lemma: Int32Array;
  readonly tag: Uint8Array;
  readonly shape: Uint8Array;
  readonly cue: Uint8Array;
  readonly suffix: Int32Array;
  /** Not padded. Depth of quotation, at most 3. */
  readonly quote: Uint8Array;
  /** 0 inside a sentence, 1 at the start of a sentence, 2 at the start of a block. */
  readonly boundary: Uint8Array;
  /** First word of the sentence of each word, and the word after its last. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** What kind of block each word stands in: 0 running text, 1 title or heading, 2 list item. */
  readonly block: Uint8Array;
  /** Nearest strong cue to the left and right in the sentence, or -1. */
  readonly cueLeft: Int32Array;
  readonly cueRight: Int32Array;
  /** Nearest verb to the left and right in the sentence, or -1. */
  readonly verbLeft: Int32Array;
  readonly verbRight: Int32Array;
  /** Of the sentence: 0 no quotation, 1 quotation and other words, 2 all quotation; plus 3 for each strong cue, at most 2. */
  readonly sentence: Uint8Array;
}

/** What can be a cue at all: the words that name an act of speech or thought. */
const CUE_TAGS = new Set<Upos>(['VERB', 'NOUN', 'ADP', 'AUX', 'ADJ', 'SCONJ', 'PUNCT']);

const A = 65;
const Z = 90;
const a = 97;
const z = 122;

/** 1 lower case, 2 capital first, 3 all capitals, 4 number, 5 and up other marks by their character. */
function shapeOf(text: string): number {
  const c = text.charCodeAt(0);
  if (c >= a && c <= z) return 1;
  if (c >= 48 && c <= 57) return 4;
  if (c >= A && c <= Z) return text.length > 1 && isUpper(text, 1) && isUpper(text, text.length - 1) ? 3 : 2;
  if (c < 192) return 5 + (c % 16);
  // Beyond Latin: a letter has two cases, or is one of a script without; a mark is neither.
  if (isUpper(text, 0)) return text.length > 1 && isUpper(text, 1) && isUpper(text, text.length - 1) ? 3 : 2;
  return LETTER.test(text[0]!) ? 1 : 5 + (c % 16);
}

const LETTER = /[\p{L}\p{M}\ud800-\udfff]/u;

/** Whether the character at `at` is a capital: it has a small form. */
function isUpper(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (c < 192) return c >= A && c <= Z;
  return text[at] !== text[at]!.toLowerCase();
}

const BLOCKS: Partial<Record<BlockKind, number>> = { title: 1, heading: 1, item: 2 };

/** Numbers a report's words. `kinds` are the kinds of its blocks, by index. */
export function codesOf(segmented: Segmented, kinds: readonly BlockKind[], levels: CueLevels): Codes {
  const { words, sentences } = segmented;
  const n = words.length;
  const lower = new Int32Array(n + 2 * PAD).fill(OUTSIDE);
  const lemma = new Int32Array(n + 2 * PAD).fill(OUTSIDE);
  const suffix = new Int32Array(n + 2 * PAD).fill(OUTSIDE);
  const tag = new Uint8Array(n + 2 * PAD);
  const shape = new Uint8Array(n + 2 * PAD);
  const cue = new Uint8Array(n + 2 * PAD);
  const quote = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const w = words[i]!;
    const p = i + PAD;
    lower[p] = hashString(w.lower);
    lemma[p] = hashString(w.lemma);
    suffix[p] = hashString(w.lower, Math.max(0, w.lower.length - 3));
    tag[p] = TAG[w.tag];
    shape[p] = shapeOf(w.text);
    cue[p] = CUE_TAGS.has(w.tag) ? (levels.get(w.lemma) ?? 0) : 0;
    quote[i] = Math.min(3, w.quote);
  }
  const boundary = new Uint8Array(n);
  const first = new Int32Array(n);
  const last = new Int32Array(n);
  const block = new Uint8Array(n);
  const sentence = new Uint8Array(n);
  const cueLeft = new Int32Array(n).fill(-1);
  const cueRight = new Int32Array(n).fill(-1);
  const verbLeft = new Int32Array(n).fill(-1);
  const verbRight = new Int32Array(n).fill(-1);
  let before = -1;
  for (const s of sentences) {
    if (s.last === s.first) continue;
    boundary[s.first] = s.block === before ? 1 : 2;
    before = s.block;
    const kind = BLOCKS[kinds[s.block] ?? 'paragraph'] ?? 0;
    let quoted = 0;
    let cues = 0;
    for (let i = s.first, c = -1, v = -1; i < s.last; i++) {
      first[i] = s.first;
      last[i] = s.last;
      block[i] = kind;
      cueLeft[i] = c;
      verbLeft[i] = v;
      if (cue[i + PAD]! >= STRONG_CUE) c = i;
      if (tag[i + PAD] === TAG.VERB) v = i;
      if (quote[i]! > 0) quoted++;
      if (cue[i + PAD]! > STRONG_CUE) cues++;
    }
    for (let i = s.last - 1, c = -1, v = -1; i >= s.first; i--) {
      cueRight[i] = c;
      verbRight[i] = v;
      if (cue[i + PAD]! >= STRONG_CUE) c = i;
      if (tag[i + PAD] === TAG.VERB) v = i;
    }
    const share = quoted === 0 ? 0 : s.last - s.first - quoted <= 3 ? 2 : 1;
    sentence.fill(share + 3 * Math.min(2, cues), s.first, s.last);
  }
  return {
    length: n,
    lower,
    lemma,
    tag,
    shape,
    cue,
    suffix,
    quote,
    boundary,
    first,
    last,
    block,
    cueLeft,
    cueRight,
    verbLeft,
    verbRight,
    sentence,
  };
}
