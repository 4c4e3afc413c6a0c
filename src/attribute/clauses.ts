/** Where clauses begin and end, as far as words and tags tell. */
import type { Sentence, Word } from '../record.ts';

const CLAUSE_ENDS = new Set([';', '—', '–']);
/** Words that turn to somebody else's clause after a comma. */
export const TURNS: ReadonlySet<string> = new Set([
  'while',
  'but',
  'although',
  'though',
  'whereas',
  'as',
  'after',
  'before',
  'when',
]);

/** The end of the clause that begins at `from`: a semicolon, or a comma before a word that turns to something else. */
export function clauseEnd(words: readonly Word[], from: number, sentence: Sentence): number {
  const depth = words[from]?.quote ?? 0;
  for (let i = from + 1; i < sentence.last; i++) {
    const w = words[i]!;
    if (w.quote > depth) continue;
    if (CLAUSE_ENDS.has(w.text)) return i;
    if (w.text === ',' && TURNS.has(words[i + 1]?.lower ?? '')) return i;
  }
  return sentence.last;
}
