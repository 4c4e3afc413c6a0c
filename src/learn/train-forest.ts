/** Training of boosted trees: each is grown on the gradients of the likelihood that those before it left (Friedman 2001). */
import { type Forest, orderOf } from './forest.ts';
import { generator } from './random.ts';

/** Rows of numbers, kept column by column, each with its true answer. */
export interface Rows {
  readonly columns: readonly Float32Array[];
  /** 1 for yes, 0 for no; numbers between them for answers that are partly right. */
  readonly answers: Float32Array;
  /** How much each row counts. */
  readonly weights: Float32Array;
}

export interface ForestOptions {
  readonly trees: number;
  readonly depth: number;
  /** How far each tree goes towards what it would choose. */
  readonly rate: number;
  /** L2 penalty of a weight. */
  readonly penalty: number;
  /** Shares of columns and of rows that each tree sees. */
  readonly columns: number;
  readonly rows: number;
  readonly seed: number;
}

/** Numbers are told apart in so many steps, each with about as many rows. */
const STEPS = 64;
/** Steps are set by a sample of about so many rows. */
const SAMPLE = 20000;

/** The same rows and options give the same trees, byte for byte. */
export function trainForest({ columns, answers, weights }: Rows, options: ForestOptions): Forest {
  const { depth, penalty, rate, trees } = options;
  const random = generator(options.seed);
  const n = answers.length;
  const cuts = columns.map(cutsOf);
  const steps = columns.map((column, c) => stepsOf(column, cuts[c]!));
  let yes = 0;
  let all = 0;
  for (let i = 0; i < n; i++) {
    yes += answers[i]! * weights[i]!;
    all += weights[i]!;
  }
  const base = Math.log(yes / (all - yes));
  const odds = new Float64Array(n).fill(base);
  const gradients = new Float64Array(n);
  const curves = new Float64Array(n);
  const leaf = new Int32Array(n);
  const asked = new Uint8Array(trees * depth);
  const cutAt = new Float32Array(trees * depth);
  const leaves = 2 ** depth;
  const leafWeights = new Float32Array(trees * leaves);
  const sums = new Float64Array(leaves * STEPS * 2);
  for (let tree = 0; tree < trees; tree++) {
    for (let i = 0; i < n; i++) {
      const share = 1 / (1 + Math.exp(-odds[i]!));
      gradients[i] = weights[i]! * (answers[i]! - share);
      curves[i] = weights[i]! * Math.max(1e-6, share * (1 - share));
    }
    const among = columns.map((_, c) => c).filter(() => random() < options.columns);
    const seen = Int32Array.from(answers.keys()).filter(() => random() < options.rows);
    leaf.fill(0);
    for (let level = 0; level < depth; level++) {
      let best = { gain: -1, column: 0, step: 0 };
      for (const column of among) {
        sumUp(sums, 2 ** level, seen, leaf, steps[column]!, gradients, curves);
        const found = bestStep(sums, 2 ** level, cuts[column]!.length, penalty);
        if (found.gain > best.gain) best = { ...found, column };
      }
      const { column, step } = best;
      asked[tree * depth + level] = column;
      cutAt[tree * depth + level] = cuts[column]![step] ?? Number.POSITIVE_INFINITY;
      const own = steps[column]!;
      for (let i = 0; i < n; i++) leaf[i] = leaf[i]! * 2 + (own[i]! > step ? 1 : 0);
    }
    const gradient = new Float64Array(leaves);
    const curve = new Float64Array(leaves).fill(penalty);
    for (let r = 0; r < seen.length; r++) {
      const i = seen[r]!;
      gradient[leaf[i]!]! += gradients[i]!;
      curve[leaf[i]!]! += curves[i]!;
    }
    for (let l = 0; l < leaves; l++) leafWeights[tree * leaves + l] = (rate * gradient[l]!) / curve[l]!;
    for (let i = 0; i < n; i++) odds[i]! += leafWeights[tree * leaves + leaf[i]!]!;
  }
  return { columns: columns.length, depth, base, asked, cuts: orderOf(cutAt), weights: leafWeights };
}

/** Sums of gradients and curves by leaf and step. */
function sumUp(
  sums: Float64Array,
  leaves: number,
  seen: Int32Array,
  leaf: Int32Array,
  steps: Uint8Array,
  gradients: Float64Array,
  curves: Float64Array,
): void {
  sums.fill(0, 0, leaves * STEPS * 2);
  for (let r = 0; r < seen.length; r++) {
    const i = seen[r]!;
    const k = (leaf[i]! * STEPS + steps[i]!) * 2;
    sums[k]! += gradients[i]!;
    sums[k + 1]! += curves[i]!;
  }
}

/** The step that parts all leaves best: rows up to it from rows above it. */
function bestStep(sums: Float64Array, leaves: number, cuts: number, penalty: number): { gain: number; step: number } {
  const gains = new Float64Array(cuts);
  for (let l = 0; l < leaves; l++) {
    const at = l * STEPS * 2;
    let gradient = 0;
    let curve = 0;
    for (let s = 0; s <= cuts; s++) {
      gradient += sums[at + s * 2]!;
      curve += sums[at + s * 2 + 1]!;
    }
    const whole = (gradient * gradient) / (curve + penalty);
    let g = 0;
    let h = 0;
    for (let s = 0; s < cuts; s++) {
      g += sums[at + s * 2]!;
      h += sums[at + s * 2 + 1]!;
      gains[s]! += (g * g) / (h + penalty) + (gradient - g) ** 2 / (curve - h + penalty) - whole;
    }
  }
  let step = 0;
  for (let s = 1; s < cuts; s++) if (gains[s]! > gains[step]!) step = s;
  return { gain: gains[step] ?? -1, step };
}

/** The numbers that part a column's rows into steps: a row is in as many steps as cuts that it reaches. */
function cutsOf(column: Float32Array): Float32Array {
  const every = Math.max(1, Math.floor(column.length / SAMPLE));
  const sorted = column.filter((_, i) => i % every === 0).sort();
  const cuts: number[] = [];
  for (let s = 1; s < STEPS; s++) {
    const cut = sorted[Math.floor((s * sorted.length) / STEPS)]!;
    if (cuts.length === 0 || cut > cuts.at(-1)!) cuts.push(cut);
  }
  return Float32Array.from(cuts);
}

function stepsOf(column: Float32Array, cuts: Float32Array): Uint8Array {
  return Uint8Array.from(column, (x) => {
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cuts[middle]! <= x) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}
