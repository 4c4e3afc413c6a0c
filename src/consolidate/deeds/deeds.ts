import type { CountedItem, Item } from '../../case.ts';
import { compare, type Family, keyOf, piecesOf } from '../family.ts';
import { mondayOf } from '../join/days.ts';
import type { QuadTable } from '../join/lexicon.ts';
import { plainWords } from '../join/words.ts';
import { rowsOf } from './quads.ts';

/** What an originator has a party say: the words, once each. */
interface Said extends CountedItem {
  readonly originator: string;
  readonly words: string;
}

/**
 * Words of words and deeds: what the parties say, by Monday-week and day of report. Deeds are counted with what happened
 * (`events/events.ts`). A copy counts for nothing, since the words count where they stand first.
 */
export function deedsFamily(quads: QuadTable): Family {
  return {
    prefix: 'deeds',
    partsOf(item: Item) {
      const said = saidIn(item, quads);
      return said ? [keyOf('deeds', said.party, said.week, item.report.day!)] : [];
    },
    part: (_key, items): readonly Said[] => once(items.flatMap((item) => saidIn(item, quads) ?? [])),
    threadOf: (part) => keyOf(...piecesOf(part).slice(0, 3)),
    thread(_key, parts) {
      const said = once(parts.flatMap(({ result }) => result as readonly Said[]));
      const counted = said.map(({ party, week, quad, item }) => ({ party, week, quad, item }));
      return { entries: [], wordsAndDeeds: rowsOf(counted), counted };
    },
  };
}

/** What a statement counts for; `null` for nothing. */
function saidIn(item: Item, quads: QuadTable): Said | null {
  if (item.kind !== 'statement' || item.copyOf !== null || item.report.day === null) return null;
  const quad = quads.acts.get(item.record.act);
  const party = item.by?.party ?? null;
  if (!quad || party === null) return null;
  const { id, originator, words } = item;
  return { party, week: mondayOf(item.report.day), quad, item: id, originator, words: plainWords(words) };
}

/** The same words of one originator are said once, though it sends them out again. */
function once(said: readonly Said[]): readonly Said[] {
  const kept = new Map<string, Said>();
  for (const one of said) {
    const key = `${one.quad}|${one.originator}|${one.words}`;
    if (!kept.has(key)) kept.set(key, one);
  }
  return [...kept.values()];
}

/** Ids of the items behind one number of words and deeds: one item for each that it counts. */
export const behindNumber = (
  counted: readonly CountedItem[],
  { party, week, quad }: Omit<CountedItem, 'item'>,
): readonly string[] =>
  counted
    .filter((one) => one.party === party && one.week === week && one.quad === quad)
    .map(({ item }) => item)
    .sort(compare);
