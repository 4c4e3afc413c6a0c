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
  const { remove, key: placeOf } = queries.dialect.search;
  const stored = new Map<string, Stored>();
  if (!fresh) {
    for (const row of await queries.all<Stored>(SQL.ITEMS_OF_REPORT, [caseId, report.id])) {
      stored.set(`${row.kind} ${row.id}`, row);
    }
  }
  const dirty = new Set<string>();
  const seen = new Set<string>();
  const reportFacets = new Set<string>();
  const added: Placed[] = [];
  const changed: Placed[] = [];
  let last = (await queries.first<{ last: number }>(SQL.LAST_ITEM))?.last ?? 0;
  for (const item of items) {
    const row = itemRow(item, consolidation.partsOf(item));
    const key = `${row.kind} ${row.id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const facet of row.facets) reportFacets.add(facet);
    const old = stored.get(key);
    stored.delete(key);
    const facets = JSON.stringify(row.facets);
    const parts = JSON.stringify(row.parts);
    if (old?.body === row.body && old.facets === facets && old.parts === parts && sameHead(old, row)) continue;
    for (const part of row.parts) dirty.add(part);
    if (!old) {
      last += 1;
      added.push({ n: last, row, facets, parts, marks: marksOf(item) });
      continue;
    }
    const { n } = old;
    changed.push({ n, row, facets, parts, marks: marksOf(item) });
    await forget(caseId, queries, old, dirty);
    await queries.run(remove, placeOf({ caseId, report: report.id, n: numberOf.item(n) }));
    await queries.run(SQL.UPDATE_ITEM, [...columnsOf(row), n]);
    await queries.run(SQL.UPDATE_ITEM_BODY, [row.body, facets, parts, caseId, report.id, n]);
  }
  for (const old of stored.values()) {
    await forget(caseId, queries, old, dirty);
    await queries.run(remove, placeOf({ caseId, report: report.id, n: numberOf.item(old.n) }));
    await queries.run(SQL.DELETE_ITEM_BODY, [caseId, report.id, old.n]);
    await queries.run(SQL.DELETE_ITEM, [old.n]);
  }
  await queries.each(
    SQL.INSERT_ITEM,
    added.map(({ n, row }) => [n, caseId, report.id, row.kind, row.id, ...columnsOf(row)]),
  );
  await queries.each(
    SQL.INSERT_ITEM_BODY,
    added.map(({ n, row, facets, parts }) => [caseId, report.id, n, row.body, facets, parts]),
  );
  await place(caseId, report.id, queries, [...added, ...changed]);
  if (!fresh) await queries.run(SQL.DELETE_REPORT_FACETS, [caseId, report.id]);
  await queries.each(
    SQL.INSERT_REPORT_FACET,
    [...reportFacets].map((facet) => [caseId, facet, report.day ?? '', report.id]),
  );
  await queries.run(UPDATE_REPORT_ITEMS, [seen.size, caseId, report.id]);
  await queries.each(
    SQL.MARK_DIRTY,
    [...dirty].map((part) => [caseId, 'part', part]),
  );
  return dirty;
}

/** An item with its number, ready to be written. */
interface Placed {
  readonly n: number;
  readonly row: ItemRow;
  readonly facets: string;
  readonly parts: string;
  readonly marks: readonly string[];
}

const columnsOf = (row: ItemRow) => [row.day, row.type, row.status, row.voice, row.outlet, row.unsure, row.party];

/** Puts items into lists, parts and the index of words. */
async function place(caseId: number, report: string, queries: Queries, items: readonly Placed[]): Promise<void> {
  const index = queries.dialect.search;
  await queries.each(
    SQL.INSERT_ITEM_FACET,
    items.flatMap(({ n, row }) => row.facets.map((facet) => [caseId, facet, row.kind, row.day, row.id, n])),
  );
  await queries.each(
    SQL.INSERT_DOUBT,
    items.flatMap(({ n, row }) =>
      row.doubt === null ? [] : ['', ...row.facets].map((facet) => [caseId, facet, row.kind, row.doubt, row.id, n]),
    ),
  );
  await queries.each(
    SQL.INSERT_ITEM_PART,
    items.flatMap(({ n, row }) => [...new Set(row.parts)].map((part) => [caseId, part, n])),
  );
  await queries.each(
    index.insert,
    items.map(({ n, row, marks }) =>
      index.row({ caseId, report, n: numberOf.item(n) }, plain(row.words), marks.join(' ')),
    ),
  );
}

const sameHead = (old: Stored, row: ItemRow): boolean => old.day === row.day && old.outlet === row.outlet;

/** Takes an item out of lists and parts. */
async function forget(caseId: number, queries: Queries, old: Stored, dirty: Set<string>): Promise<void> {
  for (const facet of JSON.parse(old.facets) as string[]) {
    await queries.run(SQL.DELETE_ITEM_FACET, [caseId, facet, old.kind, old.day, old.id, old.n]);
  }
  await queries.run(SQL.DELETE_DOUBTS, [old.n]);
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
