/**
 * How alike two accounts of events are: whether they are of one happening. A sum of signs for and against, each as
 * strong as it is seldom by chance; the weights were set by reading what they join and part.
 */
import { dayNumber, hasDay } from '../join/days.ts';
import type { MergingLexicon } from '../join/lexicon.ts';
import { exactness, placeRelation } from '../join/places.ts';
import { likeness } from '../join/words.ts';
import { ALL_ALONG } from './keys.ts';
import type { Known } from './told.ts';

/** From here on two accounts are of one happening, unless another of the same report fits nearly as well. */
export const ENOUGH = 3.4;
/** From here on whatever else the report tells. */
export const SURE = 4.8;
/** How far behind another account of the same report must stay. */
export const MARGIN = 0.4;

const NEVER = Number.NEGATIVE_INFINITY;

/** By exactness of the place: the same village says more than the same country. */
const SAME_PLACE = [0, 0.4, 0.8, 1.6] as const;
const WITHIN = 0.5;
const NAMESAKE = -0.4;
const SAME_MODE = 0.8;
const KIN_MODE = 0.2;
const OTHER_MODE = -1.6;
const SAME_ACTOR = 0.6;
const OTHER_ACTOR = -0.9;
const SAME_TARGET = 0.7;
const OTHER_TARGET = -0.4;
const LIKENESS = 4.5;
const SAME_WORDS = 6;
/** For the first means or object of an attack that both tell, and for each other. */
const TELLING = 1;
const MORE_TELLING = 0.5;
const MOST_TELLING = 2;
/** What is recalled by its very day is known by it. */
const RECALLED_DAY = 0.5;
/** For a war told by a month or year, or without a time, in each of two reports. */
const ONE_WAR = 2;
/** Hours by which two times of one day differ that are not one time. */
const HOURS = 3;

export function alike(a: Known, b: Known, lexicon: MergingLexicon): number {
  if (a.told.type !== b.told.type) return NEVER;
  const days = closeness(a, b);
  if (days === NEVER) return NEVER;
  const relation = placeRelation(a.told.place, b.told.place);
  if (relation === 'apart') return NEVER;
  const figures = figuresAlike(a.figures, b.figures);
  const words =
    a.plain === b.plain ? SAME_WORDS : LIKENESS * likeness(a.topic, b.topic, isRecalled(a) && isRecalled(b) ? 2 : 3);
  const exact = Math.min(exactness(a.told.place), exactness(b.told.place)) as 0 | 1 | 2 | 3;
  const place = { same: SAME_PLACE[exact], within: WITHIN, namesake: NAMESAKE, open: 0 }[relation];
  // On another day the same thing is told again, or a like thing happens: only equal numbers or words tell.
  const other = a.timing.kind === 'days' && b.timing.kind === 'days' && a.timing.from !== b.timing.from;
  if (days < 0 && figures < 1 && words < (other ? SAME_WORDS : LIKENESS / 2)) return NEVER;
  return (
    days +
    place +
    figures +
    words +
    modesAlike(a, b, lexicon) +
    actorsAlike(a, b) +
    targetsAlike(a, b) +
    warsAlike(a, b) +
    tellingAlike(a, b)
  );
}

/** Told as background of a known time: in few words, which mean what everybody knows. */
const isRecalled = ({ told, timing }: Known): boolean => told.status === 'background' && timing.kind !== 'none';

function tellingAlike({ telling: a }: Known, { telling: b }: Known): number {
  let shared = 0;
  for (const group of a) if (b.has(group)) shared++;
  return shared === 0 ? 0 : Math.min(MOST_TELLING, TELLING + (shared - 1) * MORE_TELLING);
}

/** Two that tell of a war that goes on all along, or began in one month or year, tell of one, unless others wage it. */
function warsAlike(a: Known, b: Known): number {
  if (!a.war || !b.war || a.timing.kind !== 'coarse' || a.told.type !== 'ASSAULT') return 0;
  if (a.actor === b.actor || a.actor === null || b.actor === null) return ONE_WAR;
  return a.timing.label === ALL_ALONG ? NEVER : 0;
}

/** 0 on one day, less across days, never where two times or dates part them. */
function closeness(a: Known, b: Known): number {
  const planned = (a.told.status === 'planned') === (b.told.status === 'planned') ? 0 : -1;
  if (a.timing.kind === 'coarse' || b.timing.kind === 'coarse') {
    const same = a.timing.kind === 'coarse' && b.timing.kind === 'coarse' && a.timing.label === b.timing.label;
    return same ? planned : NEVER;
  }
  if (a.day === null || b.day === null) return a.day === b.day ? planned : NEVER;
  if (a.timing.kind === 'days' && b.timing.kind === 'days') {
    if (hoursApart(a.told.when?.start ?? null, b.told.when?.start ?? null) > HOURS) return NEVER;
    if (a.timing.from <= b.timing.to && b.timing.from <= a.timing.to) {
      if (a.timing.from !== b.timing.from || a.timing.to !== b.timing.to) return planned - 0.4;
      return isRecalled(a) && isRecalled(b) ? RECALLED_DAY : planned;
    }
    return Math.abs(a.number - b.number) === 1 ? planned - 1.2 : NEVER;
  }
  if (a.timing.kind === 'none' && b.timing.kind === 'none') {
    const apart = Math.abs(a.number - b.number);
    return apart === 0 ? planned : apart === 1 ? planned - 0.8 : NEVER;
  }
  // One is told without a day: at its report's day, or the days before.
  const [dated, fresh] = a.timing.kind === 'days' ? [a, b] : [b, a];
  const since = fresh.number - dated.number;
  return since === 0 ? planned : since === 1 ? planned - 0.3 : since === 2 ? planned - 0.8 : NEVER;
}

function hoursApart(a: string | null, b: string | null): number {
  if (!hasDay(a) || !hasDay(b) || a.length < 13 || b.length < 13) return 0;
  const hours = (date: string): number => dayNumber(date) * 24 + Number(date.slice(11, 13));
  return Math.abs(hours(a) - hours(b));
}

function modesAlike({ told: a }: Known, { told: b }: Known, lexicon: MergingLexicon): number {
  if (a.mode === null || b.mode === null || a.mode === 'other' || b.mode === 'other') return 0;
  if (a.mode === b.mode) return SAME_MODE;
  return lexicon.kin.get(a.mode)?.has(b.mode) ? KIN_MODE : OTHER_MODE;
}

function actorsAlike(a: Known, b: Known): number {
  if (a.actor === null || b.actor === null) return 0;
  return a.actor === b.actor ? SAME_ACTOR : OTHER_ACTOR;
}

function targetsAlike(a: Known, b: Known): number {
  if (a.target.size === 0 || b.target.size === 0) return 0;
  return likeness(a.target, b.target) > 0 ? SAME_TARGET : OTHER_TARGET;
}

/** Above 0 where numbers agree, the more the larger they are; below where they cannot be the same count. */
function figuresAlike(a: Known['figures'], b: Known['figures']): number {
  let sum = 0;
  for (const [what, numbers] of a) {
    const others = b.get(what);
    if (!others) continue;
    let best = NEVER;
    for (const one of numbers) for (const other of others) best = Math.max(best, numberAlike(one, other));
    sum += best;
  }
  return sum;
}

function numberAlike(a: number, b: number): number {
  // "Dozens" speaks neither for nor against a number.
  if (Number.isNaN(a) || Number.isNaN(b)) return 0;
  if (a === b) return a < 3 ? 0.5 : a < 10 ? 1.1 : 1.7;
  const ratio = Math.max(a, b) / Math.max(1, Math.min(a, b));
  return ratio <= 1.5 ? -0.3 : ratio <= 2.5 ? -1.2 : -2.5;
}
