import type { ChangedEntry, EntryRow } from '../../case.ts';
import type { Context } from '../context.ts';
import type { Queries, Value } from '../database.ts';
import { pack, unpack } from '../packed.ts';
import { plainOrNull } from '../plain.ts';
import { WHOLE_STALE } from '../sql/cases.ts';
import * as SQL from '../sql/entries.ts';
import { plainChanges } from './change.ts';
import { facetsOf, rankOf } from './facets.ts';
import { InTheWay } from './in-the-way.ts';
import { isAsserted, markOf } from './mark.ts';
import { summaryOf } from './summary.ts';

/** An entry as the tables have it. */
export interface StoredEntry {
  readonly n: number;
  readonly kind: EntryRow['kind'];
  readonly id: string;
  readonly thread: string;
  readonly rank: string;
  readonly facets: string;
  /** Not known of an entry that an older form has, until it is made again. */
  readonly sure: number | null;
  readonly body: Uint8Array;
}

const keyOf = ({ kind, id }: Pick<EntryRow, 'kind' | 'id'>): string => `${kind} ${id}`;

/** Puts the entries of a thread in the place of those it `had`, and writes down what is new, changed and gone. */
export async function putEntries(
  { caseId, consolidation }: Context,
  queries: Queries,
  thread: string,
  had: readonly StoredEntry[],
  rows: readonly EntryRow[],
  at: string,
): Promise<void> {
  const told = consolidation.changes ?? plainChanges;
  const old = new Map(had.map((stored) => [keyOf(stored), stored]));
  // A merge may move an entry here from another thread. All are asked for at once, and numbers for those that are new.
  const news = rows.filter((row) => !old.has(keyOf(row)));
  const [numbers, ...elsewhere] = await Promise.all([
    news.length === 0 ? [] : queries.all<{ n: number }>(queries.dialect.newNumbers('entries'), [news.length]),
    ...news.map(({ kind, id }) => queries.first<StoredEntry>(SQL.ENTRY, [caseId, kind, id])),
  ]);
  const moved = new Map(elsewhere.flatMap((stored) => (stored ? [[keyOf(stored), stored] as const] : [])));
  // Another program may be making the thread that it leaves.
  if (queries.beside && moved.size > 0) throw new InTheWay('An entry moves from one thread to another.');
  const added: EntryRow[] = [];
  const changes: Value[][] = [];
  let stale = false;
  const note = (before: ChangedEntry | null, after: ChangedEntry | null): void => {
    if ((before ?? after)?.kind === 'line') stale = true;
    for (const { what, kind, id, words, evidence } of told(before ? [before] : [], after ? [after] : [])) {
      changes.push([caseId, at, what, kind, id, words, JSON.stringify(evidence)]);
    }
  };
  const done = new Set<string>();
  for (const row of rows) {
    const key = keyOf(row);
    if (done.has(key)) continue;
    done.add(key);
    const stored = old.get(key) ?? moved.get(key);
    old.delete(key);
    if (!stored) {
      added.push(row);
      note(null, row);
      continue;
    }
    // Most entries of a thread are as they were: their bytes tell, without being read.
    const body = pack(row.entry);
    const same = Buffer.compare(body, stored.body) === 0;
    await update(caseId, queries, thread, row, stored, same ? null : body);
    if (!same) note({ ...stored, entry: unpack<EntryRow['entry']>(stored.body) }, row);
  }
  for (const stored of old.values()) {
    const entry = unpack<EntryRow['entry']>(stored.body);
    await remove(caseId, queries, stored);
    note({ ...stored, entry }, null);
  }
  await insert(
    caseId,
    queries,
    thread,
    added,
    numbers.map(({ n }) => n),
  );
  await queries.each(SQL.INSERT_CHANGE, changes);
  if (stale) await queries.run(WHOLE_STALE, [caseId]);
}

const columnsOf = (row: EntryRow, facets: string) => {
  const mark = markOf(row);
  return [
    rankOf(row),
    plainOrNull(row.issue),
    row.status,
    row.type,
    row.first ?? '',
    row.last ?? '',
    summaryOf(row),
    plainOrNull(mark?.party ?? null),
    mark?.solid ? 1 : 0,
    isAsserted(row) ? 1 : 0,
    facets,
  ];
};

/** Entries that are new, under numbers of which there are enough. */
async function insert(
  caseId: number,
  queries: Queries,
  thread: string,
  rows: readonly EntryRow[],
  numbers: readonly number[],
): Promise<void> {
  const numbered = rows.map((row, at) => ({ row, n: numbers[at]!, facets: facetsOf(row) }));
  await queries.each(
    SQL.INSERT_ENTRY,
    numbered.map(({ row, n, facets }) => [
      n,
      caseId,
      row.kind,
      row.id,
      thread,
      ...columnsOf(row, JSON.stringify(facets)),
    ]),
  );
  await queries.each(
    SQL.INSERT_ENTRY_BODY,
    numbered.map(({ row, n }) => [caseId, n, pack(row.entry)]),
  );
  await queries.each(
    SQL.INSERT_ENTRY_FACET,
    numbered.flatMap(({ row, n, facets }) => facetRows(caseId, row, facets, n)),
  );
  await queries.each(
    SQL.INSERT_ENTRY_REPORT,
    numbered.flatMap(({ row, n }) => [...new Set(row.reports)].map((report) => [caseId, report, n])),
  );
}

const facetRows = (caseId: number, row: EntryRow, facets: readonly string[], n: number): readonly Value[][] =>
  facets.map((facet) => [caseId, facet, row.kind, rankOf(row), row.id, n]);

const dropFacets = (caseId: number, queries: Queries, { facets, kind, rank, id, n }: StoredEntry) =>
  queries.each(
    SQL.DELETE_ENTRY_FACET,
    (JSON.parse(facets) as string[]).map((facet) => [caseId, facet, kind, rank, id, n]),
  );

/** `body`: the entry where it is another than before, as it is kept. */
async function update(
  caseId: number,
  queries: Queries,
  thread: string,
  row: EntryRow,
  stored: StoredEntry,
  body: Uint8Array | null,
): Promise<void> {
  const { n } = stored;
  const facets = facetsOf(row);
  const text = JSON.stringify(facets);
  if (body === null && stored.sure !== null && text === stored.facets && thread === stored.thread) return;
  await queries.run(SQL.UPDATE_ENTRY, [thread, ...columnsOf(row, text), n]);
  if (body !== null) await queries.run(SQL.UPDATE_ENTRY_BODY, [body, caseId, n]);
  if (text !== stored.facets || rankOf(row) !== stored.rank) {
    await dropFacets(caseId, queries, stored);
    await queries.each(SQL.INSERT_ENTRY_FACET, facetRows(caseId, row, facets, n));
  }
  const reports = new Set(row.reports);
  for (const { report } of await queries.all<{ report: string }>(SQL.REPORTS_OF_ENTRY, [n])) {
    if (!reports.delete(report)) await queries.run(SQL.DELETE_ENTRY_REPORT, [caseId, report, n]);
  }
  await queries.each(
    SQL.INSERT_ENTRY_REPORT,
    [...reports].map((report) => [caseId, report, n]),
  );
}

async function remove(caseId: number, queries: Queries, stored: StoredEntry): Promise<void> {
  await dropFacets(caseId, queries, stored);
  for (const { report } of await queries.all<{ report: string }>(SQL.REPORTS_OF_ENTRY, [stored.n])) {
    await queries.run(SQL.DELETE_ENTRY_REPORT, [caseId, report, stored.n]);
  }
  await queries.run(SQL.DELETE_ENTRY_BODY, [caseId, stored.n]);
  await queries.run(SQL.DELETE_ENTRY, [stored.n]);
}
