/** Runs of base forms that lexicons list, looked up by their first word. */
import type { Word } from '../record.ts';

/** A run of base forms. */
export type Phrase = readonly string[];

export interface Entry<T> {
  readonly phrase: Phrase;
  readonly value: T;
}
/** Phrases by their first word; of those, the longest first. */
export type PhraseTable<T> = ReadonlyMap<string, readonly Entry<T>[]>;

const fits = (word: Word, form: string): boolean => word.lemma === form || word.lower === form;

/** One past the last word of a phrase that begins at `at` and ends before `stop`; -1 where it does not stand there. */
export function phraseEnd(words: readonly Word[], at: number, stop: number, phrase: Phrase): number {
  if (at + phrase.length > stop) return -1;
  for (let i = 0; i < phrase.length; i++) if (!fits(words[at + i]!, phrase[i]!)) return -1;
  return at + phrase.length;
}

/** A phrase that was found: what it stands for, and one past its last word. */
export interface Found<T> {
  readonly value: T;
  readonly end: number;
}

/** The longest phrase of a table that begins at `at`. */
export function longestAt<T>(table: PhraseTable<T>, words: readonly Word[], at: number, stop: number): Found<T> | null {
  const { lower, lemma } = words[at]!;
  const asWritten = table.get(lower);
  const byLemma = lemma === lower ? undefined : table.get(lemma);
  if (!asWritten && !byLemma) return null;
  for (const entries of [asWritten, byLemma]) {
    for (const { phrase, value } of entries ?? []) {
      const end = phraseEnd(words, at, stop, phrase);
      if (end >= 0) return { value, end };
    }
  }
  return null;
}

/** Makes a table. Phrases of one length keep the order in which they are given. */
export function phraseTable<T>(entries: readonly (readonly [string, T])[]): PhraseTable<T> {
  const table = new Map<string, Entry<T>[]>();
  for (const [written, value] of entries) {
    const phrase = written.split(' ');
    const list = table.get(phrase[0]!) ?? [];
    list.push({ phrase, value });
    table.set(phrase[0]!, list);
  }
  for (const list of table.values()) list.sort((a, b) => b.phrase.length - a.phrase.length);
  return table;
}
