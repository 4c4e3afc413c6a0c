/** Intervals of the calendar as records give them: ISO 8601 reduced to what is known, EDTF where the year is not. */
import { addDays, addMonths, type Day, daysIn, weekdayOf } from './calendar.ts';
import type { Precision } from './expression.ts';
import type { Unit } from './lexicon.ts';

/** A place in the calendar as far as it is known; a field is `null` where it and all finer ones are not told. */
export interface Moment {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly hour: number | null;
  readonly minute: number | null;
}

/** An interval worked out: both ends at one precision. */
export interface Fixed {
  readonly from: Moment;
  readonly to: Moment;
  readonly precision: Precision;
  readonly anchor: 'text' | 'published';
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
const four = (value: number): string => `${value}`.padStart(4, '0');

/** ISO 8601 as far as known; `null` where the year is not. */
export function isoOf(m: Moment): string | null {
  return m.year === null ? null : patternOf(m);
}

/** EDTF: X for each figure that is not known. */
export function patternOf(m: Moment): string {
  let out = m.year === null ? 'XXXX' : four(m.year);
  if (m.month !== null) out += `-${two(m.month)}`;
  else if (m.day !== null || m.hour !== null) out += '-XX';
  if (m.day !== null) out += `-${two(m.day)}`;
  else if (m.hour !== null) out += '-XX';
  if (m.hour !== null) out += `T${two(m.hour)}`;
  if (m.minute !== null) out += `:${two(m.minute)}`;
  return out;
}

export const moment = (
  year: number | null,
  month: number | null = null,
  day: number | null = null,
  hour: number | null = null,
  minute: number | null = null,
): Moment => ({ year, month, day, hour, minute });

export const momentOf = ({ year, month, day }: Day): Moment => moment(year, month, day);

/** How fine a moment is. */
export const precisionOf = (m: Moment): Precision =>
  m.minute !== null
    ? 'minute'
    : m.hour !== null
      ? 'hour'
      : m.day !== null
        ? 'day'
        : m.month !== null
          ? 'month'
          : 'year';

/** The first day of an interval's start; `null` where its year is not known. */
export const firstDay = ({ from }: Pick<Fixed, 'from'>): Day | null =>
  from.year === null ? null : { year: from.year, month: from.month ?? 1, day: from.day ?? 1 };

/** The calendar unit that holds `day`, moved on by `step` units. */
export function unitAround(day: Day, unit: Unit, step: number): Pick<Fixed, 'from' | 'to' | 'precision'> {
  switch (unit) {
    case 'minute':
    case 'hour':
    case 'day': {
      const that = momentOf(addDays(day, unit === 'day' ? step : 0));
      return { from: that, to: that, precision: 'day' };
    }
    case 'week':
    case 'fortnight': {
      const monday = addDays(day, 1 - weekdayOf(day) + 7 * step);
      const days = unit === 'week' ? 6 : 13;
      return { from: momentOf(monday), to: momentOf(addDays(monday, days)), precision: 'week' };
    }
    case 'weekend': {
      // On a Saturday or Sunday it is the present one; on a weekday, of a past tense, `step` is -1 already.
      const saturday = addDays(day, 6 - weekdayOf(day) + 7 * step);
      return { from: momentOf(saturday), to: momentOf(addDays(saturday, 1)), precision: 'day' };
    }
    case 'month': {
      const { year, month } = addMonths(day, step);
      return { from: moment(year, month), to: moment(year, month), precision: 'month' };
    }
    case 'quarter': {
      const first = addMonths({ ...day, month: day.month - ((day.month - 1) % 3), day: 1 }, 3 * step);
      return sharesOf(first.year, first.month, 3, 'quarter');
    }
    case 'year':
      return { from: moment(day.year + step), to: moment(day.year + step), precision: 'year' };
    case 'decade':
      return decadeFrom(day.year - (day.year % 10) + 10 * step);
    case 'century': {
      const first = day.year - ((day.year - 1) % 100) + 100 * step;
      return { from: moment(first), to: moment(first + 99), precision: 'vague' };
    }
  }
}

export const decadeFrom = (year: number): Pick<Fixed, 'from' | 'to' | 'precision'> => ({
  from: moment(year),
  to: moment(year + 9),
  precision: 'decade',
});

/** `months` months from `month` of `year` on. */
export function sharesOf(
  year: number,
  month: number,
  months: number,
  precision: Precision,
): Pick<Fixed, 'from' | 'to' | 'precision'> {
  const last = addMonths({ year, month, day: 1 }, months - 1);
  return { from: moment(year, month), to: moment(last.year, last.month), precision };
}

/** The same day so many units on; fractions go down to the next finer unit. */
export function shifted(day: Day, amount: number, unit: Unit): Day {
  switch (unit) {
    case 'minute':
      return addDays(day, Math.trunc(amount / 1440));
    case 'hour':
      return addDays(day, Math.trunc(amount / 24));
    case 'day':
      return addDays(day, Math.trunc(amount));
    case 'week':
    case 'weekend':
      return addDays(day, Math.trunc(amount * 7));
    case 'fortnight':
      return addDays(day, Math.trunc(amount * 14));
    case 'month':
      return addMonths(day, Math.trunc(amount));
    case 'quarter':
      return addMonths(day, Math.trunc(amount * 3));
    case 'year':
      return addMonths(day, Math.trunc(amount * 12));
    case 'decade':
      return addMonths(day, Math.trunc(amount * 120));
    case 'century':
      return addMonths(day, Math.trunc(amount * 1200));
  }
}

/** Whether a month has such a day. */
export const exists = (m: Moment): boolean => m.day === null || m.month === null || m.day <= daysIn(m.year, m.month);
