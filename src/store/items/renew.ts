import type { Item, ReportHead } from '../../case.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../database.ts';
import { plain } from '../plain.ts';
import { markOf, numberOf } from '../search/index-words.ts';
import * as SQL from '../sql/items.ts';
import { UPDATE_REPORT_ITEMS } from '../sql/reports.ts';
import { type ItemRow, itemRow, partiesOf } from './row.ts';

interface Stored {
  readonly n: number;
  readonly kind: string;
  readonly id: string;
  readonly day: string;
  readonly outlet: string | null;
  readonly body: string;
  readonly facets: string;
  readonly parts: string;
}

/**
 * Puts the items of a report in the place of those that are there: what is the same stays, and only parts that gain,
 * lose or see changed an item are marked; gives these. `fresh` says that the report has none yet.
 */
export async function renewItems(
  { caseId, consolidation }: Context,
  queries: Queries,
  report: ReportHead,
  items: readonly Item[],
  fresh: boolean,
): Promise<ReadonlySet<string>> {
  const index = queries.dialect.search;
  const { remove } = index;
  const stored = new Map<string, Stored>();
  if (!fresh) {
    for (const row of await queries.all<Stored>(SQL.ITEMS_OF_REPORT, [caseId, report.id])) {
      stored.set(`${row.kind} ${row.id}`, row);
    }
  }
  const dirty = new Set<string>();
  const seen = new Set<string>();
  for (const item of items) {
    const row = itemRow(item, consolidation.partsOf(item));
    const key = `${row.kind} ${row.id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const old = stored.get(key);
    stored.delete(key);
    const facets = JSON.stringify(row.facets);
    const parts = JSON.stringify(row.parts);
    if (old?.body === row.body && old.facets === facets && old.parts === parts && sameHead(old, row)) continue;
    const columns = [row.day, row.type, row.status, row.voice, row.outlet, row.unsure];
    let n = old?.n;
    if (n === undefined) {
      const made = await queries.first<{ n: number }>(SQL.INSERT_ITEM, [
        caseId,
        report.id,
        row.kind,
        row.id,
        ...columns,
      ]);
      n = made!.n;
      await queries.run(SQL.INSERT_ITEM_BODY, [n, row.body, facets, parts]);
    } else {
      await forget(caseId, queries, old!, dirty);
      await queries.run(remove, [numberOf.item(n)]);
      await queries.run(SQL.UPDATE_ITEM, [...columns, n]);
      await queries.run(SQL.UPDATE_ITEM_BODY, [row.body, facets, parts, n]);
    }
    for (const facet of row.facets) {
      await queries.run(SQL.INSERT_ITEM_FACET, [caseId, facet, row.kind, row.day, row.id, n]);
    }
    for (const part of new Set(row.parts)) {
      dirty.add(part);
      await queries.run(SQL.INSERT_ITEM_PART, [caseId, part, n]);
    }
    await queries.run(index.insert, index.row(numberOf.item(n), plain(row.words), marksOf(item).join(' ')));
  }
  for (const old of stored.values()) {
    await forget(caseId, queries, old, dirty);
    await queries.run(remove, [numberOf.item(old.n)]);
    await queries.run(SQL.DELETE_ITEM_BODY, [old.n]);
    await queries.run(SQL.DELETE_ITEM, [old.n]);
  }
  await queries.run(UPDATE_REPORT_ITEMS, [seen.size, caseId, report.id]);
  for (const part of dirty) await queries.run(SQL.MARK_DIRTY, [caseId, 'part', part]);
  return dirty;
}

const sameHead = (old: Stored, row: ItemRow): boolean => old.day === row.day && old.outlet === row.outlet;

/** Takes an item out of lists and parts. */
async function forget(caseId: number, queries: Queries, old: Stored, dirty: Set<string>): Promise<void> {
  for (const facet of JSON.parse(old.facets) as string[]) {
    await queries.run(SQL.DELETE_ITEM_FACET, [caseId, facet, old.kind, old.day, old.id, old.n]);
  }
  for (const part of new Set(JSON.parse(old.parts) as string[])) {
    dirty.add(part);
    await queries.run(SQL.DELETE_ITEM_PART, [caseId, part, old.n]);
  }
}

function marksOf(item: Item): readonly string[] {
  const { outlet, id } = item.report;
  const speaker = item.kind === 'statement' ? item.record.speaker.name : (item.by?.name ?? null);
  return [
    markOf.kind(item.kind),
    markOf.report(id),
    ...(outlet === null ? [] : [markOf.outlet(outlet)]),
    ...(speaker === null ? [] : [markOf.speaker(speaker)]),
    ...partiesOf(item).map(markOf.party),
    ...(item.kind === 'position' ? item.record.issues.map(markOf.issue) : []),
  ];
}
