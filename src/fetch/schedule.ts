/** When a feed is asked again. */
import type { FetchError } from './error.ts';

export interface Pace {
  /** Between two looks at a feed, in milliseconds. */
  readonly every: number;
  /** Never longer than this, however often it failed. */
  readonly most: number;
}

export const PACE: Pace = { every: 15 * 60_000, most: 24 * 3_600_000 };

/**
 * How long to wait, in milliseconds. After failures twice as long each time, and never as long as anybody else who
 * failed with us: a random share ("full jitter", Brooker 2015) parts the crowd. `random` is from 0 to 1.
 */
export function waitAfter(failures: number, pace: Pace, random: number, error: FetchError | null): number {
  const spread = 0.9 + 0.2 * random;
  if (failures === 0) return Math.round(pace.every * spread);
  const ceiling = Math.min(pace.most, pace.every * 2 ** Math.min(failures, 20));
  const own = pace.every + (ceiling - pace.every) * random;
  return Math.round(Math.min(pace.most, Math.max(own, error?.retryAfter ?? 0)));
}
