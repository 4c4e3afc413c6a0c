/** Training of a log-linear choice: stochastic gradients of the likelihood with AdaGrad steps. */
import { generator, shuffle } from './random.ts';
import { type Ranker, scoresOf, shares } from './ranker.ts';

/** One choice made by an annotator. */
export interface Choice {
  readonly buckets: number[];
  readonly ends: number[];
  /** The right candidate. */
  readonly gold: number;
}

export interface RankerOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
}

/** The same choices and options give the same weights, byte for byte. */
export function trainRanker(choices: readonly Choice[], options: RankerOptions): Ranker {
  const { bits, epochs, rate, decay } = options;
  const random = generator(options.seed);
  const weights = new Float32Array(2 ** bits);
  const squares = new Float32Array(2 ** bits).fill(1e-4);
  const sum = new Float64Array(2 ** bits);
  const order = choices.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const number of shuffle(order, random)) {
      const choice = choices[number]!;
      const probabilities = shares(scoresOf(weights, choice));
      let at = 0;
      choice.ends.forEach((end, c) => {
        const error = (c === choice.gold ? 1 : 0) - probabilities[c]!;
        for (; at < end; at++) {
          if (Math.abs(error) < 1e-3) continue;
          const b = choice.buckets[at]!;
          const g = error - decay * weights[b]!;
          squares[b]! += g * g;
          weights[b]! += (rate * g) / Math.sqrt(squares[b]!);
        }
      });
    }
    // The mean over the ends of the epochs: steadier than the last weights.
    for (let b = 0; b < weights.length; b++) sum[b]! += weights[b]!;
  }
  return { bits, weights: Float32Array.from(sum, (s) => s / epochs) };
}
