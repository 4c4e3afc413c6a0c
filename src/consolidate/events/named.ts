/**
 * What is told days later without a day, of a thing that goes by its own name: "how many died on the Sula Dawn" is of the
 * one thing told to have happened to the ferry Sula Dawn.
 */
import { compare } from '../family.ts';
import type { MergingLexicon } from '../join/lexicon.ts';

/** What is asked of a group of accounts that are one thing. */
export interface Naming<T> {
  /** All words of its accounts. */
  wordsOf(group: T): readonly string[];
  /** Its day as a number; groups of different kinds lie far apart. */
  dayOf(group: T): number;
  /** Whether its day is told. */
  isDated(group: T): boolean;
  /** Whether two may be one: not of one report, not at two places. */
  canBe(a: T, b: T): boolean;
}

/** So many days later reports tell again of what befell a thing of some name. */
const LATER = 14;
/** Most words of a name. */
const LONGEST = 3;

const WORD = /[\p{L}\p{N}'’-]+/gu;
const isCapital = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word);

/** The names that stand behind a word for such a thing: "the ferry | Sula Dawn". */
export function namesIn(words: string, { named }: MergingLexicon): readonly string[] {
  const tokens = words.match(WORD) ?? [];
  const found: string[] = [];
  tokens.forEach((token, i) => {
    if (!named.has(token.toLowerCase())) return;
    let last = i + 1;
    while (last <= i + LONGEST && isCapital(tokens[last])) last++;
    if (last > i + 1) found.push(tokens.slice(i + 1, last).join(' '));
  });
  return found;
}

/** Joins what is told without a day to the one dated thing that befell what it names; what could be of two stays apart. */
export function withNamed<T>(
  groups: readonly T[],
  naming: Naming<T>,
  lexicon: MergingLexicon,
): readonly (readonly T[])[] {
  const all = groups.flatMap((group) => naming.wordsOf(group).flatMap((words) => namesIn(words, lexicon)));
  const names = [...new Set(all)].sort(compare);
  if (names.length === 0) return groups.map((group) => [group]);
  const has = (group: T, name: string): boolean => naming.wordsOf(group).some((words) => words.includes(name));
  const taken = new Map<T, T[]>();
  const gone = new Set<T>();
  for (const name of names) {
    const told = groups.filter((group) => has(group, name));
    const dated = told.filter((group) => naming.isDated(group));
    for (const group of told) {
      if (naming.isDated(group) || gone.has(group)) continue;
      const before = dated.filter((other) => {
        const days = naming.dayOf(group) - naming.dayOf(other);
        return days >= 0 && days <= LATER;
      });
      const [sole, ...more] = before;
      if (!sole || more.length > 0) continue;
      const others = taken.get(sole) ?? [];
      if (![sole, ...others].every((other) => naming.canBe(other, group))) continue;
      taken.set(sole, [...others, group]);
      gone.add(group);
    }
  }
  return groups.filter((group) => !gone.has(group)).map((group) => [group, ...(taken.get(group) ?? [])]);
}
