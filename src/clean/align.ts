import type { Words } from './words.ts';

/** Two stretches of words `[aStart, aEnd)` and `[bStart, bEnd)` that say the same, the first before the second. */
export interface Match {
  aStart: number;
  aEnd: number;
  bStart: number;
  bEnd: number;
  /** How many words agree, in order. */
  agreed: number;
}

/** How many words in a row have to agree for two places to be followed at all. */
export const anchor = 4;
/** How far a stretch that does not agree may run, in words, both sides together, before the two must agree again. */
const widestGap = 8;
/** What a word that does not agree costs, in words that do. */
const gapCost = 1;
/** How far the sum may fall below its best before the search for more ends (the X-drop of BLAST). */
const drop = 5;

/** How many words a match may be followed while fewer than this share of them agree. */
const patience = 40;
const likeEnough = 0.85;

/** Counts comparisons of two words, so that tests can hold the work to the length of the text. */
export interface Work {
  comparisons: number;
}

/**
 * Follows two places outwards, in one direction, for as long as their words mostly agree, stepping over gaps. Returns
 * how far either side goes and how many words agree. `room` bounds how far: words left on the first and second side.
 */
function follow(
  words: Words,
  a: number,
  b: number,
  direction: 1 | -1,
  roomA: number,
  roomB: number,
  work: Work,
  log?: (a: number, b: number) => void,
): { a: number; b: number; agreed: number } {
  const { hash, figure } = words;
  let i = 0;
  let j = 0;
  let agreed = 0;
  let sum = 0;
  let best = 0;
  const reached = { a: 0, b: 0, agreed: 0 };
  const same = (x: number, y: number): boolean => {
    work.comparisons++;
    return x < roomA && y < roomB && hash[a + direction * x] === hash[b + direction * y];
  };
  while (i < roomA && j < roomB) {
    if (same(i, j)) {
      log?.(a + direction * i, b + direction * j);
      i++;
      j++;
      agreed++;
      sum++;
      if (sum > best) {
        best = sum;
        reached.a = i;
        reached.b = j;
        reached.agreed = agreed;
      }
      continue;
    }
    let gap = 0;
    let gapA = 0;
    for (let total = 1; total <= widestGap && gap === 0; total++) {
      // The evenest gap first: a word changed for another is likelier than words left out.
      for (let step = 0; step <= total; step++) {
        const half = total >> 1;
        const x = half + (step & 1 ? (step + 1) >> 1 : -(step >> 1));
        if (x < 0 || x > total) continue;
        if (same(i + x, j + total - x) && same(i + x + 1, j + total - x + 1)) {
          gap = total;
          gapA = x;
          break;
        }
      }
    }
    if (gap === 0) break;
    // Where figures differ, two things are told of: no copy reaches over that.
    let figures = 0;
    for (let k = 0; k < gapA; k++) figures += figure[a + direction * (i + k)]!;
    for (let k = 0; k < gap - gapA; k++) figures += figure[b + direction * (j + k)]!;
    if (figures > 0) break;
    // What is long and only partly alike is given up in time, so that no place is followed far again and again.
    if (i > patience && agreed < likeEnough * Math.max(i, j)) break;
    const cost = Math.max(gapA, gap - gapA) * gapCost;
    if (sum - cost < best - drop) break;
    sum -= cost;
    i += gapA;
    j += gap - gapA;
  }
  return reached;
}

/**
 * The widest match around an anchor: words `a` and `b`, at which at least `anchor` words agree. `log` hears of each pair
 * of words that agree, some of them beyond the match's ends.
 */
export function align(
  words: Words,
  a: number,
  b: number,
  floorB: number,
  work: Work,
  log?: (a: number, b: number) => void,
): Match {
  const { count } = words;
  // Neither may the way back bring the second copy into the first.
  const back = follow(words, a - 1, b - 1, -1, a, b - Math.max(floorB, a + anchor), work, log);
  const bStart = b - back.b;
  // The first copy ends before the second begins: a text that repeats one line is so read line by line.
  const ahead = follow(words, a, b, 1, bStart - a, count - b, work, log);
  return {
    aStart: a - back.a,
    aEnd: a + ahead.a,
    bStart,
    bEnd: b + ahead.b,
    agreed: back.agreed + ahead.agreed,
  };
}

/** Share of words that two stretches have in common in whatever order, of the longer. */
export function common(words: Words, aStart: number, aEnd: number, bStart: number, bEnd: number): number {
  const seen = new Map<number, number>();
  for (let i = aStart; i < aEnd; i++) seen.set(words.hash[i]!, (seen.get(words.hash[i]!) ?? 0) + 1);
  let n = 0;
  for (let i = bStart; i < bEnd; i++) {
    const left = seen.get(words.hash[i]!) ?? 0;
    if (left > 0) {
      n++;
      seen.set(words.hash[i]!, left - 1);
    }
  }
  return n / Math.max(aEnd - aStart, bEnd - bStart, 1);
}
