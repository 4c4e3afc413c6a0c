/** Where the reading happens: in this thread for a few reports, in several for many. */
import { availableParallelism } from 'node:os';
import { type Ingested, readHere, type Taken } from '../ingest/ingest.ts';
import type { Document, Reading } from '../record.ts';
import type { Outcome } from './fault.ts';
import { readInline } from './inline.ts';
import type { ReaderOptions } from './reader.ts';
import { saveRoom } from './room.ts';
import type { ReaderThreads } from './threads.ts';

export interface ReadOptions extends ReaderOptions {
  /** How many threads read; 0 and 1 read in this one. As many as the machine has cores, if left out. */
  readonly jobs?: number | undefined;
  /** Whether other threads read also a few: for what may take long to read, as pages of strangers, or whoever must not stop. */
  readonly apart?: boolean;
  /** Threads that are there already, for whoever adds a few reports again and again; they are not closed here. */
  readonly threads?: ReaderThreads;
  /** Leaves out what need not be read; asked between taking in and reading. */
  readonly sift?: (taken: AsyncIterable<Ingested>) => AsyncIterable<Ingested>;
  /** Once it is set off no further source is taken; what is being read is still given. */
  readonly signal?: AbortSignal | undefined;
}

/** For fewer reports than this, other threads would still be starting when the work is done. */
export const WORTH_THREADS = 48;
/** Bytes of a part that cost about as much as a report does. */
const AS_MUCH = 20_000;

/** How much work something is, in reports. */
const weightOf = (one: Taken): number =>
  'leaf' in one ? 1 + one.leaf.bytes.length / AS_MUCH : 'document' in one ? 1 : 0;

/** Ends when told to, also while it waits for a source that does not come. */
async function* until(sources: AsyncIterable<Taken>, signal: AbortSignal | undefined): AsyncGenerator<Taken> {
  const iterator = sources[Symbol.asyncIterator]();
  let wake: (step: null) => void = () => {};
  const stop = (): void => wake(null);
  signal?.addEventListener('abort', stop);
  try {
    while (!signal?.aborted) {
      // One promise for each source: a race with one that lives as long as the run would hold on to all of them.
      const step = await new Promise<IteratorResult<Taken> | null>((resolve, reject) => {
        wake = resolve;
        iterator.next().then(resolve, reject);
      });
      if (step === null || step.done) return;
      yield step.value;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    // Not waited for: what it waits for may never come.
    void Promise.resolve(iterator.return?.()).catch(() => {});
  }
}

async function* after(held: readonly Taken[], rest: AsyncIterator<Taken>): AsyncGenerator<Taken> {
  yield* held;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/**
 * Reads reports in the order in which they are given; the results are the same in however many threads. What was handed on
 * unread is taken in first, in the same threads. Lexicons and models are loaded when the first report is there, once for
 * each thread.
 */
export async function* readReports(sources: AsyncIterable<Taken>, options: ReadOptions = {}): AsyncGenerator<Outcome> {
  saveRoom();
  const { signal, apart = false, sift = (taken) => taken } = options;
  const given = options.jobs ?? availableParallelism();
  const jobs = apart ? Math.max(1, given) : given;
  const worth = apart ? 0 : WORTH_THREADS;
  const all = until(sources, signal);
  const held: Taken[] = [];
  try {
    if (options.threads) {
      yield* options.threads.read(sift(options.threads.takeIn(all)));
      return;
    }
    let weight = 0;
    while (jobs > 1 && weight < worth) {
      const { done, value } = await all.next();
      if (done) break;
      held.push(value);
      weight += weightOf(value);
    }
    if ((apart || jobs > 1) && weight >= worth) {
      const { ReaderThreads } = await import('./threads.ts');
      const threads = new ReaderThreads(jobs, { issues: options.issues ?? [] });
      try {
        yield* threads.read(sift(threads.takeIn(after(held, all))));
      } finally {
        await threads.close();
      }
      return;
    }
    const { loadReader } = await import('./reader.ts');
    let read: ((document: Document) => Reading) | null = null;
    yield* readInline(sift(readHere(after(held, all))), (document) => {
      read ??= loadReader(options);
      return read(document);
    });
  } finally {
    await all.return(undefined);
  }
}
