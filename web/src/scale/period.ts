/** A period moved and widened. Pure. */
import { endOf, isoDay, startOf } from '../dates.ts';

/** Moves or widens the period; `by` in shares of its length. */
export function zoomed(
  from: string,
  to: string,
  factor: number,
  shift: number,
  around = 0.5,
): readonly [string, string] {
  const a = startOf(from);
  const b = endOf(to);
  const length = Math.max((b - a) * factor, 3 * 86_400_000);
  const fixed = a + (b - a) * around;
  const start = fixed - length * around + (b - a) * shift;
  return [isoDay(start), isoDay(start + length - 1)];
}
