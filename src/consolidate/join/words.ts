import type { MergingLexicon } from './lexicon.ts';
import { stemOf } from './lexicon.ts';

/** Letters and digits only, in small letters: words that differ in marks and spaces alone are the same. */
export const plainWords = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The stems of the words that say what a sentence is about; numbers are left out, which are compared as numbers. */
export function topicOf(words: string, lexicon: MergingLexicon): ReadonlySet<string> {
  const topic = new Set<string>();
  for (const word of plainWords(words).split(' ')) {
    if (word.length < 3 || /\p{N}/u.test(word)) continue;
    const stem = stemOf(word);
    if (!lexicon.little.has(stem)) topic.add(stem);
  }
  return topic;
}

/** The cosine of two sets: 1 where they are the same, 0 where they share nothing. Very small sets prove little. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size === 0) return 0;
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  return shared / Math.sqrt(Math.max(few.size, 3) * Math.max(many.size, 3));
}
