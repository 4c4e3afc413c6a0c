/** Which day, month, season or quarter a calendar name means, by the report's day and the tense. */
import { type Day, dayOf, numberOf, weekdayOf } from './calendar.ts';
import type { Fields, Meaning } from './expression.ts';
import { exists, type Fixed, moment, precisionOf, sharesOf } from './interval.ts';
import { isAhead, type Tense } from './tense.ts';

/** What is known besides the words. */
export interface Setting {
  /** The day of the report, and what told it. `null`: nothing does. */
  readonly now: Day | null;
  readonly anchor: 'text' | 'published';
  readonly tense: Tense;
  /** The last time before this one in the text that "the next day" can be reckoned from; `null`: none is near. */
  readonly before: Fixed | null;
  /** A year stated just before, in whose course the words clearly go on. */
  readonly year: number | null;
}

/** A date without a year that lies this many days or less ahead of the report is of its own year, if no tense says else. */
const SOON = 45;

/** A date as a calendar or a clock gives it. */
export function resolveDate(fields: Fields, step: number | null, setting: Setting): Fixed | null {
  const { now, anchor, tense } = setting;
  const { year, month, day, weekday, hour, minute } = fields;
  const whole = (y: number | null, m = month, d = day): Fixed['from'] => moment(y, m, d, hour, minute);
  const fixed = (m: Fixed['from'], by: 'text' | 'published'): Fixed => ({
    from: m,
    to: m,
    precision: precisionOf(m),
    anchor: by,
  });
  if (year !== null) {
    const m = whole(year);
    return exists(m) ? fixed(m, 'text') : null;
  }
  if (month !== null) {
    if (day !== null && !exists(whole(null))) return null;
    if (setting.year !== null && step === null) return fixed(whole(setting.year), 'text');
    if (!now) return fixed(whole(null), 'text');
    const m = whole(yearOf(month, day, weekday, step, now, tense));
    // 29 February in a year that has none: which year is meant stays open.
    return exists(m) ? fixed(m, anchor) : fixed(whole(null), 'text');
  }
  if (weekday !== null) {
    if (!now) return null;
    const { year: y, month: m, day: d } = dayOfWeekday(weekday, step, now, tense);
    return fixed(whole(y, m, d), anchor);
  }
  if (day !== null) {
    const base = now;
    if (!base) return null;
    const before = day > base.day;
    const months = isAhead(tense) ? (day < base.day ? 1 : 0) : before ? -1 : 0;
    const y = base.year + Math.floor((base.month - 1 + months) / 12);
    const m = ((base.month - 1 + months + 12) % 12) + 1;
    const that = whole(y, m, day);
    return exists(that) ? fixed(that, anchor) : null;
  }
  if (hour !== null) {
    const on = setting.before && endOf(setting.before);
    if (!on) return fixed(whole(null), 'text');
    return fixed(whole(on.year, on.month, on.day), setting.before!.anchor);
  }
  return null;
}

/** The year of a month, or of a day of it, told without one: as the tense has it, else the last one, or the next if near. */
function yearOf(
  month: number,
  day: number | null,
  weekday: number | null,
  step: number | null,
  now: Day,
  tense: Tense,
): number {
  if (weekday !== null && day !== null) {
    for (const by of isAhead(tense) ? [0, 1, -1] : [0, -1, 1])
      if (weekdayOf({ year: now.year + by, month, day }) === weekday) return now.year + by;
  }
  const than = month - now.month || (day === null ? 0 : day - now.day);
  if (step === -1) return month < now.month ? now.year : now.year - 1;
  if (step === 1) return month > now.month ? now.year : now.year + 1;
  if (step === 0) return now.year;
  if (than === 0) return now.year;
  if (tense === 'future') return than > 0 ? now.year : now.year + 1;
  // "agreed on May 3 to ...", "would condemn the attack of May 3": the nearest, where it is not sure to come.
  if (tense === 'perhaps') {
    const away = (year: number): number => Math.abs(numberOf({ year, month, day: day ?? 15 }) - numberOf(now));
    return than > 0
      ? away(now.year) <= away(now.year - 1)
        ? now.year
        : now.year - 1
      : away(now.year) <= away(now.year + 1)
        ? now.year
        : now.year + 1;
  }
  if (than < 0) return now.year;
  if (tense === 'past') return now.year - 1;
  const ahead = numberOf({ year: now.year, month, day: day ?? 1 }) - numberOf(now);
  return ahead <= SOON ? now.year : now.year - 1;
}

/** "on Thursday" is the last one up to the report's day; of what is to come, the next one from it. */
function dayOfWeekday(weekday: number, step: number | null, now: Day, tense: Tense): Day {
  const today = numberOf(now);
  const since = (weekdayOf(now) - weekday + 7) % 7;
  if (step === -1) return dayOf(today - (since === 0 ? 7 : since));
  if (step === 1) return dayOf(today + 7 - since);
  if (isAhead(tense)) return dayOf(since === 0 ? today : today + 7 - since);
  return dayOf(today - since);
}

/** Seasons of the northern half of the world, by whole months; winter runs into the next year. */
export function resolveSeason(
  { season, year, both, step }: Extract<Meaning, { is: 'season' }>,
  { now, anchor, tense }: Setting,
): Fixed | null {
  const start = season * 3;
  const of = (y: number): Pick<Fixed, 'from' | 'to' | 'precision'> => sharesOf(y, start, 3, 'season');
  // "winter 2031" may begin or end in that year: the year alone is sure.
  if (year !== null)
    return season === 4 && !both
      ? { from: moment(year), to: moment(year), precision: 'season', anchor: 'text' }
      : { ...of(year), anchor: 'text' };
  if (!now) return null;
  const begun = now.month >= start ? now.year : now.year - 1;
  const running = (now.month - start + 12) % 12 < 3;
  if (step === -1) return { ...of(running ? begun - 1 : begun), anchor };
  if (step === 1 || (step === null && isAhead(tense) && !running)) return { ...of(begun + 1), anchor };
  if (step === 0 && !running) return { ...of(tense === 'past' ? begun : now.month < start ? now.year : begun), anchor };
  return { ...of(begun), anchor };
}

/** The year of a quarter or half that is told without one. */
export function yearOfShare(nth: number, months: number, step: number | null, now: Day, tense: Tense): number {
  if (step !== null) return now.year + step;
  const first = (nth - 1) * months + 1;
  if (isAhead(tense)) return first + months > now.month ? now.year : now.year + 1;
  return first <= now.month ? now.year : now.year - 1;
}

/** The last day of an interval; `null` where it is not told to the day. */
export const endOf = ({ to }: Pick<Fixed, 'to'>): Day | null =>
  to.year === null || to.month === null || to.day === null ? null : { year: to.year, month: to.month, day: to.day };
