import { existsSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { StoreError } from '../error.ts';
import { faultOf } from './fault.ts';

/** What SQLite itself finds wrong with a file; empty when nothing is. */
export function checkFile(db: DatabaseSync): readonly string[] {
  const found = db.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
  const foreign = db.prepare('PRAGMA foreign_key_check').all() as { table: string; rowid: number; parent: string }[];
  return [
    ...found.flatMap(({ integrity_check: words }) => (words === 'ok' ? [] : [`The file is damaged: ${words}.`])),
    ...foreign.map(({ table, rowid, parent }) => `Row ${rowid} of ${table} names something that is not in ${parent}.`),
  ];
}

/** Pages copied at a time. */
const RATE = 500;

/**
 * A sound copy while others write: it is read by a connection of its own, in one transaction, which sees the file as it was when
 * the copy began. It comes under its name only when it is whole; a file of that name is not replaced.
 */
export async function backupFile(
  open: () => DatabaseSync,
  path: string,
  progress: (done: number, total: number) => void = () => {},
): Promise<void> {
  if (existsSync(path)) throw new StoreError('exists', `${path} is there already. Name a file that is not.`);
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { force: true });
  const source = open();
  try {
    // Without it, the copy would begin anew whenever somebody writes, or fail.
    source.exec('BEGIN; SELECT count(*) FROM cases');
    const pages = await backup(source, unfinished, {
      rate: RATE,
      progress: ({ totalPages, remainingPages }) => progress(totalPages - remainingPages, totalPages),
    });
    progress(pages, pages);
    settle(unfinished);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw faultOf(error, path);
  } finally {
    source.close();
  }
}

/** A copy is held by nobody, and is one file. */
function settle(path: string): void {
  const copy = new DatabaseSync(path);
  try {
    copy.exec("PRAGMA journal_mode = DELETE; UPDATE cases SET holder = ''");
  } finally {
    copy.close();
  }
}
