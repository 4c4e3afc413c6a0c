import type { CleanPattern, PatternGroup } from './lexicon.ts';

/** An entry of the lexicon, and where it matched. */
export interface Hit {
  readonly entry: CleanPattern;
  readonly match: RegExpExecArray;
}

/**
 * Which entry of a group matches at `at`, or `null`. The first in the lexicon's order wins. Most places match none: the
 * group's entries are tried as one before they are tried one by one.
 */
export function entryAt(group: PatternGroup, text: string, at: number): Hit | null {
  if (!group.tried.some((any) => test(any, text, at))) return null;
  for (const entry of group.each) {
    entry.at.lastIndex = at;
    const match = entry.at.exec(text);
    if (match && match[0].length > 0) return { entry, match };
  }
  return null;
}

function test(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
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
