import type { Context } from '../context.ts';
import type { Queries } from '../database.ts';
import type { DayCount, Filter } from '../store.ts';
import { entriesWhere } from './entries.ts';
import { itemsWhere } from './items.ts';
import { matrixOf } from './matrix.ts';
import type { Pages } from './page.ts';
import { reportsWhere } from './reports.ts';

interface Row {
  readonly day: string;
  readonly party: string | null;
  readonly marks: number;
  readonly possible: number;
  readonly solid: number;
}

/** Parties that are counted by name: those of the case file, and so many that have most positions. All others are one. */
const NAMED = 40;
/** Longer periods are counted by month. */
const LONG = 400;
const DAY = 86_400_000;

/**
 * How many marks each lane of the timeline has, by day (of a long period by month) and party: for a period with more than can be
 * shown one by one. A talk or happening counts on the day on which it began. Remembered until something is written.
 */
export function daysOf(context: Context, queries: Queries, pages: Pages, filter: Filter): Promise<readonly DayCount[]> {
  const { limit: _limit, after: _after, ...narrowing } = filter;
  return pages.memo.of(queries, `days ${JSON.stringify(narrowing)}`, async () => {
    const file = context.file();
    const { parties } = await matrixOf(context, queries, pages, file, {});
    const named = new Set([...file.parties.map(({ name }) => name), ...parties.slice(0, NAMED)]);
    const { from, to } = narrowing;
    const isLong = from === undefined || to === undefined || (Date.parse(to) - Date.parse(from)) / DAY > LONG;
    const length = isLong ? 7 : 10;
    return gathered(await makeDays(queries, context.caseId, narrowing, length), named, length);
  });
}

/** Days as long as `length` characters, parties that are not named as one. */
function gathered(counts: readonly DayCount[], named: ReadonlySet<string>, length: number): readonly DayCount[] {
  const sums = new Map<string, { -readonly [K in keyof DayCount]: DayCount[K] }>();
  for (const count of counts) {
    const day = count.day.slice(0, length);
    const party = count.party !== null && named.has(count.party) ? count.party : null;
    const key = `${count.lane} ${day} ${party}`;
    const sum = sums.get(key);
    if (sum) {
      sum.marks += count.marks;
      sum.possible += count.possible;
      sum.solid += count.solid;
    } else sums.set(key, { ...count, day, party });
  }
  return [...sums.values()];
}

async function makeDays(
  queries: Queries,
  caseId: number,
  filter: Filter,
  length: number,
): Promise<readonly DayCount[]> {
  const lanes = [
    await entryDays(queries, caseId, 'talk', filter, length),
    await wordDays(queries, caseId, filter),
    await entryDays(queries, caseId, 'happening', filter, length),
  ];
  // As on the timeline: a report is of no issue, status, type or voice.
  const of = [filter.issue, filter.status, filter.type, filter.voice];
  if (of.every((by) => by === undefined)) lanes.push(await reportDays(queries, caseId, filter));
  return lanes.flat();
}

const rowsOf = (lane: DayCount['lane'], rows: readonly Row[]): readonly DayCount[] =>
  rows.map(({ day, party, marks, possible, solid }) => ({
    lane,
    day,
    party,
    marks: Number(marks),
    possible: Number(possible),
    solid: Number(solid),
  }));

/** What an older form does not tell counts as sure until it is made again. */
const POSSIBLE = 'sum(CASE WHEN e.sure = 0 THEN 1 ELSE 0 END)';

async function entryDays(
  queries: Queries,
  caseId: number,
  kind: 'talk' | 'happening',
  { from = '', to = '', ...filter }: Filter,
  length: number,
): Promise<readonly DayCount[]> {
  const { from: tables, where, by } = entriesWhere(caseId, kind, filter);
  // What ended before did not begin within: what is told by facets is then looked up for these days alone.
  if (by === 'f' && from !== '') where.and('f.rank >= ?', from);
  where.and("e.first > '' AND e.first >= ? AND e.first <= ?", from, `${to}~`);
  // Days in the order of an index, where nothing else narrows; months are put together here, since they are far fewer.
  const day = length < 10 ? `substr(e.first, 1, ${length})` : 'e.first';
  const rows = await queries.all<Row>(
    `SELECT ${day} AS day, e.party, count(*) AS marks, ${POSSIBLE} AS possible,
      sum(CASE WHEN e.sure = 0 THEN 0 ELSE e.solid END) AS solid FROM ${tables} ${where.sql}
      GROUP BY ${day}, e.party`,
    where.values,
  );
  return rowsOf(kind === 'talk' ? 'talks' : 'deeds', rows);
}

async function wordDays(queries: Queries, caseId: number, filter: Filter): Promise<readonly DayCount[]> {
  const { from, where } = itemsWhere(caseId, 'position', filter);
  const rows = await queries.all<Row>(
    `SELECT i.day, i.party, count(*) AS marks, sum(i.unsure) AS possible,
      sum(CASE WHEN i.voice = 'other' OR i.unsure = 1 THEN 0 ELSE 1 END) AS solid FROM ${from}
      ${where.sql} AND i.day > '' GROUP BY i.day, i.party`,
    where.values,
  );
  return rowsOf('words', rows);
}

async function reportDays(queries: Queries, caseId: number, filter: Filter): Promise<readonly DayCount[]> {
  const { from, where, day } = reportsWhere(caseId, filter);
  const rows = await queries.all<Row>(
    `SELECT ${day} AS day, NULL AS party, count(*) AS marks, 0 AS possible, count(*) AS solid FROM ${from}
      ${where.sql} AND ${day} > '' GROUP BY ${day}`,
    where.values,
  );
  return rowsOf('reports', rows);
}
