/** Reckoning in the Gregorian calendar with plain numbers: no clock, no time zone, nothing of the machine's. */

/** A day. Months count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month; 29 for a February whose year is not known. */
export const daysIn = (year: number | null, month: number): number =>
  month === 2 && (year === null || isLeap(year)) ? 29 : (LENGTHS[month - 1] ?? 0);

/** Days since 1 March of year 0 (H. Hinnant, "chrono-compatible low-level date algorithms"). */
export function numberOf({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
}

/** The day of a number; the other way round. */
export function dayOf(number: number): Day {
  const era = Math.floor(number / 146097);
  const of = number - era * 146097;
  const ofEra = Math.floor((of - Math.floor(of / 1460) + Math.floor(of / 36524) - Math.floor(of / 146096)) / 365);
  const ofYear = of - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return { year: ofEra + era * 400 + (month <= 2 ? 1 : 0), month, day: ofYear - Math.floor((153 * m + 2) / 5) + 1 };
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. Day 0 was a Wednesday. */
export const weekdayOf = (day: Day): number => ((((numberOf(day) + 2) % 7) + 7) % 7) + 1;

export const addDays = (day: Day, days: number): Day => dayOf(numberOf(day) + days);

/** The month `months` on; the day is kept as far as the month has it. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const count = year * 12 + month - 1 + months;
  const y = Math.floor(count / 12);
  const m = count - y * 12 + 1;
  return { year: y, month: m, day: Math.min(day, daysIn(y, m)) };
}

/** The day that an ISO 8601 date or date and time begins with; `null` where it gives no day that exists. */
export function parseDay(iso: string | null): Day | null {
  const found = iso === null ? null : /^(\d{4})-(\d\d)-(\d\d)(?!\d)/u.exec(iso);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? { year, month, day } : null;
}
