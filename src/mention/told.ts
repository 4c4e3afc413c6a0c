import type { Word } from '../record.ts';
import type { NameEntry } from './lexicon.ts';
import { isUpper } from './writing.ts';

/** For reports that tell of none. */
export const NOTHING_TOLD: ReadonlyMap<string, NameEntry> = new Map();

/** How many words a name that a report tells may have. */
const MOST = 10;

/** The longest name that the report itself has told, at word `i`. */
export function toldAt(
  told: ReadonlyMap<string, NameEntry>,
  keys: readonly string[],
  words: readonly Word[],
  i: number,
): { last: number; value: readonly NameEntry[] } | null {
  if (!isUpper(words[i]!)) return null;
  let key = keys[i]!;
  let found: { last: number; value: readonly NameEntry[] } | null = null;
  for (let last = i + 1; last <= i + MOST; last++) {
    const entry = told.get(key);
    if (entry) found = { last, value: [entry] };
    if (last >= words.length) break;
    key += ` ${keys[last]!}`;
  }
  // "Halvias navy": texts that have lost their apostrophes.
  const bare = found ?? told.get(keys[i]!.replace(/s$/u, ''));
  return bare && 'kind' in bare ? { last: i + 1, value: [bare] } : found;
}
