import { foldedWord, wordsIn } from './words.ts';

/** What is looked for: phrases, each of one word or more, all of which must be there. */
export type Phrases = readonly (readonly string[])[];

/** Longer questions are cut: nobody types them. */
const MOST = 64;

/**
 * What a user typed, as phrases: words in quotation marks are one phrase, and so is a word with a mark inside
 * (`cease-fire`); all else is single words. Nothing is syntax: signs are dropped, `OR` is a word.
 */
export function phrasesOf(typed: string): Phrases {
  const phrases: string[][] = [];
  for (const match of typed.matchAll(/["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|[^\s"“”„«»]+/gu)) {
    const words = wordsIn(match[1] ?? match[0]).map((word) => foldedWord(word.folded));
    if (words.length > 0) phrases.push(words);
  }
  return phrases.slice(0, MOST);
}
