import { scatter } from './words.ts';

/** Reports of one outlet that hold the same words: from this many on they are its standing text, not a copy. */
const STANDING = 4;
/** Where the outlet is not known, they must also lie this many days apart: copies of news come close together. */
const STANDING_DAYS = 14;
/** The number of the outlet of reports whose outlet is not known. */
export const UNKNOWN = 0;

/** How many reports of each outlet hold a shingle, and how far apart they lie. Some 16 bytes for each pair of them. */
export interface StandingText {
  /** Counts one report. Gives `true` where the shingle has become standing text of the outlet by it. */
  count(outlet: number, shingle: number, day: number | null): boolean;
  stands(outlet: number, shingle: number): boolean;
}

/** Days are kept in 16 bits: from 1970 to 2149; those outside count as the nearest. */
const LAST_DAY = 0xffff;

export function newStandingText(): StandingText {
  let capacity = 1 << 10;
  let keys = new Uint32Array(capacity);
  /** Reports counted, no further than it matters; 0 is a free slot. */
  let counts = new Uint8Array(capacity);
  let firstDays = new Uint16Array(capacity);
  let lastDays = new Uint16Array(capacity);
  let used = 0;

  // The key is a hash of both: two pairs of one key are taken for one, which happens once in some thousand million.
  const keyOf = (outlet: number, shingle: number): number => scatter(shingle ^ Math.imul(outlet + 1, 0x9e3779b1));
  const probe = (key: number): number => {
    let slot = key & (capacity - 1);
    while (counts[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (capacity - 1);
    return slot;
  };
  const widen = (): void => {
    const old = { keys, counts, firstDays, lastDays };
    capacity *= 2;
    keys = new Uint32Array(capacity);
    counts = new Uint8Array(capacity);
    firstDays = new Uint16Array(capacity);
    lastDays = new Uint16Array(capacity);
    old.counts.forEach((count, from) => {
      if (count === 0) return;
      const to = probe(old.keys[from]!);
      keys[to] = old.keys[from]!;
      counts[to] = count;
      firstDays[to] = old.firstDays[from]!;
      lastDays[to] = old.lastDays[from]!;
    });
  };
  const standsAt = (slot: number, outlet: number): boolean =>
    counts[slot]! >= STANDING && (outlet !== UNKNOWN || lastDays[slot]! - firstDays[slot]! >= STANDING_DAYS);

  return {
    count(outlet, shingle, day) {
      if (used * 4 >= capacity * 3) widen();
      const key = keyOf(outlet, shingle);
      const slot = probe(key);
      const stood = standsAt(slot, outlet);
      if (counts[slot] === 0) {
        keys[slot] = key;
        firstDays[slot] = LAST_DAY;
        used += 1;
      }
      if (counts[slot]! < STANDING) counts[slot]! += 1;
      if (day !== null) {
        const kept = Math.min(Math.max(day, 0), LAST_DAY);
        firstDays[slot] = Math.min(firstDays[slot]!, kept);
        lastDays[slot] = Math.max(lastDays[slot]!, kept);
      }
      return !stood && standsAt(slot, outlet);
    },
    stands: (outlet, shingle) => standsAt(probe(keyOf(outlet, shingle)), outlet),
  };
}
