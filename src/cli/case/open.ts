/** Opens the case that a command is about. The reading models are not loaded. */
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { CaseFile } from '../../case.ts';
import { loadProducer } from '../../data/producer.ts';
import { harmless } from '../../export/harmless.ts';
import { consolidateAll } from '../../run/add.ts';
import { loadConsolidation } from '../../run/consolidation.ts';
import { ownProducer } from '../../run/producer.ts';
import { openStore } from '../../store/open.ts';
import type { Store } from '../../store/store.ts';
import { textValue } from '../arguments.ts';
import type { Given } from '../command.ts';
import { CaseError } from './error.ts';
import { CASE_STORE, caseFolder, readCaseFile, slugOf } from './folder.ts';

export interface OpenedCase {
  readonly folder: string;
  readonly file: CaseFile;
  readonly store: Store;
  /** Why the record may be a little behind; `null` where it is up to date. */
  readonly behind: string | null;
}

/**
 * How a case is opened: `write` to change it; `look` as it stands, also while another process changes it; `fresh` to read
 * it, brought up to date first where no other process holds it.
 */
export type Mode = 'write' | 'look' | 'fresh';

/**
 * Where the record of a folder's case is kept: in a file of it, or, where RAPPORTEUR_STORE has the address of a PostgreSQL
 * server, there, under the name of the folder.
 */
function storeOf(folder: string): string {
  const server = process.env['RAPPORTEUR_STORE'];
  if (!server) return join(folder, CASE_STORE);
  const url = new URL(server);
  url.searchParams.set('case', slugOf(basename(resolve(folder))));
  return url.href;
}

/** Opens the store of a folder. Throws a `StoreError` that says what is the matter and what to do. */
export function openStoreOf(folder: string, file: CaseFile, readOnly: boolean, breakLock = false): Promise<Store> {
  const producer = ownProducer(loadProducer(), file.issues);
  const consolidation = loadConsolidation();
  return openStore(storeOf(folder), { consolidation, producer, readOnly, breakLock });
}

/** Gives the store what the case file says, where that has changed. */
export async function takeCaseFile(store: Store, file: CaseFile): Promise<void> {
  // Through JSON, as the store keeps it.
  if (!isDeepStrictEqual(await store.caseFile(), JSON.parse(JSON.stringify(file)))) await store.setCaseFile(file);
}

/** The case of a folder. */
export async function openFolder(folder: string, mode: Mode): Promise<OpenedCase> {
  const file = readCaseFile(folder);
  if (mode !== 'write' && !process.env['RAPPORTEUR_STORE'] && !existsSync(join(folder, CASE_STORE))) {
    throw new CaseError(
      'no-reports',
      `The case in ${harmless(folder)} has no reports yet. Add some: rapporteur add --case ${harmless(folder)} PATHS...`,
    );
  }
  if (mode === 'look') return { folder, file, store: await openStoreOf(folder, file, true), behind: null };
  let store: Store;
  try {
    store = await openStoreOf(folder, file, false);
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    if (mode === 'write' || name !== 'StoreError' || (code !== 'locked' && code !== 'read-only')) throw error;
    // It can still be read, as it stands.
    const behind =
      code === 'locked'
        ? 'Reports are being added to this case; this is its record as it stands.'
        : 'This case cannot be written to; this is its record as it stands.';
    return { folder, file, store: await openStoreOf(folder, file, true), behind };
  }
  try {
    await takeCaseFile(store, file);
    if (mode === 'fresh') await consolidateAll(store);
  } catch (error) {
    await store.close();
    throw error;
  }
  return { folder, file, store, behind: null };
}

/** Opens the case that was asked for, does the work, and closes it whatever happens. */
export async function withCase<T>(given: Given, mode: Mode, work: (opened: OpenedCase) => Promise<T>): Promise<T> {
  const opened = await openFolder(caseFolder(textValue(given, 'case'), process.cwd()), mode);
  try {
    return await work(opened);
  } finally {
    await opened.store.close();
  }
}
