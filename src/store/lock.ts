import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from './context.ts';
import type { Database, Occupying, Queries } from './database.ts';
import { StoreError } from './error.ts';

/** Who has a case open to change it. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601 UTC. */
  readonly since: string;
  /** When the process was started, as the system counts it; `null` where it does not say. Numbers of processes come again. */
  readonly started: string | null;
  /** Whether the server knows by a connection of its own that it is there. */
  readonly connected?: boolean;
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

const lockedBy = ({ pid, host, since, connected }: LockHolder, path: string): StoreError =>
  new StoreError(
    'locked',
    host === hostname()
      ? `${path} is being changed by process ${pid} on this machine since ${since}. Wait until it has ended, or end it; then run this again.`
      : `${path} is being changed by process ${pid} on ${host} since ${since}. ${connected ? 'It is free by itself some time after that process or its machine has ended, at most a minute.' : 'If that machine surely does so no more, open it with the lock broken (`rapporteur doctor --unlock`).'}`,
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

/** A holder that is connected may be on its way back to a server that was away: it is given so long, in milliseconds. */
const GRACE = 3000;
/** The server may not have seen yet that a process has ended: it is asked again after so long, so often. */
const SOON = { pause: 250, times: 12 };

interface Locking extends Pick<Context, 'db' | 'caseId' | 'now'> {
  readonly path: string;
  /** Takes it from whoever has it. */
  readonly force: boolean;
}

/** A case that this process may change. */
export interface Lock {
  /**
   * The database as long as the case is ours: nothing is written where another process has taken it, and from then on nothing
   * is read either, so that whoever asks hears it. Both throw a StoreError `locked`.
   */
  guarded(db: Database): Database;
  release(): Promise<void>;
}

/** Takes the case for this process to change. Throws where another has it; one that is gone no longer counts. */
export async function takeLock({ db, caseId, now, path, force }: Locking): Promise<Lock> {
  taken += 1;
  const mine = JSON.stringify({ ...holderNow(now()), handle: taken, ...(db.occupied ? { connected: true } : {}) });
  const holderIn = async (queries: Queries): Promise<string> =>
    (await queries.first<{ holder: string }>('SELECT holder FROM cases WHERE id = ?', [caseId]))?.holder ?? '';
  const refused = (held: string): StoreError =>
    held === ''
      ? new StoreError('locked', `${path} is being opened by another program. Try again in a moment.`)
      : lockedBy(JSON.parse(held) as LockHolder, path);

  const before = await db.read(holderIn);
  if (before !== '' && !force) {
    const holder = JSON.parse(before) as LockHolder;
    if (!(holder.connected && db.occupied ? await hasLeft(db.occupied, holder, mine) : isGone(holder)))
      throw refused(before);
  }
  if (db.occupied && !(await db.occupied.take(mine, force))) throw refused(before);
  await db.write(async (queries) => {
    const held = await holderIn(queries);
    if (held !== before && held !== '' && !force) throw refused(held);
    await queries.run('UPDATE cases SET holder = ? WHERE id = ?', [mine, caseId]);
  });
  let lost: StoreError | null = null;
  async function assertOurs(queries: Queries): Promise<void> {
    const held = await holderIn(queries);
    if (held === mine) return;
    const { pid, host } = held === '' ? { pid: null, host: '' } : (JSON.parse(held) as LockHolder);
    lost = new StoreError(
      'locked',
      `${path} was taken from this program${pid === null ? '' : ` by process ${pid} on ${host}`}. What is there is safe; end this program, and start it again if it is to have the case.`,
    );
    throw lost;
  }
  return {
    guarded: (open) => ({
      ...open,
      read: (work) => (lost ? Promise.reject(lost) : open.read(work)),
      write: (work, how) => open.write((queries) => assertOurs(queries).then(() => work(queries)), how),
    }),
    async release() {
      await db.write(async (queries) => {
        await queries.run("UPDATE cases SET holder = '' WHERE id = ? AND holder = ?", [caseId, mine]);
      });
    },
  };
}

/** Whether a holder whose connection the server would know has none any more, on whatever machine it was. */
async function hasLeft(occupied: Occupying, holder: LockHolder, mine: string): Promise<boolean> {
  if (isGone(holder)) {
    for (let i = 0; i < SOON.times; i += 1) {
      if (await occupied.take(mine)) return true;
      await sleep(SOON.pause);
    }
    return false;
  }
  // One of this machine that runs is on its way back, if it has no connection.
  if (holder.host === hostname() || !(await occupied.take(mine))) return false;
  await occupied.leave();
  await sleep(GRACE);
  return occupied.take(mine);
}
