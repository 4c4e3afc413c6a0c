/** Days as ISO 8601 dates, and the stretches of time by which the parts and threads of a case are told apart. */

const DAY = 86_400_000;

/** Days since 1970-01-01; `NaN` for what is no date. */
export const dayNumber = (day: string): number => Date.parse(day.slice(0, 10)) / DAY;

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
