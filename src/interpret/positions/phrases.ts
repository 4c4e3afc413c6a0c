/** Runs of base forms that a lexicon lists, looked up word by word. */
import type { Word } from '../../record.ts';

/** Stands for up to `GAP` words in a phrase ("withdraw ... troops"). */
const WILD = '...';
const GAP = 3;

/** A run of base forms (or forms as written), in lower case, and what it stands for. */
export interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases by their first word; of those, the longest first. */
export type PhraseIndex<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

/** Splits a lexicon's comma-separated (or line-separated) words. */
export const splitWords = (list: string): string[] =>
  list
    .split(/[,\n]/)
    .map((s) => s.trim().toLowerCase())
    .filter((s) => s !== '');

/** A hyphen is a word of its own, as in a report: "cease - fire". */
const HYPHEN = /(?<=\p{L})-(?=\p{L})/gu;

/** Makes an index. Phrases of one length keep the order in which they are given. */
export function phraseIndex<T>(entries: Iterable<readonly [phrase: string, value: T]>): PhraseIndex<T> {
  const index = new Map<string, Phrase<T>[]>();
  for (const [phrase, value] of entries) {
    const words = phrase.replace(HYPHEN, ' - ').split(' ');
    const list = index.get(words[0]!);
    if (list) list.push({ words, value });
    else index.set(words[0]!, [{ words, value }]);
  }
  for (const list of index.values()) if (list.length > 1) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** Stands for a word of a name ("defend @name"), whichever the conflict is. */
const NAME = '@name';

const fits = (word: Word, form: string): boolean =>
  form === NAME ? word.tag === 'PROPN' && word.text !== word.lower : word.lower === form || word.lemma === form;

/** One past the last word of a phrase that begins at `at`, or -1 where it does not stand there before `stop`. */
export function phraseEnd(words: readonly Word[], at: number, stop: number, phrase: Phrase<unknown>): number {
  let k = at + 1;
  for (let i = 1; i < phrase.words.length; i++) {
    const form = phrase.words[i]!;
    if (form !== WILD) {
      if (k >= stop || !fits(words[k]!, form)) return -1;
      k++;
      continue;
    }
    const next = phrase.words[i + 1]!;
    const limit = Math.min(stop - 1, k + GAP);
    let found = -1;
    for (let j = k; j <= limit; j++) {
      if (fits(words[j]!, next)) {
        found = j;
        break;
      }
      if (words[j]!.tag === 'PUNCT') break;
    }
    if (found < 0) return -1;
    k = found;
  }
  return k;
}

/** The phrases that may begin with a word; those by its form as written first. */
export function phrasesAt<T>(index: PhraseIndex<T>, word: Word): readonly Phrase<T>[] | undefined {
  const byForm = index.get(word.lower);
  if (word.lemma === word.lower) return byForm;
  const byLemma = index.get(word.lemma);
  return byForm && byLemma ? [...byForm, ...byLemma] : (byForm ?? byLemma);
}

/** What has been looked up for a report's words already: a cache, let go with the words. */
const kept = new WeakMap<
  readonly Word[],
  Map<PhraseIndex<unknown>, readonly (readonly Phrase<unknown>[] | undefined)[]>
>();

/** For each word the phrases that may begin with it. Looked up once for each report and index. */
export function phrasesOver<T>(
  words: readonly Word[],
  index: PhraseIndex<T>,
): readonly (readonly Phrase<T>[] | undefined)[] {
  let byIndex = kept.get(words);
  if (!byIndex) {
    byIndex = new Map();
    kept.set(words, byIndex);
  }
  let found = byIndex.get(index) as readonly (readonly Phrase<T>[] | undefined)[] | undefined;
  if (!found) {
    found = words.map((word) => phrasesAt(index, word));
    byIndex.set(index, found);
  }
  return found;
}
