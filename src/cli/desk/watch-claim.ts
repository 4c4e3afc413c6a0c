/** One watch for each case: two would overwrite what the other has seen. Others may write to the case all the while. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { harmless } from '../../export/harmless.ts';
import { holderNow, isGone, type LockHolder } from '../../store/lock.ts';
import { CaseError } from '../case/error.ts';

function holderIn(path: string): LockHolder | null {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as LockHolder;
    return typeof holder.pid === 'number' && typeof holder.host === 'string' ? holder : null;
  } catch {
    return null;
  }
}

/** Claims the watch of a case; its value gives it back. Throws a `CaseError` where another process watches. */
export function claimWatch(folder: string, now: string): () => void {
  const path = join(folder, 'watch.lock');
  const holder = holderIn(path);
  if (holder !== null && !isGone(holder)) {
    throw new CaseError(
      'watched',
      `Process ${holder.pid} on ${harmless(holder.host)} watches for this case since ${harmless(holder.since)}. End that one, and give all feeds to one command. If it is surely gone, remove ${harmless(path)}.`,
    );
  }
  const mine = JSON.stringify(holderNow(now));
  writeFileSync(path, mine);
  return () => {
    if (JSON.stringify(holderIn(path)) === mine) rmSync(path, { force: true });
  };
}
