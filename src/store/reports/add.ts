import type { ReportHead } from '../../case.ts';
import { bytesOfShingles, originatorOf, type Sketch, sketchOf, wordsOf } from '../../consolidate/copies/copies.ts';
import { headOf } from '../../consolidate/items.ts';
import { isBefore, placeOf } from '../../consolidate/twins.ts';
import type { Document, Reading } from '../../record.ts';
import type { Context } from '../context.ts';
import type { CopyKeeper } from '../copies/keeper.ts';
import { sourcesFor } from '../copies/origins.ts';
import type { Queries } from '../database.ts';
import { renewItems } from '../items/renew.ts';
import { judgedItems } from '../judge/judged.ts';
import { pack } from '../packed.ts';
import { plain, plainOrNull } from '../plain.ts';
import { producerOf } from '../producer.ts';
import { markOf, numberOf } from '../search/index-words.ts';
import { MARK_DIRTY } from '../sql/items.ts';
import * as SQL from '../sql/reports.ts';
import type { Added } from '../store.ts';
import { provenanceOf } from './provenance.ts';

export interface ReadReport {
  readonly document: Document;
  readonly reading: Reading;
}

/** A report ready to be written: what takes time is done before the tables are locked. */
interface Prepared extends ReadReport {
  readonly id: string;
  readonly head: ReportHead;
  readonly text: Uint8Array;
  readonly packed: Uint8Array;
  readonly sketch: Sketch;
  readonly producer: string;
}

/**
 * Puts reports and their items in, each once. One that is there, read by the same version, is left as it is; one read by
 * another version, or that another place had before, gets the new reading.
 */
export async function addReports(
  context: Context,
  copies: CopyKeeper,
  batch: readonly ReadReport[],
): Promise<readonly Added[]> {
  const { db } = context;
  const first = new Map<string, ReadReport>();
  for (const one of batch) {
    const other = first.get(one.document.text_sha256);
    if (!other || isBefore(one.reading.document, other.reading.document)) first.set(one.document.text_sha256, one);
  }
  const outcomes = new Map<string, Added['outcome']>();
  try {
    await db.write(async (queries) => {
      try {
        await write(context, copies, queries, first, outcomes);
      } catch (error) {
        copies.forget();
        throw error;
      }
    });
  } catch (error) {
    // The last step, the writing itself, may have failed.
    copies.forget();
    throw error;
  }
  const seen = new Set<string>();
  return batch.map(({ document: { text_sha256: report } }) => {
    const outcome = seen.has(report) ? 'known' : outcomes.get(report)!;
    seen.add(report);
    return { report, outcome };
  });
}

async function write(
  context: Context,
  copies: CopyKeeper,
  queries: Queries,
  reports: ReadonlyMap<string, ReadReport>,
  outcomes: Map<string, Added['outcome']>,
): Promise<void> {
  const news: Prepared[] = [];
  const again: Prepared[] = [];
  for (const [id, one] of reports) {
    const known = await queries.first<{ producer: string; head: string }>(SQL.REPORT_PRODUCER, [context.caseId, id]);
    const isRead = known?.producer === producerOf(one.reading.producer);
    const given = known && headOf(one.reading, one.document.text, context.file());
    if (isRead && !isBefore(placeOf(given!), placeOf(JSON.parse(known.head) as ReportHead))) {
      outcomes.set(id, 'known');
      continue;
    }
    (known ? again : news).push(prepare(context, copies, one));
    outcomes.set(id, known ? 'reread' : 'added');
  }
  if (news.length + again.length === 0) return;
  await copies.prepare(queries);
  for (const { id } of again) copies.outdate(id);
  for (const one of [...news, ...again]) await putReport(context, queries, one);
  // Copies of what is read anew take its times again.
  for (const { id } of again) await copies.markCopies(queries, id);
  await copies.add(
    queries,
    news.map((one) => one.sketch),
  );
  for (const one of [...news, ...again]) await putItems(context, queries, one, outcomes.get(one.id) === 'added');
}

function prepare(context: Context, copies: CopyKeeper, { document, reading }: ReadReport): Prepared {
  const id = document.text_sha256;
  const kept = { text: document.text, blocks: reading.blocks };
  const head = headOf(reading, document.text, context.file());
  const source = { ...kept, text_sha256: id, ...provenanceOf(head) };
  const words = wordsOf(source);
  copies.words.put(id, words);
  return {
    document,
    reading,
    id,
    head,
    text: pack(kept),
    packed: pack({ ...reading, blocks: [] }),
    sketch: sketchOf(source, words),
    producer: producerOf(reading.producer),
  };
}

async function putReport(context: Context, queries: Queries, one: Prepared): Promise<void> {
  const { caseId } = context;
  const { id, head, document, reading, sketch } = one;
  const provenance = JSON.stringify(provenanceOf(head));
  const old = await queries.first<{ n: number; provenance: string }>(SQL.PROVENANCE, [caseId, id]);
  const n = old?.n ?? ((await queries.first<{ last: number }>(SQL.LAST_REPORT))?.last ?? 0) + 1;
  const columns = [
    head.day ?? '',
    plainOrNull(head.outlet),
    plain(originatorOf(sketch)),
    JSON.stringify(head),
    provenance,
    JSON.stringify(reading.document.origin),
    reading.document.language,
    sketch.words,
    reading.notes.length,
  ];
  if (old) await queries.run(SQL.UPDATE_REPORT, [...columns, one.producer, n]);
  else await queries.run(SQL.INSERT_REPORT, [n, caseId, id, ...columns, context.now(), one.producer]);
  const index = queries.dialect.search;
  const at = { caseId, report: id, n: numberOf.report(n) };
  const shingles = bytesOfShingles(sketch.shingles);
  if (old) {
    // The index of copies cannot take a report out: one that differs is linked again by the next consolidation.
    const kept = await queries.first<{ shingles: Uint8Array }>(SQL.SKETCH, [caseId, id]);
    const same = kept && Buffer.compare(kept.shingles, shingles) === 0 && old.provenance === provenance;
    if (!same) await queries.run(MARK_DIRTY, [caseId, 'links', id]);
  }
  await queries.run(SQL.PUT_BODY, [caseId, id, one.text, one.packed]);
  await queries.run(SQL.PUT_SKETCH, [caseId, id, shingles]);
  if (old) await queries.run(SQL.DELETE_NOTES, [caseId, id]);
  await queries.each(
    SQL.INSERT_NOTE,
    reading.notes.map((note, place) => [caseId, id, place, JSON.stringify(note)]),
  );
  if (old) await queries.run(index.remove, index.key(at));
  const marks = [
    markOf.kind('report'),
    markOf.report(id),
    ...(head.outlet === null ? [] : [markOf.outlet(head.outlet)]),
  ];
  await queries.run(index.insert, index.row(at, plain(`${head.title ?? ''}\n${document.text}`), marks.join(' ')));
}

async function putItems(context: Context, queries: Queries, one: Prepared, fresh: boolean): Promise<void> {
  const { caseId, consolidation } = context;
  const { document, reading } = one;
  const { originOf, originalOf } = await sourcesFor(queries, caseId, one.id);
  const made = consolidation.itemsOf(reading, document.text, context.file(), originOf, originalOf);
  const items = await judgedItems(context, queries, one.id, made);
  await renewItems(context, queries, one.head, items, fresh);
}
