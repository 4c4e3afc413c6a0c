/** How alike two accounts of talks are: whether they are of one talk. As for events, a sum of signs. */
import type { TalkKind } from '../../record.ts';
import { exactness, placeRelation } from '../join/places.ts';
import { likeness } from '../join/words.ts';
import { monthOf } from './keys.ts';
import type { KnownTalk } from './told.ts';

export const ENOUGH = 3.4;
export const SURE = 5.2;
export const MARGIN = 0.6;

const NEVER = Number.NEGATIVE_INFINITY;
const LIKENESS = 3;
const SAME_WORDS = 4;
const SAME_ROUND = 2.2;
const SAME_PLACE = [0, 0.6, 0.8, 1.5] as const;
const WITHIN = 0.6;
const SAME_NAMES = 0.6;
const OTHER_NAME = -0.6;
const OTHER_NAMES = -1.8;
/** A house in a city that the gazetteer does not know stands apart from the city by its name alone. */
const UNKNOWN_APART = -0.6;
/** Days by which a talk may be put off. */
const PUT_OFF = 42;

export function alikeTalks(a: KnownTalk, b: KnownTalk): number {
  const days = closeness(a, b);
  if (days === NEVER) return NEVER;
  const sides = sidesAlike(a, b);
  if (sides === NEVER) return NEVER;
  const place = placesAlike(a, b);
  const round = roundsAlike(a, b);
  if (place === NEVER || round === NEVER) return NEVER;
  const words = a.plain === b.plain ? SAME_WORDS : LIKENESS * likeness(a.topic, b.topic);
  return days + sides + place + round + words + namesAlike(a, b) + kindsAlike(a.told.kind, b.told.kind);
}

/** People who met: ministers of two states meet on the day when their presidents do. */
export function namesAlike({ names: a }: KnownTalk, { names: b }: KnownTalk): number {
  if (a.size === 0 || b.size === 0) return 0;
  if ([...a].some((name) => b.has(name))) return SAME_NAMES;
  return a.size > 1 && b.size > 1 ? OTHER_NAMES : OTHER_NAME;
}

const roundsAlike = (a: KnownTalk, b: KnownTalk): number =>
  a.round === null || b.round === null ? 0 : a.round === b.round ? SAME_ROUND : NEVER;

export function placesAlike({ told: a }: KnownTalk, { told: b }: KnownTalk): number {
  switch (placeRelation(a.place, b.place)) {
    case 'same':
      return SAME_PLACE[Math.min(exactness(a.place), exactness(b.place)) as 0 | 1 | 2 | 3];
    case 'within':
      return WITHIN;
    case 'open':
      return 0;
    case 'namesake':
    case 'apart':
      return a.place!.entry === null || b.place!.entry === null ? UNKNOWN_APART : NEVER;
  }
}

/**
 * The same participants, whether or not one report counts mediators and hosts among them; else those of one report
 * among those of the other. Participants of which each report names one that the other does not are another talk's.
 */
export function sidesAlike(a: KnownTalk, b: KnownTalk): number {
  const onlyA = [...a.participants].filter((name) => !b.participants.has(name) && !b.mediators.has(name));
  const onlyB = [...b.participants].filter((name) => !a.participants.has(name) && !a.mediators.has(name));
  const shared = [...a.participants].filter((name) => b.participants.has(name)).length;
  if (onlyA.length > 0 && onlyB.length > 0) return NEVER;
  if (onlyA.length === 0 && onlyB.length === 0) return shared >= 2 ? 2 : shared === 1 ? 0.9 : 0;
  return shared >= 2 ? 1.2 : shared === 1 ? 0.3 : 0;
}

/** Kinds that reports tell apart badly. */
export function kindsAlike(a: TalkKind, b: TalkKind): number {
  if (a === b) return 0.6;
  if (a === 'contact' || b === 'contact') return 0.2;
  return a === 'summit' || b === 'summit' ? -0.3 : 0.3;
}

function closeness(a: KnownTalk, b: KnownTalk): number {
  const days = closeInTime(a, b);
  // A round that is put off is the same round on another day.
  const round = a.round !== null && a.round === b.round && (a.open || b.open) && a.day !== null && b.day !== null;
  return days === NEVER && round && Math.abs(b.number - a.number) <= PUT_OFF ? 0.3 : days;
}

function closeInTime(a: KnownTalk, b: KnownTalk): number {
  if (a.timing.kind === 'coarse' || b.timing.kind === 'coarse') return coarsely(a, b);
  if (a.day === null || b.day === null) return a.plain === b.plain ? 0 : NEVER;
  if (a.timing.kind === 'days' && b.timing.kind === 'days') {
    if (a.timing.from <= b.timing.to && b.timing.from <= a.timing.to) return a.day === b.day ? 1.6 : 1;
    return Math.abs(b.number - a.number) === 1 ? 0 : NEVER;
  }
  const apart = b.number - a.number;
  if (a.timing.kind === 'none' && b.timing.kind === 'none') {
    if (a.open !== b.open) return NEVER;
    const days = Math.abs(apart);
    // A body alone meets often: another day, another meeting.
    if (days > 1 && (a.participants.size < 2 || b.participants.size < 2) && a.round === null) return NEVER;
    return a.open ? (days <= 7 ? 0.3 : days <= 21 ? -0.4 : NEVER) : days <= 1 ? 0.6 : days <= 2 ? -0.2 : NEVER;
  }
  // One is told without a day: what took place, shortly before its report.
  const [dated, other] = a.timing.kind === 'days' ? [a, b] : [b, a];
  if (other.open) return NEVER;
  const since = other.number - dated.number;
  return since < 0 || since > 3 ? NEVER : 0.6 - 0.2 * since;
}

/** Where one is told by its month alone, or less exactly. */
function coarsely(a: KnownTalk, b: KnownTalk): number {
  if (a.timing.kind === 'coarse' && b.timing.kind === 'coarse') return a.timing.label === b.timing.label ? 0.6 : NEVER;
  const [coarse, other] = a.timing.kind === 'coarse' ? [a, b] : [b, a];
  const month = coarse.timing.kind === 'coarse' ? monthOf(coarse.timing.label) : null;
  if (month === null || other.day?.slice(0, 7) !== month) return NEVER;
  // A month has room for several talks of the same sides: only the number of the round tells which.
  return coarse.round !== null && coarse.round === other.round ? 0.4 : NEVER;
}
