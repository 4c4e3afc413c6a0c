import type { Run } from './runs.ts';
import { sharedRuns } from './runs.ts';
import type { Words } from './words.ts';

/** A passage that two reports share, word by word. */
export interface Alignment {
  /** Words `[first, last)` of each. */
  readonly a: readonly [first: number, last: number];
  readonly b: readonly [first: number, last: number];
  /** Pairs of equal words, in order: `pairs[2 i]` of one report stands at `pairs[2 i + 1]` of the other. */
  readonly pairs: readonly number[];
}

/** Words that may stand between two runs of one passage, in either report: half a sentence added, cut or reworded. */
const GAP = 24;
/** What a word between two runs costs, where a shared word is worth 1. */
const COST = 0.35;
/** Runs looked back at for the one before: with those in reach and some by chance. */
const REACH = 24;
/** Passages with fewer equal words are chance. */
const FEWEST = 8;

/**
 * The passages that two reports share, the best first: runs of equal words chained over short gaps (seed, chain and
 * extend, as genome aligners do), and the equal words within the gaps. A word of `b` belongs to one passage at most; a
 * passage of `a` may be used twice. Linear in the words of both.
 */
export function align(a: Words, b: Words): readonly Alignment[] {
  const runs = sharedRuns(a, b);
  const score = new Float64Array(runs.length);
  const back = new Int32Array(runs.length).fill(-1);
  runs.forEach((run, i) => {
    let best = 0;
    for (let j = i - 1; j >= 0 && j >= i - REACH; j -= 1) {
      const gain = score[j]! - costBetween(runs[j]!, run);
      if (gain > best) {
        best = gain;
        back[i] = j;
      }
    }
    score[i] = best + run.length;
  });
  const order = runs.map((_, i) => i).sort((x, y) => score[y]! - score[x]! || x - y);
  const taken = new Uint8Array(runs.length);
  const used = new Uint8Array(b.count);
  const found: Alignment[] = [];
  for (const end of order) {
    if (score[end]! < FEWEST / 2) break;
    const chain: Run[] = [];
    for (let i = end; i >= 0 && taken[i] === 0; i = back[i]!) {
      taken[i] = 1;
      chain.push(runs[i]!);
    }
    const pairs = pairsOf(chain.reverse(), a, b, used);
    if (pairs.length < 2 * FEWEST) continue;
    for (let i = 1; i < pairs.length; i += 2) used[pairs[i]!] = 1;
    found.push({
      a: [pairs[0]!, pairs.at(-2)! + 1],
      b: [pairs[1]!, pairs.at(-1)! + 1],
      pairs,
    });
  }
  return found;
}

/** What it costs that `after` follows `run` in a passage; infinite where it cannot. */
function costBetween(run: Run, after: Run): number {
  const gapA = after.a - run.a - run.length;
  const gapB = after.b - run.b - run.length;
  // Runs may overlap by a word or two where a word is doubled or dropped; the overlap counts once.
  if (gapA < -2 || gapB < -2 || after.a <= run.a || after.b <= run.b || gapA > GAP || gapB > GAP) return Infinity;
  return Math.max(0, -gapA, -gapB) + COST * Math.max(gapA, gapB, 0);
}

/** The equal words of a chain, with those in its gaps, without words of `b` that stand in another passage. */
function pairsOf(chain: readonly Run[], a: Words, b: Words, used: Uint8Array): number[] {
  const pairs: number[] = [];
  let nextA = -1;
  let nextB = -1;
  for (const run of chain) {
    if (nextA >= 0) pairWithin(pairs, a, b, used, nextA, run.a, nextB, run.b);
    const skip = Math.max(0, nextA - run.a, nextB - run.b);
    for (let i = skip; i < run.length; i += 1) {
      if (used[run.b + i] === 0) pairs.push(run.a + i, run.b + i);
    }
    nextA = run.a + run.length;
    nextB = run.b + run.length;
  }
  return pairs;
}

/** Adds the longest common subsequence of a gap. Gaps are short, so that this is a constant for each run. */
function pairWithin(
  pairs: number[],
  a: Words,
  b: Words,
  used: Uint8Array,
  fromA: number,
  toA: number,
  fromB: number,
  toB: number,
): void {
  const rows = toA - fromA;
  const columns = toB - fromB;
  if (rows <= 0 || columns <= 0) return;
  const width = columns + 1;
  const longest = new Uint8Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      const equal = a.hashes[fromA + i] === b.hashes[fromB + j] && used[fromB + j] === 0;
      longest[i * width + j] = equal
        ? longest[(i + 1) * width + j + 1]! + 1
        : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  let i = 0;
  let j = 0;
  while (i < rows && j < columns) {
    const here = longest[i * width + j]!;
    if (here === 0) return;
    if (here === longest[(i + 1) * width + j]) i += 1;
    else if (here === longest[i * width + j + 1]) j += 1;
    else {
      pairs.push(fromA + i, fromB + j);
      i += 1;
      j += 1;
    }
  }
}
