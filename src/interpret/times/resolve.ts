/** Works out which interval an expression means: from its own words, from other times of the text, or from the day of the report. */
import { addDays, type Day, numberOf, weekdayOf } from './calendar.ts';
import type { Fields, Meaning } from './expression.ts';
import {
  decadeFrom,
  type Fixed,
  firstDay,
  moment,
  momentOf,
  precisionOf,
  sharesOf,
  shifted,
  unitAround,
} from './interval.ts';
import type { Unit } from './lexicon.ts';
import { endOf, resolveDate, resolveSeason, type Setting, yearOfShare } from './resolve-date.ts';
import { isAhead } from './tense.ts';

/** The interval; `null` where nothing fixes it. The year of its ends is `null` where only that is not known. */
export function resolve(meaning: Meaning, setting: Setting): Fixed | null {
  const { now, anchor } = setting;
  const published = (parts: Pick<Fixed, 'from' | 'to' | 'precision'>): Fixed => ({ ...parts, anchor });
  switch (meaning.is) {
    case 'date':
      return resolveDate(meaning.fields, meaning.step, setting);
    case 'unit':
      return now && published(unitOfReport(now, meaning.unit, meaning.step, meaning.part, setting));
    case 'overnight': {
      return now && published({ from: momentOf(addDays(now, -1)), to: momentOf(now), precision: 'day' });
    }
    case 'weekend': {
      const on = now !== null && weekdayOf(now) >= 6;
      return now && published(unitAround(now, 'weekend', on || isAhead(setting.tense) ? 0 : -1));
    }
    case 'rolling': {
      if (!now) return null;
      if (meaning.unit === 'quarter') return published(quartersFrom(now, meaning.amount, meaning.forward));
      const other = shifted(now, meaning.forward ? meaning.amount : -meaning.amount, meaning.unit);
      const [from, to] = meaning.forward ? [now, other] : [other, now];
      return published(reduced(from, to, meaning.unit));
    }
    case 'offset':
      return resolveOffset(meaning.amount, meaning.unit, meaning.from, setting);
    case 'same': {
      const day = setting.before && firstDay(setting.before);
      if (!day || !setting.before || !isAsFine(setting.before, meaning.unit)) return null;
      // "that day" said of a range is its last day.
      const at = meaning.unit === 'day' ? endOf(setting.before) : day;
      return { ...unitAround(at ?? day, meaning.unit, 0), anchor: setting.before.anchor };
    }
    case 'season':
      return resolveSeason(meaning, setting);
    case 'share': {
      const year =
        meaning.year ?? (now ? yearOfShare(meaning.nth, meaning.months, meaning.step, now, setting.tense) : null);
      if (year === null) return null;
      const parts = sharesOf(year, (meaning.nth - 1) * meaning.months + 1, meaning.months, 'quarter');
      return { ...parts, anchor: meaning.year === null ? anchor : 'text' };
    }
    case 'decade':
      return { ...decadeFrom(meaning.year), anchor: 'text' };
    case 'nth':
      return resolveNth(meaning.nth, meaning.unit, meaning.of, setting);
    case 'nth-weekday': {
      const month = resolve(meaning.of, setting);
      const first = month && firstDay(month);
      if (!month || !first || month.from.month === null) return null;
      const on = (meaning.weekday - weekdayOf(first) + 7) % 7;
      const weeks = meaning.nth < 0 ? Math.floor((lengthOf(first.year, first.month) - 1 - on) / 7) : meaning.nth - 1;
      const day = momentOf(addDays(first, on + 7 * weeks));
      return { from: day, to: day, precision: 'day', anchor: month.anchor };
    }
    case 'within':
      return resolveWithin(meaning.fields, meaning.of, setting);
    case 'range':
      return resolveRange(meaning.from, meaning.to, setting);
    case 'vague':
    case 'duration':
    case 'set':
      return null;
  }
}

function unitOfReport(
  now: Day,
  unit: Unit,
  step: number,
  part: 'early' | 'mid' | 'late' | null,
  { tense }: Setting,
): Pick<Fixed, 'from' | 'to' | 'precision'> {
  if (unit === 'weekend') {
    // "this weekend", in the past tense, is the one before; "next weekend" on a weekday is the coming one.
    const on = weekdayOf(now) >= 6;
    return unitAround(now, unit, on ? step : step === 0 && tense === 'past' ? -1 : step > 0 ? 0 : step);
  }
  const whole = unitAround(now, unit, step);
  // "earlier this week" ends with the day of the report, "later this week" begins there.
  if (unit === 'week' && step === 0 && part === 'early') return { ...whole, to: momentOf(now) };
  if (unit === 'week' && step === 0 && part === 'late' && tense !== 'past') return { ...whole, from: momentOf(now) };
  return whole;
}

/** So many whole quarters before that of the report, or from the next on. */
function quartersFrom(now: Day, amount: number, forward: boolean): Pick<Fixed, 'from' | 'to' | 'precision'> {
  const [first, last] = forward ? [1, amount] : [-amount, -1];
  return {
    from: unitAround(now, 'quarter', first).from,
    to: unitAround(now, 'quarter', last).to,
    precision: 'quarter',
  };
}

/** Both ends at the precision of a unit. */
function reduced(from: Day, to: Day, unit: Unit): Pick<Fixed, 'from' | 'to' | 'precision'> {
  if (unit === 'month' || unit === 'quarter')
    return { from: moment(from.year, from.month), to: moment(to.year, to.month), precision: 'month' };
  if (unit === 'year' || unit === 'decade' || unit === 'century')
    return { from: moment(from.year), to: moment(to.year), precision: unit === 'year' ? 'year' : 'decade' };
  return {
    from: momentOf(from),
    to: momentOf(to),
    precision: unit === 'week' || unit === 'fortnight' ? 'week' : 'day',
  };
}

/** Whether a time is told as finely as a unit, so that the next such unit is known. */
function isAsFine({ precision, from }: Fixed, unit: Unit): boolean {
  switch (unit) {
    case 'year':
    case 'decade':
    case 'century':
      return from.year !== null;
    case 'month':
    case 'quarter':
      return from.month !== null;
    case 'week':
    case 'weekend':
    case 'fortnight':
      return from.day !== null;
    default:
      return from.day !== null && precision !== 'week';
  }
}

function resolveOffset(
  amount: number,
  unit: Unit,
  from: 'report' | 'text' | 'next' | Meaning,
  setting: Setting,
): Fixed | null {
  let base: Day | null;
  let anchor = setting.anchor;
  if (from === 'report') base = setting.now;
  else {
    const fixed = from === 'text' || from === 'next' ? setting.before : resolve(from, setting);
    // "the next month", of what is to come, with nothing before it to count from: that after the report's own.
    if (!fixed && from === 'next' && setting.now && isAhead(setting.tense) && unit !== 'day')
      return { ...unitAround(setting.now, unit, 1), anchor: setting.anchor };
    if (!fixed || !isAsFine(fixed, unit)) return null;
    base = amount > 0 ? (endOf(fixed) ?? firstDay(fixed)) : firstDay(fixed);
    anchor = fixed.anchor;
  }
  if (!base) return null;
  // Hours are counted from a time of the day that a report's date does not tell: one of two days.
  if (unit === 'minute' || (unit === 'hour' && Math.abs(amount) < 24)) {
    if (from !== 'report') return null;
    const [first, last] = amount < 0 ? [addDays(base, -1), base] : [base, addDays(base, 1)];
    return { from: momentOf(first), to: momentOf(last), precision: 'day', anchor };
  }
  const day = shifted(base, amount, unit);
  // "two weeks ago" is some day of that week, "two years ago" of that year; half a year is told to the month.
  const whole = Number.isInteger(amount)
    ? unit
    : unit === 'year' || unit === 'decade'
      ? 'month'
      : unit === 'month'
        ? 'week'
        : 'day';
  return {
    ...unitAround(
      day,
      whole === 'fortnight' || whole === 'weekend' ? 'week' : whole === 'century' ? 'decade' : whole,
      0,
    ),
    anchor,
  };
}

/** The `nth` week, day or month of a longer time; a week is that of the month's `nth` seven days. */
function resolveNth(nth: number, unit: Unit, of: Meaning, setting: Setting): Fixed | null {
  const whole = resolve(of, setting);
  const first = whole && firstDay(whole);
  if (!whole || !first) return whole && { ...whole };
  if (nth === 0) return isAsFine(whole, unit) ? { ...unitAround(first, unit, 0), anchor: whole.anchor } : null;
  const { year, month, day } = whole.to;
  const last =
    year === null
      ? first
      : addDays({ year, month: month ?? 12, day: 1 }, day !== null ? day - 1 : lengthOf(year, month ?? 12) - 1);
  if (unit === 'day') {
    const that = momentOf(nth < 0 ? last : addDays(first, nth - 1));
    return { from: that, to: that, precision: 'day', anchor: whole.anchor };
  }
  if (unit === 'month')
    return { ...unitAround(nth < 0 ? last : first, 'month', nth < 0 ? 0 : nth - 1), anchor: whole.anchor };
  // Weeks of a year are those of ISO 8601: the first holds 4 January.
  if (month === null && unit === 'week') {
    const base = nth < 0 ? { ...first, month: 12, day: 28 } : { ...first, day: 4 };
    return { ...unitAround(base, 'week', nth < 0 ? 0 : nth - 1), anchor: whole.anchor };
  }
  const from = nth < 0 ? addDays(last, -6) : addDays(first, (nth - 1) * 7);
  return { from: momentOf(from), to: momentOf(addDays(from, 6)), precision: 'week', anchor: whole.anchor };
}

const lengthOf = (year: number, month: number): number =>
  numberOf(month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }) -
  numberOf({ year, month, day: 1 });

function resolveWithin(fields: Fields, of: Meaning, setting: Setting): Fixed | null {
  const whole = resolve(of, setting);
  const first = whole && firstDay(whole);
  if (!whole || !first) return fields.month === null ? null : resolveDate(fields, null, { ...setting, now: null });
  const { month, day, weekday, hour, minute } = fields;
  const at =
    month !== null
      ? moment(first.year, month, day, hour, minute)
      : day !== null
        ? moment(first.year, first.month, day, hour, minute)
        : weekday !== null
          ? momentOf(addDays(first, weekday - 1))
          : moment(first.year, first.month, first.day, hour, minute);
  return { from: at, to: at, precision: precisionOf(at), anchor: whole.anchor };
}

function resolveRange(from: Meaning, to: Meaning, setting: Setting): Fixed | null {
  const a = resolve(from, setting);
  const b = resolve(to, a ? { ...setting, before: a } : setting);
  if (!a || !b) return null;
  let start = a.from;
  let end = b.to;
  // Both ends follow one another: the first gives way ("from Friday to Monday", "from November to March").
  if (start.year !== null && end.year !== null && comparable(start) > comparable(end)) {
    const yearless = (m: Meaning): boolean => m.is === 'date' && m.fields.year === null && m.fields.weekday === null;
    if (yearless(to) && (setting.tense !== 'past' || !yearless(from))) end = { ...end, year: end.year + 1 };
    else if (yearless(from)) start = { ...start, year: start.year - 1 };
    else if (from.is === 'date' && from.fields.weekday !== null && start.month !== null && start.day !== null)
      start = momentOf(addDays({ year: start.year, month: start.month, day: start.day }, -7));
    if (comparable(start) > comparable(end)) return null;
  }
  if ((start.year === null) !== (end.year === null)) end = { ...end, year: start.year };
  return {
    from: start,
    to: end,
    precision: precisionOf(end) === precisionOf(start) ? b.precision : precisionOf(start),
    anchor: b.anchor,
  };
}

const comparable = (m: Fixed['from']): number =>
  (((m.year ?? 0) * 13 + (m.month ?? 0)) * 32 + (m.day ?? 0)) * 25 + (m.hour ?? 0);
