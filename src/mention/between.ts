import type { Items } from './items.ts';
import type { MentionLexicon } from './lexicon.ts';

/** How far back the noun before "between" may stand, and how far apart the two may, in words. */
const BACK = 8;
const REACH = 14;

/**
 * Whether what begins at word `start` (its article, where it has one) is one of two who fight or treat with each other:
 * "war between X and Y", "a truce with X", "talks between X and Y".
 */
export function oneOfTwo(items: Items, lexicon: MentionLexicon, start: number): 'war' | 'dealing' | null {
  const { words, keys, sentence } = items;
  const { wars, dealings } = lexicon.groups;
  const sort = (i: number): 'war' | 'dealing' | null => {
    const word = words[i];
    if (!word) return null;
    // At the head of a sentence "Talks" may be taken for a name, and keeps its s.
    const one = word.lemma.replace(/s$/u, '');
    if (wars.has(word.lemma) || wars.has(word.lower) || wars.has(one)) return 'war';
    return dealings.has(word.lemma) || dealings.has(one) ? 'dealing' : null;
  };
  const link = keys[start - 1];
  if (link === 'with' || link === 'against') return sort(start - 2);
  let between = link === 'between' ? start - 1 : -1;
  if (link === 'and')
    for (let i = start - 2; i >= 0 && i > start - REACH && sentence[i] === sentence[start]; i--)
      if (keys[i] === 'between') between = i;
  for (let i = between - 1; i >= 0 && i > between - BACK && sentence[i] === sentence[start]; i--) {
    const found = sort(i);
    if (found) return found;
  }
  return null;
}
