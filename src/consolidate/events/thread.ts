import type { EntryRow, Happening, Judgement, Thread } from '../../case.ts';
import { deedsOf, rowsOf } from '../deeds/quads.ts';
import { disputeOf, disputeRow } from '../disputes/entry.ts';
import { gathered, happeningsOfBundle, withShown } from '../disputes/gather.ts';
import { threadOfDispute } from '../disputes/keys.ts';
import { answeredBy, clashingFigures, rivalCulprits, type ToldDenial } from '../disputes/shown.ts';
import type { ToldDispute } from '../disputes/told.ts';
import { compare, type PartResult } from '../family.ts';
import { type Bundle, judgedBundles, type Named } from '../join/bundle.ts';
import { hasDay } from '../join/days.ts';
import type { MergingLexicon, QuadTable } from '../join/lexicon.ts';
import { happeningOf } from './happening.ts';
import { joinedAcross } from './join.ts';
import { layerOf, threadOfEvent } from './keys.ts';
import type { Told } from './told.ts';

/** What a part of events yields: one of the lists is filled. */
export interface EventPart {
  readonly events: readonly Bundle<Told>[];
  readonly disputes: readonly ToldDispute[];
  readonly denials: readonly ToldDenial[];
}

/** Parts of disputes that are about no event, which a judgement may join with others. */
const DISPUTES = 'dispute/';

/**
 * What happened, the disputes about it, and those about no event. One function for both families, since a judgement may
 * merge disputes of both: then the parts of their threads come together, under the key of either.
 */
export function toldThread(
  parts: readonly PartResult[],
  ledger: readonly Judgement[],
  lexicon: MergingLexicon,
  quads: QuadTable,
): Thread {
  const apart = parts.filter(({ key }) => key.startsWith(DISPUTES));
  const events = parts.filter(({ key }) => !key.startsWith(DISPUTES));
  const results = events.map(({ result }) => result as EventPart);
  const bundles = byThread(events, threadOfEvent).flatMap((its) =>
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
  const disputed = [
    ...withShown(gathered(own, happeningsOf, lexicon), shown, happeningsOf),
    ...byThread(apart, threadOfDispute).flatMap((its) =>
      gathered(
        its.flatMap(({ result }) => result as readonly ToldDispute[]),
        () => [],
        lexicon,
      ),
    ),
  ];
  const disputes = judgedBundles('dispute', disputed, ledger).map((named) => {
    const its = happeningsOfBundle(named.bundle, happeningsOf, byId);
    return disputeRow(disputeOf(named, its), its);
  });
  const counted = happenings.flatMap((happening) => deedsOf(happening, quads, lexicon));
  return { entries: [...happenings.map(happeningRow), ...disputes], wordsAndDeeds: rowsOf(counted), counted };
}

/** Parts by their thread before any judgement: what stands apart is joined by judgements alone. */
function byThread(
  parts: readonly PartResult[],
  threadOf: (part: string) => string,
): readonly (readonly PartResult[])[] {
  const threads = new Map<string, PartResult[]>();
  for (const part of parts) {
    const key = threadOf(part.key);
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
