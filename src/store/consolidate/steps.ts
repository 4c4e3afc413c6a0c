import type { Judgement } from '../../case.ts';
import type { Context } from '../context.ts';
import type { CopyKeeper } from '../copies/keeper.ts';
import type { Queries } from '../database.ts';
import type { Kept } from '../lists/kept.ts';
import { CLEAR_DIRTY, COUNT_DIRTY, DIRTY } from '../sql/items.ts';
import { ABOUT_ENTRIES } from '../sql/judgements.ts';
import { renewParts, renewReport, renewThread, renewWhole } from './renew.ts';

/** What is made again, in this order: each may mark what comes after it. */
const KINDS = ['links', 'report', 'part', 'thread'] as const;
type Kind = (typeof KINDS)[number];

/** At most so many of a kind go into one transaction: results and marks are on disk together, others write between. */
const CHUNK: Readonly<Record<Kind, number>> = { links: 200, report: 200, part: 2000, thread: 1000 };
/** Parts are made again so many at once. */
const PARTS = 32;
/** And no more than can be done in this time: others wait for it. In milliseconds. */
const SLICE = 400;

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
  const at = context.now();
  let can = budget;
  let left = 0;
  // Other names of outlets change which report has words first: then links are looked at once more, and what follows.
  for (let made = 1; made > 0; ) {
    made = 0;
    for (const kind of KINDS) {
      for (let done = 1; done > 0 && can > 0; ) {
        const most = Math.min(CHUNK[kind], can);
        done = await db.write((queries) => step(context, copies, queries, kind, most, at));
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

/** Makes again at most so many of a kind; gives how many. */
async function step(
  context: Context,
  copies: CopyKeeper,
  queries: Queries,
  kind: Kind,
  most: number,
  at: string,
): Promise<number> {
  const { caseId } = context;
  const keys = (await queries.all<{ key: string }>(DIRTY, [caseId, kind, most])).map(({ key }) => key);
  if (keys.length === 0) return 0;
  if (kind === 'links') await copies.relink(queries, keys);
  const ledger = kind === 'part' || kind === 'thread' ? await entryLedger(queries, caseId) : [];
  const began = performance.now();
  let done = 0;
  // Links were all made above.
  const together = kind === 'links' ? keys.length : kind === 'part' ? PARTS : 1;
  while (done < keys.length) {
    const some = keys.slice(done, done + together);
    if (kind === 'report') await renewReport(context, queries, some[0]!);
    if (kind === 'part') await renewParts(context, queries, some, ledger);
    if (kind === 'thread') await renewThread(context, queries, some[0]!, ledger, at);
    await queries.each(
      CLEAR_DIRTY,
      some.map((key) => [caseId, kind, key]),
    );
    done += some.length;
    if (performance.now() - began > SLICE && kind !== 'links') break;
  }
  return done;
}
