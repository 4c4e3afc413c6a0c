import type { ReportHead } from '../../case.ts';
import type { CopyLink } from '../../consolidate/copies/copies.ts';
import type { Origin, Reading } from '../../record.ts';
import type { Context } from '../context.ts';
import type { KeptText } from '../copies/words-cache.ts';
import type { Queries } from '../database.ts';
import { itemOf } from '../items/row.ts';
import { unpack } from '../packed.ts';
import * as ITEMS from '../sql/items.ts';
import * as SQL from '../sql/reports.ts';
import type { ReportRow, ReportWhole, SharedPassage } from '../store.ts';

/** A report's row as the tables have it. */
export interface StoredReport {
  readonly digest: string;
  readonly head: string;
  readonly path: string;
  readonly language: string | null;
  readonly words: number;
  readonly items: number;
  readonly notes: number;
  readonly copy_of: string | null;
  readonly added: string;
}

export const pathOf = ({ path, line, within }: Origin): string =>
  [path, line === null ? null : `:${line}`, within === undefined ? null : `!${within}`]
    .filter((p) => p !== null)
    .join('');

export const reportRowOf = (row: StoredReport): ReportRow => ({
  ...(JSON.parse(row.head) as ReportHead),
  path: pathOf(JSON.parse(row.path) as Origin),
  language: row.language,
  words: row.words,
  items: row.items,
  notes: row.notes,
  copyOf: row.copy_of,
  added: row.added,
});

/** The text and reading of a report, as they went in; `null` where it is not there. */
export async function readingOf(
  queries: Queries,
  caseId: number,
  id: string,
): Promise<{ readonly text: string; readonly reading: Reading } | null> {
  const row = await queries.first<{ text: Uint8Array; reading: Uint8Array }>(SQL.BODY, [caseId, id]);
  if (!row) return null;
  const { text, blocks } = unpack<KeptText>(row.text);
  return { text, reading: { ...unpack<Reading>(row.reading), blocks } };
}

/** Everything of one report. */
export async function wholeReport({ caseId }: Context, queries: Queries, id: string): Promise<ReportWhole | null> {
  const stored = await queries.first<StoredReport>(SQL.REPORT_ROW, [caseId, id]);
  const body = stored && (await readingOf(queries, caseId, id));
  if (!stored || !body) return null;
  const row = reportRowOf(stored);
  const head = JSON.parse(stored.head) as ReportHead;
  const items = (await queries.all<{ body: string }>(ITEMS.ITEMS_OF_REPORT, [caseId, id]))
    .map((item) => itemOf(item.body, head))
    .sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) || (a.id < b.id ? -1 : 1));
  return { row, ...body, items, shared: await sharedBy(queries, caseId, id) };
}

/** The passages that a report shares with others, whichever has them first. */
async function sharedBy(queries: Queries, caseId: number, id: string): Promise<readonly SharedPassage[]> {
  const asCopy = await queries.all<{ original: string; body: string }>(SQL.LINKS_OF_COPY, [caseId, id]);
  const asOriginal = await queries.all<{ copy: string; body: string }>(SQL.LINKS_OF_ORIGINAL, [caseId, id]);
  const found = [
    ...asCopy.map(({ original, body }) => ({ other: original, body, first: true })),
    ...asOriginal.map(({ copy, body }) => ({ other: copy, body, first: false })),
  ];
  const shared: SharedPassage[] = [];
  for (const { other, body, first } of found) {
    const row = await queries.first<{ head: string }>(SQL.REPORT_HEAD, [caseId, other]);
    if (!row) continue;
    const { kind, passages } = JSON.parse(body) as CopyLink;
    shared.push({
      kind,
      report: JSON.parse(row.head) as ReportHead,
      first,
      passages: passages.map(({ original, copy }) =>
        first ? { span: copy, other: original } : { span: original, other: copy },
      ),
    });
  }
  return shared;
}
