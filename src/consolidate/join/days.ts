/** Days as ISO 8601 dates, and the stretches of time by which the parts and threads of a case are told apart. */

const DAY = 86_400_000;

/** Days since 1970-01-01; `NaN` for what is no date. Asked for millions of times where many talks are compared. */
export function dayNumber(day: string): number {
  const [year, month, date] = [digits(day, 0, 4), digits(day, 5, 7), digits(day, 8, 10)];
  const isPlain = day[4] === '-' && day[7] === '-' && month >= 1 && month <= 12 && date >= 1 && date <= 28;
  if (!(isPlain && year >= 1)) return Date.parse(day.slice(0, 10)) / DAY;
  // Hinnant, "chrono-compatible low-level date algorithms": years begin in March, so that leap days end them.
  const y = month <= 2 ? year - 1 : year;
  const inYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + inYear - 719_468;
}

/** The number that a stretch of digits writes; `NaN` for anything else. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

export const dayAfter = (day: string, days: number): string =>
  new Date((dayNumber(day) + days) * DAY).toISOString().slice(0, 10);

/** How many days `b` is after `a`. */
export const daysBetween = (a: string, b: string): number => dayNumber(b) - dayNumber(a);

/** The Monday of a day's week. 1970-01-01 was a Thursday. */
export const mondayOf = (day: string): string => dayAfter(day, -((dayNumber(day) + 3) % 7));

/** A third of a month: `2031-03a` to the 10th, `2031-03b` to the 20th, `2031-03c`. */
export function thirdOf(day: string): string {
  const date = Number(day.slice(8, 10));
  return `${day.slice(0, 7)}${date <= 10 ? 'a' : date <= 20 ? 'b' : 'c'}`;
}

/** A half of a year: `2031-H1`. */
export const halfOf = (day: string): string => `${day.slice(0, 4)}-H${day.slice(5, 7) <= '06' ? 1 : 2}`;

/** Whether a reduced ISO date has a day. */
export const hasDay = (date: string | null): date is string =>
  date !== null && date.length >= 10 && !Number.isNaN(dayNumber(date));
