/**
 * Training of a linear model that chooses one of a few classes where several may be right: multinomial logistic
 * regression on partial labels (Cour, Sapp and Taskar 2011), full gradients with AdaGrad steps. Nothing is drawn at
 * random, so the same examples give the same weights, byte for byte.
 */

/** One example. */
export interface LinearExample {
  /** Which document it is from; a feature seen in few documents is left out. */
  readonly document: number;
  readonly features: readonly string[];
  /** Scores that are given and not learned, one for each class. */
  readonly base: Float64Array;
  /** The classes that are right, the best first; at least one. */
  readonly right: readonly number[];
}

export interface LinearOptions {
  readonly classes: number;
  /** How much the given scores count. */
  readonly baseScale: number;
  /** A feature is kept if so many documents have it. */
  readonly minDocuments: number;
  /** L2 penalty. */
  readonly decay: number;
  readonly rounds: number;
  /** AdaGrad's step size. */
  readonly rate: number;
  /**
   * How the target is shared among the classes that are right: this part of it by their order, the rest by what the
   * model already believes of them.
   */
  readonly byOrder: number;
  /** Of the part given by order, what the first class has where there are several. */
  readonly firstShare: number;
}

export interface LinearModel {
  readonly bias: Float64Array;
  /** In the order of the features' names. */
  readonly weights: ReadonlyMap<string, Float64Array>;
}

/** Features that stand in enough documents, in order, numbered. */
function keptFeatures(examples: readonly LinearExample[], minDocuments: number): Map<string, number> {
  const documents = new Map<string, Set<number>>();
  for (const { document, features } of examples) {
    for (const f of features) {
      const seen = documents.get(f);
      if (seen) seen.add(document);
      else documents.set(f, new Set([document]));
    }
  }
  const kept = [...documents].filter(([, seen]) => seen.size >= minDocuments).map(([f]) => f);
  return new Map(kept.sort().map((f, i) => [f, i]));
}

/** What the scores of one example should have been, into `target`; `p` holds the shares that the model gives now. */
function targetOf(right: readonly number[], p: Float64Array, options: LinearOptions, target: Float64Array): void {
  target.fill(0);
  let believed = 0;
  for (const a of right) believed += p[a]!;
  right.forEach((a, k) => {
    const order = right.length === 1 ? 1 : k === 0 ? options.firstShare : (1 - options.firstShare) / (right.length - 1);
    const belief = believed > 0 ? p[a]! / believed : 1 / right.length;
    target[a] = target[a]! + options.byOrder * order + (1 - options.byOrder) * belief;
  });
}

/** Turns scores into shares that sum to 1, in place. */
function softmax(scores: Float64Array): void {
  let top = -Infinity;
  for (const s of scores) top = Math.max(top, s);
  let sum = 0;
  for (let a = 0; a < scores.length; a++) {
    scores[a] = Math.exp(scores[a]! - top);
    sum += scores[a]!;
  }
  for (let a = 0; a < scores.length; a++) scores[a] = scores[a]! / sum;
}

/** Learns from the examples. The work is their number times features times classes times rounds. */
export function trainLinear(examples: readonly LinearExample[], options: LinearOptions): LinearModel {
  const K = options.classes;
  const features = keptFeatures(examples, options.minDocuments);
  const ids = examples.map((e) =>
    Int32Array.from(new Set(e.features.map((f) => features.get(f) ?? -1).filter((i) => i >= 0))),
  );
  // One row for each feature, and the bias in the last.
  const size = (features.size + 1) * K;
  const bias = features.size * K;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-3);
  const gradient = new Float64Array(size);
  const p = new Float64Array(K);
  const target = new Float64Array(K);
  for (let round = 0; round < options.rounds; round++) {
    for (let i = 0; i < size; i++) gradient[i] = i < bias ? options.decay * weights[i]! : 0;
    examples.forEach((example, e) => {
      const own = ids[e]!;
      for (let a = 0; a < K; a++) {
        let s = options.baseScale * example.base[a]! + weights[bias + a]!;
        for (const id of own) s += weights[id * K + a]!;
        p[a] = s;
      }
      softmax(p);
      targetOf(example.right, p, options, target);
      for (let a = 0; a < K; a++) {
        const d = p[a]! - target[a]!;
        gradient[bias + a] = gradient[bias + a]! + d;
        for (const id of own) gradient[id * K + a] = gradient[id * K + a]! + d;
      }
    });
    for (let i = 0; i < size; i++) {
      const d = gradient[i]!;
      squares[i] = squares[i]! + d * d;
      weights[i] = weights[i]! - (options.rate * d) / Math.sqrt(squares[i]!);
    }
  }
  return {
    bias: weights.slice(bias),
    weights: new Map([...features].map(([f, id]) => [f, weights.slice(id * K, id * K + K)])),
  };
}
