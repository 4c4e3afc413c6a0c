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

/** Whether a time begins days after a report: a day more, since clocks differ. */
export const isAfter = (when: Interval | null, day: string | null): boolean =>
  when !== null && day !== null && hasDay(when.start) && daysBetween(day, when.start) > 1;
