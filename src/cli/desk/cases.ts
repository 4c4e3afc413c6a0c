/** The cases of one machine: those below a folder, and one that was named. Each is opened when it is first asked for. */

import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Cases, OpenCase } from '../../api/cases.ts';
import { Metrics } from '../../api/metrics.ts';
import { caseFileText } from '../../export/case-file/print.ts';
import { EMPTY_FILE } from '../../store/open.ts';
import { assertNoCase, CASE_FILE, slugOf } from '../case/folder.ts';
import { openFolder } from '../case/open.ts';
import { casesIn } from './home.ts';
import { type Behind, type ClosableCase, openCaseOf } from './open-case.ts';

export interface FolderCases extends Cases {
  /** Makes a case in a folder of its own, or takes the one that is there. */
  take(folder: string): Promise<OpenCase>;
  /** Opens all that there are, so that what waits for them is written; gives what keeps some of them closed. */
  openAll(): Promise<readonly Error[]>;
  /** Whether the stores of all cases answer. One that was not opened yet is opened. */
  answer(): Promise<boolean>;
}

const ALONE: Behind = { queue: null, metrics: new Metrics(), onChange: () => {}, onTrouble: () => {} };

export function folderCases(home: string, behind: Behind = ALONE): FolderCases {
  /** Folders by the names that addresses have for them. */
  const elsewhere = new Map<string, string>();
  const open = new Map<string, Promise<ClosableCase>>();

  const folderOf = (name: string): string | null =>
    elsewhere.get(name) ?? (casesIn(home).includes(name) ? join(home, name) : null);

  function opened(name: string, folder: string): Promise<ClosableCase> {
    let found = open.get(name);
    if (!found) {
      found = openFolder(folder, 'write').then(({ file, store }) => openCaseOf({ name, folder, store, file }, behind));
      open.set(name, found);
      // One that cannot be opened now may be, when whoever holds it has ended.
      found.catch(() => open.delete(name));
    }
    return found;
  }

  const all = (): readonly string[] => [...new Set([...elsewhere.keys(), ...casesIn(home)])];

  return {
    async list() {
      const names = all();
      return Promise.all(
        names.map(async (name) => {
          const found = open.get(name);
          const reports = found ? (await (await found).store.reports({ limit: 1 })).total : null;
          return { name, reports };
        }),
      );
    },
    async open(name) {
      const folder = folderOf(name);
      return folder === null ? null : opened(name, folder);
    },
    async make(title) {
      const name = slugOf(title);
      const folder = join(home, name);
      if (folderOf(name) !== null) return null;
      assertNoCase(folder);
      await mkdir(folder, { recursive: true });
      writeFileSync(join(folder, CASE_FILE), caseFileText({ ...EMPTY_FILE, name: title }), { flag: 'wx' });
      return opened(name, folder);
    },
    async take(folder) {
      const name = slugOf(basename(resolve(folder)));
      elsewhere.set(name, resolve(folder));
      return opened(name, resolve(folder));
    },
    async openAll() {
      const tried = await Promise.allSettled(all().map((name) => opened(name, folderOf(name)!)));
      return tried.flatMap((one) =>
        one.status === 'rejected' ? [one.reason instanceof Error ? one.reason : new Error(String(one.reason))] : [],
      );
    },
    async answer() {
      const tried = await Promise.allSettled(
        // Nothing is asked for; but the database must be there to say so.
        all().map(async (name) => (await opened(name, folderOf(name)!)).store.known([])),
      );
      return tried.every((one) => one.status === 'fulfilled');
    },
    async close() {
      const closing = await Promise.allSettled(open.values());
      open.clear();
      for (const one of closing) if (one.status === 'fulfilled') await one.value.close();
    },
  };
}
