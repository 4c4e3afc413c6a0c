/** Training of a linear-chain model by maximum likelihood: stochastic gradients, AdaGrad steps, feature dropout, averaging. */
import { generator, shuffle } from './random.ts';
import type { Features, SequenceModel } from './sequence.ts';

/** One training sequence: its features and the true label of each position. */
export interface Example {
  readonly features: Features;
  readonly gold: Uint8Array;
}

export interface SequenceOptions {
  readonly labels: readonly string[];
  readonly bits: number;
  readonly classes: number;
  /** Features met fewer times than this in training are not kept. */
  readonly least: number;
  readonly epochs: number;
  /** AdaGrad's step size (Duchi, Hazan and Singer 2011). */
  readonly rate: number;
  /** L2 penalty of a weight each time that it is updated. */
  readonly decay: number;
  /** Share of features left out at random in training, so that no one feature is leant on. */
  readonly dropout: number;
  /** Seeds of the order of examples and of dropout. The models of several seeds are averaged into one. */
  readonly seeds: readonly number[];
  /** Which labels may follow which (`from` is -1 at the start). */
  readonly legal: (from: number, to: number) => boolean;
  /** How much each example counts. */
  readonly weight?: (index: number) => number;
  readonly onEpoch?: (seed: number, epoch: number, loss: number, model: () => SequenceModel) => void;
}

const IMPOSSIBLE = -1e4;
/** Gradients smaller than this are not followed: most positions are certain, and this is what makes training fast. */
const NEGLIGIBLE = 1e-3;

/** The same examples and options give the same weights, byte for byte. */
export function trainSequence(examples: readonly Example[], options: SequenceOptions): SequenceModel {
  const { index, rows } = indexOf(examples, options.bits, options.least);
  const compact = examples.map((e) => ({ features: withRows(e.features, index), gold: e.gold }));
  const models = options.seeds.map((seed) => trainOnce(compact, options, seed, index, rows));
  const mean = (pick: (m: SequenceModel) => Float32Array): Float32Array => {
    const sum = pick(models[0]!).slice();
    for (const m of models.slice(1)) {
      const other = pick(m);
      for (let i = 0; i < sum.length; i++) sum[i]! += other[i]!;
    }
    return sum.map((x) => x / models.length);
  };
  return { ...models[0]!, weights: mean((m) => m.weights), transitions: mean((m) => m.transitions) };
}

/** Numbers the buckets met at least `least` times, from 1, in the order of the buckets. */
function indexOf(examples: readonly Example[], bits: number, least: number): { index: Int32Array; rows: number } {
  const index = new Int32Array(2 ** bits);
  for (const { features } of examples) for (const b of features.buckets) index[b]!++;
  let rows = 1;
  for (let b = 0; b < index.length; b++) index[b] = index[b]! >= least ? rows++ : 0;
  return { index, rows };
}

function withRows(features: Features, index: Int32Array): Features {
  const rows = new Int32Array(features.buckets.length);
  const ends = new Int32Array(features.length);
  let used = 0;
  let at = 0;
  for (let i = 0; i < features.length; i++) {
    for (const end = features.ends[i]!; at < end; at++) {
      const row = index[features.buckets[at]!]!;
      if (row > 0) rows[used++] = row;
    }
    ends[i] = used;
  }
  return { buckets: rows.slice(0, used), ends, kinds: features.kinds, length: features.length };
}

function trainOnce(
  examples: readonly Example[],
  options: SequenceOptions,
  seed: number,
  index: Int32Array,
  rows: number,
): SequenceModel {
  const { labels, bits, classes, epochs, dropout } = options;
  const L = labels.length;
  const random = generator(seed);
  // What is kept counts for what is left out, so that scores in use have the size that they had in training.
  const scale = 1 / (1 - dropout);
  const emission = new Table(rows * L, options);
  const transition = new Table(classes * (L + 1) * L, options);
  for (let k = 0; k < classes; k++)
    for (let f = 0; f <= L; f++)
      for (let t = 0; t < L; t++)
        if (!options.legal(f === L ? -1 : f, t)) transition.now[(k * (L + 1) + f) * L + t] = IMPOSSIBLE;
  let steps = 1;
  const model = (): SequenceModel => ({
    labels,
    bits,
    classes,
    index,
    weights: emission.average(steps),
    transitions: transition.average(steps),
  });

  const longest = examples.reduce((most, e) => Math.max(most, e.features.length), 1);
  const busiest = examples.reduce((most, e) => Math.max(most, e.features.buckets.length), 1);
  const alpha = new Float64Array(longest * L);
  const beta = new Float64Array(longest * L);
  const mine = new Float64Array(longest * L);
  const emit = new Float64Array(longest * L);
  const kept = new Uint8Array(busiest);
  const gradient = new Float64Array(L);
  const order = examples.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const number of order) {
      const { features, gold } = examples[number]!;
      const { buckets, ends, kinds, length: n } = features;
      if (n === 0) continue;
      const pull = options.weight?.(number) ?? 1;
      const total = ends[n - 1]!;
      for (let i = 0; i < total; i++) kept[i] = dropout > 0 && random() < dropout ? 0 : 1;
      let logZ = 0;
      for (let i = 0, at = 0; i < n; i++) {
        const base = i * L;
        for (let l = 0; l < L; l++) emit[base + l] = 0;
        for (const end = ends[i]!; at < end; at++) {
          if (kept[at] === 0) continue;
          const row = buckets[at]! * L;
          for (let l = 0; l < L; l++) emit[base + l]! += scale * emission.now[row + l]!;
        }
        let top = -Infinity;
        for (let l = 0; l < L; l++) if (emit[base + l]! > top) top = emit[base + l]!;
        logZ += top;
        for (let l = 0; l < L; l++) mine[base + l] = Math.exp(emit[base + l]! - top);
      }
      // Forward and backward, each position scaled to a sum of one.
      const moves = Float64Array.from(transition.now, Math.exp);
      for (let i = 0; i < n; i++) {
        const base = i * L;
        const table = kinds[i]! * (L + 1) * L;
        let sum = 0;
        for (let t = 0; t < L; t++) {
          let a = 0;
          if (i === 0) a = moves[table + L * L + t]!;
          else for (let f = 0; f < L; f++) a += alpha[base - L + f]! * moves[table + f * L + t]!;
          a *= mine[base + t]!;
          alpha[base + t] = a;
          sum += a;
        }
        for (let t = 0; t < L; t++) alpha[base + t]! /= sum;
        logZ += Math.log(sum);
      }
      for (let l = 0; l < L; l++) beta[(n - 1) * L + l] = 1;
      for (let i = n - 2; i >= 0; i--) {
        const base = i * L;
        const table = kinds[i + 1]! * (L + 1) * L;
        let sum = 0;
        for (let f = 0; f < L; f++) {
          let b = 0;
          for (let t = 0; t < L; t++) b += moves[table + f * L + t]! * mine[base + L + t]! * beta[base + L + t]!;
          beta[base + f] = b;
          sum += b;
        }
        for (let f = 0; f < L; f++) beta[base + f]! /= sum;
      }
      steps++;
      for (let i = 0, at = 0; i < n; i++) {
        const base = i * L;
        const table = kinds[i]! * (L + 1) * L;
        const from = i === 0 ? L : gold[i - 1]!;
        loss -= emit[base + gold[i]!]! + transition.now[table + from * L + gold[i]!]!;
        // Transitions into this position.
        let z = 0;
        for (let f = i === 0 ? L : 0; f < (i === 0 ? L + 1 : L); f++)
          for (let t = 0; t < L; t++)
            z += (i === 0 ? 1 : alpha[base - L + f]!) * moves[table + f * L + t]! * mine[base + t]! * beta[base + t]!;
        for (let f = i === 0 ? L : 0; f < (i === 0 ? L + 1 : L); f++)
          for (let t = 0; t < L; t++) {
            const p =
              ((i === 0 ? 1 : alpha[base - L + f]!) * moves[table + f * L + t]! * mine[base + t]! * beta[base + t]!) /
              z;
            const g = (from === f && gold[i] === t ? 1 : 0) - p;
            if (Math.abs(g) > NEGLIGIBLE) transition.step(table + f * L + t, pull * g, steps);
          }
        // Emissions at this position.
        let sum = 0;
        let most = 0;
        for (let l = 0; l < L; l++) sum += alpha[base + l]! * beta[base + l]!;
        for (let l = 0; l < L; l++) {
          const g = (gold[i] === l ? 1 : 0) - (alpha[base + l]! * beta[base + l]!) / sum;
          gradient[l] = pull * g;
          most = Math.max(most, Math.abs(g));
        }
        const end = ends[i]!;
        if (most < NEGLIGIBLE) at = end;
        for (; at < end; at++) {
          if (kept[at] === 0) continue;
          const row = buckets[at]! * L;
          for (let l = 0; l < L; l++) emission.step(row + l, gradient[l]!, steps);
        }
      }
      loss += logZ;
    }
    options.onEpoch?.(seed, epoch, loss / examples.length, model);
  }
  return model();
}

/** Weights with what AdaGrad and averaging need to know of them. */
class Table {
  readonly now: Float32Array;
  readonly #squares: Float32Array;
  /** The sum of change times time: the average over time is the weight less this over the time. */
  readonly #drift: Float64Array;
  readonly #rate: number;
  readonly #decay: number;

  constructor(size: number, options: { readonly rate: number; readonly decay: number }) {
    this.now = new Float32Array(size);
    this.#squares = new Float32Array(size).fill(1e-6);
    this.#drift = new Float64Array(size);
    this.#rate = options.rate;
    this.#decay = options.decay;
  }

  step(at: number, gradient: number, time: number): void {
    const g = gradient - this.#decay * this.now[at]!;
    this.#squares[at]! += g * g;
    const change = (this.#rate * g) / Math.sqrt(this.#squares[at]!);
    this.now[at]! += change;
    this.#drift[at]! += change * time;
  }

  average(time: number): Float32Array {
    return this.now.map((w, i) => w - this.#drift[i]! / time);
  }
}
