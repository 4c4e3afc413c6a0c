import { EVENT_TYPES } from '../../record.ts';
import { compare } from '../family.ts';
import { type Bundle, bundleOf, byGrounded, joinedBundles, shortened } from '../join/bundle.ts';
import { daysBetween } from '../join/days.ts';
import { alikeByMark, grouped } from '../join/group.ts';
import type { MergingLexicon } from '../join/lexicon.ts';
import { placeRelation } from '../join/places.ts';
import { plainName } from '../parties.ts';
import { alike, ENOUGH, MARGIN, SURE } from './alike.ts';
import type { Layer } from './keys.ts';
import { type Naming, withNamed } from './named.ts';
import { type Known, knownOf, type Told } from './told.ts';

/** What is recalled for years is listed by so many of a month; the others are counted. */
const MOST_RECALLED = 12;
/** So many of a bundle are compared with those of another; fewer of what is recalled, which is told in few words. */
const COMPARED = 5;
const COMPARED_RECALLED = 2;

/** So many bundles of a part that recalls are compared with those of other parts, and so many of all such parts. */
const MOST_BUNDLES = 15;
const MOST_COMPARED = 90;

const NEVER = Number.NEGATIVE_INFINITY;

const isRecalling = (layer: Layer): boolean => layer === 'recalled' || layer === 'coarse';

/** Joins what a part holds: accounts of one kind of event of one day, or of one month or year recalled. */
export function joinedWithin(told: readonly Told[], layer: Layer, lexicon: MergingLexicon): readonly Bundle<Told>[] {
  const known = [...told].sort(byGrounded).map((one) => knownOf(one, lexicon));
  const reportOf = (one: Known): readonly string[] => [one.told.evidence.report];
  const same = isRecalling(layer) ? alikeByMark(known, reportOf, markOf) : known.map((one) => [one]);
  const bundles = grouped(same, {
    reportsOf: (group) => group.flatMap(reportOf),
    score: ([a], [b]) => alike(a!, b!, lexicon),
    enough: ENOUGH,
    sure: SURE,
    margin: MARGIN,
  }).map((groups) => bundleOf(groups.flat().map((one) => one.told)));
  return isRecalling(layer) ? bundles.map((bundle) => shortened(bundle, MOST_RECALLED)) : bundles;
}

/** The same for what says the same of the same: who, how, where, the words that tell, the numbers; `null` for little. */
function markOf({ told, topic, figures, actor, timing }: Known): string | null {
  if (topic.size < 2 && figures.size === 0) return null;
  const place = told.place && (told.place.entry ?? plainName(told.place.name));
  const when = timing.kind === 'days' ? `${told.when?.start} ${told.when?.end}` : '';
  const numbers = [...figures].map(([what, its]) => `${what} ${its.join(' ')}`).sort();
  return [told.type, told.mode, told.status, actor, place, when, [...topic].sort().join(' '), ...numbers].join('|');
}

/** Layers of which something can be one happening. */
const MEET: Readonly<Partial<Record<Layer, readonly Layer[]>>> = {
  dated: ['dated', 'reported', 'recalled'],
  reported: ['dated', 'reported'],
  recalled: ['dated', 'recalled'],
  loose: ['loose'],
  coarse: ['coarse'],
};

/** Days by which two bundles that begin on different days can be one: a stretch of days, or told some days later. */
const REACH = 4;
/** More days than any two lie apart. */
const FAR = 10_000_000;

/** A bundle beside what is compared of it. */
interface Stood {
  readonly layer: Layer;
  readonly bundle: Bundle<Told>;
  readonly sample: readonly Known[];
  readonly reports: readonly string[];
  /** By type, and then by day. */
  readonly at: number;
}

/**
 * Joins the bundles of all parts of a thread: over days, and what is recalled with what was told at the time. Of what is
 * recalled for years, each part's bundles told most are compared; the others are joined where they say the same.
 */
export function joinedAcross(
  parts: readonly { readonly layer: Layer; readonly bundles: readonly Bundle<Told>[] }[],
  lexicon: MergingLexicon,
): readonly Bundle<Told>[] {
  let compared: Stood[] = [];
  const recalled: Stood[] = [];
  const others: Stood[] = [];
  for (const { layer, bundles } of parts) {
    if (!isRecalling(layer)) {
      compared.push(...bundles.map((bundle) => stand(layer, bundle, lexicon)));
      continue;
    }
    // What such a part holds is of one kind and one time, so size and first report order it.
    const sorted = [...bundles].sort((a, b) => sizeOf(b) - sizeOf(a) || byGrounded(a.told[0]!, b.told[0]!));
    recalled.push(...sorted.slice(0, MOST_BUNDLES).map((bundle) => stand(layer, bundle, lexicon)));
    others.push(...sorted.slice(MOST_BUNDLES).map((bundle) => stand(layer, bundle, lexicon, 1)));
  }
  recalled.sort(bySize);
  compared = [...compared, ...recalled.slice(0, MOST_COMPARED)];
  others.push(...recalled.slice(MOST_COMPARED));
  const joined = grouped(compared.sort(inOrder), {
    reportsOf: ({ reports }) => reports,
    score: (a, b) => (MEET[a.layer]?.includes(b.layer) ? alikeBundles(a.sample, b.sample, lexicon) : NEVER),
    enough: ENOUGH,
    sure: SURE,
    margin: MARGIN,
    at: ({ at }) => at,
    reach: REACH,
  });
  const groups = withNamed(withSole(joined, lexicon), NAMING, lexicon).map((group) =>
    joinedBundles(group.flat().map(({ bundle }) => bundle)),
  );
  if (others.length === 0) return groups;
  const again = [...groups.map((bundle) => stand('coarse', bundle, lexicon, 1)), ...others.sort(inOrder)];
  return alikeByMark(
    again,
    ({ reports }) => reports,
    ({ sample }) => markOf(sample[0]!),
  ).map((group) => joinedBundles(group.map(({ bundle }) => bundle)));
}

const reportsIn = (group: readonly Stood[]): readonly string[] => group.flatMap(({ reports }) => reports);

/** Groups of bundles as `withNamed` asks of them. */
const NAMING: Naming<readonly Stood[]> = {
  wordsOf: (group) => group.flatMap(({ sample }) => sample.map(({ told }) => told.evidence.words)),
  dayOf: ([first]) => first!.at,
  isDated: (group) => group.some(({ sample }) => sample.some(({ timing }) => timing.kind !== 'none')),
  canBe(a, b) {
    const reports = new Set(reportsIn(a));
    if (reportsIn(b).some((report) => reports.has(report))) return false;
    const placesOf = (group: readonly Stood[]) => group.flatMap(({ sample }) => sample.map(({ told }) => told.place));
    return placesOf(a).every((place) => placesOf(b).every((other) => placeRelation(place, other) !== 'apart'));
  },
};

/** So few words name what everybody knows: "their navies clashed". */
const FEW_WORDS = 3;

/**
 * What is recalled in a few words by its very day is the one thing of its kind that was told of that day, where only one
 * was, nothing speaks against it and a word is shared.
 */
function withSole(groups: readonly (readonly Stood[])[], lexicon: MergingLexicon): readonly (readonly Stood[])[] {
  const isTold = (group: readonly Stood[]): boolean => group.some((one) => one.layer === 'dated' && !isBare(one));
  const byDay = new Map<number, (readonly Stood[])[]>();
  for (const group of groups) {
    if (!isTold(group)) continue;
    for (const day of new Set(group.map(({ at }) => at))) byDay.set(day, [...(byDay.get(day) ?? []), group]);
  }
  const taken = new Map<readonly Stood[], readonly Stood[][]>();
  const gone = new Set<readonly Stood[]>();
  for (const group of groups) {
    const [first] = group;
    const [sole, ...more] = byDay.get(first!.at) ?? [];
    if (!sole || more.length > 0 || !group.every((one) => isBare(one) && one.at === first!.at)) continue;
    const reports = new Set(sole.flatMap((one) => one.reports));
    if (group.some((one) => one.reports.some((report) => reports.has(report)))) continue;
    if (
      !group.every(({ sample }) =>
        isOf(
          sample,
          sole.flatMap((one) => one.sample),
          lexicon,
        ),
      )
    )
      continue;
    taken.set(sole, [...(taken.get(sole) ?? []), [...group]]);
    gone.add(group);
  }
  if (gone.size === 0) return groups;
  return groups.filter((group) => !gone.has(group)).map((group) => [...group, ...(taken.get(group) ?? []).flat()]);
}

/** From so many days after it a report that tells a day in a few words recalls it, whatever it calls it. */
const LATER = 4;

/** Recalled by a day, in a few words and without a number. */
const isBare = ({ layer, sample }: Stood): boolean =>
  (layer === 'recalled' || layer === 'dated') &&
  sample.every(
    ({ topic, figures, timing, told }) =>
      topic.size <= FEW_WORDS &&
      figures.size === 0 &&
      timing.kind === 'days' &&
      (layer === 'recalled' || (told.evidence.day !== null && daysBetween(timing.from, told.evidence.day) >= LATER)),
  );

/** Whether each of a few words can be of what others tell: nobody else did it, and one of the others shares a word. */
function isOf(few: readonly Known[], others: readonly Known[], lexicon: MergingLexicon): boolean {
  return few.every(
    (one) =>
      others.every(({ actor }) => one.actor === null || actor === null || one.actor === actor) &&
      others.some(
        (other) => alike(one, other, lexicon) > NEVER && [...one.topic].some((word) => other.topic.has(word)),
      ),
  );
}

const bySize = (a: Stood, b: Stood): number => sizeOf(b.bundle) - sizeOf(a.bundle) || inOrder(a, b);

const sizeOf = ({ told, rest }: Bundle<Told>): number => told.length + (rest?.reports ?? 0);

const inOrder = (a: Stood, b: Stood): number =>
  a.at - b.at || byGrounded(a.bundle.told[0]!, b.bundle.told[0]!) || compare(a.layer, b.layer);

function stand(
  layer: Layer,
  bundle: Bundle<Told>,
  lexicon: MergingLexicon,
  most = isRecalling(layer) ? COMPARED_RECALLED : COMPARED,
): Stood {
  const fullest = [...bundle.told].sort(
    (a, b) => b.evidence.words.length - a.evidence.words.length || byGrounded(a, b),
  );
  const sample = fullest.slice(0, most).map((told) => knownOf(told, lexicon));
  const { number } = sample[0]!;
  const day = layer === 'coarse' || Number.isNaN(number) ? 0 : number;
  return {
    layer,
    bundle,
    sample,
    at: EVENT_TYPES.indexOf(bundle.told[0]!.type) * FAR + day,
    reports: [...new Set(bundle.told.map(({ evidence }) => evidence.report))],
  };
}

/** Between the best pair and the mean of all; never where one pair cannot be one. */
function alikeBundles(a: readonly Known[], b: readonly Known[], lexicon: MergingLexicon): number {
  let best = NEVER;
  let sum = 0;
  for (const one of a) {
    for (const other of b) {
      const score = alike(one, other, lexicon);
      if (score === NEVER) return NEVER;
      best = Math.max(best, score);
      sum += score;
    }
  }
  return (best + sum / (a.length * b.length)) / 2;
}
