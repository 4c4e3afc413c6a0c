import type { PositionLine } from '../../case.ts';
import { narrowedTo } from '../../consolidate/positions/standing-point.ts';
import { entryLedger } from '../consolidate/steps.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../database.ts';
import { unpack } from '../packed.ts';
import { ENTRY, PARTS_IN_DAYS } from '../sql/entries.ts';
import type { Filter, Page } from '../store.ts';
import { listEntries } from './entries.ts';
import type { Pages } from './page.ts';

/** Later than every day. */
const FOREVER = '~';

/**
 * Position lines, the newest first. Narrowed to days, each shows its points of those days, also such as the line itself
 * leaves out for its length; what stands is then what stood by these.
 */
export async function listLines(
  context: Context,
  queries: Queries,
  pages: Pages,
  filter: Filter,
): Promise<Page<PositionLine>> {
  const page = await listEntries(queries, pages, context.caseId, 'line', filter);
  if (filter.from === undefined && filter.to === undefined) return page;
  const rows: PositionLine[] = [];
  for (const line of page.rows) {
    rows.push(within(line.earlier > 0 ? await wholeIn(context, queries, line, filter) : line, filter));
  }
  return { ...page, rows };
}

/** A line made of its parts of a period alone; the line as it is where it has none. */
export async function wholeIn(
  { caseId, consolidation }: Context,
  queries: Queries,
  line: PositionLine,
  { from = '', to = FOREVER }: Filter,
): Promise<PositionLine> {
  const stored = await queries.first<{ thread: string }>(ENTRY, [caseId, 'line', line.id]);
  if (!stored) return line;
  const rows = await queries.all<{ part: string; result: Uint8Array }>(PARTS_IN_DAYS, [
    caseId,
    stored.thread,
    from,
    to,
  ]);
  const parts = rows.map(({ part, result }) => ({ key: part, result: unpack<unknown>(result) }));
  if (parts.length === 0) return line;
  const { entries } = consolidation.thread(stored.thread, parts, await entryLedger(queries, caseId));
  const found = entries.find(({ kind, id }) => kind === 'line' && id === line.id)?.entry as PositionLine | undefined;
  return found ? { ...found, earlier: 0, support: line.support } : line;
}

/** The points of a line that lie within the days asked for. */
function within(line: PositionLine, { from = '', to = FOREVER }: Filter): PositionLine {
  const points = line.points.filter(({ day }) => day !== null && day >= from && day <= to);
  return narrowedTo(line, points) ?? { ...line, points };
}
