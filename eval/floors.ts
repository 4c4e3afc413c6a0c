/**
 * Floors: what each figure may not fall below. Each set of floors names the digest of the corpus that it was measured on,
 * so that figures on another corpus are never held to it.
 */
import type { Column } from './measure.ts';
import { scoreOf } from './tally.ts';

/** Floors of one column, in percent. */
export interface Floor {
  readonly digest: string;
  readonly floors: Readonly<Record<string, number>>;
}

/** Floors that were set lower than they had stood, by hand, and what was won for it. */
export interface Lowered {
  readonly because: string;
  /** Where each stood, in percent, by column and figure. */
  readonly from: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Floors {
  /** How far below today's figure, in points, `--raise` sets a floor that may move at all. */
  readonly slack: number;
  /** Every floor that stands lower than it once did; one that is back where it stood is struck off by `--raise`. */
  readonly lowered?: readonly Lowered[];
  readonly columns: Readonly<Record<string, Floor>>;
}

/** What holding figures to their floors gives. */
export interface Verdict {
  readonly broken: readonly {
    readonly column: string;
    readonly figure: string;
    readonly is: number;
    readonly floor: number;
  }[];
  /** Columns whose corpus is not the one that the floors were measured on. */
  readonly other: readonly string[];
  /** Columns without floors. */
  readonly none: readonly string[];
  /** How many figures were compared. */
  readonly compared: number;
  /** How many floors of these columns stand lower than they once did. */
  readonly lowered: number;
}

/** What the record asserts is held to its precision too, by these names: a wrong line costs more than a missing one. */
const ASSERTED = ['positions', 'talks', 'events', 'disputes'];
const PRECISION = ', precision';

/** The figures of a column that are held, in percent. */
function heldOf(column: Column): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const [name, figure] of column.figures) {
    held.set(name, 100 * scoreOf(figure));
    if (ASSERTED.includes(name) && 'f1' in figure) held.set(`${name}${PRECISION}`, 100 * figure.precision);
  }
  return held;
}

/** Sums of floating-point numbers may differ in their last digits from machine to machine. */
const TINY = 1e-9;

/** Holds figures to their floors. A figure that has a floor and is not there any more counts as nothing. */
export function holdTo(floors: Floors, columns: readonly Column[]): Verdict {
  const broken: Verdict['broken'][number][] = [];
  const other: string[] = [];
  const none: string[] = [];
  let compared = 0;
  for (const column of columns) {
    const floor = floors.columns[column.name];
    if (floor === undefined) none.push(column.name);
    else if (floor.digest !== column.digest) other.push(column.name);
    else {
      const held = heldOf(column);
      for (const [figure, least] of Object.entries(floor.floors)) {
        compared++;
        const is = held.get(figure) ?? 0;
        if (is < least - TINY) broken.push({ column: column.name, figure, is, floor: least });
      }
    }
  }
  const names = new Set(columns.map(({ name }) => name));
  const lowered = (floors.lowered ?? []).flatMap(({ from }) =>
    Object.entries(from).flatMap(([column, figures]) => (names.has(column) ? Object.keys(figures) : [])),
  ).length;
  return { broken, other, none, compared, lowered };
}

/** What still stands lower than it did, without what is back. */
const stillLowered = (lowered: readonly Lowered[], columns: Floors['columns']): readonly Lowered[] =>
  lowered
    .map(({ because, from }) => {
      const left = Object.entries(from).map(([column, figures]) => {
        const is = columns[column]?.floors ?? {};
        return [
          column,
          Object.fromEntries(Object.entries(figures).filter(([name, at]) => (is[name] ?? 0) < at)),
        ] as const;
      });
      return { because, from: Object.fromEntries(left.filter(([, figures]) => Object.keys(figures).length > 0)) };
    })
    .filter(({ from }) => Object.keys(from).length > 0);

/** The tenth of a point at or below a number. */
const tenthBelow = (n: number): number => Math.floor(n * 10 + TINY) / 10;

/** What has reached 100 % is to stay there; anything else may vary a little. */
const floorFor = (is: number, slack: number): number => (is >= 100 ? 100 : Math.max(0, tenthBelow(is - slack)));

/** Raises floors to today's figures less the slack, never lowers one. On another corpus than before, they are set anew. */
export function raise(floors: Floors, columns: readonly Column[]): Floors {
  const out: Record<string, Floor> = { ...floors.columns };
  for (const column of columns) {
    const before = floors.columns[column.name];
    const old = before?.digest === column.digest ? before.floors : {};
    const held = heldOf(column);
    const raised = [...new Set([...Object.keys(old), ...held.keys()])].map((figure) => {
      const is = held.get(figure);
      return [figure, Math.max(old[figure] ?? 0, is === undefined ? 0 : floorFor(is, floors.slack))] as const;
    });
    out[column.name] = { digest: column.digest, floors: Object.fromEntries(raised) };
  }
  const lowered = stillLowered(floors.lowered ?? [], out);
  return { slack: floors.slack, ...(lowered.length > 0 ? { lowered } : {}), columns: out };
}

/** Reads floors.json. Throws in plain words where it is not as it should be. */
export function parseFloors(json: string): Floors {
  const wrong = (what: string): never => {
    throw new Error(`eval/floors.json: ${what}. Mend it, or take it back from the last commit.`);
  };
  let raw: Floors;
  try {
    raw = JSON.parse(json);
  } catch (error) {
    return wrong(`it is no JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  if (typeof raw?.slack !== 'number' || raw.slack < 0) wrong('"slack" must be a number of points');
  if (typeof raw.columns !== 'object' || raw.columns === null) wrong('"columns" must name the corpora');
  for (const [name, { digest, floors }] of Object.entries(raw.columns)) {
    if (typeof digest !== 'string' || typeof floors !== 'object') wrong(`"${name}" needs "digest" and "floors"`);
    for (const [figure, least] of Object.entries(floors))
      if (typeof least !== 'number' || least < 0 || least > 100) wrong(`"${name}", "${figure}": a floor is 0 to 100`);
  }
  for (const { because, from } of raw.lowered ?? []) {
    if (typeof because !== 'string' || because === '') wrong('"lowered" must say "because" of what');
    for (const [column, figures] of Object.entries(from ?? {}))
      for (const [figure, stood] of Object.entries(figures)) {
        const is = raw.columns[column]?.floors[figure];
        if (is === undefined || is >= stood) wrong(`"lowered" names "${column}", "${figure}", which stands no lower`);
      }
  }
  return raw;
}

export const writeFloors = (floors: Floors): string => `${JSON.stringify(floors, null, 2)}\n`;
