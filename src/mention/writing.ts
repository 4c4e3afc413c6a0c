import type { Word } from '../record.ts';

const UPPER = /^\p{Lu}/u;
const ALL_UPPER = /^(?=.*\p{Lu}.*\p{Lu})[^\p{Ll}]+$/u;
const LETTER = /^\p{L}/u;

/** Whether a word begins with a letter. */
export const isLetter = (text: string): boolean => {
  const c = text.charCodeAt(0) | 32;
  return (c >= 97 && c <= 122) || (c > 160 && LETTER.test(text));
};

export const isUpper = (word: Word): boolean => {
  const c = word.text.charCodeAt(0);
  if (c < 128) return c >= 65 && c <= 90;
  return UPPER.test(word.text);
};

export const isAllUpper = (word: Word): boolean => isUpper(word) && ALL_UPPER.test(word.text);

/** Whether a word is the mark of an owner, as it is written after a name. */
export const isS = (text: string | undefined): boolean => text === "'s" || text === '’s' || text === '`s';

/** Some words as one line, with the blanks that stand between them. */
export function asWritten(words: readonly Word[], first: number, last: number): string {
  let text = '';
  for (let i = first; i < last; i++) text += i > first && words[i]!.spaced ? ` ${words[i]!.text}` : words[i]!.text;
  return text;
}

/** A hyphen that joins two words (blank on one side at most: machine-made texts write "high -ranking"). */
export function joins(words: readonly Word[], i: number): boolean {
  const word = words[i];
  const next = words[i + 1];
  if (!word || !next || (word.text !== '-' && word.text !== '‑' && word.text !== '–')) return false;
  return i > 0 && !(word.spaced && next.spaced) && isLetter(next.text);
}

/** How a listed name is written, and has to be in a report: all in capitals, with a capital, or either way. */
export const writingOf = (value: string): 'upper' | 'capital' | 'any' =>
  value === value.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(value) ? 'upper' : /\p{Lu}/u.test(value) ? 'capital' : 'any';
