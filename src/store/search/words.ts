/** A word of a text: what it is compared as, and where it stands, in UTF-16 units. */
export interface FoundWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/** A word as the index of words compares it: without case and accents. */
export const foldedWord = (word: string): string =>
  /^[a-z0-9]*$/.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text, as the index of words takes it apart. */
export function wordsIn(text: string): readonly FoundWord[] {
  return [...text.matchAll(WORD)].map((match) => ({
    folded: foldedWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
