import type { EntryRow, Happening, Item } from '../../case.ts';
import { deedsOf, rowsOf } from '../deeds/quads.ts';
import { disputeOf, disputeRow } from '../disputes/entry.ts';
import { gathered, happeningsOfBundle, withShown } from '../disputes/gather.ts';
import {
  answeredBy,
  clashingFigures,
  namedPlaces,
  rivalCulprits,
  type ToldDenial,
  toldDenialOf,
} from '../disputes/shown.ts';
import { type ToldDispute, toldDisputeOf } from '../disputes/told.ts';
import { compare, type Family, type PartResult } from '../family.ts';
import { type Bundle, judgedBundles, type Named } from '../join/bundle.ts';
import { hasDay } from '../join/days.ts';
import type { MergingLexicon, QuadTable } from '../join/lexicon.ts';
import { happeningOf } from './happening.ts';
import { joinedAcross, joinedWithin } from './join.ts';
import { layerOf, partOfAccount, partOfDenial, partOfEvent, threadOfEvent } from './keys.ts';
import { type Told, toldOf } from './told.ts';

/** What a part yields: one of the lists is filled. */
interface EventPart {
  readonly events: readonly Bundle<Told>[];
  readonly disputes: readonly ToldDispute[];
  readonly denials: readonly ToldDenial[];
}

/**
 * What happened, over all reports, and the disputes about it. A thread is an area and a third of a month; a part one
 * kind of event at one day there.
 */
export function eventsFamily(lexicon: MergingLexicon, quads: QuadTable): Family {
  return {
    prefix: 'event',
    partsOf,
    part(key, items): EventPart {
      const told = items.flatMap((item) => (item.kind === 'event' ? [toldOf(item)] : []));
      return {
        events: joinedWithin(told, layerOf(key), lexicon),
        disputes: items.flatMap((item) => (item.kind === 'dispute' ? [toldDisputeOf(item)] : [])),
        denials: items.flatMap((item) => (item.kind === 'statement' ? toldDenialOf(item) : [])),
      };
    },
    threadOf: threadOfEvent,
    thread(_key, parts, ledger) {
      const results = parts.map(({ result }) => result as EventPart);
      const bundles = byThread(parts).flatMap((its) =>
        joinedAcross(
          its.map(({ key, result }) => ({ layer: layerOf(key), bundles: (result as EventPart).events })),
          lexicon,
        ),
      );
      const told = judgedBundles('happening', bundles, ledger);
      const happenings = told.map(happeningOf);
      const byId = new Map(happenings.map((happening) => [happening.id, happening]));
      const ofItem = itemsIn(told);
      const happeningsOf = ({ about }: ToldDispute): readonly string[] => [
        ...new Set(about.flatMap((item) => ofItem.get(item) ?? [])),
      ];
      const own = results.flatMap(({ disputes }) => disputes);
      const answered = new Set(own.flatMap(({ sides }) => sides.flatMap(({ statement }) => statement ?? [])));
      const shown = [
        ...told.flatMap((named) => [...rivalCulprits(named), ...clashingFigures(named, lexicon)]),
        ...results
          .flatMap(({ denials }) => denials)
          .filter(({ statement }) => !answered.has(statement))
          .flatMap((denial) => answeredBy(denial, told, lexicon) ?? []),
      ];
      const disputed = withShown(gathered(own, happeningsOf, lexicon), shown, happeningsOf);
      const disputes = judgedBundles('dispute', disputed, ledger).map((named) => {
        const its = happeningsOfBundle(named.bundle, happeningsOf, byId);
        return disputeRow(disputeOf(named, its), its);
      });
      const counted = happenings.flatMap((happening) => deedsOf(happening, quads, lexicon));
      return { entries: [...happenings.map(happeningRow), ...disputes], wordsAndDeeds: rowsOf(counted), counted };
    },
  };
}

function partsOf(item: Item): readonly string[] {
  switch (item.kind) {
    case 'event':
      return [partOfEvent({ ...item.record, at: item.at }, item.report, item.words)];
    case 'dispute': {
      // About several events: with the one that is known best.
      const parts = item.about.map((event) => partOfEvent(event, item.report, '')).sort(byLayer);
      return parts[0] === undefined ? [] : [partOfAccount(parts[0], 'dispute', item.report.day)];
    }
    case 'statement': {
      const { day } = item.report;
      if (item.record.act !== 'deny' || item.by?.party == null || day === null) return [];
      return [...new Set(namedPlaces(item).map((place) => partOfDenial(place, day)))];
    }
    default:
      return [];
  }
}

const LAYERS = ['dated', 'reported', 'recalled', 'coarse', 'loose', 'undated'];
const byLayer = (a: string, b: string): number =>
  LAYERS.indexOf(layerOf(a)) - LAYERS.indexOf(layerOf(b)) || compare(a, b);

/** Parts by their thread before any judgement: what stands apart is joined by judgements alone. */
function byThread(parts: readonly PartResult[]): readonly (readonly PartResult[])[] {
  const threads = new Map<string, PartResult[]>();
  for (const part of parts) {
    const key = threadOfEvent(part.key);
    threads.set(key, [...(threads.get(key) ?? []), part]);
  }
  return [...threads.values()];
}

const itemsIn = (told: readonly Named<Told>[]): ReadonlyMap<string, string> =>
  new Map(told.flatMap(({ id, bundle }) => bundle.told.map(({ evidence }) => [evidence.item, id] as const)));

function happeningRow(happening: Happening): EntryRow {
  const { when, support, actors, targets, evidence, background } = happening;
  const day = (date: string | null | undefined): string | null => (hasDay(date ?? null) ? date!.slice(0, 10) : null);
  return {
    kind: 'happening',
    id: happening.id,
    entry: happening,
    parties: [...new Set([...actors, ...targets].map(({ name }) => name))].sort(compare),
    issue: null,
    status: happening.status,
    type: happening.type,
    first: day(when?.start) ?? (when?.start ? when.start : support.first),
    last: day(when?.end) ?? (when?.end ? when.end : support.last),
    reports: [...new Set([...evidence, ...background].map(({ report }) => report))].sort(compare),
  };
}
