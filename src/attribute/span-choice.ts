/** Chooses among the stretches of words that may be contents: those that together promise most, none sharing a word. */
import { type Forest, sharesOf } from '../learn/forest.ts';
import type { Run } from './runs.ts';
import { type Candidate, candidateSpans } from './span-candidates.ts';
import { spanFeatures } from './span-features.ts';
import type { SpanContext } from './span-sums.ts';

/** What a content must be worth to be taken. */
export interface SpanPolicy {
  /** A content is taken where it is at least this likely right, by the forest; 0 to 1. */
  readonly least: number;
  /** What the tagger marked may fall short of that by so much, times how likely the tagger holds it. */
  readonly trust: number;
  /** What a content must be worth more for each source or cue that it would be taken over. */
  readonly over: number;
}

/**
 * By PolNeAR's guideline, half the share of right contents that is to be hoped for: below that, one more content is more
 * likely wrong than it is worth. By the codebook contents stay as they are tagged: there the choice won no more than it
 * lost.
 */
export const POLICIES: Readonly<Record<'codebook' | 'polnear', SpanPolicy | null>> = {
  codebook: null,
  polnear: { least: 0.36, trust: 0.1, over: 0.2 },
};

/** The runs with their contents chosen anew. Sources and cues stay, but where a content was taken over them. */
export function chooseSpans(forest: Forest, context: SpanContext, policy: SpanPolicy): readonly Run[] {
  const { runs, marginals } = context;
  const candidates = candidateSpans(marginals, runs.filter(isContent));
  const likely = sharesOf(forest, spanFeatures(context, candidates), candidates.length);
  return choose(runs, candidates, likely, policy);
}

/**
 * The best set of candidates that share no word; `others` are the sources and cues, in order (weighted interval scheduling: Kleinberg and Tardos
 * 2005, 6.1).
 */
export function bestOf(
  candidates: readonly Candidate[],
  likely: Float64Array,
  others: readonly Run[],
  { least, trust, over }: SpanPolicy,
): readonly Candidate[] {
  const firsts = others.map((r) => r.first);
  const ends = others.map((r) => r.last);
  const order = Array.from(candidates, (_, c) => c).sort(
    (a, b) => candidates[a]!.last - candidates[b]!.last || candidates[a]!.first - candidates[b]!.first,
  );
  const lasts = order.map((c) => candidates[c]!.last);
  const best = new Float64Array(order.length + 1);
  /** How many candidates, in this order, end before each one begins; -1 where it is better left out. */
  const before = new Int32Array(order.length);
  order.forEach((c, k) => {
    const { first, last, log, marked } = candidates[c]!;
    const free = countUpTo(lasts, first);
    const cost = least + over * (countUpTo(firsts, last - 1) - countUpTo(ends, first));
    const gain = best[free]! + likely[c]! - cost + (marked ? trust * Math.exp(log) : 0);
    before[k] = gain > best[k]! ? free : -1;
    best[k + 1] = Math.max(gain, best[k]!);
  });
  const chosen: Candidate[] = [];
  for (let k = order.length; k > 0; ) {
    if (before[k - 1]! < 0) k--;
    else {
      chosen.push(candidates[order[k - 1]!]!);
      k = before[k - 1]!;
    }
  }
  return chosen.reverse();
}

/** How many of some rising numbers are at most `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The runs with the best of the candidates for contents. A source or cue that shares a word with one is left out. */
export function choose(
  runs: readonly Run[],
  candidates: readonly Candidate[],
  likely: Float64Array,
  policy: SpanPolicy,
): readonly Run[] {
  const others = runs.filter((r) => !isContent(r));
  const contents = bestOf(candidates, likely, others, policy);
  const out: Run[] = contents.map(({ first, last }) => ({ role: 'content', first, last }));
  let c = 0;
  for (const run of others) {
    while (c < contents.length && contents[c]!.last <= run.first) c++;
    if (c === contents.length || contents[c]!.first >= run.last) out.push(run);
  }
  return out.sort((a, b) => a.first - b.first);
}

const isContent = (run: Run): boolean => run.role === 'content';
