import type { CaseFile, PositionLine } from '../../case.ts';
import { cellOf, standing } from '../consolidate/cell.ts';
import type { Queries } from '../database.ts';
import { unpack } from '../packed.ts';
import type { Cell, Filter, Matrix } from '../store.ts';
import { entriesWhere } from './entries.ts';
import type { Pages } from './page.ts';

/**
 * What each party holds on each issue, all of it. Narrowed to days, outlets or voices, a cell shows what stood by these
 * alone, and the rest of it (support, movement) as far as the line has it.
 */
export function matrixOf(
  queries: Queries,
  pages: Pages,
  caseId: number,
  file: CaseFile,
  filter: Filter,
): Promise<Matrix> {
  const { limit: _limit, after: _after, ...narrowing } = filter;
  const key = `matrix ${JSON.stringify([file.parties.map(({ name }) => name), narrowing])}`;
  return pages.memo.of(queries, key, () => makeMatrix(queries, caseId, file, narrowing));
}

async function makeMatrix(queries: Queries, caseId: number, file: CaseFile, filter: Filter): Promise<Matrix> {
  const { from, where } = entriesWhere(caseId, 'line', filter);
  const narrowed = [filter.from, filter.to, filter.outlet, filter.voice, filter.report].some((by) => by !== undefined);
  const columns = narrowed ? 'b.body' : 'e.summary';
  const join = narrowed ? 'JOIN entry_bodies AS b ON b.n = e.n' : '';
  const rows = await queries.all<{ summary: string; body: Uint8Array }>(
    `SELECT ${columns} FROM ${from} ${join} ${where.sql} ORDER BY e.id`,
    where.values,
  );
  const cells = rows.flatMap(({ summary, body }) =>
    narrowed ? (narrowedCell(unpack<PositionLine>(body), filter) ?? []) : (JSON.parse(summary) as Cell),
  );
  return { parties: partiesOf(cells, file), issues: issuesOf(cells), cells };
}

/** A line by the points that a filter leaves; `null` where it leaves none. */
export function narrowedLine(line: PositionLine, filter: Filter): PositionLine | null {
  const { from, to, outlet, voice, report } = filter;
  const points = line.points.filter(
    (point) =>
      (from === undefined || (point.day !== null && point.day >= from)) &&
      (to === undefined || (point.day !== null && point.day <= to)) &&
      (voice === undefined || point.voice === voice) &&
      (outlet === undefined || point.evidence.some((one) => one.outlet === outlet)) &&
      (report === undefined || point.evidence.some((one) => one.report === report)),
  );
  const now = standing(points);
  return now && { ...line, points, now };
}

function narrowedCell(line: PositionLine, filter: Filter): Cell | null {
  const left = narrowedLine(line, filter);
  return left && cellOf(left);
}

/** The case file's parties in its order, then the others, those in most reports first. */
function partiesOf(cells: readonly Cell[], file: CaseFile): readonly string[] {
  const held = weigh(cells, (cell) => cell.holder);
  const named = file.parties.map(({ name }) => name);
  return [...named, ...held.filter((holder) => !named.includes(holder))];
}

/** Issues, those in most reports first. */
const issuesOf = (cells: readonly Cell[]): readonly string[] => weigh(cells, (cell) => cell.issue);

function weigh(cells: readonly Cell[], keyOf: (cell: Cell) => string): readonly string[] {
  const weights = new Map<string, number>();
  for (const cell of cells) weights.set(keyOf(cell), (weights.get(keyOf(cell)) ?? 0) + cell.support.reports);
  return [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
}
