/** What of a run of content is said: its exact words without quotation marks, stops and a joining "that"; and its form. */
import type { Form, Span, Word } from '../record.ts';
import { span } from '../text/span.ts';
import type { WordRange } from './act-signs.ts';
import type { AttributeLexicon } from './lexicon.ts';

const EDGE = /^[\s"“”„‟«»‘’'`,;:.…\-–—―•*>|]+$/u;
/** Narrows a range to what is said; `null` where nothing is left. */
export function trimmed(
  words: readonly Word[],
  [from, to]: WordRange,
  { joiners }: AttributeLexicon,
): WordRange | null {
  let first = from;
  let last = to;
  while (first < last && EDGE.test(words[first]!.text)) first++;
  if (first + 1 < last && joiners.has(words[first]!.lower) && joins(words, first, last)) {
    first++;
    while (first < last && EDGE.test(words[first]!.text)) first++;
  }
  while (last > first && EDGE.test(words[last - 1]!.text)) last--;
  return first < last ? [first, last] : null;
}

/**
 * Whether the "that" or "as" at `first` only joins what follows to its cue: a clause with a verb of its own comes after
 * it ("that the guns leave"), not just the thing that it points at ("that deal").
 */
function joins(words: readonly Word[], first: number, last: number): boolean {
  const { tag, text, lower } = words[first]!;
  // A capital begins a sentence or a quotation, which keep their first word.
  if (text !== lower) return false;
  if (tag === 'SCONJ' || tag === 'ADP') return true;
  const isVerb = (w: Word): boolean => w.tag === 'VERB' || w.tag === 'AUX';
  if (isVerb(words[first + 1]!)) return false;
  for (let i = first + 2; i < last; i++) if (isVerb(words[i]!)) return true;
  return false;
}

/** The span of a range. */
export const spanOf = (words: readonly Word[], [first, last]: WordRange): Span =>
  span(words[first]!.start, words[last - 1]!.end);

/**
 * Direct where all of it is quoted, mixed where a part is, else indirect. Where the marks were lost on the way, words in
 * the first person that stand after a dash are direct.
 */
export function formOf(
  words: readonly Word[],
  ranges: readonly WordRange[],
  { firstPerson: own }: AttributeLexicon,
): Form {
  let quoted = 0;
  let all = 0;
  let firstPerson = false;
  for (const [first, last] of ranges)
    for (let i = first; i < last; i++) {
      const w = words[i]!;
      if (w.tag === 'PUNCT') continue;
      all++;
      if (w.quote > 0) quoted++;
      else if (own.has(w.lower)) firstPerson = true;
    }
  if (quoted >= all * 0.9) return 'direct';
  if (quoted > 0) return 'mixed';
  return firstPerson && dashed(words, ranges[0]![0]) ? 'direct' : 'indirect';
}

/** Whether a dash opens the speech, as in reports that write "- We are ready - said the minister". */
const dashed = (words: readonly Word[], first: number): boolean => /^[-–—―]$/u.test(words[first - 1]?.text ?? '');
