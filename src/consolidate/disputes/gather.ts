import type { Happening } from '../../case.ts';
import { compare } from '../family.ts';
import { type Bundle, bundleOf, byGrounded, joinedBundles } from '../join/bundle.ts';
import { daysBetween } from '../join/days.ts';
import { grouped } from '../join/group.ts';
import type { MergingLexicon } from '../join/lexicon.ts';
import { likeness } from '../join/words.ts';
import { contestersOf, giversOf, type KnownDispute, kindGroup, knownDisputeOf, type ToldDispute } from './told.ts';

const NEVER = Number.NEGATIVE_INFINITY;
const ENOUGH = 3.4;
const SURE = 6;
const MARGIN = 0.5;
/** About one happening. */
const SAME_HAPPENING = 3;
const SAME_SIDES = 1.2;
const OTHER_SIDES = -4;
const LIKENESS = 5;
const SAME_WORDS = 7;
/** Without a happening, days between two reports of one dispute. */
const DAYS = 4;

/** Which happenings a dispute is about, by their ids. */
export type HappeningsOf = (told: ToldDispute) => readonly string[];

/** Gathers what several reports tell of one dispute. */
export function gathered(
  disputes: readonly ToldDispute[],
  happeningsOf: HappeningsOf,
  lexicon: MergingLexicon,
): readonly Bundle<ToldDispute>[] {
  const known = [...disputes].sort(byGrounded).map((told) => {
    const happenings = happeningsOf(told);
    return { ...knownDisputeOf(told, lexicon), happenings };
  });
  return grouped(known, {
    reportsOf: ({ told }) => [told.evidence.report],
    score: alikeDisputes,
    enough: ENOUGH,
    sure: SURE,
    margin: MARGIN,
  }).map((group) => bundleOf(group.map(({ told }) => told)));
}

type Placed = KnownDispute & { readonly happenings: readonly string[] };

function alikeDisputes(a: Placed, b: Placed): number {
  if (kindGroup(a.told.kind) !== kindGroup(b.told.kind)) return NEVER;
  const words = a.plain === b.plain ? SAME_WORDS : LIKENESS * likeness(a.topic, b.topic);
  const sides = sidesAlike(a, b);
  const one = a.happenings.some((id) => b.happenings.includes(id));
  if (one) return SAME_HAPPENING + sides + words;
  if (a.happenings.length > 0 && b.happenings.length > 0) return NEVER;
  const [from, to] = [a.told.evidence.day, b.told.evidence.day];
  if (from === null || to === null) return a.plain === b.plain ? SAME_WORDS : NEVER;
  return Math.abs(daysBetween(from, to)) > DAYS ? NEVER : sides + words;
}

function sidesAlike(a: Placed, b: Placed): number {
  // Doubts and numbers need no sides to be the same: what they are about says enough.
  const [x, y] =
    a.told.kind === 'unverified' || a.told.kind === 'figures' ? [a.givers, b.givers] : [a.contesters, b.contesters];
  if (x.size === 0 || y.size === 0) return 0.4;
  return [...x].some((giver) => y.has(giver)) ? SAME_SIDES : OTHER_SIDES;
}

/** What reports show together is put with what one report tells of it, where sides and happening are the same. */
export function withShown(
  told: readonly Bundle<ToldDispute>[],
  shown: readonly ToldDispute[],
  happeningsOf: HappeningsOf,
): readonly Bundle<ToldDispute>[] {
  const all = [...told];
  for (const one of [...shown].sort(byGrounded)) {
    const contesters = contestersOf(one);
    const givers = giversOf(one);
    const [happening] = happeningsOf(one);
    const at = all.findIndex(({ told: others }) =>
      others.some(
        (other) =>
          kindGroup(other.kind) === kindGroup(one.kind) &&
          happeningsOf(other).some((id) => id === happening) &&
          ([...contestersOf(other)].some((giver) => contesters.has(giver)) || isAmong(givers, giversOf(other))),
      ),
    );
    if (at < 0) all.push(bundleOf([one]));
    else all[at] = joinedBundles([all[at]!, bundleOf([one])]);
  }
  return all;
}

const isAmong = (few: ReadonlySet<string>, many: ReadonlySet<string>): boolean =>
  few.size > 1 && [...few].every((one) => many.has(one));

/** Of the happenings, those that a bundle of disputes is about, those that most tell of first. */
export function happeningsOfBundle(
  { told }: Bundle<ToldDispute>,
  happeningsOf: HappeningsOf,
  byId: ReadonlyMap<string, Happening>,
): readonly Happening[] {
  const count = new Map<string, number>();
  for (const one of told) for (const id of happeningsOf(one)) count.set(id, (count.get(id) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).flatMap(([id]) => byId.get(id) ?? []);
}
