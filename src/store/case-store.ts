import type { CaseFile, EntryKind, ReportHead } from '../case.ts';
import type { Note } from '../record.ts';
import { checkCase } from './check.ts';
import { consolidateSteps } from './consolidate/steps.ts';
import type { Context } from './context.ts';
import { CopyKeeper } from './copies/keeper.ts';
import { itemOf } from './items/row.ts';
import { judge } from './judge/judge.ts';
import { listJudgements } from './judge/list.ts';
import { changesSince, lookAt, newsSince } from './lists/changes.ts';
import { daysOf } from './lists/days.ts';
import { itemsBehind, wordsAndDeedsOf } from './lists/deeds.ts';
import { type EntryFilter, type EntryOf, entryById, listEntries } from './lists/entries.ts';
import { listItems } from './lists/items.ts';
import { listLines } from './lists/lines.ts';
import { matrixOf } from './lists/matrix.ts';
import { overviewOf } from './lists/overview.ts';
import { Pages } from './lists/page.ts';
import { listOutlets, listReports } from './lists/reports.ts';
import { timelineOf } from './lists/timeline.ts';
import { undertakingsOf } from './lists/undertakings.ts';
import { addReports } from './reports/add.ts';
import { knownAmong } from './reports/known.ts';
import { wholeReport } from './reports/whole.ts';
import { search } from './search/search.ts';
import { SET_FILE } from './sql/cases.ts';
import { ALL_REPORTS_DIRTY, ITEM_BY_ID } from './sql/items.ts';
import { NOTES } from './sql/reports.ts';
import type { Page, Store } from './store.ts';

/** What a store needs besides: how it is opened and closed. */
export interface Opened {
  setFile(file: CaseFile): void;
  release(): Promise<void>;
}

/** A case in a database: every part of a store put together. */
export function caseStore(context: Context, opened: Opened): Store {
  const { db, caseId } = context;
  const copies = new CopyKeeper(context);
  const pages = new Pages();
  const entries = <K extends EntryKind>(kind: K, filter: EntryFilter = {}): Promise<Page<EntryOf[K]>> =>
    db.read((queries) => listEntries(queries, pages, caseId, kind, filter));
  const entry = <K extends EntryKind>(kind: K, id: string): Promise<EntryOf[K] | null> =>
    db.read((queries) => entryById(queries, caseId, kind, id));

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
    known: (reports) => db.read((queries) => knownAmong(context, queries, reports)),
    add: (batch) => addReports(context, copies, batch),
    consolidate: (budget) => consolidateSteps(context, copies, pages.lines, budget),

    overview: (since) => db.read((queries) => overviewOf(context, queries, pages, context.file(), since)),
    matrix: (filter = {}) => db.read((queries) => matrixOf(context, queries, pages, context.file(), filter)),
    reports: (filter = {}) => db.read((queries) => listReports(queries, pages, caseId, filter)),
    outlets: () => db.read((queries) => listOutlets(queries, pages, caseId)),
    report: (id) => db.read((queries) => wholeReport(context, queries, id)),
    items: (kind, filter = {}) => db.read((queries) => listItems(queries, pages, caseId, kind, filter)),
    item: (id) =>
      db.read(async (queries) => {
        const row = await queries.first<{ body: string; head: string }>(ITEM_BY_ID, [caseId, id]);
        return row ? itemOf(row.body, JSON.parse(row.head) as ReportHead) : null;
      }),
    lines: (filter = {}) => db.read((queries) => listLines(context, queries, pages, filter)),
    line: (id) => entry('line', id),
    talks: (filter) => entries('talk', filter),
    talk: (id) => entry('talk', id),
    happenings: (filter) => entries('happening', filter),
    happening: (id) => entry('happening', id),
    disputes: (filter) => entries('dispute', filter),
    dispute: (id) => entry('dispute', id),
    actors: (filter) => entries('actor', filter),
    actor: (id) => entry('actor', id),
    wordsAndDeeds: (filter = {}) => db.read((queries) => wordsAndDeedsOf(queries, pages, caseId, filter)),
    wordsAndDeedsItems: (party, week, quad) => db.read((queries) => itemsBehind(queries, caseId, party, week, quad)),
    undertakings: (filter = {}) => db.read((queries) => undertakingsOf(context, queries, pages, filter)),
    timeline: (filter = {}) => db.read((queries) => timelineOf(queries, caseId, filter)),
    days: (filter = {}) => db.read((queries) => daysOf(context, queries, pages, filter)),
    search: (request) => db.read((queries) => search(queries, pages, caseId, request)),
    news: (moment, limit) => db.read((queries) => newsSince(queries, pages, caseId, moment, limit)),
    since: (moment) => db.read((queries) => changesSince(queries, caseId, moment)),

    judge: (judgement) => judge(context, pages.lines, judgement),
    judgements: (page = {}) => db.read((queries) => listJudgements(queries, pages, caseId, page)),
    // A look changes no list, and comes with every page that is opened.
    looked: (who, at) => db.write((queries) => lookAt(queries, caseId, who, at), { unchanged: pages.memo }),
    notes: () =>
      db.read(async (queries) => {
        const rows = await queries.all<{ report: string; body: string }>(NOTES, [caseId]);
        return rows.map(({ report, body }) => ({ report, note: JSON.parse(body) as Note }));
      }),
    check: async () => [...(await db.check()), ...(await db.read((queries) => checkCase(context, queries)))],
    backup: (path, progress) => db.backup(path, progress),
    async close() {
      try {
        await opened.release();
      } finally {
        await db.close();
      }
    },
  };
}
