import type { Item, Judgement } from '../../case.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../database.ts';
import * as SQL from '../sql/judgements.ts';

/** The items of one report as the judgements about it leave them, and notes which of those found their item. */
export async function judgedItems(
  { caseId, consolidation }: Context,
  queries: Queries,
  report: string,
  items: readonly Item[],
): Promise<readonly Item[]> {
  const rows = await queries.all<{ id: string; body: string; anchored: number }>(SQL.ABOUT_REPORT, [caseId, report]);
  if (rows.length === 0) return items;
  const judged = consolidation.judged(
    items,
    rows.map((row) => JSON.parse(row.body) as Judgement),
  );
  const lost = new Set(judged.lost);
  for (const { id, anchored } of rows) {
    const found = lost.has(id) ? 0 : 1;
    if (found !== anchored) await queries.run(SQL.SET_ANCHORED, [found, caseId, id]);
  }
  return judged.items;
}
