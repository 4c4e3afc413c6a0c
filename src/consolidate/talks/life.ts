import type { EntryRow, Evidence, PlaceRef, TalkLife, TalkStep } from '../../case.ts';
import type { Interval, TalkKind, TalkStatus } from '../../record.ts';
import { compare } from '../family.ts';
import { type Named, supportOfBundle } from '../join/bundle.ts';
import { hasDay } from '../join/days.ts';
import { exactness } from '../join/places.ts';
import { confidenceOf } from '../support.ts';
import { type ToldTalk, talkTiming } from './told.ts';

/** No list of evidence is longer; `support` counts all. */
const MOST_EVIDENCE = 200;

/** From a proposal to what became of it: which of two told on one day is the later. */
const ORDER: readonly TalkStatus[] = [
  'proposed',
  'refused',
  'scheduled',
  'postponed',
  'cancelled',
  'ongoing',
  'stalled',
  'held',
];

/** One talk over all reports, from what each tells of it. */
export function lifeOf({ id, bundle }: Named<ToldTalk>): TalkLife {
  const { told, rest } = bundle;
  const evidence = told.map((one) => one.evidence);
  const { participants, mediators } = rolesOf(told);
  const outcomes = told.filter(({ outcome }) => outcome !== null);
  const outcome = outcomes.reduce<ToldTalk | null>(
    (best, one) => (best === null || one.outcome!.length > best.outcome!.length ? one : best),
    null,
  );
  const copied = copiesIn(told);
  return {
    id,
    kind: kindOf(told),
    status: lastStatus(told.filter((one) => !copied.has(one))),
    participants,
    mediators,
    place: placeOf(told)?.name ?? null,
    when: whenOf(told),
    outcome: outcome && { words: outcome.outcome!, evidence: outcome.evidence },
    steps: stepsOf(told, copied),
    evidence: evidence.slice(0, MOST_EVIDENCE),
    confidence: confidenceOf(evidence),
    support: supportOfBundle(evidence, rest),
  };
}

/**
 * Who takes part and who mediates or hosts. Whom reports name as both has one role: it mediates where the others are several,
 * or none is told; beside one other, as where an envoy sees one side, it is what more reports say, and takes part on a tie.
 */
function rolesOf(told: readonly ToldTalk[]): Pick<TalkLife, 'participants' | 'mediators'> {
  const [parts, hosts] = [namesOf(told, 'participants'), namesOf(told, 'mediators')];
  const others = parts.filter((name) => !hosts.includes(name)).length;
  const times = (name: string, field: 'participants' | 'mediators'): number =>
    told.filter((one) => one[field].includes(name)).length;
  const mediates = (name: string): boolean =>
    hosts.includes(name) && (others !== 1 || times(name, 'mediators') > times(name, 'participants'));
  return {
    participants: parts.filter((name) => !mediates(name)),
    mediators: hosts.filter((name) => mediates(name) || !parts.includes(name)),
  };
}

/** Those that most reports name first. */
function namesOf(told: readonly ToldTalk[], field: 'participants' | 'mediators'): readonly string[] {
  const count = new Map<string, number>();
  for (const one of told) for (const name of new Set(one[field])) count.set(name, (count.get(name) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([name]) => name);
}

/** The kind that most reports tell; a mere contact only where none tells more. */
function kindOf(told: readonly ToldTalk[]): TalkKind {
  const count = new Map<TalkKind, number>();
  for (const { kind } of told) count.set(kind, (count.get(kind) ?? 0) + 1);
  const ranked = [...count].sort(
    (a, b) => Number(a[0] === 'contact') - Number(b[0] === 'contact') || b[1] - a[1] || compare(a[0], b[0]),
  );
  return ranked[0]![0];
}

/** The last one told; but what was held once is not made a plan again by a report that repeats older words. */
function lastStatus(told: readonly ToldTalk[]): TalkStatus {
  const took = told.filter(({ status }) => ORDER.indexOf(status) >= ORDER.indexOf('ongoing'));
  const [first, ...others] = took.length > 0 ? took : told;
  return others.reduce((last, one) => (isLater(one, last) ? one : last), first!).status;
}

function isLater(a: ToldTalk, b: ToldTalk): boolean {
  const [x, y] = [a.evidence.day ?? '', b.evidence.day ?? ''];
  return x > y || (x === y && ORDER.indexOf(a.status) > ORDER.indexOf(b.status));
}

/** Copies of what another report here tells, each with that: they come later and tell nothing later. */
function copiesIn(told: readonly ToldTalk[]): ReadonlyMap<ToldTalk, ToldTalk> {
  const byReport = new Map(told.map((one) => [one.evidence.report, one]));
  const originalOf = ({ evidence }: ToldTalk): ToldTalk | undefined =>
    evidence.copyOf === null ? undefined : byReport.get(evidence.copyOf);
  return new Map(
    told.flatMap((one) => {
      const original = originalOf(one);
      return original ? [[one, original] as const] : [];
    }),
  );
}

/** What is told on one day of report with one status is one step; a copy belongs to the step of what it copies. */
function stepsOf(told: readonly ToldTalk[], copied: ReadonlyMap<ToldTalk, ToldTalk>): readonly TalkStep[] {
  const by = new Map<string, { day: string | null; status: TalkStatus; evidence: Evidence[] }>();
  for (const one of told) {
    const { status, evidence } = copied.get(one) ?? one;
    const key = `${evidence.day ?? '~'} ${ORDER.indexOf(status)}`;
    const step = by.get(key) ?? { day: evidence.day, status, evidence: [] };
    by.set(key, step);
    step.evidence.push(one.evidence);
  }
  return [...by]
    .sort(([a], [b]) => compare(a, b))
    .map(([, { day, status, evidence }]) => ({
      day,
      status,
      words: evidence.reduce((a, b) => (b.words.length > a.words.length ? b : a)).words,
      evidence: evidence.slice(0, MOST_EVIDENCE),
    }))
    .slice(0, MOST_EVIDENCE);
}

function placeOf(told: readonly ToldTalk[]): PlaceRef | null {
  const count = new Map<string, { place: PlaceRef; count: number }>();
  for (const { place } of told) {
    if (place) count.set(place.name, { place, count: (count.get(place.name)?.count ?? 0) + 1 });
  }
  const ranked = [...count.values()].sort(
    (a, b) => exactness(b.place) - exactness(a.place) || b.count - a.count || compare(a.place.name, b.place.name),
  );
  return ranked[0]?.place ?? null;
}

/** The most exact time told; among equals the one told last, since talks are put off. */
function whenOf(told: readonly ToldTalk[]): Interval | null {
  let best: { when: Interval; exact: number } | null = null;
  for (const { when } of told) {
    if (!when) continue;
    const timing = talkTiming(when);
    const exact = timing.kind === 'days' ? 2 : timing.kind === 'coarse' ? 1 : 0;
    if (!best || exact >= best.exact) best = { when, exact };
  }
  return best?.when ?? null;
}

export function talkRow(talk: TalkLife): EntryRow {
  const { when, support } = talk;
  const day = (date: string | null | undefined): string | null =>
    date == null ? null : hasDay(date) ? date.slice(0, 10) : date;
  return {
    kind: 'talk',
    id: talk.id,
    entry: talk,
    parties: [...new Set([...talk.participants, ...talk.mediators])].sort(compare),
    issue: null,
    status: talk.status,
    type: talk.kind,
    first: day(when?.start) ?? support.first,
    last: day(when?.end) ?? support.last,
    reports: [...new Set(talk.evidence.map(({ report }) => report))].sort(compare),
  };
}
