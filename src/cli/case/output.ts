/** Where a command writes what it makes: standard output, or a file that is whole or not there. */

import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { oneLine } from '../../export/harmless.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { CaseError } from './error.ts';
import { makeFolder } from './make-folder.ts';

type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** Writes all pieces under another name first, so that nobody finds half a file. */
export async function writeWhole(path: string, pieces: Pieces): Promise<void> {
  const half = `${path}.${process.pid}.part`;
  try {
    makeFolder(dirname(path));
    const stream = createWriteStream(half, { flags: 'w' });
    await once(stream, 'open');
    const failed = new Promise<never>((_, reject) => stream.on('error', reject));
    failed.catch(() => {});
    for await (const piece of pieces) {
      if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), failed]);
    }
    stream.end();
    await Promise.race([once(stream, 'finish'), failed]);
    renameSync(half, path);
  } catch (error) {
    try {
      rmSync(half, { force: true });
    } catch {
      // It never came to be.
    }
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CaseError(
      'cannot-write',
      `${oneLine(path)} cannot be written (${message}). Look whether the disk is full, and whether you may write there.`,
    );
  }
}

/** To the file named, or to standard output. */
export async function writeTo(path: string | null, pieces: Pieces, terminal: Terminal): Promise<void> {
  if (path !== null) return writeWhole(path, pieces);
  for await (const piece of pieces) await terminal.print(piece);
}
