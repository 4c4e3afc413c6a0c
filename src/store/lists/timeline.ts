import type { EntryKind, Item, ReportHead } from '../../case.ts';
import { isSure } from '../../record.ts';
import { shortened } from '../consolidate/mark.ts';
import type { Queries } from '../database.ts';
import { itemOf } from '../items/row.ts';
import type { Filter, Mark, TimelineRequest } from '../store.ts';
import { entriesWhere } from './entries.ts';
import { itemsWhere } from './items.ts';
import { reportsWhere } from './reports.ts';

/** Marks of one lane unless told otherwise, and at most: the newest. */
const USUAL = 500;
const MOST = 5000;

/**
 * What happened when, in four lanes: reports, talks, words (positions) and deeds (happenings), each in order of time. A
 * lane shows the newest `limit`; earlier ones are asked for by period. What has no day is on no timeline.
 */
export async function timelineOf(queries: Queries, caseId: number, request: TimelineRequest): Promise<readonly Mark[]> {
  const { lanes: only, ...filter } = request;
  const limit = Math.max(1, Math.min(MOST, Math.floor(filter.limit ?? USUAL)));
  // A report is of no party, issue, status or type.
  const ofReports = [filter.issue, filter.status, filter.type, filter.voice].every((by) => by === undefined);
  const lanes: Readonly<Record<Mark['lane'], () => Promise<readonly Mark[]>>> = {
    talks: () => entryMarks(queries, caseId, 'talk', filter, limit),
    words: () => wordMarks(queries, caseId, filter, limit),
    deeds: () => entryMarks(queries, caseId, 'happening', filter, limit),
    reports: async () => (ofReports ? reportMarks(queries, caseId, filter, limit) : []),
  };
  const marks: Mark[] = [];
  for (const [lane, read] of Object.entries(lanes))
    if (!only || only.includes(lane as Mark['lane'])) marks.push(...(await read()));
  return marks.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1));
}

async function entryMarks(
  queries: Queries,
  caseId: number,
  kind: EntryKind,
  filter: Filter,
  limit: number,
): Promise<readonly Mark[]> {
  const { from, where, by } = entriesWhere(caseId, kind, filter);
  const rows = await queries.all<{ summary: string }>(
    `SELECT ${by}.rank AS order_key, ${by}.id AS order_id, s.summary FROM ${from} JOIN entries AS s ON s.n = e.n ${where.sql} AND ${by}.rank > '' ORDER BY ${by}.rank DESC, ${by}.id DESC LIMIT ?`,
    [...where.values, limit],
  );
  return rows.flatMap(({ summary }) => (JSON.parse(summary) as Mark | null) ?? []);
}

async function wordMarks(queries: Queries, caseId: number, filter: Filter, limit: number): Promise<readonly Mark[]> {
  const { from, where, by } = itemsWhere(caseId, 'position', filter);
  const rows = await queries.all<{ body: string; head: string }>(
    `SELECT b.body, r.head FROM ${from} JOIN item_bodies AS b ON b.case_id = i.case_id AND b.report = i.report AND b.n = i.n
      JOIN reports AS r ON r.case_id = i.case_id AND r.digest = i.report
      ${where.sql} AND ${by}.day > '' ORDER BY ${by}.day DESC, ${by}.id DESC LIMIT ?`,
    [...where.values, limit],
  );
  return rows.flatMap(({ body, head }) => markOfItem(itemOf(body, JSON.parse(head) as ReportHead)));
}

function markOfItem(item: Item): readonly Mark[] {
  if (item.kind !== 'position' || item.report.day === null) return [];
  return [
    {
      lane: 'words',
      kind: 'position',
      id: item.id,
      party: item.record.holder,
      start: item.report.day,
      end: null,
      title: shortened(item.words),
      glyph: item.record.stance,
      solid: item.record.voice !== 'other',
      sure: item.accepted || isSure(item.record),
    },
  ];
}

async function reportMarks(queries: Queries, caseId: number, filter: Filter, limit: number): Promise<readonly Mark[]> {
  const { from, where, day, id } = reportsWhere(caseId, filter);
  const rows = await queries.all<{ head: string }>(
    `SELECT r.head FROM ${from} ${where.sql} AND ${day} > '' ORDER BY ${day} DESC, ${id} DESC LIMIT ?`,
    [...where.values, limit],
  );
  return rows.map(({ head }) => {
    const told = JSON.parse(head) as ReportHead;
    return {
      lane: 'reports',
      kind: 'report',
      id: told.id,
      party: null,
      start: told.day!,
      end: null,
      title: shortened(told.title ?? told.outlet ?? ''),
      glyph: 'report',
      solid: true,
      sure: true,
    };
  });
}
