import type { Upos, Word } from '../record.ts';

/** Stands for up to `GAP` words in a phrase ("warn ... against"). */
const WILD = '...';
const GAP = 3;
/** A gap never runs over one of these: past them another clause begins. */
const GAP_ENDS: ReadonlySet<Upos> = new Set<Upos>(['PUNCT', 'VERB', 'AUX', 'SCONJ']);

/** A run of base forms, and what it stands for. */
export interface Phrase<T> {
  /** Base forms, in lower case; `...` stands for up to three words. */
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

/** Makes an index. Phrases of one length keep the order in which they are given. */
export function phraseIndex<T>(entries: Iterable<readonly [phrase: string, value: T]>): PhraseIndex<T> {
  const index = new Map<string, Phrase<T>[]>();
  for (const [phrase, value] of entries) {
    const words = phrase.split(' ');
    const first = words[0]!;
    const list = index.get(first);
    if (list) list.push({ words, value });
    else index.set(first, [{ words, value }]);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

const fits = (word: Word, form: string): boolean => word.lemma === form || word.lower === form;

/**
 * Where a phrase that begins with the word at `at` ends (one past its last word), or -1 where it does not stand there.
 * `stop` is one past the last word that may belong to it.
 */
export function phraseEnd<T>(words: readonly Word[], at: number, stop: number, phrase: Phrase<T>): number {
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
    // A gap holds at least one word, and none that begins another clause.
    let found = -1;
    for (let j = k; j <= limit; j++) {
      if (j > k && fits(words[j]!, next)) {
        found = j;
        break;
      }
      if (GAP_ENDS.has(words[j]!.tag)) break;
    }
    if (found < 0) return -1;
    k = found;
  }
  return k;
}

/** The phrases that may begin with this word, by its base form or as it is written; those as written first. */
export function phrasesAt<T>(index: PhraseIndex<T>, word: Word): readonly Phrase<T>[] | undefined {
  const byLemma = index.get(word.lemma);
  if (word.lemma === word.lower) return byLemma;
  const asWritten = index.get(word.lower);
  return byLemma && asWritten ? [...asWritten, ...byLemma] : (asWritten ?? byLemma);
}

/** What may be left of an inflected form when its ending is taken off: taggers leave "Warns" in a headline as it is. */
function* stems(form: string): Generator<string> {
  if (form.length < 5) return;
  if (form.endsWith('s')) yield form.slice(0, -1);
  if (form.endsWith('es')) yield form.slice(0, -2);
  if (form.endsWith('ies')) yield `${form.slice(0, -3)}y`;
  if (form.endsWith('ed')) {
    yield form.slice(0, -1);
    yield form.slice(0, -2);
  }
  if (form.endsWith('ied')) yield `${form.slice(0, -3)}y`;
  if (form.endsWith('ing')) {
    yield form.slice(0, -3);
    yield `${form.slice(0, -3)}e`;
  }
}

/** As `phrasesAt`, for a word whose base form the tagger may have missed. */
export function phrasesNear<T>(index: PhraseIndex<T>, word: Word): readonly Phrase<T>[] | undefined {
  const found = phrasesAt(index, word);
  if (found) return found;
  for (const stem of stems(word.lower)) {
    const near = index.get(stem);
    if (near) return near;
  }
  return undefined;
}
