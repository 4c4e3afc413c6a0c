import type { Segmented, Sentence } from '../record.ts';

/** Finds the sentence that holds a word, by bisection. */
export function sentenceFinder({ sentences }: Segmented): (word: number) => Sentence {
  return (word) => {
    let low = 0;
    let high = sentences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (sentences[middle]!.first <= word) low = middle;
      else high = middle - 1;
    }
    return sentences[low]!;
  };
}
