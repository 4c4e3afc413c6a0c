/** The rows of the timeline: a lane each for reports, talks, words and deeds; in words and deeds a row per party. Pure. */
import type { DayCount, Mark } from '../../../../src/store/store.ts';

export interface Row {
  readonly lane: Mark['lane'];
  readonly party: string | null;
  readonly label: string;
  readonly marks: readonly Mark[];
  /** Where the lane has more marks than are named: all of them, counted. */
  readonly days: readonly DayCount[] | null;
  readonly height: number;
  /** From the top of the drawing. */
  readonly top: number;
  /** Whether a lane begins here. */
  readonly first: boolean;
}

const HEIGHT = { reports: 56, talks: 44, words: 36, deeds: 32 } as const;
/** Above the first row of a lane, for its name. */
export const LANE_GAP = 22;
export const TOP = 24;

type Holds = (party: string | null) => boolean;

export function rowsOf(
  marks: readonly Mark[],
  days: readonly DayCount[],
  parties: readonly string[],
): { readonly rows: readonly Row[]; readonly height: number } {
  const rows: Row[] = [];
  let top = TOP;
  const add = (lane: Mark['lane'], party: string | null, label: string, first: boolean, holds: Holds): void => {
    if (first) top += LANE_GAP;
    const here = marks.filter((m) => m.lane === lane && holds(m.party));
    const counted = days.filter((d) => d.lane === lane);
    const named = marks.reduce((n, m) => n + (m.lane === lane ? 1 : 0), 0);
    const isDense = counted.reduce((n, d) => n + d.marks, 0) > named;
    rows.push({
      lane,
      party,
      label,
      marks: here,
      days: isDense ? counted.filter((d) => holds(d.party)) : null,
      height: HEIGHT[lane],
      top,
      first,
    });
    top += HEIGHT[lane];
  };
  const every: Holds = () => true;
  add('reports', null, '', true, every);
  add('talks', null, '', true, every);
  const others: Holds = (party) => party === null || !parties.includes(party);
  for (const lane of ['words', 'deeds'] as const) {
    for (const [i, party] of parties.entries()) add(lane, party, party, i === 0, (p) => p === party);
    const isThere = [...marks, ...days].some((m) => m.lane === lane && others(m.party));
    if (isThere || parties.length === 0) add(lane, null, 'others', parties.length === 0, others);
  }
  return { rows, height: top + 20 };
}
