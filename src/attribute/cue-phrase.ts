/** What is particular to words of saying: how far their phrases stretch, and their forms that a tagger leaves as they are. */
import type { Upos, Word } from '../record.ts';
import { type Gap, type Phrase, type PhraseIndex, phraseEnd, phrasesAt } from '../text/phrases.ts';

/** "Warn ... against": at least one word, and none that begins another clause. */
const WITHIN_CLAUSE: Gap = { least: 1, most: 3, ends: new Set<Upos>(['PUNCT', 'VERB', 'AUX', 'SCONJ']) };

/** As `phraseEnd`, within the clause. */
export const cueEnd = (words: readonly Word[], at: number, stop: number, phrase: Phrase<unknown>): number =>
  phraseEnd(words, at, stop, phrase, WITHIN_CLAUSE);

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
