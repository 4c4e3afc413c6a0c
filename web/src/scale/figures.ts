/** Where figures lie on an axis, and in what shape: exact, a range, open at one end, or words alone. Pure. */
import { ticks } from 'd3-array';
import type { FigureRange } from '../../../src/case.ts';

export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

export type FigureShape = {
  readonly kind: 'exact' | 'range' | 'atLeast' | 'atMost';
  readonly from: number;
  readonly to: number;
};

/** `null` for words without a number ("dozens"). An open end runs to the end of the axis. */
export function shapeOf({ low, high }: Bounds, end: number): FigureShape | null {
  if (low !== null && high !== null) return { kind: low === high ? 'exact' : 'range', from: low, to: high };
  if (low !== null) return { kind: 'atLeast', from: low, to: end };
  if (high !== null) return { kind: 'atMost', from: 0, to: high };
  return null;
}

/** `9`, `14 to 19`, `17 or more`, `up to 9`, or nothing. */
export function figureWords({ low, high }: Bounds): string {
  const n = (x: number): string => x.toLocaleString('en');
  if (low !== null && high !== null) return low === high ? n(low) : `${n(low)} to ${n(high)}`;
  if (low !== null) return `${n(low)} or more`;
  return high !== null ? `up to ${n(high)}` : '';
}

/** From 0 to a round number above all that is told; an open end has room to run. */
export function axisOf(figures: readonly FigureRange[]): { readonly end: number; readonly ticks: readonly number[] } {
  const told = figures.flatMap((f) => f.told);
  const most = Math.max(1, ...told.flatMap((t) => [t.low ?? 0, t.high ?? 0]));
  const open = told.some((t) => t.low !== null && t.high === null && t.low >= most);
  const wide = ticks(0, open ? most * 1.4 : most, 4);
  const step = (wide[1] ?? 1) - (wide[0] ?? 0);
  const last = wide.at(-1) ?? 1;
  const end = last < (open ? most * 1.2 : most) ? last + step : last;
  const marks = ticks(0, end, 4).filter(Number.isInteger);
  return { end, ticks: marks.at(-1) === end ? marks : [...marks, end] };
}

export interface Envelope {
  readonly low: number;
  /** `null`: no upper end. */
  readonly high: number | null;
  readonly words: string;
}

/** From the lowest to the highest that anybody gives now; whether one number would fit all. */
export function envelopeOf(figures: readonly FigureRange[]): Envelope | null {
  const now = figures.flatMap((f) => f.told.at(-1) ?? []).filter((t) => t.low !== null || t.high !== null);
  if (!now.length) return null;
  const low = Math.min(...now.map((t) => t.low ?? 0));
  const open = now.some((t) => t.high === null);
  const high = open ? null : Math.max(...now.map((t) => t.high ?? 0));
  const most = Math.max(...now.map((t) => t.low ?? 0));
  const least = Math.min(...now.map((t) => t.high ?? Number.POSITIVE_INFINITY));
  const fits =
    most <= least
      ? Number.isFinite(least)
        ? `${figureWords({ low: most, high: least })} fits all.`
        : `${most.toLocaleString('en')} or more fits all.`
      : 'No number fits all.';
  const range = high === null ? `${low.toLocaleString('en')}, no upper end.` : `${figureWords({ low, high })}.`;
  return { low, high, words: `${range} ${fits}` };
}
