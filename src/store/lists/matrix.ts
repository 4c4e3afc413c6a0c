import type { CaseFile, PositionLine } from '../../case.ts';
import { narrowedTo } from '../../consolidate/positions/standing-point.ts';
import { cellOf } from '../consolidate/cell.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../database.ts';
import type { Cell, Filter, Matrix } from '../store.ts';
import { entriesWhere } from './entries.ts';
import { wholeIn } from './lines.ts';
import type { Pages } from './page.ts';

/**
 * What each party holds on each issue, all of it. Narrowed to days, outlets or voices, a cell shows what stood by these
 * alone, and the rest of it (support, movement) as far as the line has it.
 */
export function matrixOf(
  context: Context,
  queries: Queries,
  pages: Pages,
  file: CaseFile,
  filter: Filter,
): Promise<Matrix> {
  const { limit: _limit, after: _after, ...narrowing } = filter;
  const key = `matrix ${JSON.stringify([file.parties.map(({ name }) => name), narrowing])}`;
  return pages.memo.of(queries, key, () => makeMatrix(context, queries, pages, file, narrowing));
}

async function makeMatrix(
  context: Context,
  queries: Queries,
  pages: Pages,
  file: CaseFile,
  filter: Filter,
): Promise<Matrix> {
  const { caseId } = context;
  const { from, where } = entriesWhere(caseId, 'line', filter);
  const rows = await queries.all<{ n: number; summary: string }>(
    `SELECT e.n, e.summary FROM ${from} ${where.sql} ORDER BY e.id`,
    where.values,
  );
  const narrowed = [filter.from, filter.to, filter.outlet, filter.voice, filter.report].some((by) => by !== undefined);
  const cells: Cell[] = [];
  const lines = narrowed ? await allLines(queries, pages, caseId) : null;
  for (const { n, summary } of rows) {
    if (!lines) cells.push(JSON.parse(summary) as Cell);
    else {
      const line = lines.get(n)!;
      const cell = narrowedCell(
        reachesBack(line, filter) ? line : await wholeIn(context, queries, line, filter),
        filter,
      );
      if (cell) cells.push(cell);
    }
  }
  return { parties: partiesOf(cells, file), issues: issuesOf(cells), cells };
}

/**
 * All lines by their number: there are as many as parties and issues, whatever the reports are. Remembered until something is
 * written, since a table is narrowed again and again.
 */
export const allLines = (queries: Queries, pages: Pages, caseId: number): Promise<ReadonlyMap<number, PositionLine>> =>
  pages.memo.of(queries, 'all lines', async () => {
    const rows = await queries.all<{ n: number; body: Uint8Array }>(
      `SELECT e.n, b.body FROM entries AS e JOIN entry_bodies AS b ON b.case_id = e.case_id AND b.n = e.n WHERE e.case_id = ? AND e.kind = 'line'`,
      [caseId],
    );
    return new Map(rows.map(({ n, body }) => [n, pages.lines.of<PositionLine>(n, body)]));
  });

/** Whether the points that a line shows are all that a period may ask for: the newest ones are always there. */
const reachesBack = (line: PositionLine, { from, to }: Filter): boolean =>
  line.earlier === 0 || to === undefined || (line.points[0]?.day ?? '') < (from ?? '');

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
  return narrowedTo(line, points);
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
