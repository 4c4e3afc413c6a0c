import { compare } from '../family.ts';
import { type Bundle, bundleOf, byGrounded, joinedBundles, shortened } from '../join/bundle.ts';
import { dayNumber } from '../join/days.ts';
import { alikeByMark, grouped } from '../join/group.ts';
import type { MergingLexicon } from '../join/lexicon.ts';
import { likeness } from '../join/words.ts';
import { alikeTalks, ENOUGH, kindsAlike, MARGIN, namesAlike, placesAlike, SURE, sidesAlike } from './alike.ts';
import { monthOf } from './keys.ts';
import { type KnownTalk, knownTalkOf, type ToldTalk } from './told.ts';

/** What is recalled for years is listed by so many of a month; the others are counted. */
const MOST_RECALLED = 12;
/** So many of a bundle are compared with those of another. */
const COMPARED = 5;
/** So many bundles of a part that recalls are compared with those of other parts. */
const MOST_BUNDLES = 15;
/** Within so many days a proposal without a date is of the next talk that fits. */
const NEXT = 42;

const NEVER = Number.NEGATIVE_INFINITY;

export function joinedTalksWithin(
  told: readonly ToldTalk[],
  recalled: boolean,
  lexicon: MergingLexicon,
): readonly Bundle<ToldTalk>[] {
  const known = [...told].sort(byGrounded).map((one) => knownTalkOf(one, lexicon));
  const bundles = grouped(known, {
    reportsOf: (one) => [one.told.evidence.report],
    score: alikeTalks,
    enough: ENOUGH,
    sure: SURE,
    margin: MARGIN,
  }).map((group) => bundleOf(group.map((one) => one.told)));
  return recalled ? bundles.map((bundle) => shortened(bundle, MOST_RECALLED)) : bundles;
}

interface Stood {
  readonly bundle: Bundle<ToldTalk>;
  readonly known: readonly KnownTalk[];
  readonly sample: readonly KnownTalk[];
  readonly reports: readonly string[];
  /** Of the first day that it can stand at, as a number of days. */
  readonly at: number;
  /** Not told to have taken place, nor for which day. */
  readonly proposal: boolean;
}

/** Things that lie so many days apart are never one talk: `NEXT`, and the days of a long one. */
const REACH = 60;

const together = (stood: readonly Stood[], score: (a: Stood, b: Stood) => number, lexicon: MergingLexicon): Stood[] =>
  grouped([...stood].sort(byPlace), {
    reportsOf: ({ reports }) => reports,
    score,
    enough: ENOUGH,
    sure: SURE,
    margin: MARGIN,
    at: ({ at }) => at,
    reach: REACH,
  }).map((group) =>
    group.length === 1 ? group[0]! : stand(joinedBundles(group.map(({ bundle }) => bundle)), lexicon),
  );

/**
 * Joins the bundles of a thread over days; then proposals and plans without a date with the talks that came of them, one
 * by one, since between two of them a talk may have been held; then what is left of these with each other. Of what is
 * recalled for years, each part's bundles told most are compared; the others are joined where they say the same.
 */
export function joinedTalksAcross(
  parts: readonly { readonly recalled: boolean; readonly bundles: readonly Bundle<ToldTalk>[] }[],
  lexicon: MergingLexicon,
): readonly Bundle<ToldTalk>[] {
  const stood: Stood[] = [];
  const others: Stood[] = [];
  for (const { recalled, bundles } of parts) {
    const its = bundles.map((bundle) => stand(bundle, lexicon));
    if (recalled) its.sort((a, b) => b.known.length - a.known.length || byFirst(a, b));
    const most = recalled ? MOST_BUNDLES : its.length;
    stood.push(...its.slice(0, most));
    others.push(...its.slice(most));
  }
  const score = (a: Stood, b: Stood): number => alikeBundles(a.sample, b.sample);
  const held = together(stood, (a, b) => (a.proposal && b.proposal ? NEVER : score(a, b)), lexicon);
  const { talks, left } = withProposals(held);
  const found = [...talks, ...together(left, score, lexicon).map(({ bundle }) => bundle)];
  if (others.length === 0) return found;
  return alikeByMark(
    [...found.map((bundle) => stand(bundle, lexicon)), ...others.sort(byFirst)],
    ({ reports }) => reports,
    ({ sample: [first] }) => `${first!.told.kind} ${[...first!.participants].sort().join(', ')} ${first!.plain}`,
  ).map((group) => joinedBundles(group.map(({ bundle }) => bundle)));
}

const byPlace = (a: Stood, b: Stood): number => a.at - b.at || byFirst(a, b);

const byFirst = (a: Stood, b: Stood): number => byGrounded(a.bundle.told[0]!, b.bundle.told[0]!);

function stand(bundle: Bundle<ToldTalk>, lexicon: MergingLexicon): Stood {
  const known = bundle.told.map((told) => knownTalkOf(told, lexicon));
  const fullest = [...known].sort((a, b) => b.plain.length - a.plain.length || byGrounded(a.told, b.told));
  return {
    bundle,
    known,
    sample: fullest.slice(0, COMPARED),
    reports: [...new Set(bundle.told.map(({ evidence }) => evidence.report))],
    at: Math.min(...known.map(({ day }) => (day === null ? 0 : dayNumber(day)))),
    proposal: known.every((one) => one.open && one.timing.kind !== 'days'),
  };
}

function alikeBundles(a: readonly KnownTalk[], b: readonly KnownTalk[]): number {
  let best = NEVER;
  let sum = 0;
  for (const one of a) {
    for (const other of b) {
      const score = alikeTalks(one, other);
      if (score === NEVER) return NEVER;
      best = Math.max(best, score);
      sum += score;
    }
  }
  return (best + sum / (a.length * b.length)) / 2;
}

/** A proposal or plan without a date is of the next talk of the same sides, where nothing contradicts. */
function withProposals(groups: readonly Stood[]): {
  readonly talks: readonly Bundle<ToldTalk>[];
  readonly left: Stood[];
} {
  const talks = groups.filter(({ proposal }) => !proposal);
  const joined = new Map(talks.map((talk) => [talk, { bundles: [talk.bundle], reports: new Set(talk.reports) }]));
  const dated = datedAmong(talks);
  const left: Stood[] = [];
  for (const proposal of groups.filter((group) => group.proposal).sort(byPlace)) {
    const next = nextOf(proposal, dated);
    const its = next && joined.get(next);
    if (its && !proposal.reports.some((report) => its.reports.has(report))) {
      its.bundles.push(proposal.bundle);
      for (const report of proposal.reports) its.reports.add(report);
    } else left.push(proposal);
  }
  return { talks: [...joined.values()].map(({ bundles }) => joinedBundles(bundles)), left };
}

/** A talk that took place or has a day, with the first such day. */
interface Dated {
  readonly talk: Stood;
  readonly day: string;
  readonly number: number;
}

/** Those of the talks that have a day, by day. */
const datedAmong = (talks: readonly Stood[]): readonly Dated[] =>
  talks
    .flatMap((talk) => {
      const [day] = talk.known
        .flatMap((one) => (one.timing.kind === 'days' || !one.open ? (one.day ?? []) : []))
        .sort(compare);
      return day === undefined ? [] : [{ talk, day, number: dayNumber(day) }];
    })
    .sort((a, b) => a.number - b.number);

/** Days of the talk after the last report of the proposal; `null` where it cannot be its talk. */
function daysUntil(proposal: Stood, last: number, { talk, day, number }: Dated): number | null {
  const days = number - last;
  if (talk.reports.some((report) => proposal.reports.includes(report))) return null;
  if (!proposal.known.some((one) => talk.known.some((other) => ofOneMatter(one, other)))) return null;
  const fits = proposal.known.every((one) =>
    talk.known.every((other) => {
      if (placesAlike(one, other) < 0 || kindsAlike(one.told.kind, other.told.kind) < 0.2) return false;
      if (namesAlike(one, other) < 0) return false;
      if (one.round !== null && other.round !== null && one.round !== other.round) return false;
      const month = one.timing.kind === 'coarse' ? monthOf(one.timing.label) : null;
      if (one.timing.kind === 'coarse' && month !== day.slice(0, 7)) return false;
      return sidesAlike(one, other) !== NEVER;
    }),
  );
  if (!fits) return null;
  const sides = proposal.known.some((one) => talk.known.some((other) => sidesAlike(one, other) >= 2));
  const round = proposal.known.some(
    (one) => one.round !== null && talk.known.some((other) => other.round === one.round),
  );
  return sides || round ? days : null;
}

/** Whether people, place or words besides the participants are the same; people who are named must be. */
const ofOneMatter = (one: KnownTalk, other: KnownTalk): boolean =>
  namesAlike(one, other) > 0 ||
  placesAlike(one, other) > 0 ||
  (one.names.size === 0 && likeness(one.subject, other.subject) > 0);

/** `talks` stand by day, so that only those of the weeks that come are looked at. */
function nextOf(proposal: Stood, talks: readonly Dated[]): Stood | null {
  // What was called off or refused is no talk that came later.
  if (proposal.known.some(({ told }) => told.status === 'cancelled' || told.status === 'refused')) return null;
  const last = Math.max(
    ...proposal.known.flatMap(({ told: { evidence } }) => (evidence.day ? dayNumber(evidence.day) : [])),
  );
  let found: { readonly talk: Stood; readonly days: number } | null = null;
  for (let i = firstFrom(talks, last); i < talks.length; i++) {
    const dated = talks[i]!;
    if (dated.number - last > NEXT || (found && dated.number - last > found.days)) break;
    const days = daysUntil(proposal, last, dated);
    if (days === null) continue;
    // Two on one day: nobody says which.
    if (found) return null;
    found = { talk: dated.talk, days };
  }
  return found?.talk ?? null;
}

/** The place of the first talk at a day or later; the end for none. */
function firstFrom(talks: readonly Dated[], day: number): number {
  let low = 0;
  let high = talks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (talks[middle]!.number < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
