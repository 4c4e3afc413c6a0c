/**
 * People told together who share one fate, some by number and some one by one: "five women and a child were killed",
 * "killing a teacher and 19 others". They are one count.
 */
import type { Word } from '../../record.ts';
import type { FigureLexicon } from './figure-lexicon.ts';
import type { Tally } from './figures.ts';
import { fateBefore, fateBehind } from './singles.ts';

/** How many words may stand between the article and the noun of one person. */
const INNER = 3;

/** One or several people among those told together. */
interface Item {
  readonly end: number;
  readonly low: number | null;
  readonly high: number | null;
  /** The count that stands there; `null` for none. */
  readonly tally: Tally | null;
  /** Whether it is one person, told as such. */
  readonly alone: boolean;
}

/** The people who are told from a word on; `null` for none. */
function itemAt(
  words: readonly Word[],
  at: number,
  last: number,
  tallies: ReadonlyMap<number, Tally>,
  lexicon: FigureLexicon,
): Item | null {
  const { lower: opens } = words[at]!;
  const tally = tallies.get(at) ?? null;
  if (tally && tally.counted === 'people')
    return tally.vague ? null : { end: tally.end, low: tally.low, high: tally.high, tally, alone: false };
  if (opens !== 'one' && !lexicon.whose.has(opens) && !lexicon.one.has(opens)) return null;
  for (let i = at + 1; i < Math.min(last, at + 1 + INNER); i++) {
    const { lower, tag } = words[i]!;
    if (lexicon.singles.has(lower) || lexicon.kin.has(lower))
      return { end: i + 1, low: 1, high: 1, tally, alone: true };
    if (tag !== 'ADJ' && tag !== 'NOUN' && tag !== 'PROPN') return null;
  }
  return null;
}

/** Where the next of those told together begins: behind "and", "as well as" or a comma; -1 where nobody follows. */
function nextAt(words: readonly Word[], at: number, last: number, { also }: FigureLexicon): number {
  let i = at;
  if (words[i]?.text === ',') i++;
  if (words[i]?.lower === 'and') i++;
  else if (also.has(`${words[i]?.lower} ${words[i + 1]?.lower} ${words[i + 2]?.lower}`)) i += 3;
  return i > at && i < last ? i : -1;
}

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

/**
 * The counts of a sentence, with each run of people who share a fate as one where somebody in it is told alone. Where
 * two of its parts are numbers, they stay apart: the one alone is left out as before.
 */
export function withJoint(
  words: readonly Word[],
  first: number,
  last: number,
  found: readonly Tally[],
  lexicon: FigureLexicon,
): readonly Tally[] {
  const at = new Map(found.map((t) => [t.core, t]));
  const gone = new Set<Tally>();
  const sums: Tally[] = [];
  for (let i = first; i < last; i++) {
    let item = itemAt(words, i, last, at, lexicon);
    if (!item) continue;
    const items: Item[] = [];
    let end = i;
    while (item) {
      items.push(item);
      end = item.end;
      const next = nextAt(words, end, last, lexicon);
      item = next < 0 ? null : itemAt(words, next, last, at, lexicon);
    }
    const start = i;
    i = end - 1;
    const numbers = items.filter(({ alone }) => !alone).length;
    if (items.length < 2 || numbers === items.length || numbers > 1) continue;
    const begin = items[0]!.tally?.first ?? start;
    if (begin > first && lexicon.parts.has(words[begin - 1]!.lower)) continue;
    const outcome = fateBehind(words, end, last, lexicon) ?? fateBefore(words, begin, first, lexicon);
    const what = outcome === null ? undefined : lexicon.outcomes.get(words[outcome]!.lower);
    if (outcome === null || what === undefined || what === 'displaced') continue;
    for (const { tally } of items) if (tally) gone.add(tally);
    const low = items.reduce<number | null>((n, x) => plus(n, x.low), 0);
    const high = items.reduce<number | null>((n, x) => plus(n, x.high), 0);
    const core = items.find(({ alone }) => !alone)?.tally?.core ?? start;
    sums.push({
      first: begin,
      last: end,
      core,
      low,
      high,
      vague: false,
      what,
      counted: 'people',
      end,
      outcome,
      toll: -1,
    });
  }
  if (sums.length === 0) return found;
  return [...found.filter((t) => !gone.has(t)), ...sums].sort((a, b) => a.first - b.first);
}
