import type { Judgement, Target } from '../../case.ts';
import { renewParts, renewReport, renewThread, renewWhole } from '../consolidate/renew.ts';
import { entryLedger } from '../consolidate/steps.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../database.ts';
import { StoreError } from '../error.ts';
import type { Kept } from '../lists/kept.ts';
import { plain } from '../plain.ts';
import { ENTRY, PARTS_NAMED, SET_THREAD } from '../sql/entries.ts';
import { CLEAR_DIRTY } from '../sql/items.ts';
import * as SQL from '../sql/judgements.ts';
import { anchored, isItem, targetsOf } from './targets.ts';

/**
 * Adds a judgement to the ledger and applies it: when this returns, lists and entries show it. All in one transaction, so
 * that there is no ledger without its effect.
 */
export async function judge(context: Context, lines: Kept, given: Judgement): Promise<void> {
  const { db, caseId } = context;
  await db.write(async (queries) => {
    const known = await queries.first<{ id: string }>(SQL.JUDGEMENT, [caseId, given.id]);
    // A retry is harmless.
    if (known) return;
    const judgement = await anchored(queries, caseId, given);
    const targets = await touchedBy(queries, caseId, judgement);
    const before = await entryLedger(queries, caseId);
    const threads = await threadsOf(context, queries, targets);
    const entries = targets.some((target) => !isItem(target)) && judgement.action.do !== 'undo' ? 1 : 0;
    await queries.run(SQL.INSERT_JUDGEMENT, [caseId, judgement.id, judgement.at, JSON.stringify(judgement), entries]);
    for (const { report } of targetsOf(judgement.action)) {
      if (report !== null) await queries.run(SQL.INSERT_JUDGEMENT_REPORT, [caseId, report, judgement.id]);
    }
    await settleUndone(queries, caseId);
    const ledger = await entryLedger(queries, caseId);
    const named = threadsOfMerges([...before, ...ledger]);
    // What is told by a thread that a merge emptied is told by another that merges name.
    if ([...threads].some((thread) => named.has(thread))) for (const thread of named) threads.add(thread);
    for (const thread of await rejoin(context, queries, named, ledger)) threads.add(thread);
    const reports = new Set(targets.flatMap(({ report }) => report ?? []));
    await apply(context, queries, lines, reports, threads, ledger);
  });
}

/** What a judgement is about; of an undoing, what the undone one is about, to the end of the chain. */
async function touchedBy(queries: Queries, caseId: number, judgement: Judgement): Promise<readonly Target[]> {
  const { action } = judgement;
  if (action.do !== 'undo') return targetsOf(action);
  const row = await queries.first<{ body: string }>(SQL.JUDGEMENT, [caseId, action.judgement]);
  if (!row) {
    throw new StoreError('no-such-target', `There is no judgement "${action.judgement}" to undo in this case.`);
  }
  return touchedBy(queries, caseId, JSON.parse(row.body) as Judgement);
}

/** Says of every judgement which other undid it. An undoing that was itself undone undoes nothing. */
async function settleUndone(queries: Queries, caseId: number): Promise<void> {
  const rows = await queries.all<{ id: string; at: string; body: string; undone: string | null }>(SQL.ALL_JUDGEMENTS, [
    caseId,
  ]);
  const newestFirst = [...rows].sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? 1 : -1));
  const undone = new Map<string, string>();
  for (const { id, body } of newestFirst) {
    const { action } = JSON.parse(body) as Judgement;
    if (action.do === 'undo' && !undone.has(id) && !undone.has(action.judgement)) undone.set(action.judgement, id);
  }
  for (const row of rows) {
    const by = undone.get(row.id) ?? null;
    if (by !== row.undone) await queries.run(SQL.SET_UNDONE, [by, caseId, row.id]);
  }
}

/** The threads of the entries that a judgement is about: their own, and those that merges left them in. */
async function threadsOf({ caseId }: Context, queries: Queries, targets: readonly Target[]): Promise<Set<string>> {
  const threads = new Set<string>();
  for (const target of targets) {
    if (isItem(target)) continue;
    const entry = await queries.first<{ thread: string }>(ENTRY, [caseId, target.kind, target.id]);
    if (entry) threads.add(entry.thread);
    if (target.thread != null) threads.add(target.thread);
  }
  return threads;
}

/** The threads that merges name: a part that one of them moved, or left, stands in one of these. */
function threadsOfMerges(ledger: readonly Judgement[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { action } of ledger) {
    if (action.do === 'merge') for (const { thread } of action.targets) if (thread != null) named.add(thread);
  }
  return named;
}

/** Moves the parts that a merge, or its undoing, puts into another thread. Gives the threads that gain or lose some. */
async function rejoin(
  { caseId, consolidation }: Context,
  queries: Queries,
  named: ReadonlySet<string>,
  ledger: readonly Judgement[],
): Promise<ReadonlySet<string>> {
  const moved = new Set<string>();
  for (const old of named) {
    for (const { part } of await queries.all<{ part: string }>(PARTS_NAMED, [caseId, old])) {
      const now = plain(consolidation.threadOf(part, ledger));
      if (now === old) continue;
      await queries.run(SET_THREAD, [now, caseId, part]);
      moved.add(now).add(old);
    }
  }
  return moved;
}

/** Makes again what a judgement touches, and nothing else that waits. */
async function apply(
  context: Context,
  queries: Queries,
  lines: Kept,
  reports: ReadonlySet<string>,
  threads: ReadonlySet<string>,
  ledger: readonly Judgement[],
): Promise<void> {
  const { caseId } = context;
  const parts = new Set<string>();
  for (const report of reports) {
    for (const part of await renewReport(context, queries, report)) parts.add(part);
    await queries.run(CLEAR_DIRTY, [caseId, 'report', report]);
  }
  const all = new Set(threads);
  for (const thread of await renewParts(context, queries, [...parts], ledger)) all.add(thread);
  await queries.each(
    CLEAR_DIRTY,
    [...parts].map((part) => [caseId, 'part', part]),
  );
  const at = context.now();
  for (const thread of all) {
    await renewThread(context, queries, thread, ledger, at);
    await queries.run(CLEAR_DIRTY, [caseId, 'thread', thread]);
  }
  await renewWhole(context, queries, lines);
}
