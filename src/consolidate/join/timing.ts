import type { Interval } from '../../record.ts';
import { daysBetween, hasDay } from './days.ts';

/** How exactly a time is told. */
export type Timing =
  /** Within a few days; `from` and `to` are its days. */
  | { readonly kind: 'days'; readonly from: string; readonly to: string }
  /** A month, a year, many days, or open at an end; `label` is the same for the same time told. */
  | { readonly kind: 'coarse'; readonly label: string }
  | { readonly kind: 'none' };

/** Longer stretches are no day of an event. */
const MOST_DAYS = 3;

export function timingOf(when: Interval | null, mostDays = MOST_DAYS): Timing {
  if (!when || (when.start === null && when.end === null)) return { kind: 'none' };
  const { start, end } = when;
  if (hasDay(start) && hasDay(end)) {
    const [from, to] = [start.slice(0, 10), end.slice(0, 10)];
    const length = daysBetween(from, to);
    if (length >= 0 && length <= mostDays) return { kind: 'days', from, to };
  }
  return { kind: 'coarse', label: `${start ?? ''}..${end ?? ''}` };
}

/** A month or year without a day. */
const LONGER = /^\d{4}(?:-\d{2})?$/;

/** Whether a time begins days after a report, or in a later month or year: a day more, since clocks differ. */
export function isAfter(when: Interval | null, day: string | null): boolean {
  const start = when?.start ?? null;
  if (start === null || day === null) return false;
  if (LONGER.test(start)) return start > day.slice(0, start.length);
  return hasDay(start) && daysBetween(day, start) > 1;
}
