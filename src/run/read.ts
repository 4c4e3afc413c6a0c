/** Where the reading happens: in this thread for a few reports, in several for many. */
import { availableParallelism } from 'node:os';
import type { Ingested } from '../ingest/ingest.ts';
import type { Document, Reading } from '../record.ts';
import type { Outcome } from './fault.ts';
import { readInline } from './inline.ts';
import type { ReaderOptions } from './reader.ts';

export interface ReadOptions extends ReaderOptions {
  /** How many threads read; 0 and 1 read in this one. As many as the machine has cores, if left out. */
  readonly jobs?: number | undefined;
  /** A reader that is loaded already, for whoever adds a few reports again and again: it reads in this thread. */
  readonly reader?: (document: Document) => Reading;
  /** Once it is set off no further source is taken; what is being read is still given. */
  readonly signal?: AbortSignal | undefined;
}

/** For fewer reports than this, other threads would still be starting when the work is done. */
export const WORTH_THREADS = 48;

/** Ends when told to, also while it waits for a source that does not come. */
async function* until(sources: AsyncIterable<Ingested>, signal: AbortSignal | undefined): AsyncGenerator<Ingested> {
  const iterator = sources[Symbol.asyncIterator]();
  let wake: (step: null) => void = () => {};
  const stop = (): void => wake(null);
  signal?.addEventListener('abort', stop);
  try {
    while (!signal?.aborted) {
      // One promise for each source: a race with one that lives as long as the run would hold on to all of them.
      const step = await new Promise<IteratorResult<Ingested> | null>((resolve, reject) => {
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

async function* after(held: readonly Ingested[], rest: AsyncIterator<Ingested>): AsyncGenerator<Ingested> {
  yield* held;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/**
 * Reads reports in the order in which they are given; the results are the same in however many threads. Lexicons and
 * models are loaded when the first report is there, once for each thread.
 */
export async function* readReports(
  sources: AsyncIterable<Ingested>,
  options: ReadOptions = {},
): AsyncGenerator<Outcome> {
  const { signal, reader } = options;
  const jobs = reader ? 1 : (options.jobs ?? availableParallelism());
  const all = until(sources, signal);
  const held: Ingested[] = [];
  try {
    let documents = 0;
    while (jobs > 1 && documents < WORTH_THREADS) {
      const { done, value } = await all.next();
      if (done) break;
      held.push(value);
      if ('document' in value) documents++;
    }
    if (jobs > 1 && documents >= WORTH_THREADS) {
      const { ReaderThreads } = await import('./threads.ts');
      const threads = new ReaderThreads(jobs, { issues: options.issues ?? [] });
      try {
        yield* threads.read(after(held, all));
      } finally {
        await threads.close();
      }
      return;
    }
    const { loadReader } = await import('./reader.ts');
    let read = reader ?? null;
    yield* readInline(after(held, all), (document) => {
      read ??= loadReader(options);
      return read(document);
    });
  } finally {
    await all.return(undefined);
  }
}
