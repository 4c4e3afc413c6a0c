/** The rows of the timeline: a lane each for reports, talks, words and deeds; in words and deeds a row per party. Pure. */
import type { Mark } from '../../../../src/store/store.ts';

export interface Row {
  readonly lane: Mark['lane'];
  readonly party: string | null;
  readonly label: string;
  readonly marks: readonly Mark[];
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

export function rowsOf(
  marks: readonly Mark[],
  parties: readonly string[],
): { readonly rows: readonly Row[]; readonly height: number } {
  const rows: Row[] = [];
  let top = TOP;
  const add = (
    lane: Mark['lane'],
    party: string | null,
    label: string,
    here: readonly Mark[],
    first: boolean,
  ): void => {
    if (first) top += LANE_GAP;
    rows.push({ lane, party, label, marks: here, height: HEIGHT[lane], top, first });
    top += HEIGHT[lane];
  };
  const of = (lane: Mark['lane']): readonly Mark[] => marks.filter((m) => m.lane === lane);
  add('reports', null, '', of('reports'), true);
  add('talks', null, '', of('talks'), true);
  for (const lane of ['words', 'deeds'] as const) {
    const here = of(lane);
    let first = true;
    for (const party of parties) {
      add(
        lane,
        party,
        party,
        here.filter((m) => m.party === party),
        first,
      );
      first = false;
    }
    const others = here.filter((m) => m.party === null || !parties.includes(m.party));
    if (others.length || first) add(lane, null, 'others', others, first);
  }
  return { rows, height: top + 20 };
}
