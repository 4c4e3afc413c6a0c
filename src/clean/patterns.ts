import { LOOKED_AT, mayBegin } from './beginnings.ts';
import type { CleanPattern, PatternGroup } from './lexicon.ts';

/** An entry of the lexicon, and where it matched. */
export interface Hit {
  readonly entry: CleanPattern;
  readonly match: RegExpExecArray;
}

/** Beginnings met are forgotten when there are so many. */
const MOST_MET = 20_000;

/** The entries of a group that may match where these characters stand, in the lexicon's order. */
function candidates(group: PatternGroup, beginning: string): readonly CleanPattern[] {
  let entries = group.met.get(beginning);
  if (!entries) {
    entries = group.each.filter((e) => mayBegin(e.beginnings, beginning));
    if (group.met.size >= MOST_MET) group.met.clear();
    group.met.set(beginning, entries);
  }
  return entries;
}

/**
 * Which entry of a group matches at `at`, or `null`. The first in the lexicon's order wins. At most places the first few
 * characters tell that none can.
 */
export function entryAt(group: PatternGroup, text: string, at: number): Hit | null {
  for (const entry of candidates(group, text.slice(at, at + LOOKED_AT))) {
    entry.at.lastIndex = at;
    const match = entry.at.exec(text);
    if (match && match[0].length > 0) return { entry, match };
  }
  return null;
}

/** The first place from `from` on at which an entry of the group matches, or `null`. */
export function entryFrom(group: PatternGroup, text: string, from: number): Hit | null {
  let first = text.length;
  for (const any of group.sought) {
    any.lastIndex = from;
    const at = any.exec(text)?.index;
    if (at !== undefined && at < first) first = at;
  }
  return first < text.length ? entryAt(group, text, first) : null;
}
