import { eachShingle } from './sketch.ts';
import type { Words } from './words.ts';

/** Words `[a, a + length)` of one report that stand, the same and in order, at `[b, b + length)` of another. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** The shortest run looked for, in words. */
const SEED = 3;
/** Places of one report that a seed is looked for at; words that stand more often are too common to tell. */
const PLACES = 6;

/**
 * All runs of at least three words that two reports share, each as long as it can be, in order of `b`, then `a`. Time is
 * linear in the words of both: each place of `b` has few places in `a`, and what a run covers is not looked at again.
 */
export function sharedRuns(a: Words, b: Words): readonly Run[] {
  const last = new Map<number, number>();
  const before = new Int32Array(a.count);
  eachShingle(a, SEED, (hash, at) => {
    before[at] = last.get(hash) ?? -1;
    last.set(hash, at);
  });
  const runs: Run[] = [];
  /** By how far `b` lies behind `a`: where the last run there ends in `b`. */
  const covered = new Map<number, number>();
  eachShingle(b, SEED, (hash, at) => {
    let place = last.get(hash) ?? -1;
    for (let i = 0; i < PLACES && place >= 0; i += 1, place = before[place]!) {
      const diagonal = at - place;
      if ((covered.get(diagonal) ?? -1) > at) continue;
      let length = 0;
      while (place + length < a.count && at + length < b.count && a.hashes[place + length] === b.hashes[at + length]) {
        length += 1;
      }
      if (length < SEED) continue;
      covered.set(diagonal, at + length);
      runs.push({ a: place, b: at, length });
    }
  });
  return runs.sort((x, y) => x.b - y.b || x.a - y.a);
}
