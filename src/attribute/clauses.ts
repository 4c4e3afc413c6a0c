/** Where clauses begin and end, as far as words and tags tell. */
import type { Sentence, Word } from '../record.ts';
import type { AttributeLexicon } from './lexicon.ts';

const CLAUSE_ENDS = new Set([';', '—', '–']);
/** The end of the clause that begins at `from`: a semicolon, or a comma before a word that turns to something else. */
export function clauseEnd(
  words: readonly Word[],
  from: number,
  sentence: Sentence,
  { turns }: AttributeLexicon,
): number {
  const depth = words[from]?.quote ?? 0;
  for (let i = from + 1; i < sentence.last; i++) {
    const w = words[i]!;
    if (w.quote > depth) continue;
    if (CLAUSE_ENDS.has(w.text)) return i;
    if (w.text !== ',') continue;
    const next = words[i + 1];
    // "..., two days after the shelling" tells when it was said, not what.
    if (next && (turns.has(next.lower) || (next.tag === 'NUM' && turns.has(words[i + 3]?.lower ?? '')))) return i;
  }
  return sentence.last;
}
