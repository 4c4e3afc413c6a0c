import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { harmless } from '../../export/harmless.ts';
import { CaseError } from './error.ts';

/**
 * Makes a folder and those above it where they are not there. Not by mkdir's own `recursive`: where a file system makes no
 * folders and says that there is no such file (Linux: /proc, /sys), Node asks it again without end (seen with Node 24).
 *
 * @throws what the file system says of the first folder that it does not make
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at); at = dirname(at)) missing.push(at);
  for (const folder of missing.length > 0 ? missing.reverse() : [resolve(path)]) {
    try {
      mkdirSync(folder);
    } catch (error) {
      // It was there, or another program made it meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !isFolder(folder)) throw error;
    }
  }
}

/** What the file system said, without the call and the path. */
export const whyNot = (error: unknown): string => (error as Error).message.split(',')[0]!;

/**
 * The folder of a case that is to be made.
 *
 * @throws CaseError `no-folder`
 */
export function makeCaseFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new CaseError(
      'no-folder',
      `The folder ${harmless(folder)} cannot be made (${whyNot(error)}). Name another: --case FOLDER.`,
    );
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
