/** Weeks, told by their Mondays. Pure. */
import { addDays } from '../dates.ts';

/** The Monday of a day. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** Every Monday from one to another, both included; at most ten years of them. */
export function weeksBetween(first: string, last: string): readonly string[] {
  const weeks: string[] = [];
  for (let week = mondayOf(first); week <= last && weeks.length < 530; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}
