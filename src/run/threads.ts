/** Reading in several threads, with the same results in the same order as in one. */
import { Piscina } from 'piscina';
import type { Ingested } from '../ingest/ingest.ts';
import type { Document, Reading } from '../record.ts';
import { endlessOf, faultOf, type Outcome } from './fault.ts';
import type { ReaderOptions } from './reader.ts';
import type { Answer } from './reader-worker.ts';

/** A batch goes to a thread whole: so many reports, or so many characters of text, whichever comes first. */
const REPORTS = 16;
const CHARACTERS = 100_000;
/** How many batches wait or are being read for each thread; more would only fill memory. */
const AHEAD = 3;
/** Seconds after which a batch is given up, and those more for each million characters of it. */
const PATIENCE = 60;
const MORE = 120;

// The built program has the same file beside this one, with the other ending.
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './reader-worker.ts' : './reader-worker.js', import.meta.url)
  .href;

const patienceFor = (documents: readonly Document[]): number =>
  Math.ceil(PATIENCE + (MORE * documents.reduce((n, d) => n + d.text.length, 0)) / 1e6);

/** Takes the next batch; empty at the end. */
async function nextBatch(sources: AsyncIterator<Ingested>): Promise<readonly Ingested[]> {
  const batch: Ingested[] = [];
  let characters = 0;
  while (batch.length < REPORTS && characters < CHARACTERS) {
    const { done, value } = await sources.next();
    if (done) break;
    batch.push(value);
    if ('document' in value) characters += value.document.text.length;
  }
  return batch;
}

const outcomeFrom = (document: Document, answer: Answer): Outcome =>
  'failure' in answer ? answer : { document, reading: JSON.parse(answer.json) as Reading };

/** Threads that read batches. */
export class ReaderThreads {
  readonly #pool: Piscina<readonly Document[], readonly Answer[]>;
  readonly #threads: number;

  constructor(threads: number, options: ReaderOptions = {}) {
    this.#threads = threads;
    this.#pool = new Piscina({
      filename: WORKER,
      minThreads: threads,
      maxThreads: threads,
      workerData: options,
      // The threads sleep in the event loop between batches, so that waiting costs nothing.
      atomics: 'disabled',
      recordTiming: false,
    });
    // What goes wrong with a thread is told by the batch that it was reading.
    this.#pool.on('error', () => {});
  }

  /** Reads all sources, in order. Sources are asked for only as far as the threads keep up. */
  async *read(sources: AsyncIterable<Ingested>): AsyncGenerator<Outcome> {
    const iterator = sources[Symbol.asyncIterator]();
    const waiting: Promise<readonly Outcome[]>[] = [];
    let ended = false;
    try {
      for (;;) {
        while (!ended && waiting.length < this.#threads * AHEAD) {
          const batch = await nextBatch(iterator);
          if (batch.length === 0) ended = true;
          else waiting.push(this.#batch(batch));
        }
        const first = waiting.shift();
        if (!first) return;
        yield* await first;
      }
    } finally {
      await iterator.return?.();
    }
  }

  async #batch(batch: readonly Ingested[]): Promise<readonly Outcome[]> {
    const documents = batch.flatMap((source) => ('document' in source ? [source.document] : []));
    const read = (await this.#documents(documents)).values();
    return batch.map((source) => ('failure' in source ? source : read.next().value!));
  }

  /** One thread reads them all; if it fails, each is read by itself, so that only the one at fault is lost. */
  async #documents(documents: readonly Document[]): Promise<readonly Outcome[]> {
    if (documents.length === 0) return [];
    const seconds = patienceFor(documents);
    const patience = AbortSignal.timeout(seconds * 1000);
    try {
      const answers = await this.#pool.run(documents, { signal: patience });
      return documents.map((document, i) => outcomeFrom(document, answers[i]!));
    } catch (error) {
      if (documents.length > 1) {
        const outcomes: Outcome[] = [];
        for (const document of documents) outcomes.push(...(await this.#documents([document])));
        return outcomes;
      }
      const [document] = documents;
      return [{ failure: patience.aborted ? endlessOf(document!, seconds) : faultOf(document!, error) }];
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
