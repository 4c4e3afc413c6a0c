/** Runs of words that a lexicon lists, found in a report by their first word. */
import type { Upos, Word } from '../record.ts';

/** Stands for a few words in a phrase: "withdraw ... troops". */
const WILD = '...';
/** Stands for a word of a name ("defend @name"), whichever the conflict is. */
const NAME = '@name';
/** A hyphen is a word of its own, as in a report: "cease - fire". */
const HYPHEN = /(?<=\p{L})-(?=\p{L})/gu;

/** A run of base forms (or forms as written), in lower case, and what it stands for. */
export interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases by their first word; of those, the longest first. */
export type PhraseIndex<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

/** What `...` may stand for: so many words, none of which is a mark or word of certain tags. */
export interface Gap {
  readonly least: number;
  readonly most: number;
  readonly ends: ReadonlySet<Upos>;
}
const GAP: Gap = { least: 0, most: 3, ends: new Set<Upos>(['PUNCT']) };

/** Splits a lexicon's comma-separated (or line-separated) words. */
export const splitWords = (list: string): string[] =>
  list
    .split(/[,\n]/)
    .map((s) => s.trim().toLowerCase())
    .filter((s) => s !== '');

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

const fits = (word: Word, form: string): boolean =>
  form === NAME ? word.tag === 'PROPN' && word.text !== word.lower : word.lower === form || word.lemma === form;

/**
 * One past the last word of a phrase that begins with the word at `at`, or -1 where it does not stand there before `stop`.
 * The first word is taken to fit: the index gave the phrase for it.
 */
export function phraseEnd(
  words: readonly Word[],
  at: number,
  stop: number,
  phrase: Phrase<unknown>,
  gap: Gap = GAP,
): number {
  let k = at + 1;
  for (let i = 1; i < phrase.words.length; i++) {
    const form = phrase.words[i]!;
    if (form !== WILD) {
      if (k >= stop || !fits(words[k]!, form)) return -1;
      k++;
      continue;
    }
    k = gapEnd(words, k, stop, phrase.words[i + 1]!, gap);
    if (k < 0) return -1;
  }
  return k;
}

/** Where the word stands that ends a gap beginning at `first`; -1 where it does not come in time. */
function gapEnd(words: readonly Word[], first: number, stop: number, next: string, { least, most, ends }: Gap): number {
  const limit = Math.min(stop - 1, first + most);
  for (let j = first; j <= limit; j++) {
    if (j >= first + least && fits(words[j]!, next)) return j;
    if (ends.has(words[j]!.tag)) return -1;
  }
  return -1;
}

/** The phrases that may begin with a word, by its form as written or its base form; those as written first. */
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
