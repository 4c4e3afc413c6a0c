/** Work that goes on while the desk shows it: reports being read into a case. One job of a case runs at a time. */
import type { AddSources, OpenCase } from './cases.ts';
import type { CaseEvent, Hub } from './hub.ts';
import { Turns } from './turns.ts';

/** So many failures are told as they happen; the rest are counted. */
const TOLD = 100;
/** Not more often than this, in milliseconds, unless something fails or ends. */
const PAUSE = 200;

type Progress = Extract<CaseEvent, { event: 'progress' }>;

export interface Jobs {
  /** Starts a job; `done` is called when it ends, however it does. */
  start(open: OpenCase, sources: AddSources, done: () => Promise<void>): string;
  /** The last that is known of every job of a case. */
  of(name: string): readonly Progress[];
  stop(id: string): boolean;
  /** Stops all and waits for them. */
  close(): Promise<void>;
}

export function newJobs(hub: Hub, newId: () => string, clock: () => number): Jobs {
  const known = new Map<string, { readonly name: string; last: Progress; readonly stopper: AbortController }>();
  const turns = new Turns();

  function start(open: OpenCase, sources: AddSources, done: () => Promise<void>): string {
    const id = newId();
    const stopper = new AbortController();
    const blank: Progress = {
      event: 'progress',
      job: id,
      done: 0,
      total: null,
      perSecond: null,
      secondsLeft: null,
      failures: [],
      finished: false,
    };
    const job = { name: open.name, last: blank, stopper };
    known.set(id, job);
    let told = Number.NEGATIVE_INFINITY;
    const tell = (next: Progress, always: boolean): void => {
      job.last = next;
      if (!always && clock() - told < PAUSE) return;
      told = clock();
      hub.tell(open.name, next);
    };
    const fail = (path: string, message: string): void => {
      const { failures } = job.last;
      if (failures.length < TOLD) tell({ ...job.last, failures: [...failures, { path, message }] }, true);
    };
    const work = async (): Promise<void> => {
      try {
        tell(blank, true);
        const heard = (p: Parameters<Parameters<OpenCase['add']>[1]>[0]): void => {
          const { done: sum, total, perSecond, secondsLeft, failure } = p;
          tell({ ...job.last, done: sum, total, perSecond, secondsLeft }, false);
          if (failure) fail(failure.path, failure.message);
        };
        await open.add(sources, heard, stopper.signal);
      } catch (error) {
        fail('', error instanceof Error ? error.message : String(error));
      } finally {
        await done().catch((error: unknown) => fail('', String(error)));
        tell({ ...job.last, finished: true, secondsLeft: 0 }, true);
        hub.tell(open.name, { event: 'changed', what: 'reports' });
      }
    };
    void turns.take(open.name, work);
    return id;
  }

  return {
    start,
    of: (name) => [...known.values()].filter((job) => job.name === name).map((job) => job.last),
    stop(id) {
      known.get(id)?.stopper.abort();
      return known.has(id);
    },
    async close() {
      for (const job of known.values()) job.stopper.abort();
      await turns.ended();
    },
  };
}
