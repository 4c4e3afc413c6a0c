import type { EntryKind, EntryRow, Item, ItemKind, Judgement, Target } from '../../case.ts';
import { evidenceIn } from '../consolidate/facets.ts';
import type { StoredEntry } from '../consolidate/put-entries.ts';
import type { Queries } from '../database.ts';
import { StoreError } from '../error.ts';
import { unpack } from '../packed.ts';
import { ENTRY, OWN_THREADS } from '../sql/entries.ts';
import { ALL_JUDGEMENTS, ITEM_FOR_TARGET, OWN_THREAD_OF_ITEM } from '../sql/judgements.ts';
import { REPORT_HEAD } from '../sql/reports.ts';

type Action = Judgement['action'];

/** Kinds that only items have; `talk` and `dispute` are entries too, and mean an item where a report stands beside. */
const ONLY_ITEMS: ReadonlySet<string> = new Set<ItemKind>(['statement', 'position', 'event']);

export const isItem = ({ kind, report }: Target): boolean => report !== null || ONLY_ITEMS.has(kind);

/** What a judgement is about. */
export function targetsOf(action: Action): readonly Target[] {
  if (action.do === 'undo') return [];
  return action.do === 'merge' ? action.targets : [action.target];
}

/**
 * A judgement as it is kept: its targets found, each item with its report and exact words, each entry with its
 * thread. Throws where a target is not there.
 */
export async function anchored(queries: Queries, caseId: number, judgement: Judgement): Promise<Judgement> {
  const { action } = judgement;
  if (action.do === 'undo') return judgement;
  const find = (target: Target): Promise<Target> =>
    isItem(target) ? itemTarget(queries, caseId, target) : entryTarget(queries, caseId, target);
  if (action.do === 'accept' && !isItem(action.target)) {
    const target = await find(action.target);
    const items = await itemsOf(queries, caseId, target);
    return { ...judgement, action: { ...action, target: { ...target, ...(items && { items }) } } };
  }
  if (action.do !== 'merge') return { ...judgement, action: { ...action, target: await find(action.target) } };
  const targets: Target[] = [];
  for (const target of action.targets) targets.push(await find(target));
  return { ...judgement, action: { ...action, targets } };
}

const missing = ({ kind, id }: Target): StoreError =>
  new StoreError('no-such-target', `There is no ${kind} "${id}" in this case. It may have changed: look for it again.`);

async function itemTarget(queries: Queries, caseId: number, target: Target): Promise<Target> {
  const rows = await queries.all<{ report: string; body: string }>(ITEM_FOR_TARGET, [caseId, target.id, target.kind]);
  const row = rows.find(({ report }) => target.report === null || report === target.report);
  if (row) return { ...target, report: row.report, words: (JSON.parse(row.body) as Item).words };
  // A rejected item is in no list any more, but can be judged again by its report and words.
  const report = target.report !== null && (await queries.first(REPORT_HEAD, [caseId, target.report]));
  if (report && target.words !== null) return target;
  const earlier = await earlierTarget(queries, caseId, target);
  if (earlier) return earlier;
  throw missing(target);
}

async function entryTarget(queries: Queries, caseId: number, target: Target): Promise<Target> {
  const stored = await queries.first<StoredEntry>(ENTRY, [caseId, target.kind, target.id]);
  if (stored) return { ...target, thread: await ownThread(queries, caseId, stored) };
  // An entry that was rejected is in no list any more, but can be accepted again.
  const earlier = await earlierTarget(queries, caseId, target);
  if (earlier) return { ...target, thread: earlier.thread ?? null };
  throw missing(target);
}

/** The items that an entry shows; `null` where it is in no list. */
async function itemsOf(queries: Queries, caseId: number, { kind, id }: Target): Promise<readonly string[] | null> {
  const stored = await queries.first<StoredEntry>(ENTRY, [caseId, kind, id]);
  if (!stored) return null;
  const entry = unpack<EntryRow['entry']>(stored.body);
  return [...new Set(evidenceIn({ kind: stored.kind as EntryKind, entry }).map(({ item }) => item))].sort();
}

/** The same target in an earlier judgement; `undefined` where it was never judged. */
async function earlierTarget(queries: Queries, caseId: number, { kind, id }: Target): Promise<Target | undefined> {
  const rows = await queries.all<{ body: string }>(ALL_JUDGEMENTS, [caseId]);
  return rows
    .flatMap(({ body }) => targetsOf((JSON.parse(body) as Judgement).action))
    .find((target) => target.kind === kind && target.id === id);
}

/** The thread of an entry before any judgement: where threads were joined, the one that its first evidence is of. */
async function ownThread(queries: Queries, caseId: number, stored: StoredEntry): Promise<string> {
  const own = await queries.all<{ own_thread: string }>(OWN_THREADS, [caseId, stored.thread]);
  if (own.length < 2) return own[0]?.own_thread ?? stored.thread;
  const entry = unpack<EntryRow['entry']>(stored.body);
  for (const { item } of evidenceIn({ kind: stored.kind as EntryKind, entry })) {
    const row = await queries.first<{ own_thread: string }>(OWN_THREAD_OF_ITEM, [caseId, item, stored.thread]);
    if (row) return row.own_thread;
  }
  return stored.thread;
}
