import type { Dirent, Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { IngestError } from './error.ts';
import { sidecarName } from './sidecar.ts';

/** What a folder is searched for, by the end of the name. A file that is named outright is read whatever its name. */
const texts: ReadonlySet<string> = new Set(['.txt', '.text', '.md', '.markdown']);
const lines: ReadonlySet<string> = new Set(['.jsonl', '.ndjson']);

export const isLines = (path: string): boolean => lines.has(extname(path).toLowerCase());

/** A file to read. */
export interface Found {
  readonly path: string;
  readonly bytes: number;
}

/** What a search of the paths comes to, in order. */
export type Step =
  | { readonly file: Found }
  | { readonly skipped: string }
  | { readonly path: string; readonly code: string; readonly message: string };

/** What went wrong with a file, in plain words with the remedy. */
export function inPlainWords(error: unknown): { code: string; message: string } {
  if (error instanceof IngestError) return { code: error.code, message: error.message };
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return { code: 'not-found', message: 'There is no such file or folder. Check the spelling of the path.' };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'not-allowed',
        message: 'You are not allowed to read it. Change its permissions, or read it as somebody who may.',
      };
    case 'EISDIR':
      return { code: 'folder', message: 'This is a folder, not a file.' };
    case 'EMFILE':
    case 'ENFILE':
      return {
        code: 'too-many-open',
        message: 'Too many files are open on this machine. Close some, or raise the limit (ulimit -n).',
      };
    case 'ELOOP':
      return { code: 'not-found', message: 'The link leads round in a circle. Give the file itself.' };
    default:
      return { code: 'unreadable', message: `It cannot be read: ${message}.` };
  }
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

async function* inFolder(folder: string): AsyncGenerator<Step> {
  let entries: Dirent[];
  try {
    entries = (await readdir(folder, { withFileTypes: true })).sort(byName);
  } catch (error) {
    yield { path: folder, ...inPlainWords(error) };
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === sidecarName) continue;
    if (entry.isDirectory()) {
      yield* inFolder(path);
      continue;
    }
    const end = extname(entry.name).toLowerCase();
    if (!texts.has(end) && !lines.has(end)) {
      yield { skipped: path };
      continue;
    }
    try {
      // Links to files are followed; links to folders are not, for they may lead round in a circle.
      const info = await stat(path);
      if (info.isFile()) yield { file: { path, bytes: info.size } };
      else yield { skipped: path };
    } catch (error) {
      yield { path, ...inPlainWords(error) };
    }
  }
}

/** The files that a path stands for: itself, or all below it in order of their names. */
export async function* filesOf(path: string): AsyncGenerator<Step> {
  let info: Stats;
  try {
    info = await stat(path);
  } catch (error) {
    yield { path, ...inPlainWords(error) };
    return;
  }
  if (!info.isDirectory()) {
    // A pipe or device has no size that could be known beforehand.
    yield { file: { path, bytes: info.isFile() ? info.size : 0 } };
    return;
  }
  let any = false;
  for await (const step of inFolder(path)) {
    if (!('skipped' in step)) any = true;
    yield step;
  }
  if (!any) {
    yield {
      path,
      code: 'no-reports',
      message: 'There are no reports in this folder: no .txt, .text, .md, .jsonl or .ndjson files.',
    };
  }
}
