import type { DatabaseSync } from 'node:sqlite';
import type { CaseFile, ReportHead } from '../case.ts';
import type { Note } from '../record.ts';
import type { Context } from './context.ts';
import { CopyKeeper } from './copies/keeper.ts';
import { itemOf } from './items/row.ts';
import { listItems } from './lists/items.ts';
import { Pages } from './lists/page.ts';
import { listReports } from './lists/reports.ts';
import { addReports } from './reports/add.ts';
import { wholeReport } from './reports/whole.ts';
import { SET_FILE } from './sql/cases.ts';
import { ALL_REPORTS_DIRTY, ITEM_BY_ID } from './sql/items.ts';
import { NOTES, PRODUCERS } from './sql/reports.ts';
import type { Store } from './store.ts';

/** What a store needs besides: how it is opened and closed. */
export interface Opened {
  readonly path: string;
  readonly handle: DatabaseSync;
  setFile(file: CaseFile): void;
  release(): Promise<void>;
}

/** Digests are asked for in lists of so many. */
const ASKED = 500;

/** A case in a database: every part of a store put together. */
export function caseStore(context: Context, opened: Opened): Store {
  const { db, caseId } = context;
  const copies = new CopyKeeper(context);
  const pages = new Pages();
  const notYet = () => Promise.reject(new Error('This part of the store is being built.'));

  return {
    caseFile: async () => context.file(),
    async setCaseFile(file) {
      if (JSON.stringify(file) === JSON.stringify(context.file())) return;
      await db.write(async (queries) => {
        await queries.run(SET_FILE, [file.name, JSON.stringify(file), caseId]);
        // Names of parties stand in items: all are renewed when the record is brought up to date.
        await queries.run(ALL_REPORTS_DIRTY, [caseId]);
      });
      opened.setFile(file);
    },
    known: (digests) =>
      db.read(async (queries) => {
        const known = new Set<string>();
        for (let i = 0; i < digests.length; i += ASKED) {
          const some = digests.slice(i, i + ASKED);
          const sql = `${PRODUCERS}(${some.map(() => '?').join(', ')})`;
          const rows = await queries.all<{ digest: string }>(sql, [caseId, context.producer, ...some]);
          for (const { digest } of rows) known.add(digest);
        }
        return known;
      }),
    add: (batch) => addReports(context, copies, batch),
    consolidate: notYet,

    overview: notYet,
    matrix: notYet,
    reports: (filter = {}) => db.read((queries) => listReports(queries, pages, caseId, filter)),
    report: (id) => db.read((queries) => wholeReport(context, queries, id)),
    items: (kind, filter = {}) => db.read((queries) => listItems(queries, pages, caseId, kind, filter)),
    item: (id) =>
      db.read(async (queries) => {
        const row = await queries.first<{ body: string; head: string }>(ITEM_BY_ID, [caseId, id]);
        return row ? itemOf(row.body, JSON.parse(row.head) as ReportHead) : null;
      }),
    lines: notYet,
    line: notYet,
    talks: notYet,
    talk: notYet,
    happenings: notYet,
    happening: notYet,
    disputes: notYet,
    dispute: notYet,
    actors: notYet,
    actor: notYet,
    wordsAndDeeds: notYet,
    wordsAndDeedsItems: notYet,
    timeline: notYet,
    search: notYet,
    since: notYet,

    judge: notYet,
    judgements: notYet,
    looked: notYet,
    notes: () =>
      db.read(async (queries) => {
        const rows = await queries.all<{ report: string; body: string }>(NOTES, [caseId]);
        return rows.map(({ report, body }) => ({ report, note: JSON.parse(body) as Note }));
      }),
    check: notYet,
    backup: notYet,
    async close() {
      try {
        await opened.release();
      } finally {
        await db.close();
      }
    },
  };
}
