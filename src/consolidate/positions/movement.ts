import type { ObservedMovement, PositionPoint } from '../../case.ts';
import type { Stance } from '../../record.ts';
import { plainName } from '../parties.ts';
import { daysBetween, type Gathered } from './points.ts';
import { likeness, numbersIn, overlap, type SubjectLexicon, sameSubject, sharedStems, stemsOf } from './subject.ts';

/** Own people who differ within so many days contradict each other; later, the position may have moved. */
const SPLIT_DAYS = 7;
/** Conditions that share this much are one condition in other words. */
const ONE_CONDITION = 0.4;

type Direction = ObservedMovement['direction'];

/**
 * What a change of stance on one subject tells. Pairs that are not listed are no movement: who accepts what he demanded
 * got it; offers and acceptances of one thing agree; and demands and offers stand beside each other, as in an exchange.
 */
const TURNS: Partial<Record<Stance, Partial<Record<Stance, Direction>>>> = {
  rejects: { offers: 'softer', accepts: 'softer' },
  offers: { rejects: 'harder' },
  accepts: { rejects: 'harder' },
};
/** A condition that is not told again counts as dropped only where the same person says nearly the same otherwise. */
const SAME_WORDS = 0.5;
/** In a line of so many points, words that stand in more than this share of them say nothing of what one is about. */
const MANY = 8;
/** A turn of which so much was told before and since is no slip of one report. */
const TOLD = 3;
const COMMON = 0.25;

/** Points with the words alone that tell what each is about: those that stand in many points of the line are left out. */
export function bySubject(gathered: readonly Gathered[]): readonly Gathered[] {
  if (gathered.length < MANY) return gathered;
  const counts = new Map<string, number>();
  for (const { stems } of gathered) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const most = gathered.length * COMMON;
  return gathered.map(({ point, stems }) => ({
    point,
    stems: new Set([...stems].filter((stem) => counts.get(stem)! <= most)),
  }));
}

/** Dated words of the party itself. */
const isOwn = ({ voice, day }: PositionPoint): boolean => voice === 'self' && day !== null;

/**
 * Movement that two dated statements of the party show. Strict: both must be about one subject within the issue, the
 * later one is held against the last one before it, what comes again afterwards has not changed, and words of two of
 * its people within days are a split, not a movement.
 */
export function observedIn(
  gathered: readonly Gathered[],
  issue: string,
  lexicon: SubjectLexicon,
): readonly ObservedMovement[] {
  const own = gathered.filter(({ point }) => isOwn(point));
  const found: ObservedMovement[] = [...turnOf(gathered, issue, lexicon), ...yieldOf(gathered, issue, lexicon)];
  for (const [i, later] of own.entries()) {
    for (let j = i - 1; j >= 0; j -= 1) {
      const earlier = own[j]!;
      if (earlier.point.day === later.point.day || !sameSubject(earlier.stems, later.stems)) continue;
      const movement = movementBetween(earlier, later, own, lexicon);
      if (movement && !found.some(({ from, to }) => from === movement.from && to === movement.to)) found.push(movement);
      // Only the last that was said before of the same subject: older ones were answered by it.
      break;
    }
  }
  return found;
}

/**
 * The one turn of a line: it refused and since then grants, or the other way round, and never both at a time, as the party
 * says itself and reporters tell of it. On issues on which an answer takes the place of those before it is seen whatever
 * the words; on others a word that tells must stand both before and after.
 */
function turnOf(gathered: readonly Gathered[], issue: string, lexicon: SubjectLexicon): readonly ObservedMovement[] {
  const told = gathered.filter(
    ({ point: { day, stance, voice } }) => day !== null && stance !== 'demands' && voice !== 'other',
  );
  const refuses = ({ point }: Gathered): boolean => point.stance === 'rejects';
  const turns = told.flatMap((one, i) => (i > 0 && refuses(one) !== refuses(told[i - 1]!) ? [i] : []));
  const [at] = turns;
  if (at === undefined || turns.length > 1) return [];
  const [before, after] = [told[at - 1]!, told[at]!];
  if (before.point.day === after.point.day || isSplit(before, after)) return [];
  if (told.length < TOLD) return [];
  if (!lexicon.lastAnswer.has(issue)) {
    const words = new Set(told.slice(0, at).flatMap(({ stems }) => [...stems]));
    if (sharedStems(words, after.stems) === 0) return [];
  }
  const direction = TURNS[before.point.stance]?.[after.point.stance];
  return direction === undefined ? [] : [{ from: before.point, to: after.point, changed: ['stance'], direction }];
}

const isGrant = ({ stance }: PositionPoint): boolean => stance === 'accepts' || stance === 'offers';

/**
 * The last word of a line on an issue on which an answer takes the place of those before: it grants without a condition what
 * it granted only on one the last time that it was told of. A condition that comes again, or that nobody but one report
 * leaves out, is not dropped.
 */
function yieldOf(gathered: readonly Gathered[], issue: string, lexicon: SubjectLexicon): readonly ObservedMovement[] {
  if (!lexicon.lastAnswer.has(issue)) return [];
  const told = gathered.map(({ point }) => point).filter(({ day, voice }) => day !== null && voice !== 'other');
  const last = told.at(-1);
  if (last?.stance !== 'accepts' || last.condition !== null || told.length < TOLD) return [];
  const before = told.findLast(({ day }) => day !== last.day);
  if (!before || !isGrant(before) || before.condition === null || before.voice !== 'self') return [];
  const since = told.filter(({ day }) => day === last.day);
  if (since.some((point) => !isGrant(point) || point.condition !== null)) return [];
  return [{ from: before, to: last, changed: ['condition'], direction: 'softer' }];
}

function movementBetween(
  from: Gathered,
  to: Gathered,
  own: readonly Gathered[],
  lexicon: SubjectLexicon,
): ObservedMovement | null {
  const [a, b] = [from.point, to.point];
  if (isSplit(from, to)) return null;
  const between = { from: a, to: b };
  const amount = amountChanged(from, to, lexicon);
  if (a.stance !== b.stance) {
    if (amount && a.stance === 'demands' && b.stance === 'offers')
      return { ...between, changed: ['scope'], direction: null };
    const direction = TURNS[a.stance]?.[b.stance];
    // Both stances stand beside each other where the new one was there before, or the old one comes again.
    const beside = own.some(
      ({ point, stems }) =>
        (point.stance === b.stance && point.day! <= a.day! && sameSubject(stems, to.stems)) ||
        (point.stance === a.stance && point.day! >= b.day! && sameSubject(stems, from.stems)),
    );
    return direction === undefined || beside ? null : { ...between, changed: ['stance'], direction };
  }
  const changed: ('condition' | 'scope')[] = [];
  const condition = conditionChange(a, b, lexicon);
  if (condition !== undefined && !leftOut(from, to) && !heldAgain(from, to, own)) changed.push('condition');
  if (scopeChanged(a, b) || amount) changed.push('scope');
  if (changed.length === 0) return null;
  return { ...between, changed, direction: changed.includes('condition') ? condition! : null };
}

/** Two demands share at least so many words where their numbers are numbers of one thing. */
const ONE_THING = 3;

/** Whether both name a number, and the later one a number that the earlier does not: "four marks a ton", "two". */
function amountChanged(from: Gathered, to: Gathered, { numbers }: SubjectLexicon): boolean {
  if (sharedStems(from.stems, to.stems) < ONE_THING) return false;
  const [x, y] = [numbersIn(from.point.words, numbers), numbersIn(to.point.words, numbers)];
  return x.size > 0 && [...y].some((number) => !x.has(number));
}

/** What became of a condition: a direction, `null` for one put in place of another, `undefined` for nothing to tell. */
function conditionChange(a: PositionPoint, b: PositionPoint, lexicon: SubjectLexicon): Direction | undefined {
  if (a.condition !== null && b.condition !== null) {
    const [x, y] = [stemsOf(a.condition, lexicon), stemsOf(b.condition, lexicon)];
    if (x.size === 0 || y.size === 0) return undefined;
    return overlap(x, y) >= ONE_CONDITION ? undefined : null;
  }
  if ((a.condition === null) === (b.condition === null)) return undefined;
  // A refusal with a way out is softer than a flat one; a demand, offer or acceptance with a condition is harder.
  const isAdded = b.condition !== null;
  const isFirmer = a.stance === 'rejects' ? !isAdded : isAdded;
  return isFirmer ? 'harder' : 'softer';
}

/** Whether a condition may only be left out: no longer told, but by somebody else or in other words. */
const leftOut = ({ point: a, stems }: Gathered, { point: b, stems: its }: Gathered): boolean =>
  a.condition !== null && b.condition === null && !(sameName(a, b) && likeness(stems, its) >= SAME_WORDS);

const sameName = ({ by: a }: PositionPoint, { by: b }: PositionPoint): boolean =>
  a !== null && b !== null && a.name !== null && b.name !== null && plainName(a.name) === plainName(b.name);

/** Whether the condition of the first is told again on or after the second: then it was left out, not dropped. */
const heldAgain = (from: Gathered, to: Gathered, own: readonly Gathered[]): boolean =>
  from.point.condition !== null &&
  to.point.condition === null &&
  own.some(
    ({ point, stems }) =>
      point.condition !== null &&
      point.day! >= to.point.day! &&
      point.stance === from.point.stance &&
      sameSubject(stems, from.stems),
  );

const objectsOf = (point: PositionPoint): ReadonlySet<string> => new Set(point.objects.map(plainName));

/** Whether both name what they reach to, share some of it, and one reaches further. */
export function scopeChanged(a: PositionPoint, b: PositionPoint): boolean {
  const [x, y] = [objectsOf(a), objectsOf(b)];
  const both = [...x].filter((object) => y.has(object)).length;
  return both > 0 && both < x.size !== both < y.size;
}

const OPPOSED: Partial<Record<Stance, readonly Stance[]>> = {
  rejects: ['accepts', 'offers'],
  accepts: ['rejects'],
  offers: ['rejects'],
};

/** Whether two names may be one person's: the last word is the same, as of "Voss" and "Aldren Voss". */
const mayBeOne = (a: string, b: string): boolean => plainName(a).split(' ').at(-1) === plainName(b).split(' ').at(-1);

/** Whether two named people of the party say opposite things of one subject within days. */
export function isSplit({ point: a, stems }: Gathered, { point: b, stems: its }: Gathered): boolean {
  const [x, y] = [a.by?.name ?? null, b.by?.name ?? null];
  return (
    x !== null &&
    y !== null &&
    !mayBeOne(x, y) &&
    daysBetween(a.day, b.day) <= SPLIT_DAYS &&
    (OPPOSED[a.stance] ?? []).includes(b.stance) &&
    sameSubject(stems, its)
  );
}

/** Pairs of own voices that contradict each other, the earlier first. */
export function splitsIn(gathered: readonly Gathered[]): readonly (readonly [PositionPoint, PositionPoint])[] {
  const own = gathered.filter(({ point }) => isOwn(point));
  const found: [PositionPoint, PositionPoint][] = [];
  for (const [i, later] of own.entries()) {
    for (let j = i - 1; j >= 0; j -= 1) {
      const earlier = own[j]!;
      if (daysBetween(earlier.point.day, later.point.day) > SPLIT_DAYS) break;
      if (isSplit(earlier, later)) found.push([earlier.point, later.point]);
    }
  }
  return found;
}
