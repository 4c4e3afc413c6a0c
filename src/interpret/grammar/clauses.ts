/** Where clauses begin and end. */
import type { Word } from '../../record.ts';
import type { Range, Scene } from '../scene.ts';
import { sentenceAt } from './chunks.ts';
import { keptBy } from './kept.ts';
import type { Grammar } from './lexicon.ts';

export { type NounPhrase, nounPhraseAt, nounPhrasesIn } from './chunks.ts';

const HARD = /^(?:[;:—–]|--)$/u;
const NOUNS = new Set(['DET', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ']);

/** How far to look for the verb of a clause, in words. */
const REACH = 40;

/** Whether a clause of its own begins at word `i`. */
function opensClause(words: readonly Word[], i: number, { first, last }: Range, g: Grammar): boolean {
  const w = words[i]!;
  if (words[i + 1]?.spaced === false && words[i + 1]!.text === '-') return false;
  if (HARD.test(words[i - 1]!.text)) return true;
  const before = words[i - 1]!;
  // "that" before a noun alone is no opener ("that port"), nor "as", "than", "after" before a mere noun phrase.
  if (w.lower === 'that' && w.tag === 'DET') return false;
  if ((g.relatives.has(w.lower) || g.subordinators.has(w.lower)) && w.tag !== 'NOUN')
    return verbAhead(words, i + 1, last, g);
  if (g.coordinators.has(w.lower)) {
    const next = words[i + 1];
    // "and the Front shelled": a subject of its own; "and signed" goes on with the same clause's subject but its own verb.
    return (
      next !== undefined &&
      verbBehind(words, i - 1, first, g) &&
      i + 1 < last &&
      (NOUNS.has(next.tag) ? verbAhead(words, i + 1, last, g) : next.tag === 'VERB' || next.tag === 'AUX')
    );
  }
  // "..., killing nine"; "..., backed by Cantara"
  if (before.text === ',' && w.tag === 'VERB') return /(?:ing|ed|en)$/u.test(w.lower);
  return false;
}

/** Whether a verb stands before a coordinator in the clause that it would end: "Halvia | and Maravet signed" has one clause. */
function verbBehind(words: readonly Word[], from: number, first: number, g: Grammar): boolean {
  for (let i = from; i >= Math.max(first, from - REACH); i--) {
    const w = words[i]!;
    if (w.tag === 'VERB' || w.tag === 'AUX') return true;
    if (HARD.test(w.text) || (g.subordinators.has(w.lower) && w.tag !== 'ADP')) return false;
  }
  return false;
}

/** Whether a verb comes before anything that ends the clause. */
function verbAhead(words: readonly Word[], from: number, last: number, g: Grammar): boolean {
  for (let i = from; i < Math.min(last, from + REACH); i++) {
    const w = words[i]!;
    if ((w.tag === 'VERB' || w.tag === 'AUX') && !w.lower.endsWith('ing') && words[i - 1]!.lower !== 'to') return true;
    if (w.text === ',' || HARD.test(w.text) || (i > from && (g.relatives.has(w.lower) || g.subordinators.has(w.lower))))
      return false;
  }
  return false;
}

/** By the scene: for each word whether a clause begins there, 0 where that was not asked yet, 1 no, 2 yes. */
const opensKept = keptBy<'opens', Uint8Array>();

/** The clause that holds a word: from its opener to the next one's. An aside in commas is a clause of its own. */
export function clauseOf(scene: Scene, word: number, g: Grammar): Range {
  const { words } = scene;
  const sentence = sentenceAt(scene, word);
  const all = opensKept(scene, g);
  let kept = all.get('opens');
  if (!kept) {
    kept = new Uint8Array(words.length);
    all.set('opens', kept);
  }
  const asked = kept;
  const opens = (i: number): boolean => {
    if (asked[i] === 0) asked[i] = opensClause(words, i, sentence, g) ? 2 : 1;
    return asked[i] === 2;
  };
  let first = word;
  while (first > sentence.first && !opens(first)) first--;
  let last = word + 1;
  while (last < sentence.last && !opens(last)) last++;
  while (last > word + 1 && words[last - 1]!.tag === 'PUNCT') last--;
  return { first, last };
}
