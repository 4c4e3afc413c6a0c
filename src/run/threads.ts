/** Taking in and reading in several threads, with the same results in the same order as in one. */
import { Piscina } from 'piscina';
import { loadIssues } from '../data/positions.ts';
import { type Deferred, type Failure, type Ingested, type LeafRead, settle, type Taken } from '../ingest/ingest.ts';
import { withCaseIssues } from '../interpret/positions/issues.ts';
import type { Document, Origin, Reading } from '../record.ts';
import { endlessOf, faultOf, type Outcome } from './fault.ts';
import { Patience } from './patience.ts';
import { inOrder } from './pipeline.ts';
import type { ReaderOptions } from './reader.ts';
import type { Answer, Part } from './reader-worker.ts';

/** A batch of reports goes to a thread whole: so many, or so many characters of text. */
const REPORTS = { pieces: 16, size: 100_000 };
/** The same for parts that are taken in, in bytes. */
const PARTS = { pieces: 16, size: 1_000_000 };
/** How many batches wait or are worked on for each thread; more would only fill memory. */
const AHEAD = 3;
/** So many bytes or characters wait at most, but for a single one that is larger. */
const MOST = 64 * 1024 * 1024;
/** So many batches are with a thread already, so that it goes on while this one writes. */
const AT_HAND = 2;
/** Seconds after which a batch is given up, by the clock and of the processor, and those more for each million bytes or characters of it. */
const LONGEST = 60;
const MORE = 120;

/** Threads that stay for weeks share a few reports evenly, and end when nothing came for so many milliseconds. */
const STANDING = { pieces: 4, idle: 300_000 };

/** Megabytes for what a thread has just made, a sixth of what V8 takes for them: it costs nothing that can be measured. */
const YOUNG = 24;

// The built program has the same file beside this one, with the other ending.
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './reader-worker.ts' : './reader-worker.js', import.meta.url)
  .href;

const outcomeFrom = (document: Document, answer: Answer): Outcome =>
  'failure' in answer ? answer : { document, reading: JSON.parse(answer.json) as Reading };

/** A thread takes the bytes over; what they were cut from stays here. */
const partFor = ({ leaf, file }: Deferred): Part => ({
  leaf: { ...leaf, bytes: new Uint8Array(leaf.bytes) },
  limits: file.budget.limits,
});

/** What the threads are asked to do with each piece of a batch, and what it comes to where they fail. */
interface Task<T, R> {
  /** A function of `reader-worker.ts`. */
  readonly name: 'takeIn' | 'read';
  readonly sizeOf: (piece: T) => number;
  readonly given: (piece: T) => unknown;
  readonly transfer: (given: unknown) => readonly ArrayBuffer[];
  readonly result: (piece: T, answer: never) => R;
  readonly failed: (piece: T, failure: (origin: Origin) => Failure) => R;
}

const takingIn: Task<Deferred, LeafRead> = {
  name: 'takeIn',
  sizeOf: ({ leaf }) => leaf.bytes.length,
  given: partFor,
  transfer: (given) => [(given as Part).leaf.bytes.buffer as ArrayBuffer],
  result: (_, answer: LeafRead) => answer,
  failed: ({ leaf }, failure) => ({ taken: [{ failure: failure(leaf.origin) }], notices: [], unpacked: 0 }),
};

const reading: Task<Document, Outcome> = {
  name: 'read',
  sizeOf: ({ text }) => text.length,
  given: (document) => document,
  transfer: () => [],
  result: outcomeFrom,
  failed: ({ origin }, failure) => ({ failure: failure(origin) }),
};

export interface ThreadsOptions extends ReaderOptions {
  /** Whether a few reports come now and then, for weeks: threads are started for them, and end when none come. */
  readonly standing?: boolean;
}

/** Threads that work on batches. */
export class ReaderThreads {
  readonly #pool: Piscina;
  readonly #ahead: number;
  readonly #reports: { readonly pieces: number; readonly size: number };
  #closed = false;

  /** Throws an `IssuesError` where an issue of the case is not well formed: else every report would fail for it. */
  constructor(threads: number, { standing = false, ...options }: ThreadsOptions = {}) {
    if (options.issues?.length) withCaseIssues(loadIssues(), options.issues);
    this.#ahead = threads * AHEAD;
    this.#reports = standing ? { ...REPORTS, pieces: STANDING.pieces } : REPORTS;
    this.#pool = new Piscina({
      filename: WORKER,
      minThreads: standing ? 0 : threads,
      maxThreads: threads,
      // One that is to be started for a second batch is not, where the first can take it.
      concurrentTasksPerWorker: standing ? 1 : AT_HAND,
      ...(standing ? { idleTimeout: STANDING.idle } : {}),
      workerData: options,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
      // The threads sleep in the event loop between batches, so that waiting costs nothing.
      atomics: 'disabled',
      recordTiming: false,
    });
    // What goes wrong with a thread is told by the batch that it was working on.
    this.#pool.on('error', () => {});
  }

  /** Takes in what can be read by itself, in order. */
  async *takeIn(sources: AsyncIterable<Taken>): AsyncGenerator<Ingested> {
    const sizeOf = (one: Taken): number => ('leaf' in one ? takingIn.sizeOf(one) : 0);
    const done = inOrder(sources, { ...PARTS, sizeOf }, this.#ahead, MOST, async (batch) => {
      const answers = (
        await this.#work(
          takingIn,
          batch.filter((one) => 'leaf' in one),
        )
      ).values();
      return batch.map((one) => ('leaf' in one ? { part: one, came: answers.next().value! } : one));
    });
    // Counted and told in order, whichever thread was done first.
    for await (const one of done) {
      if ('part' in one) yield* settle(one.part, one.came);
      else yield one;
    }
  }

  /** Reads all sources, in order. */
  read(sources: AsyncIterable<Ingested>): AsyncGenerator<Outcome> {
    const sizeOf = (one: Ingested): number => ('document' in one ? reading.sizeOf(one.document) : 0);
    return inOrder(sources, { ...this.#reports, sizeOf }, this.#ahead, MOST, async (batch) => {
      const documents = batch.flatMap((one) => ('document' in one ? [one.document] : []));
      const outcomes = (await this.#work(reading, documents)).values();
      return batch.map((one) => ('failure' in one ? one : outcomes.next().value!));
    });
  }

  /** One thread does them all; if it fails, each is done by itself, so that only the one at fault is lost. */
  async #work<T, R>(task: Task<T, R>, pieces: readonly T[], again = false): Promise<readonly R[]> {
    if (pieces.length === 0) return [];
    const seconds = Math.ceil(LONGEST + (MORE * pieces.reduce((sum, piece) => sum + task.sizeOf(piece), 0)) / 1e6);
    const patience = new Patience(seconds);
    const given = pieces.map(task.given);
    try {
      const transferList = given.flatMap(task.transfer);
      const answers = await this.#pool.run(given, { name: task.name, signal: patience.signal, transferList });
      return pieces.map((piece, i) => task.result(piece, answers[i] as never));
    } catch (error) {
      if (pieces.length > 1) {
        const results: R[] = [];
        for (const piece of pieces) results.push(...(await this.#work(task, [piece])));
        return results;
      }
      const [piece] = pieces;
      if (patience.signal.aborted) return [task.failed(piece!, (origin) => endlessOf(origin, seconds))];
      // The thread may have been ended because of another batch that it had: once more, then it is this one's fault.
      if (!again && !this.#closed) return this.#work(task, pieces, true);
      return [task.failed(piece!, (origin) => faultOf(origin, error))];
    } finally {
      patience.end();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#pool.destroy();
  }
}
