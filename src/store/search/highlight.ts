import type { Phrases } from './query.ts';
import { type FoundWord, wordsIn } from './words.ts';

export type Range = readonly [start: number, end: number];

/** Where the phrases stand in a text, in order; ranges that touch or overlap are joined. */
export function rangesOf(
  text: string,
  phrases: Phrases,
  words: readonly FoundWord[] = wordsIn(text),
): readonly Range[] {
  const found: [number, number][] = [];
  const firsts = new Map<string, Phrases[number][]>();
  for (const phrase of phrases) firsts.set(phrase[0]!, [...(firsts.get(phrase[0]!) ?? []), phrase]);
  words.forEach((word, i) => {
    for (const phrase of firsts.get(word.folded) ?? []) {
      if (phrase.every((one, k) => words[i + k]?.folded === one)) {
        found.push([word.start, words[i + phrase.length - 1]!.end]);
      }
    }
  });
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined: [number, number][] = [];
  for (const range of found) {
    const last = joined.at(-1);
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else joined.push(range);
  }
  return joined;
}

/** Units of a passage that shows a hit in a long text, before and behind it. */
const AROUND = 120;

/** The passage of a text round its first range: whole words, and where the ranges stand in it. */
export function passageOf(
  text: string,
  ranges: readonly Range[],
): { readonly start: number; readonly end: number; readonly found: readonly Range[] } {
  const first = ranges[0] ?? [0, 0];
  const start = wordEdge(text, Math.max(0, first[0] - AROUND), first[0]);
  const end = wordEdgeBack(text, Math.min(text.length, first[1] + AROUND), first[1]);
  const found = ranges
    .filter((range) => range[0] >= start && range[1] <= end)
    .map((range): Range => [range[0] - start, range[1] - start]);
  return { start, end, found };
}

const isSpace = (text: string, at: number): boolean => /\s/u.test(text.charAt(at));

/** The start of the first whole word from `at` on, before `limit`. */
function wordEdge(text: string, at: number, limit: number): number {
  if (at === 0) return 0;
  let edge = at;
  while (edge < limit && !isSpace(text, edge)) edge += 1;
  while (edge < limit && isSpace(text, edge)) edge += 1;
  return edge;
}

/** The end of the last whole word before `at`, behind `limit`. */
function wordEdgeBack(text: string, at: number, limit: number): number {
  if (at === text.length) return at;
  let edge = at;
  while (edge > limit && !isSpace(text, edge)) edge -= 1;
  while (edge > limit && isSpace(text, edge - 1)) edge -= 1;
  return edge;
}
