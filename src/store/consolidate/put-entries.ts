import type { ChangedEntry, EntryRow } from '../../case.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../database.ts';
import { pack, unpack } from '../packed.ts';
import { plainOrNull } from '../plain.ts';
import { WHOLE_STALE } from '../sql/cases.ts';
import * as SQL from '../sql/entries.ts';
import { plainChanges } from './change.ts';
import { facetsOf, rankOf } from './facets.ts';
import { markOf } from './mark.ts';
import { summaryOf } from './summary.ts';

/** An entry as the tables have it. */
export interface StoredEntry {
  readonly n: number;
  readonly kind: EntryRow['kind'];
  readonly id: string;
  readonly thread: string;
  readonly rank: string;
  readonly facets: string;
  readonly body: Uint8Array;
}

/** Puts the entries of a thread in the place of those it had, and writes down what is new, changed and gone. */
export async function putEntries(
  { caseId, consolidation }: Context,
  queries: Queries,
  thread: string,
  rows: readonly EntryRow[],
  at: string,
): Promise<void> {
  const told = consolidation.changes ?? plainChanges;
  const old = new Map<string, StoredEntry>();
  for (const stored of await queries.all<StoredEntry>(SQL.ENTRIES_OF_THREAD, [caseId, thread])) {
    old.set(`${stored.kind} ${stored.id}`, stored);
  }
  const note = async (before: ChangedEntry | null, after: ChangedEntry | null): Promise<void> => {
    if ((before ?? after)?.kind === 'line') await queries.run(WHOLE_STALE, [caseId]);
    for (const { what, kind, id, words, evidence } of told(before ? [before] : [], after ? [after] : [])) {
      await queries.run(SQL.INSERT_CHANGE, [caseId, at, what, kind, id, words, JSON.stringify(evidence)]);
    }
  };
  const done = new Set<string>();
  for (const row of rows) {
    const key = `${row.kind} ${row.id}`;
    if (done.has(key)) continue;
    done.add(key);
    // A merge may move an entry here from another thread.
    const stored = old.get(key) ?? (await queries.first<StoredEntry>(SQL.ENTRY, [caseId, row.kind, row.id]));
    old.delete(key);
    if (!stored) {
      await insert(caseId, queries, thread, row);
      await note(null, row);
      continue;
    }
    // Most entries of a thread are as they were: their bytes tell, without being read.
    const body = pack(row.entry);
    const same = Buffer.compare(body, stored.body) === 0;
    await update(caseId, queries, thread, row, stored, same ? null : body);
    if (!same) await note({ ...stored, entry: unpack<EntryRow['entry']>(stored.body) }, row);
  }
  for (const stored of old.values()) {
    const entry = unpack<EntryRow['entry']>(stored.body);
    await remove(caseId, queries, stored);
    await note({ ...stored, entry }, null);
  }
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
    facets,
  ];
};

async function insert(caseId: number, queries: Queries, thread: string, row: EntryRow): Promise<void> {
  const facets = facetsOf(row);
  const columns = columnsOf(row, JSON.stringify(facets));
  const n = ((await queries.first<{ last: number }>(SQL.LAST_ENTRY))?.last ?? 0) + 1;
  await queries.run(SQL.INSERT_ENTRY, [n, caseId, row.kind, row.id, thread, ...columns]);
  await queries.run(SQL.INSERT_ENTRY_BODY, [n, pack(row.entry)]);
  await addFacets(caseId, queries, row, facets, n);
  await queries.each(
    SQL.INSERT_ENTRY_REPORT,
    [...new Set(row.reports)].map((report) => [caseId, report, n]),
  );
}

const addFacets = (caseId: number, queries: Queries, row: EntryRow, facets: readonly string[], n: number) =>
  queries.each(
    SQL.INSERT_ENTRY_FACET,
    facets.map((facet) => [caseId, facet, row.kind, rankOf(row), row.id, n]),
  );

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
  if (body === null && text === stored.facets && thread === stored.thread) return;
  await queries.run(SQL.UPDATE_ENTRY, [thread, ...columnsOf(row, text), n]);
  if (body !== null) await queries.run(SQL.UPDATE_ENTRY_BODY, [body, n]);
  if (text !== stored.facets || rankOf(row) !== stored.rank) {
    await dropFacets(caseId, queries, stored);
    await addFacets(caseId, queries, row, facets, n);
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
  await queries.run(SQL.DELETE_ENTRY_BODY, [stored.n]);
  await queries.run(SQL.DELETE_ENTRY, [stored.n]);
}
