import type { MergingLexicon } from './lexicon.ts';
import { stemOf } from './lexicon.ts';

/** Letters and digits only, in small letters: words that differ in marks and spaces alone are the same. */
export const plainWords = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The stems of the words that say what a sentence is about; numbers are left out, which are compared as numbers. */
export const topicOf = (words: string, lexicon: MergingLexicon): ReadonlySet<string> =>
  topicOfPlain(plainWords(words), lexicon);

/** The same of words that are plain already. */
export function topicOfPlain(plain: string, lexicon: MergingLexicon): ReadonlySet<string> {
  const topic = new Set<string>();
  for (const word of plain.split(' ')) {
    if (word.length < 3) continue;
    const stem = stemOf(word);
    if (!lexicon.little.has(stem) && !/\p{N}/u.test(word)) topic.add(stem);
  }
  return topic;
}

/** Longer texts share words by chance no more often than texts of so many. */
const LONG = 16;
/** Very small sets prove little: they count as of so many. */
const SHORT = 3;

/** The cosine of two sets: 1 where they are the same, 0 where they share nothing; as of texts of middle length. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, short = SHORT): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size === 0) return 0;
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  const sizeOf = (set: ReadonlySet<string>): number => Math.min(LONG, Math.max(short, set.size));
  return Math.min(1, shared / Math.sqrt(sizeOf(few) * sizeOf(many)));
}

/** The groups of telling words that a text has: what was struck, and with what. */
export function tellingIn(plain: string, { telling }: MergingLexicon): ReadonlySet<number> {
  const groups = new Set<number>();
  for (const word of plain.split(' ')) {
    const group = telling.get(stemOf(word));
    if (group !== undefined) groups.add(group);
  }
  return groups;
}
