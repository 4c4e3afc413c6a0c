import type { Item, Judgement, PositionLine, ReportHead, Thread } from '../../case.ts';
import { headOf } from '../../consolidate/items.ts';
import type { Context } from '../context.ts';
import { originsFor } from '../copies/origins.ts';
import type { Queries } from '../database.ts';
import { renewItems } from '../items/renew.ts';
import { itemOf } from '../items/row.ts';
import { judgedItems } from '../judge/judged.ts';
import { pack, unpack } from '../packed.ts';
import { plain, plainOrNull } from '../plain.ts';
import { provenanceOf } from '../reports/provenance.ts';
import { readingOf } from '../reports/whole.ts';
import { SET_WHOLE, WHOLE } from '../sql/cases.ts';
import * as DEEDS from '../sql/deeds.ts';
import * as SQL from '../sql/entries.ts';
import { ITEMS_OF_PART, MARK_DIRTY } from '../sql/items.ts';
import { PROVENANCE, UPDATE_REPORT_HEAD } from '../sql/reports.ts';
import { putEntries } from './put-entries.ts';

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
  const originOf = await originsFor(queries, caseId, id);
  const made = consolidation.itemsOf(reading, text, context.file(), originOf);
  return renewItems(context, queries, head, await judgedItems(context, queries, id, made), false);
}

/** Makes a part again from its items. Where it is another than before, its thread is marked; gives these threads. */
export async function renewPart(
  { caseId, consolidation }: Context,
  queries: Queries,
  part: string,
  ledger: readonly Judgement[],
): Promise<readonly string[]> {
  const old = await queries.first<{ thread: string; first: string; last: string; result: Uint8Array }>(SQL.PART, [
    caseId,
    part,
  ]);
  const items = await itemsOfPart(queries, caseId, part);
  const mark = async (threads: readonly string[]): Promise<readonly string[]> => {
    for (const thread of threads) await queries.run(MARK_DIRTY, [caseId, 'thread', thread]);
    return threads;
  };
  if (items.length === 0) {
    if (!old) return [];
    await queries.run(SQL.DELETE_PART, [caseId, part]);
    return mark([old.thread]);
  }
  const days = items.flatMap((item) => item.report.day ?? []).sort();
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  const own = plain(consolidation.threadOf(part));
  const thread = plain(consolidation.threadOf(part, ledger));
  const result = pack(consolidation.part(part, items));
  const same = old !== undefined && old.thread === thread && Buffer.compare(old.result, result) === 0;
  if (same && old.first === first && old.last === last) return [];
  await queries.run(SQL.PUT_PART, [caseId, part, own, thread, first, last, result]);
  if (same) return [];
  return mark(old && old.thread !== thread ? [thread, old.thread] : [thread]);
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
  const rows = await queries.all<{ part: string; result: Uint8Array }>(SQL.PARTS_OF_THREAD, [caseId, thread]);
  const parts = rows.map(({ part, result }) => ({ key: part, result: unpack<unknown>(result) }));
  const made: Thread =
    parts.length === 0 ? { entries: [], wordsAndDeeds: [] } : consolidation.thread(thread, parts, ledger);
  await putEntries(context, queries, thread, made.entries, at);
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

/** Makes what stands over all lines again, where one has changed. */
export async function renewWhole({ caseId, consolidation }: Context, queries: Queries): Promise<void> {
  const state = await queries.first<{ whole_stale: number }>(WHOLE, [caseId]);
  if (state?.whole_stale !== 1) return;
  const rows = await queries.all<{ body: Uint8Array }>(SQL.ENTRIES_OF_KIND, [caseId, 'line']);
  const whole = consolidation.whole(rows.map(({ body }) => unpack<PositionLine>(body)));
  await queries.run(SET_WHOLE, [JSON.stringify(whole), caseId]);
}
