/**
 * Cuts a text without blanks into tokens as wink-nlp does: a word of the lexicon stays whole or falls into the parts of its
 * contraction; else marks are taken off at its ends; else patterns are tried on it one after another. Nothing here knows
 * what was read before.
 */
import type { CutPatterns, KindPattern } from './tag-lexicon.ts';

/** Kinds of token, by wink-eng-lite-web-model's numbers. */
export const KIND = { unknown: 0, word: 1, punctuation: 12, wordAndMark: 15 } as const;

/** What cutting asks of the lexicon. */
export interface CutLexicon {
  readonly patterns: CutPatterns;
  readonly prefixes: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
  isWord(text: string): boolean;
}

/** A token and its kind. */
export type Piece = readonly [text: string, kind: number];

const HYPHEN = /[-–—]/u;
const HYPHENS = /[-–—]/gu;
const STOPS = /\./gu;
const SHORT_DOTTED = /^(?:[A-Z]\.)+$/iu;
const SHORT = /^(?:[A-Z]\.)+[a-z]?$/iu;
const DIGIT = /[0-9]/u;

/** The tokens of `text`, in order; together they are all of it. */
export function cut(text: string, lexicon: CutLexicon): readonly Piece[] {
  const out: Piece[] = [];
  if (lexicon.isWord(text)) return [[text, KIND.word]];
  const kind = kindOf(text, lexicon.patterns.whole);
  if (kind !== KIND.unknown) addKnown(text, kind, out);
  else cutMarks(text, lexicon, out);
  return out;
}

function kindOf(text: string, patterns: readonly KindPattern[]): number {
  for (const [pattern, kind] of patterns) if (pattern.test(text)) return kind;
  return KIND.unknown;
}

function addKnown(text: string, kind: number, out: Piece[]): void {
  if (kind !== KIND.wordAndMark) out.push([text, kind]);
  else if (text.length === 2 && text[1] === '.') out.push([text, KIND.word]);
  else out.push([text.slice(0, -1), KIND.word], [text.slice(-1), KIND.punctuation]);
}

/** Takes a mark off at the end, the front, or both, if what is left is known or of a known kind. */
function cutMarks(text: string, lexicon: CutLexicon, out: Piece[]): void {
  const { patterns } = lexicon;
  const after = patterns.after.exec(text);
  const before = after ? null : patterns.before.exec(text);
  const match = after ?? before ?? patterns.around.exec(text);
  if (match) {
    const [front, middle, end] = after ? [undefined, match[1]!, match[2]!] : [match[1]!, match[2]!, match[3]];
    const known = lexicon.isWord(middle);
    const kind = known ? KIND.word : kindOf(middle, patterns.whole);
    if (kind !== KIND.unknown) {
      if (front !== undefined) out.push([front, KIND.punctuation]);
      if (known) out.push([middle, KIND.word]);
      else addKnown(middle, kind, out);
      if (end !== undefined) out.push([end, KIND.punctuation]);
      return;
    }
  }
  cutWithin(text, 0, lexicon, out);
}

/** Takes out what the pattern at `step` and those after it match. */
function cutWithin(text: string, step: number, lexicon: CutLexicon, out: Piece[]): void {
  const given = lexicon.patterns.within[step];
  if (!given) {
    out.push([text, KIND.unknown]);
    return;
  }
  const [pattern, kind] = given;
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > last) cutWithin(text.slice(last, match.index), step + 1, lexicon, out);
    if (kind === KIND.word) cutWord(match[0], lexicon, out);
    else out.push([match[0], kind]);
    last = match.index + match[0].length;
  }
  if (last < text.length) cutWithin(text.slice(last), step + 1, lexicon, out);
}

/** Cuts a word at its full stops, but for abbreviations. */
function cutWord(text: string, lexicon: CutLexicon, out: Piece[]): void {
  if (lexicon.isWord(text) || SHORT_DOTTED.test(text)) {
    out.push([text, KIND.word]);
    return;
  }
  const stops = text.match(STOPS)?.length ?? 0;
  if (stops === 0) {
    cutHyphens(text, lexicon, out);
    return;
  }
  const holds = (built: string): boolean => SHORT.test(built) || (built.length > 2 && lexicon.isWord(built));
  let built = '';
  text.split('.').forEach((part, i) => {
    if (built === '' || holds(built + part)) built += part;
    else {
      cutHyphens(built, lexicon, out);
      built = part;
    }
    if (i >= stops) return;
    if (holds(`${built}.`)) built += '.';
    else {
      cutHyphens(built, lexicon, out);
      out.push(['.', KIND.punctuation]);
      built = '';
    }
  });
  if (built !== '') cutHyphens(built, lexicon, out);
}

/** Cuts a word at its hyphens, unless it begins or ends in a way that keeps it whole. */
function cutHyphens(text: string, lexicon: CutLexicon, out: Piece[]): void {
  if (text === '') return;
  const parts = text.split(HYPHEN);
  const whole =
    parts.length === 1 ||
    lexicon.isWord(text) ||
    DIGIT.test(text) ||
    lexicon.prefixes.has(parts[0]!) ||
    lexicon.suffixes.has(parts.at(-1)!);
  if (whole) {
    out.push([text, KIND.word]);
    return;
  }
  const hyphens = text.match(HYPHENS)!;
  parts.forEach((part, i) => {
    if (part !== '') out.push([part, KIND.word]);
    if (i < hyphens.length) out.push([hyphens[i]!, KIND.punctuation]);
  });
}
