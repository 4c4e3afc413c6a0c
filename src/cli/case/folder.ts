/** Where a case is: a folder with `case.yaml`, which a user may edit, and `case.db`, which holds the record. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { CaseFile } from '../../case.ts';
import { parse } from '../../data/yaml.ts';
import { CaseFileError, parseCaseFile } from '../../export/case-file/parse.ts';
import { harmless } from '../../export/harmless.ts';
import { CaseError } from './error.ts';

export const CASE_FILE = 'case.yaml';
export const CASE_STORE = 'case.db';
/** The folder, in that of the case, for lists of what failed. */
export const CASE_LOGS = 'logs';

/** The folder of the case asked for, or else the nearest from `from` upward that has a case.yaml. */
export function caseFolder(asked: string | null, from: string): string {
  if (asked !== null) {
    if (existsSync(join(asked, CASE_FILE))) return asked;
    throw new CaseError(
      'no-case',
      `There is no case in ${harmless(asked)}: it has no ${CASE_FILE}. Name the folder of a case, or make one: rapporteur init --case ${harmless(asked)} PATHS...`,
    );
  }
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, CASE_FILE))) return folder;
    if (folder === dirname(folder)) break;
  }
  throw new CaseError(
    'no-case',
    `There is no case here: neither this folder nor any above it has a ${CASE_FILE}. Name one by --case FOLDER, or make one: rapporteur init --name NAME PATHS...`,
  );
}

/** What the case file of a folder says. A case without a name has that of its folder. */
export function readCaseFile(folder: string): CaseFile {
  const path = join(folder, CASE_FILE);
  let raw: unknown;
  try {
    raw = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CaseFileError(
      code === undefined
        ? `${harmless(path)} is no YAML: ${harmless(message.split('\n')[0]!)}. Mend that place; the record is not affected.`
        : `${harmless(path)} cannot be read (${message}). Look whether it is there and whether you may read it.`,
    );
  }
  const file = parseCaseFile(raw, harmless(path));
  return file.name === '' ? { ...file, name: basename(resolve(folder)) } : file;
}

/** A new folder for a case may be there, but hold none. */
export function assertNoCase(folder: string): void {
  const there = [CASE_FILE, CASE_STORE].find((name) => existsSync(join(folder, name)));
  if (there !== undefined) {
    throw new CaseError(
      'case-there',
      `${harmless(folder)} has a ${there} already. Add to that case: rapporteur add --case ${harmless(folder)} PATHS... Or name another folder.`,
    );
  }
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new CaseError('case-there', `${harmless(folder)} is a file. Name a folder.`);
  }
}

/** A name as the name of a folder: `Keld Strait` is `keld-strait`. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'case';
