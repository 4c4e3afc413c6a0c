/** Copies made of real reports by changing words at random, always the same ones for the same seed. */
import { sha256 } from '../src/text/digest.ts';

export const CHANGES = ['substitute', 'delete', 'insert', 'mixed', 'shuffled'] as const;
export type Change = (typeof CHANGES)[number];

/** A number from 0 up to 1, the next at every call (mulberry32, seeded by a digest). */
export function randomOf(seed: string): () => number {
  let state = Number.parseInt(sha256(seed).slice(0, 8), 16);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** The words of texts, each as often as it stands there, thinned to what a random choice needs. */
export const vocabularyOf = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => (text.match(WORD) ?? []).filter((_, i) => i % 7 === 0));

/** A text with a share of its words changed. `mixed` takes each way in turn; `shuffled` also reorders the sentences. */
export function changed(
  text: string,
  way: Change,
  share: number,
  vocabulary: readonly string[],
  random: () => number,
): string {
  const word = (): string => vocabulary[Math.floor(random() * vocabulary.length)]!;
  const result = text.replace(WORD, (old) => {
    if (random() >= share) return old;
    const third = Math.floor(random() * 3);
    if (way === 'delete' || (way !== 'substitute' && way !== 'insert' && third === 0)) return '';
    if (way === 'insert' || (way !== 'substitute' && third === 1)) return `${old} ${word()}`;
    return word();
  });
  return way === 'shuffled' ? shuffled(result, random) : result;
}

/** The sentences of each paragraph in another order, and the paragraphs too. */
function shuffled(text: string, random: () => number): string {
  const mix = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  return mix(text.split(/\n+/u))
    .map((paragraph) => mix(paragraph.split(/(?<=[.!?]["”’]?) +/u)).join(' '))
    .join('\n\n');
}

/**
 * Whole sentences of a text without quotation marks, of at least and at most so many words in all; `null` where it has
 * none. A quotation that two reports share is no copy, so it would be no fair trial.
 */
export function passageOf(text: string, least: number, most: number, random: () => number): string | null {
  const sentences = text.split(/(?<=[.!?]["”’]?)\s+/u);
  const first = Math.floor(random() * Math.max(1, sentences.length - 2));
  for (let start = first; start < sentences.length; start += 1) {
    let passage = '';
    for (let end = start; end < sentences.length; end += 1) {
      passage = `${passage} ${sentences[end]}`.trim();
      const count = (passage.match(WORD) ?? []).length;
      if (count > most || /["“”]/u.test(passage)) break;
      if (count >= least) return passage;
    }
  }
  return null;
}
