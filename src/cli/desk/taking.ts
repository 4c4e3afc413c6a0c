/** Writes to a case now and then: it is opened for as long as something is written, so that others can write between. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Turns } from '../../api/turns.ts';
import type { Document, Reading } from '../../record.ts';
import { addReports } from '../../run/add.ts';
import { loadReader } from '../../run/reader.ts';
import { type OpenedCase, openFolder } from '../case/open.ts';

/** How often a case that another process has open is tried again. */
const AGAIN = 5000;

export interface TakingOptions {
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Told once each time that another process has the case: why, in its own words. */
  readonly onHeld: (why: string) => void;
  /** Milliseconds between two tries. */
  readonly again?: number;
}

/** Puts reports into the case and brings its record up to date; how many were new. `null` where it was told to stop first. */
export type Taking = (documents: readonly Document[]) => Promise<number | null>;

/** Takes reports one call after another, however many are made at once. */
export function takingInto({ folder, signal, onHeld, again = AGAIN }: TakingOptions): Taking {
  // Loaded with the first report that comes, and kept: feeds bring a few at a time, for weeks.
  let reader: { readonly read: (document: Document) => Reading; readonly issues: string } | null = null;
  const turns = new Turns();

  async function opened(): Promise<OpenedCase | null> {
    for (let told = false; !signal.aborted; told = true) {
      try {
        return await openFolder(folder, 'write');
      } catch (error) {
        const { name, code, message } = error as Error & { readonly code?: string };
        if (name !== 'StoreError' || (code !== 'locked' && code !== 'busy')) throw error;
        if (!told) onHeld(message);
        await sleep(again, undefined, { signal }).catch(() => {});
      }
    }
    return null;
  }

  async function take(documents: readonly Document[]): Promise<number | null> {
    const found = await opened();
    if (found === null) return null;
    const { file, store } = found;
    try {
      async function* sources() {
        for (const document of documents) yield { document };
      }
      // Issues may have been added to the case file meanwhile.
      const issues = JSON.stringify(file.issues);
      if (reader?.issues !== issues) reader = { read: loadReader(file), issues };
      return (await addReports({ sources: sources(), store, reader: reader.read })).added;
    } finally {
      await store.close();
    }
  }

  return (documents) => turns.take(folder, () => take(documents));
}
