/** Marks of the timeline put where they fit: one alone as a sign, many together as a bar. Pure. */

import type { DayCount, Mark } from '../../../src/store/store.ts';
import { endOf, isExact, startOf } from '../dates.ts';

export interface Bin {
  /** The middle, in pixels. */
  readonly x: number;
  /** None where they are only counted. */
  readonly marks: readonly Mark[];
  readonly n: number;
  /** Of these, such as are only possible; and of the others, such as are not told by one side alone. */
  readonly possible: number;
  readonly solid: number;
  /** Milliseconds of the first and behind the last. */
  readonly from: number;
  readonly to: number;
}

/** When a mark is, and how far that is uncertain or lasts. */
export function extentOf(mark: Pick<Mark, 'start' | 'end'>): {
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
} {
  const from = startOf(mark.start);
  const to = endOf(mark.end ?? mark.start);
  return { from, to: to > from ? to : endOf(mark.start), exact: isExact(mark.start) };
}

/** The middle of the first day, or of the whole where it is not told to the day. */
export const middleOf = (mark: Pick<Mark, 'start' | 'end'>): number => {
  const { from, to, exact } = extentOf(mark);
  return exact ? from + 43_200_000 : (from + to) / 2;
};

interface Counted {
  readonly middle: number;
  readonly mark: Mark | null;
  readonly n: number;
  readonly possible: number;
  readonly solid: number;
}

const partOf = ({ solid, sure }: Mark): Pick<Bin, 'possible' | 'solid'> => ({
  possible: sure ? 0 : 1,
  solid: sure && solid ? 1 : 0,
});

/**
 * Puts marks of one row into bins `wide` pixels apart, or a day where days are wider. `scale` gives pixels for
 * milliseconds; what lies outside `[0, width)` is left out.
 */
export const binsOf = (
  marks: readonly Mark[],
  scale: (time: number) => number,
  width: number,
  wide: number,
): readonly Bin[] =>
  gathered(
    marks.map((mark) => ({ middle: middleOf(mark), mark, n: 1, ...partOf(mark) })),
    scale,
    width,
    wide,
  );

/** The same of marks that are too many to be named. */
export const countedBins = (
  days: readonly DayCount[],
  scale: (time: number) => number,
  width: number,
  wide: number,
): readonly Bin[] =>
  gathered(
    days.map(({ day, marks, possible, solid }) => ({
      middle: middleOf({ start: day, end: null }),
      mark: null,
      n: marks,
      possible,
      solid,
    })),
    scale,
    width,
    wide,
  );

function gathered(
  all: readonly Counted[],
  scale: (time: number) => number,
  width: number,
  wide: number,
): readonly Bin[] {
  const bins = new Map<number, { -readonly [K in Exclude<keyof Bin, 'x' | 'marks'>]: number } & { marks: Mark[] }>();
  for (const { middle, mark, n, possible, solid } of all) {
    const x = scale(middle);
    if (!(x >= 0 && x < width)) continue;
    const at = Math.floor(x / wide);
    let bin = bins.get(at);
    if (!bin) {
      bin = { marks: [], n: 0, possible: 0, solid: 0, from: middle, to: middle };
      bins.set(at, bin);
    }
    if (mark) bin.marks.push(mark);
    bin.n += n;
    bin.possible += possible;
    bin.solid += solid;
    bin.from = Math.min(bin.from, middle);
    bin.to = Math.max(bin.to, middle);
  }
  return [...bins.entries()].sort(([a], [b]) => a - b).map(([at, bin]) => ({ ...bin, x: (at + 0.5) * wide }));
}

/** How high a bar for `n` of at most `most` stands, so that few are seen beside many. */
export const barHeight = (n: number, most: number, height: number): number =>
  Math.max(3, (height * Math.sqrt(n)) / Math.sqrt(Math.max(most, 1)));
