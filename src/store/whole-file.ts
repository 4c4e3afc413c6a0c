import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';

/** Only the owner may read it. */
export const SECRET = 0o600;

/**
 * Writes a small file of a case so that a crash leaves the old or the new one, whole: beside it, down to the disk, then in
 * its place.
 */
export function writeWholeFile(path: string, text: string, mode = 0o666): void {
  const beside = `${path}.new`;
  const file = openSync(beside, 'w', mode);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}
