import type { Item, Judgement, PositionLine, ReportHead, Thread } from '../../case.ts';
import { headOf } from '../../consolidate/items.ts';
import type { Context } from '../context.ts';
import { sourcesFor } from '../copies/origins.ts';
import type { Queries, Value } from '../database.ts';
import { renewItems } from '../items/renew.ts';
import { itemOf } from '../items/row.ts';
import { judgedItems } from '../judge/judged.ts';
import type { Kept } from '../lists/kept.ts';
import { pack, unpack } from '../packed.ts';
import { plain, plainOrNull } from '../plain.ts';
import { provenanceOf } from '../reports/provenance.ts';
import { readingOf } from '../reports/whole.ts';
import { SET_WHOLE, WHOLE } from '../sql/cases.ts';
import * as DEEDS from '../sql/deeds.ts';
import * as SQL from '../sql/entries.ts';
import { ITEMS_OF_PART, MARK_DIRTY } from '../sql/items.ts';
import { PROVENANCE, UPDATE_REPORT_HEAD } from '../sql/reports.ts';
import { putEntries, type StoredEntry } from './put-entries.ts';

/** Makes the items of a report again from its reading, for a changed case file, other rules, links or judgements. Gives the
 * parts that this changes. */
export async function renewReport(context: Context, queries: Queries, id: string): Promise<ReadonlySet<string>> {
  const { caseId, consolidation } = context;
  const read = await readingOf(queries, caseId, id);
  if (!read) return new Set();
  const { text, reading } = read;
  const head = headOf(reading, text, context.file());
  const provenance = JSON.stringify(provenanceOf(head));
  const known = await queries.first<{ provenance: string }>(PROVENANCE, [caseId, id]);
  await queries.run(UPDATE_REPORT_HEAD, [
    head.day ?? '',
    plainOrNull(head.outlet),
    JSON.stringify(head),
    provenance,
    caseId,
    id,
  ]);
  if (known?.provenance !== provenance) await queries.run(MARK_DIRTY, [caseId, 'links', id]);
  const { originOf, originalOf } = await sourcesFor(queries, caseId, id);
  const made = consolidation.itemsOf(reading, text, context.file(), originOf, originalOf);
  return renewItems(context, queries, head, await judgedItems(context, queries, id, made), false);
}

/** Makes parts again from their items. Gives the threads of those that are other than before: they are to be made again too. */
export async function renewParts(
  { caseId, consolidation }: Context,
  queries: Queries,
  parts: readonly string[],
  ledger: readonly Judgement[],
): Promise<ReadonlySet<string>> {
  const marked = new Set<string>();
  const made: Value[][] = [];
  const gone: Value[][] = [];
  // All are asked for at once: a server answers one after the other, without a way to it for each.
  const found = await Promise.all(
    parts.map((part) =>
      Promise.all([queries.first<StoredPart>(SQL.PART, [caseId, part]), itemsOfPart(queries, caseId, part)]),
    ),
  );
  for (const [at, [old, items]] of found.entries()) {
    const part = parts[at]!;
    if (items.length === 0) {
      if (!old) continue;
      gone.push([caseId, part]);
      marked.add(old.thread);
      continue;
    }
    const days = items.flatMap((item) => item.report.day ?? []).sort();
    const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
    const own = plain(consolidation.threadOf(part));
    const thread = plain(consolidation.threadOf(part, ledger));
    const result = pack(consolidation.part(part, items));
    const same = old !== undefined && old.thread === thread && Buffer.compare(old.result, result) === 0;
    if (same && old.first === first && old.last === last) continue;
    made.push([caseId, part, own, thread, first, last, result]);
    if (same) continue;
    marked.add(thread);
    if (old) marked.add(old.thread);
  }
  await queries.each(SQL.DELETE_PART, gone);
  await queries.each(SQL.PUT_PART, made);
  return marked;
}

interface StoredPart {
  readonly thread: string;
  readonly first: string;
  readonly last: string;
  readonly result: Uint8Array;
}

async function itemsOfPart(queries: Queries, caseId: number, part: string): Promise<readonly Item[]> {
  const heads = new Map<string, ReportHead>();
  const items: Item[] = [];
  const rows = await queries.all<{ body: string; report: string; head: string }>(ITEMS_OF_PART, [caseId, part]);
  for (const { body, report, head } of rows) {
    let known = heads.get(report);
    if (!known) {
      known = JSON.parse(head) as ReportHead;
      heads.set(report, known);
    }
    items.push(itemOf(body, known));
  }
  return items;
}

/** Makes the entries of a thread again from its parts. */
export async function renewThread(
  context: Context,
  queries: Queries,
  thread: string,
  ledger: readonly Judgement[],
  at: string,
): Promise<void> {
  const { caseId, consolidation } = context;
  const [rows, old] = await Promise.all([
    queries.all<{ part: string; result: Uint8Array }>(SQL.PARTS_OF_THREAD, [caseId, thread]),
    queries.all<StoredEntry>(SQL.ENTRIES_OF_THREAD, [caseId, thread]),
  ]);
  const parts = rows.map(({ part, result }) => ({ key: part, result: unpack<unknown>(result) }));
  const made: Thread =
    parts.length === 0 ? { entries: [], wordsAndDeeds: [] } : consolidation.thread(thread, parts, ledger);
  await putEntries(context, queries, thread, old, made.entries, at);
  await queries.run(DEEDS.DELETE_DEEDS, [caseId, thread]);
  await queries.each(
    DEEDS.INSERT_DEEDS,
    made.wordsAndDeeds.map((row) => [
      caseId,
      plain(row.party),
      row.week,
      thread,
      row.verbalCooperation,
      row.materialCooperation,
      row.verbalConflict,
      row.materialConflict,
    ]),
  );
  await queries.run(DEEDS.DELETE_COUNTED, [caseId, thread]);
  await queries.each(
    DEEDS.INSERT_COUNTED,
    (made.counted ?? []).map(({ party, week, quad, item }) => [caseId, plain(party), week, quad, item, thread]),
  );
}

/** Makes what stands over all lines again, where one has changed. `lines` has those that were read before. */
export async function renewWhole({ caseId, consolidation }: Context, queries: Queries, lines: Kept): Promise<void> {
  const state = await queries.first<{ whole_stale: number }>(WHOLE, [caseId]);
  if (state?.whole_stale !== 1) return;
  const rows = await queries.all<{ n: number; body: Uint8Array }>(SQL.ENTRIES_OF_KIND, [caseId, 'line']);
  const whole = consolidation.whole(rows.map(({ n, body }) => lines.of<PositionLine>(n, body)));
  await queries.run(SET_WHOLE, [JSON.stringify(whole), caseId]);
}
