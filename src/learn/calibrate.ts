/**
 * What a model's share is worth: how often those with such a share were right where the model had not learned from them.
 * Shares in steps of as many cases each, pooled where a surer step was right less often (Ayer et al. 1955), and straight
 * lines between them.
 */

/** Shares, growing, each with how often such were right, not falling. Between two of them it is on the line. */
export type Calibration = readonly (readonly [share: number, right: number])[];

/** Says of a share what it says of itself. */
export const UNCALIBRATED: Calibration = [
  [0, 0],
  [1, 1],
];

/** How often such a share is right, from 0 to 1. Never falls as the share grows. */
export function calibrated(curve: Calibration, share: number): number {
  const [first] = curve;
  if (!first) return share;
  let [low, right] = first;
  for (const [next, then] of curve) {
    if (share < next) return next === low ? then : right + ((then - right) * Math.max(0, share - low)) / (next - low);
    [low, right] = [next, then];
  }
  return right;
}

/** So many cases at least make a step: with fewer, how often they were right is chance. */
const STEP = 40;

/** Fits the curve to shares and whether each was right; `UNCALIBRATED` with too few cases for two steps. */
export function calibrate(cases: readonly { readonly share: number; readonly right: boolean }[]): Calibration {
  const sorted = [...cases].sort((a, b) => a.share - b.share);
  const steps = Math.floor(sorted.length / STEP);
  if (steps < 2) return UNCALIBRATED;
  const pools: { n: number; share: number; right: number }[] = [];
  for (let i = 0; i < steps; i++) {
    const step = sorted.slice(Math.round((i * sorted.length) / steps), Math.round(((i + 1) * sorted.length) / steps));
    let pool = {
      n: step.length,
      share: step.reduce((sum, { share }) => sum + share, 0),
      right: step.reduce((sum, { right }) => sum + (right ? 1 : 0), 0),
    };
    for (let last = pools.at(-1); last && last.right * pool.n >= pool.right * last.n; last = pools.at(-1)) {
      pools.pop();
      pool = { n: pool.n + last.n, share: pool.share + last.share, right: pool.right + last.right };
    }
    pools.push(pool);
  }
  const thousandths = (x: number): number => Math.round(x * 1000) / 1000 + 0;
  return pools.map(({ n, share, right }) => [thousandths(share / n), thousandths(right / n)] as const);
}
