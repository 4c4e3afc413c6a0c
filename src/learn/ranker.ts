/**
 * A log-linear choice among candidates: each candidate is a set of hashed features, and the one with the highest sum of
 * weights is chosen. Read-only once trained or loaded.
 */
export interface Ranker {
  readonly bits: number;
  readonly weights: Float32Array;
}

/** The features of the candidates of one choice, kept flat; candidate `c` ends at `ends[c]` in `buckets`. */
export class Candidates {
  buckets: number[] = [];
  ends: number[] = [];
  readonly #mask: number;

  constructor(bits: number) {
    this.#mask = 2 ** bits - 1;
  }

  reset(): void {
    this.buckets.length = 0;
    this.ends.length = 0;
  }

  add(hash: number): void {
    this.buckets.push((hash ^ (hash >>> 15)) & this.#mask);
  }

  close(): void {
    this.ends.push(this.buckets.length);
  }
}

/** The score of each candidate. */
export function scoresOf(weights: Float32Array, { buckets, ends }: Pick<Candidates, 'buckets' | 'ends'>): number[] {
  const scores: number[] = [];
  let at = 0;
  for (const end of ends) {
    let score = 0;
    for (; at < end; at++) score += weights[buckets[at]!]!;
    scores.push(score);
  }
  return scores;
}

/** Scores as shares of one. */
export function shares(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((s) => Math.exp(s - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / sum);
}

/** The best candidate and its share. */
export function choose(ranker: Ranker, candidates: Candidates): { readonly best: number; readonly share: number } {
  const all = shares(scoresOf(ranker.weights, candidates));
  let best = 0;
  for (let c = 1; c < all.length; c++) if (all[c]! > all[best]!) best = c;
  return { best, share: all[best] ?? 0 };
}
