import type { EntryKind } from '../../case.ts';
import type { Queries } from '../database.ts';
import type { DayCount, Filter } from '../store.ts';
import { entriesWhere } from './entries.ts';
import { itemsWhere } from './items.ts';
import type { Pages } from './page.ts';
import { reportsWhere } from './reports.ts';

interface Row {
  readonly day: string;
  readonly party: string | null;
  readonly marks: number;
  readonly solid: number;
}

/**
 * How many marks each lane of the timeline has, by day and party: for a period with more than can be shown one by one.
 * Remembered until something is written.
 */
export function daysOf(queries: Queries, pages: Pages, caseId: number, filter: Filter): Promise<readonly DayCount[]> {
  const { limit: _limit, after: _after, ...narrowing } = filter;
  return pages.memo.of(queries, `days ${JSON.stringify(narrowing)}`, () => makeDays(queries, caseId, narrowing));
}

async function makeDays(queries: Queries, caseId: number, filter: Filter): Promise<readonly DayCount[]> {
  const lanes = [
    await entryDays(queries, caseId, 'talk', filter),
    await wordDays(queries, caseId, filter),
    await entryDays(queries, caseId, 'happening', filter),
  ];
  // As on the timeline: a report is of no issue, status, type or voice.
  const of = [filter.issue, filter.status, filter.type, filter.voice];
  if (of.every((by) => by === undefined)) lanes.push(await reportDays(queries, caseId, filter));
  return lanes.flat();
}

const rowsOf = (lane: DayCount['lane'], rows: readonly Row[]): readonly DayCount[] =>
  rows.map(({ day, party, marks, solid }) => ({ lane, day, party, marks: Number(marks), solid: Number(solid) }));

async function entryDays(
  queries: Queries,
  caseId: number,
  kind: EntryKind,
  filter: Filter,
): Promise<readonly DayCount[]> {
  const { from, where, by } = entriesWhere(caseId, kind, filter);
  const rows = await queries.all<Row>(
    `SELECT substr(e.first, 1, 10) AS day, e.party, count(*) AS marks, sum(e.solid) AS solid FROM ${from}
      ${where.sql} AND ${by}.rank > '' AND e.first > '' GROUP BY substr(e.first, 1, 10), e.party`,
    where.values,
  );
  return rowsOf(kind === 'talk' ? 'talks' : 'deeds', rows);
}

async function wordDays(queries: Queries, caseId: number, filter: Filter): Promise<readonly DayCount[]> {
  const { from, where } = itemsWhere(caseId, 'position', filter);
  const rows = await queries.all<Row>(
    `SELECT i.day, i.party, count(*) AS marks, sum(CASE WHEN i.voice = 'other' THEN 0 ELSE 1 END) AS solid FROM ${from}
      ${where.sql} AND i.day > '' GROUP BY i.day, i.party`,
    where.values,
  );
  return rowsOf('words', rows);
}

async function reportDays(queries: Queries, caseId: number, filter: Filter): Promise<readonly DayCount[]> {
  const { from, where, day } = reportsWhere(caseId, filter);
  const rows = await queries.all<Row>(
    `SELECT ${day} AS day, NULL AS party, count(*) AS marks, count(*) AS solid FROM ${from}
      ${where.sql} AND ${day} > '' GROUP BY ${day}`,
    where.values,
  );
  return rowsOf('reports', rows);
}
