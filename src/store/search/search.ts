import type { Item, ItemKind, ReportHead } from '../../case.ts';
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
import { markOf, numberOf } from './index-words.ts';
import { Period } from './period.ts';
import { type Phrases, phrasesOf } from './query.ts';

const ITEM_KINDS: readonly ItemKind[] = ['statement', 'position', 'talk', 'event', 'dispute'];

/** Up to so many hits are put in order by how well they match; of more, the last added come first. */
const RANKED = 10_000;
/** Hits looked at to fill a page where days, types or voices narrow. */
const LOOKED_AT = 20_000;
/** The same where it is known what lies in the period. */
const LOOKED_AT_IN_PERIOD = 200_000;
/** More items and reports than this are a long period. */
const SHORT_PERIOD = 150_000;
/** So many hits are looked at one by one before it is found out what lies in a period. */
const TRIED = 1000;
/** Hits fetched at a time then. */
const FETCHED = 500;

/**
 * Quoted words and reports with all the words that were typed, the best matches first (BM25); for words that stand in
 * more than 10,000 places, and where only a speaker, party, issue, outlet or kind is asked for, the last added first. Where
 * days, kinds or voices narrow, `total` counts what was looked at.
 */
export async function search(
  queries: Queries,
  pages: Pages,
  caseId: number,
  request: SearchRequest,
): Promise<Page<Hit>> {
  const phrases = phrasesOf(request.words);
  const marks = marksOf(request);
  if (phrases.length === 0 && marks.length === 0) return { rows: [], next: null, total: 0 };
  const dialect = queries.dialect.search;
  const query = dialect.query(phrases, marks);
  const total = await pages.total(queries, dialect.count, [query]);
  // Without words, none matches better than another.
  const isRanked = phrases.length > 0 && total <= RANKED;
  const limit = limitOf(request.limit);
  const days = request.from !== undefined || request.to !== undefined;
  const kinds = [request.status, request.type, request.voice].some((by) => by !== undefined);
  const narrows = days || kinds;

  let at: Cursor = request.after
    ? cursorOf(request.after)
    : isRanked
      ? [-Number.MAX_VALUE, 0]
      : [0, Number.MAX_SAFE_INTEGER];
  const rows: Hit[] = [];
  let next: Cursor | null = null;
  // Of a short period it is found out what lies in it, where the first hits fill no page; of a long one, most hits do.
  let period: Period | null | undefined;
  let enough = LOOKED_AT;
  for (let looked = 0; looked < enough; ) {
    const most = !narrows ? limit + 1 : isRanked || period ? LOOKED_AT : FETCHED;
    const found = isRanked
      ? await queries.all<{ n: number; rank: number }>(dialect.ranked, [query, at[0], at[1], most])
      : (await queries.all<{ n: number }>(dialect.newest, [query, at[1], most])).map(({ n }) => ({ n, rank: 0 }));
    for (let from = 0; from < found.length && next === null; ) {
      if (days && period === undefined && looked + from >= TRIED) {
        period = await numbersIn(queries, pages, caseId, request);
        if (period) enough = LOOKED_AT_IN_PERIOD;
      }
      // What is known not to lie in the period needs no look.
      const some: { readonly n: number; readonly rank: number }[] = [];
      for (; from < found.length && some.length < FETCHED; from += 1) {
        const hit = found[from]!;
        if (!period || period.has(hit.n)) some.push(hit);
      }
      const isSure = !narrows || (period && !kinds) || some.length === 0;
      const within = isSure ? null : await withinOf(queries, caseId, some, request);
      for (const { n, rank } of some) {
        if (rows.length === limit) {
          next = at;
          break;
        }
        at = [rank, n];
        if (within && !within.has(n)) continue;
        const hit = await hitOf(queries, caseId, n, phrases);
        if (hit) rows.push(hit);
      }
    }
    looked += found.length;
    if (next || found.length < most) break;
    const last = found.at(-1)!;
    at = [last.rank, last.n];
    if (looked >= enough) next = at;
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
  readonly n: number;
  readonly day: string;
  readonly type: string | null;
  readonly status: string | null;
  readonly voice: string | null;
}

const isItemNumber = (n: number): boolean => n % 2 === 1;
const rowNumber = (n: number): number => Math.floor(n / 2);

/** The numbers of all items and reports of a period, as the index of words has them; `null` where they are many. */
function numbersIn(
  queries: Queries,
  pages: Pages,
  caseId: number,
  { from = '', to = '~' }: SearchRequest,
): Promise<Period | null> {
  return pages.memo.of(queries, `numbers ${from} ${to}`, async () => {
    const numbers: number[] = [];
    const joined = queries.dialect.joined('n');
    for (const [sql, numberOfRow] of [
      ...ITEM_KINDS.map((kind) => [SQL.itemsInDays(kind), numberOf.item] as const),
      [SQL.REPORTS_IN_DAYS, numberOf.report] as const,
    ]) {
      const all = `SELECT ${joined} AS numbers FROM (${sql}) AS period`;
      const row = await queries.first<{ numbers: string | null }>(all, [caseId, from, to, SHORT_PERIOD + 1]);
      for (const n of row?.numbers?.split(',') ?? []) numbers.push(numberOfRow(Number(n)));
      if (numbers.length > SHORT_PERIOD) return null;
    }
    return new Period(numbers);
  });
}

/** Which of some hits days, types and voices leave. */
async function withinOf(
  queries: Queries,
  caseId: number,
  hits: readonly { readonly n: number }[],
  { from, to, type, status, voice }: SearchRequest,
): Promise<Set<number>> {
  const within = new Set<number>();
  for (const [isOf, sql, numberOfRow] of [
    [isItemNumber, SQL.ITEM_DAYS, numberOf.item],
    [(n: number) => !isItemNumber(n), SQL.REPORT_DAYS, numberOf.report],
  ] as const) {
    const numbers = hits.filter(({ n }) => isOf(n)).map(({ n }) => rowNumber(n));
    if (numbers.length === 0) continue;
    // Always as many values, so that one statement serves; the last is asked for again.
    const asked = Array.from({ length: FETCHED }, (_, i) => numbers[Math.min(i, numbers.length - 1)]!);
    const rows = await queries.all<Narrowing>(`${sql}(${asked.map(() => '?').join(', ')})`, [caseId, ...asked]);
    for (const row of rows) {
      if (
        (from === undefined || row.day >= from) &&
        (to === undefined || (row.day !== '' && row.day <= to)) &&
        (type === undefined || row.type === type) &&
        (status === undefined || row.status === status) &&
        (voice === undefined || row.voice === voice)
      )
        within.add(numberOfRow(row.n));
    }
  }
  return within;
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
