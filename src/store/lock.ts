import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Context } from './context.ts';
import type { Queries } from './database.ts';
import { StoreError } from './error.ts';

/** Who has a case open to change it. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601 UTC. */
  readonly since: string;
  /** When the process was started, as the system counts it; `null` where it does not say. Numbers of processes come again. */
  readonly started: string | null;
}

/** When a process of this machine was started (Linux: field 22 of its `stat`, in clock ticks since the machine was). */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** This process as a holder. */
export const holderNow = (since: string): LockHolder => ({
  pid: process.pid,
  host: hostname(),
  since,
  started: startOf(process.pid),
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It lives, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a holder is surely gone: on this machine, and its process ended or is another one by now. */
export function isGone(holder: LockHolder, host: string = hostname()): boolean {
  if (holder.host !== host) return false;
  if (!isAlive(holder.pid)) return true;
  const started = startOf(holder.pid);
  return holder.started !== null && started !== null && holder.started !== started;
}

const lockedBy = ({ pid, host, since }: LockHolder, path: string): StoreError =>
  new StoreError(
    'locked',
    host === hostname()
      ? `${path} is being changed by process ${pid} on this machine since ${since}. Wait until it has ended, or end it; then run this again.`
      : `${path} is being changed by process ${pid} on ${host} since ${since}. If that machine surely does so no more, open it with the lock broken (\`rapporteur doctor --unlock\`).`,
  );

/** @throws StoreError `locked` where a process that is not gone has the case */
export async function assertFree(queries: Queries, path: string): Promise<void> {
  const row = await queries.first<{ holder: string }>('SELECT holder FROM cases ORDER BY id LIMIT 1');
  if (!row || row.holder === '') return;
  const holder = JSON.parse(row.holder) as LockHolder;
  if (!isGone(holder)) throw lockedBy(holder, path);
}

/** Handles that this process has taken, so that two stores of one file in one process shut each other out too. */
let taken = 0;

/** Takes the case for this process to change. Throws where another has it; one that is gone no longer counts. */
export async function takeLock(
  { db, caseId, now }: Pick<Context, 'db' | 'caseId' | 'now'>,
  path: string,
  force = false,
): Promise<() => Promise<void>> {
  taken += 1;
  const mine = JSON.stringify({ ...holderNow(now()), handle: taken });
  await db.write(async (queries) => {
    const row = await queries.first<{ holder: string }>('SELECT holder FROM cases WHERE id = ?', [caseId]);
    if (row && row.holder !== '' && !force) {
      const holder = JSON.parse(row.holder) as LockHolder;
      if (!isGone(holder)) throw lockedBy(holder, path);
    }
    await queries.run('UPDATE cases SET holder = ? WHERE id = ?', [mine, caseId]);
  });
  return async () => {
    await db.write(async (queries) => {
      await queries.run("UPDATE cases SET holder = '' WHERE id = ? AND holder = ?", [caseId, mine]);
    });
  };
}
