/** Reports into a case: read in as many threads as there are cores, written in batches by one. */
import { isBefore, type Placed } from '../consolidate/twins.ts';
import type { Failure, Ingested, Taken } from '../ingest/ingest.ts';
import type { Document, Reading } from '../record.ts';
import type { Store } from '../store/store.ts';
import { type Cause, Causes } from './causes.ts';
import { failureOf } from './fault.ts';
import { type Amount, type Counts, type Progress, progressOf } from './progress.ts';
import { type ReadOptions, readReports } from './read.ts';

export interface AddOptions extends Omit<ReadOptions, 'sift'> {
  readonly sources: AsyncIterable<Taken>;
  readonly store: Store;
  /** Whether the record is brought up to date at the end; `true` unless told. What is left is done by the next who asks. */
  readonly consolidate?: boolean;
  readonly amount?: Promise<Amount>;
  /** How many bytes of the sources have been read so far. */
  readonly bytesRead?: () => number;
  /** Told of at most some five times a second. */
  readonly onProgress?: (progress: Progress) => void;
  readonly onFailure?: (failure: Failure) => void;
  /** Hears of each report that was read, once it is safely in the store. */
  readonly onStored?: (document: Document, reading: Reading) => void;
}

/** What a run came to. */
export interface Summary extends Readonly<Counts> {
  /** All that were given. */
  readonly reports: number;
  readonly causes: readonly Cause[];
  readonly seconds: number;
  /** Whether it was told to stop before the sources were at their end. */
  readonly stopped: boolean;
  /** How much of the record still waits to be brought up to date. */
  readonly left: number;
}

/** So many reports are written at once, all or none of them, or as many as came within so many milliseconds. */
const BATCH = 64;
const WAIT = 1000;
/** So many are asked for at once whether they are known. */
const ASKED = 64;
/** Milliseconds between two events of progress. */
const EVERY = 200;
/** How much is consolidated between two events of progress. */
const STEP = 200;

/** Reports that the store does not have; the others are counted. Failures pass, also those of reports that are none. */
async function* unknown(
  sources: AsyncIterable<Ingested>,
  store: Store,
  onKnown: () => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<Ingested> {
  let held: Ingested[] = [];
  // The same report may be given twice in one run, before the first is in the store. Of these, and of one that is there,
  // the one from the first place counts, so that whose the words are does not depend on what came first.
  const seen = new Map<string, Placed>();
  let oldest = 0;
  const flush = async (): Promise<Ingested[]> => {
    const known = await store.known(held.flatMap((s) => ('document' in s ? [s.document] : [])));
    const fresh = held.filter((source) => {
      if ('failure' in source) return true;
      const { text_sha256, published, outlet, title, url } = source.document;
      const first = seen.get(text_sha256);
      const old = known.has(text_sha256) || (first !== undefined && !isBefore(source.document, first));
      if (old) onKnown();
      else seen.set(text_sha256, { published, outlet, title, url });
      return !old;
    });
    held = [];
    return fresh;
  };
  for await (const source of sources) {
    const failure = 'document' in source ? failureOf(source.document) : null;
    if (held.length === 0) oldest = performance.now();
    held.push(failure ? { failure } : source);
    if (held.length >= ASKED || performance.now() - oldest > WAIT) yield* await flush();
    if (signal?.aborted) return;
  }
  yield* await flush();
}

/**
 * Reads reports and puts them into a store. Those that are there already, read by this version, are passed over by their
 * digest, so that a run which was interrupted goes on where it stopped when it is started again. A report that fails is
 * counted and told; it costs no other.
 *
 * Throws what the store throws where it cannot be written to: what was written before stays.
 */
export async function addReports(options: AddOptions): Promise<Summary> {
  const { store, signal, onProgress, onFailure, onStored } = options;
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  const counts: Counts = { added: 0, known: 0, reread: 0, failed: 0 };
  const causes = new Causes();
  let amount: Amount = { reports: null, bytes: null };
  options.amount?.then(
    (known) => {
      amount = known;
    },
    () => {},
  );
  let told = Number.NEGATIVE_INFINITY;
  const tell = (always: boolean, more: Partial<Progress> = {}): void => {
    if (!onProgress || (!always && performance.now() - told < EVERY)) return;
    told = performance.now();
    onProgress({ ...progressOf(counts, seconds(), amount, options.bytesRead?.() ?? 0), ...more });
  };
  const fail = (failure: Failure): void => {
    counts.failed++;
    causes.add(failure);
    onFailure?.(failure);
    tell(false);
  };
  let batch: { document: Document; reading: Reading }[] = [];
  let oldest = 0;
  const write = async (): Promise<void> => {
    if (batch.length === 0) return;
    const written = batch;
    batch = [];
    for (const { outcome } of await store.add(written)) counts[outcome]++;
    for (const { document, reading } of written) onStored?.(document, reading);
    tell(false);
  };
  const onKnown = (): void => {
    counts.known++;
    tell(false);
  };
  const sift = (taken: AsyncIterable<Ingested>): AsyncIterable<Ingested> => unknown(taken, store, onKnown, signal);
  for await (const outcome of readReports(options.sources, { ...options, sift })) {
    if ('failure' in outcome) {
      fail(outcome.failure);
      continue;
    }
    const { document, reading } = outcome;
    if (batch.length === 0) oldest = performance.now();
    batch.push({ document, reading });
    if (batch.length >= BATCH || performance.now() - oldest > WAIT) await write();
  }
  await write();
  tell(true);
  const left = options.consolidate === false ? 0 : await consolidateAll(store, signal, (more) => tell(false, more));
  return {
    ...counts,
    reports: counts.added + counts.known + counts.reread + counts.failed,
    causes: causes.all,
    seconds: seconds(),
    stopped: signal?.aborted === true,
    left,
  };
}

/** Brings the record of a case up to date, in steps, so that it can be stopped. Its value is how much is left. */
export async function consolidateAll(
  store: Store,
  signal?: AbortSignal,
  onProgress: (
    progress: Pick<Progress, 'phase' | 'done' | 'total'> & { secondsLeft: number | null },
  ) => void = () => {},
): Promise<number> {
  const began = performance.now();
  let most = 0;
  for (;;) {
    if (signal?.aborted) return (await store.consolidate(0)).left;
    const { left } = await store.consolidate(STEP);
    if (left === 0) return 0;
    most = Math.max(most, left + STEP);
    const done = most - left;
    const secondsLeft = ((performance.now() - began) / 1000 / done) * left;
    onProgress({ phase: 'consolidating', done, total: most, secondsLeft });
  }
}
