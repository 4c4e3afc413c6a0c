import type { Judgement } from '../../case.ts';
import type { Context } from '../context.ts';
import type { CopyKeeper } from '../copies/keeper.ts';
import type { Queries } from '../database.ts';
import type { Kept } from '../lists/kept.ts';
import { COUNT_DIRTY, IS_DIRTY, MARK_AGAIN } from '../sql/items.ts';
import { ABOUT_ENTRIES } from '../sql/judgements.ts';
import { isInTheWay } from './in-the-way.ts';
import { renewParts, renewReport, renewThread, renewWhole } from './renew.ts';

/** What is made again, in this order: each may mark what comes after it. */
const KINDS = ['links', 'report', 'part', 'thread'] as const;
type Kind = (typeof KINDS)[number];
/** Parts and threads touch nothing but what is their own: several programs can make them at the same time. */
const BESIDE = ['part', 'thread'] as const satisfies readonly Kind[];
const isBeside = (kind: Kind): boolean => (BESIDE as readonly Kind[]).includes(kind);

/** At most so many of a kind go into one transaction: results and marks are on disk together, others write between. */
const CHUNK: Readonly<Record<Kind, number>> = { links: 200, report: 200, part: 2000, thread: 1000 };
/** So many are taken in hand at once. */
const TOGETHER: Readonly<Record<Kind, number>> = { links: 200, report: 4, part: 32, thread: 8 };
/** And no more than can be done in this time: others wait for it. In milliseconds. */
const SLICE = 400;
/** Where others make what is left, it is waited for so often. */
const ROUNDS = 4;

/** The judgements that stand about entries, in order of time. */
export const entryLedger = async (queries: Queries, caseId: number): Promise<readonly Judgement[]> =>
  (await queries.all<{ body: string }>(ABOUT_ENTRIES, [caseId])).map(({ body }) => JSON.parse(body) as Judgement);

/**
 * Brings the record up to date: whatever is marked is made again, at most `budget` reports, parts and threads. May be
 * stopped at any moment: what is done is kept, what is not stays marked.
 */
export async function consolidateSteps(
  context: Context,
  copies: CopyKeeper,
  lines: Kept,
  budget = Number.POSITIVE_INFINITY,
): Promise<{ readonly left: number }> {
  const { db, caseId } = context;
  let can = budget;
  let left = 0;
  // Other names of outlets change which report has words first: then links are looked at once more, and what follows.
  for (let made = 1, waited = 0; made > 0 || waited < ROUNDS; waited += made > 0 ? 0 : 1) {
    made = 0;
    for (const kind of KINDS) {
      for (let done = 1; done > 0 && can > 0; ) {
        const most = Math.min(CHUNK[kind], can);
        done = await slice(context, copies, kind, most);
        // Others have them in hand: they have ended when this one is alone, and what they left is done.
        if (done === 0 && isBeside(kind) && (await db.read((queries) => isDirty(queries, caseId, kind))))
          done = await db.write((queries) => step(context, copies, queries, kind, most));
        can -= done;
        made += done;
        // Lets others have their turn.
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    left = (await db.read((queries) => queries.first<{ total: number }>(COUNT_DIRTY, [caseId])))?.total ?? 0;
    if (left === 0 || can <= 0) break;
  }
  if (left === 0) await db.write((queries) => renewWhole(context, queries, lines));
  return { left };
}

const isDirty = async (queries: Queries, caseId: number, kind: Kind): Promise<boolean> =>
  (await queries.first(IS_DIRTY, [caseId, kind])) !== undefined;

/**
 * Makes parts and threads again that nobody else has in hand, as long as a slice lasts. For programs that help the one which
 * has the case open; gives how many were made.
 */
export async function helpSteps(
  context: Context,
  copies: CopyKeeper,
  mayGoOn: (queries: Queries) => Promise<void>,
): Promise<number> {
  const { db, caseId } = context;
  let made = 0;
  for (const kind of BESIDE) {
    const waiting = await db.read(async (queries) => {
      await mayGoOn(queries);
      return isDirty(queries, caseId, kind);
    });
    if (waiting) made += await slice(context, copies, kind, CHUNK[kind], mayGoOn);
  }
  return made;
}

/** One transaction of a kind; beside others where that can be, and alone where they were in each other's way. */
async function slice(
  context: Context,
  copies: CopyKeeper,
  kind: Kind,
  most: number,
  mayGoOn: (queries: Queries) => Promise<void> = async () => {},
): Promise<number> {
  const work = async (queries: Queries): Promise<number> => {
    await mayGoOn(queries);
    return step(context, copies, queries, kind, most);
  };
  if (!isBeside(kind)) return context.db.write(work);
  try {
    return await context.db.write(work, { beside: true });
  } catch (error) {
    if (!isInTheWay(error)) throw error;
    return context.db.write(work);
  }
}

/** Makes again at most so many of a kind; gives how many. */
async function step(context: Context, copies: CopyKeeper, queries: Queries, kind: Kind, most: number): Promise<number> {
  const { caseId } = context;
  const ledger = isBeside(kind) ? await entryLedger(queries, caseId) : [];
  const at = context.now();
  const marked = new Set<string>();
  const began = performance.now();
  let done = 0;
  while (done < most && (done === 0 || performance.now() - began < SLICE)) {
    const keys = await claimed(queries, caseId, kind, Math.min(TOGETHER[kind], most - done));
    if (keys.length === 0) break;
    if (kind === 'links') await copies.relink(queries, keys);
    else if (kind === 'part') {
      for (const thread of await renewParts(context, queries, keys, ledger)) marked.add(thread);
    } else {
      for (const key of keys) {
        if (kind === 'report') await renewReport(context, queries, key);
        else await renewThread(context, queries, key, ledger, at);
      }
    }
    done += keys.length;
  }
  // At the end and in order: of two that mark the same threads one waits for the other, never each for the other.
  await queries.each(
    MARK_AGAIN,
    [...marked].sort().map((thread) => [caseId, 'thread', thread]),
  );
  return done;
}

/** Takes marks away that nobody else has in hand, in order. What is written since then is marked anew. */
async function claimed(queries: Queries, caseId: number, kind: Kind, most: number): Promise<readonly string[]> {
  const rows = await queries.all<{ key: string }>(queries.dialect.claim, [caseId, kind, most, caseId, kind]);
  return rows.map(({ key }) => key).sort();
}
