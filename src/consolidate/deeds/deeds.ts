import type { Happening, Item, ItemOf, Quad } from '../../case.ts';
import { compare, type Family, keyOf, piecesOf } from '../family.ts';
import { mondayOf } from '../join/days.ts';
import type { MergingLexicon, QuadTable } from '../join/lexicon.ts';
import { plainWords } from '../join/words.ts';
import { type Counted, deedsOf, rowsOf } from './quads.ts';

/** What one originator has a party say in one quad on one day: the words, once each. */
interface Said {
  readonly quad: Quad;
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
      const counted = wordOf(item, quads);
      return counted ? [keyOf('deeds', counted.party, counted.week, item.report.day!)] : [];
    },
    part: (_key, items): readonly Said[] => eachSaid(items, quads),
    threadOf: (part) => keyOf(...piecesOf(part).slice(0, 3)),
    thread(_key, parts) {
      const counted = parts.flatMap(({ key, result }) => {
        const [, party, week] = piecesOf(key) as [string, string, string];
        return (result as readonly Said[]).map((said) => ({ ...said, party, week }));
      });
      return { entries: [], wordsAndDeeds: rowsOf(once(counted)) };
    },
  };
}

/** What a statement counts for; `null` for nothing. */
function wordOf(item: Item, quads: QuadTable): (Counted & { readonly item: ItemOf<'statement'> }) | null {
  if (item.kind !== 'statement' || item.copyOf !== null || item.report.day === null) return null;
  const quad = quads.acts.get(item.record.act);
  const party = item.by?.party ?? null;
  return quad && party !== null ? { party, quad, week: mondayOf(item.report.day), item } : null;
}

function eachSaid(items: readonly Item[], quads: QuadTable): readonly Said[] {
  const said = items.flatMap((item) => {
    const counted = wordOf(item, quads);
    return counted ? [{ quad: counted.quad, originator: item.originator, words: plainWords(item.words) }] : [];
  });
  return once(said);
}

/** The same words of one originator are said once, though it sends them out again. */
const once = <T extends Said>(said: readonly T[]): readonly T[] => [
  ...new Map(said.map((one) => [`${one.quad}|${one.originator}|${one.words}`, one])).values(),
];

/**
 * Ids of the items behind one number of words and deeds: statements of the party, or the accounts that name it as the
 * one who did it. `happenings`: those of the week; others are passed over.
 */
export function behindNumber(
  { party, week, quad }: Counted,
  items: readonly Item[],
  happenings: readonly Happening[],
  quads: QuadTable,
  lexicon: MergingLexicon,
): readonly string[] {
  const words = items
    .filter((item) => {
      const counted = wordOf(item, quads);
      return counted?.party === party && counted.week === week && counted.quad === quad;
    })
    .map(({ id }) => id);
  const deeds = happenings
    .filter((happening) =>
      deedsOf(happening, quads, lexicon).some(
        (counted) => counted.party === party && counted.week === week && counted.quad === quad,
      ),
    )
    .flatMap(({ actors }) => actors.filter(({ name }) => name === party))
    .flatMap(({ evidence }) => evidence.map(({ item }) => item));
  return [...new Set([...words, ...deeds])].sort(compare);
}
