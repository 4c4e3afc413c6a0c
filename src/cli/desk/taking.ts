/** Writes to a case now and then: it is opened for as long as something is written, so that others can write between. */
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Turns } from '../../api/turns.ts';
import type { Failure } from '../../ingest/ingest.ts';
import type { Document } from '../../record.ts';
import { addReports } from '../../run/add.ts';
import { ReaderThreads } from '../../run/threads.ts';
import { type OpenedCase, openFolder } from '../case/open.ts';

/** How often a case that another process has open is tried again. */
const AGAIN = 5000;

export interface TakingOptions {
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Told once each time that another process has the case: why, in its own words. */
  readonly onHeld: (why: string) => void;
  /** Told of each report that could not be read. */
  readonly onFailure?: (failure: Failure) => void;
  /** Milliseconds between two tries. */
  readonly again?: number;
  /** How many threads read; as many as the machine has cores, if left out. */
  readonly jobs?: number;
}

export interface Taking {
  /**
   * Puts reports into the case and brings its record up to date; how many were new. `null` where it was told to stop
   * first.
   */
  take(documents: readonly Document[]): Promise<number | null>;
  /** Ends the threads. */
  close(): Promise<void>;
}

/**
 * Takes reports one call after another, however many are made at once: what comes meanwhile waits, and whoever gave it with
 * it. They are read by threads, so that this one answers and asks on time whatever the reports are like.
 */
export function takingInto(options: TakingOptions): Taking {
  const { folder, signal, onHeld, onFailure = () => {}, again = AGAIN, jobs = availableParallelism() } = options;
  // Kept from one time to the next: feeds bring a few at a time, for weeks.
  let kept: { readonly threads: ReaderThreads; readonly issues: string } | null = null;
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
      if (kept?.issues !== issues) {
        await kept?.threads.close();
        kept = { threads: new ReaderThreads(jobs, { issues: file.issues, standing: true }), issues };
      }
      return (await addReports({ sources: sources(), store, threads: kept.threads, onFailure })).added;
    } finally {
      await store.close();
    }
  }

  return {
    take: (documents) => turns.take(folder, () => take(documents)),
    async close() {
      await turns.ended();
      await kept?.threads.close();
    },
  };
}
