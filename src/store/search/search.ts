import type { Item, ReportHead } from '../../case.ts';
import { span } from '../../text/span.ts';
import type { KeptText } from '../copies/words-cache.ts';
import { type Cursor, cursorOf, cursorText, limitOf } from '../cursor.ts';
import type { Queries } from '../database.ts';
import { itemOf } from '../items/row.ts';
import type { Pages } from '../lists/page.ts';
import { unpack } from '../packed.ts';
import * as SQL from '../sql/search.ts';
import type { Hit, Page, SearchRequest } from '../store.ts';
import { passageOf, rangesOf } from './highlight.ts';
import { markOf } from './index-words.ts';
import { type Phrases, phrasesOf } from './query.ts';

/** Up to so many hits are put in order by how well they match; of more, the last added come first. */
const RANKED = 20_000;
/** Hits looked at to fill a page where days, types or voices narrow. */
const LOOKED_AT = 20_000;
/** Hits fetched at a time then. */
const FETCHED = 500;

/**
 * Quoted words and reports with all the words that were typed, the best matches first (BM25); for words that stand in
 * more than 20,000 places, the last added first. Where days, kinds or voices narrow, `total` counts what was looked at.
 */
export async function search(
  queries: Queries,
  pages: Pages,
  caseId: number,
  request: SearchRequest,
): Promise<Page<Hit>> {
  const phrases = phrasesOf(request.words);
  if (phrases.length === 0) return { rows: [], next: null, total: 0 };
  const dialect = queries.dialect.search;
  const query = dialect.query(phrases, marksOf(request));
  const total = await pages.total(queries, dialect.count, [query]);
  const isRanked = total <= RANKED;
  const limit = limitOf(request.limit);
  const narrows = [request.from, request.to, request.status, request.type, request.voice].some(
    (by) => by !== undefined,
  );

  let at: Cursor = request.after
    ? cursorOf(request.after)
    : isRanked
      ? [-Number.MAX_VALUE, 0]
      : [0, Number.MAX_SAFE_INTEGER];
  const rows: Hit[] = [];
  let next: Cursor | null = null;
  for (let looked = 0; looked < LOOKED_AT; ) {
    const most = narrows ? FETCHED : limit + 1;
    const found = isRanked
      ? await queries.all<{ n: number; rank: number }>(dialect.ranked, [query, at[0], at[1], most])
      : (await queries.all<{ n: number }>(dialect.newest, [query, at[1], most])).map(({ n }) => ({ n, rank: 0 }));
    for (const { n, rank } of found) {
      if (rows.length === limit) {
        next = at;
        break;
      }
      at = [rank, n];
      if (narrows && !(await isWithin(queries, caseId, n, request))) continue;
      const hit = await hitOf(queries, caseId, n, phrases);
      if (hit) rows.push(hit);
    }
    looked += found.length;
    if (next || found.length < most) break;
    if (looked >= LOOKED_AT) next = at;
  }
  return { rows, next: next && cursorText(next), total };
}

function marksOf({ kind, party, issue, outlet, speaker, report }: SearchRequest): readonly string[] {
  return [
    ...(kind === undefined ? [] : [markOf.kind(kind)]),
    ...(party === undefined ? [] : [markOf.party(party)]),
    ...(issue === undefined ? [] : [markOf.issue(issue)]),
    ...(outlet === undefined ? [] : [markOf.outlet(outlet)]),
    ...(speaker === undefined ? [] : [markOf.speaker(speaker)]),
    ...(report === undefined ? [] : [markOf.report(report)]),
  ];
}

interface Narrowing {
  readonly day: string;
  readonly type: string | null;
  readonly status: string | null;
  readonly voice: string | null;
}

const isItemNumber = (n: number): boolean => n % 2 === 1;
const rowNumber = (n: number): number => Math.floor(n / 2);

async function isWithin(queries: Queries, caseId: number, n: number, request: SearchRequest): Promise<boolean> {
  const sql = isItemNumber(n) ? SQL.ITEM_DAY : SQL.REPORT_DAY;
  const row = await queries.first<Narrowing>(sql, [caseId, rowNumber(n)]);
  if (!row) return false;
  const { from, to, type, status, voice } = request;
  return (
    (from === undefined || row.day >= from) &&
    (to === undefined || (row.day !== '' && row.day <= to)) &&
    (type === undefined || row.type === type) &&
    (status === undefined || row.status === status) &&
    (voice === undefined || row.voice === voice)
  );
}

async function hitOf(queries: Queries, caseId: number, n: number, phrases: Phrases): Promise<Hit | null> {
  if (isItemNumber(n)) {
    const row = await queries.first<{ body: string; head: string }>(SQL.ITEM_HIT, [caseId, rowNumber(n)]);
    return row ? itemHit(itemOf(row.body, JSON.parse(row.head) as ReportHead), phrases) : null;
  }
  const row = await queries.first<{ text: Uint8Array; head: string }>(SQL.REPORT_HIT, [caseId, rowNumber(n)]);
  return row ? reportHit(unpack<KeptText>(row.text).text, JSON.parse(row.head) as ReportHead, phrases) : null;
}

function itemHit(item: Item, phrases: Phrases): Hit {
  const { kind, id, report, words, spans, by } = item;
  const found = rangesOf(words, phrases);
  return { kind, id, report, by: by?.name ?? null, party: by?.party ?? null, words, found, spans };
}

/** A report by the passage round the first of the words; by its title where they stand in that alone. */
function reportHit(text: string, report: ReportHead, phrases: Phrases): Hit {
  const head = { kind: 'report', id: report.id, report, by: null, party: null } as const;
  const ranges = rangesOf(text, phrases);
  if (ranges.length === 0 && report.title !== null) {
    return { ...head, words: report.title, found: rangesOf(report.title, phrases), spans: [] };
  }
  const { start, end, found } = passageOf(text, ranges);
  return { ...head, words: text.slice(start, end), found, spans: [span(start, end)] };
}
