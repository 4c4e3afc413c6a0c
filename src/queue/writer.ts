/** Puts reports into the queue, and what workers read into the store of a case. */
import type { JsMsg } from '@nats-io/jetstream';
import type { Document } from '../record.ts';
import type { Store } from '../store/store.ts';
import { again } from './again.ts';
import { causeOf, messageOf } from './error.ts';
import { leftoverWatch } from './leftover.ts';
import { READ, readSubject, writerOf } from './names.ts';
import { pause } from './pause.ts';
import { consumerOf, type Done, type Queue } from './queue.ts';
import { takeBatches } from './take.ts';

/** More reports than this are not put in before others are done: what waits here is on the queue's disk. */
const MOST_WAITING = 5000;
/** Before it is looked again whether there is room, in milliseconds. */
const PAUSE = 250;
/** How many are on their way into the queue at once. */
const IN_FLIGHT = 64;

export interface GiveOptions {
  readonly caseName: string;
  readonly version: string;
  readonly issues: readonly unknown[];
  readonly mostWaiting?: number;
  readonly signal?: AbortSignal;
  readonly onGiven?: (document: Document) => void;
  /** Hears that the server is away; what is to be given waits until it is back. */
  readonly onTrouble?: (message: string, cause: string) => void;
}

/** Gives the queue all reports that the store does not know; waits while too many wait. Says how many were given. */
export async function giveReports(
  queue: Queue,
  documents: AsyncIterable<Document>,
  store: Pick<Store, 'known'>,
  options: GiveOptions,
): Promise<number> {
  const { caseName, version, issues, mostWaiting = MOST_WAITING, signal } = options;
  const trouble = (error: unknown): void => options.onTrouble?.(messageOf(error), causeOf(error));
  let given = 0;
  let batch: Document[] = [];
  const flush = async (): Promise<void> => {
    // The store may be away as well as the queue.
    const known = await again(() => store.known(batch), trouble, signal);
    const fresh = batch.filter((document) => !known.has(document.text_sha256));
    batch = [];
    while (!signal?.aborted) {
      const { waiting, read } = await again(() => queue.counts(), trouble, signal);
      if (waiting + read < mostWaiting) break;
      await pause(PAUSE);
    }
    await Promise.all(
      fresh.map(async (document) => {
        await again(() => queue.give({ case: caseName, document, issues }, version), trouble, signal);
        options.onGiven?.(document);
        given += 1;
      }),
    );
  };
  for await (const document of documents) {
    batch.push(document);
    if (batch.length >= IN_FLIGHT) await flush();
    if (signal?.aborted) break;
  }
  if (batch.length > 0) await flush();
  return given;
}

export interface WriteOptions {
  readonly caseName: string;
  readonly store: Pick<Store, 'add' | 'consolidate'>;
  readonly signal: AbortSignal;
  /** A result that was not written in this time is given again; in milliseconds. */
  readonly wait?: number;
  /** Ends when nothing waits anywhere in the queue. */
  readonly untilEmpty?: boolean;
  readonly onWritten?: (reports: number) => void;
  /** Hears that the record tells of all that was written. */
  readonly onUpToDate?: () => void;
  /** Hears how long a stage took for so many reports, in milliseconds: those of reading, `write`, `consolidate`. */
  readonly onTime?: (stage: string, ms: number, reports: number) => void;
  readonly onTrouble?: (message: string, cause: string) => void;
}

const BATCH = 64;
const WRITE_WAIT = 30_000;
/** Writing is tried again after so long, in milliseconds: the disk may have room then, the database be back. */
const AGAIN = 2000;
/** Where results never stop coming, the record is brought up to date so often nevertheless, in milliseconds. */
const BEHIND = 10_000;

/** Writes what workers read, until told to stop. A result counts once, however often it is delivered. */
export async function writeResults(queue: Queue, options: WriteOptions): Promise<void> {
  const { caseName, store, signal, onTrouble = () => {}, onTime = () => {}, wait = WRITE_WAIT } = options;
  let since = 0;
  let fresh = performance.now();
  /** Whether it could be done; the store may be away for now. */
  const bringUpToDate = async (): Promise<boolean> => {
    try {
      const began = performance.now();
      const { left } = await store.consolidate();
      fresh = performance.now();
      // Others may have some of it in hand.
      if (left > 0) return false;
      if (since > 0) {
        onTime('consolidate', fresh - began, since);
        options.onUpToDate?.();
      }
      since = 0;
      return true;
    } catch (error) {
      onTrouble(messageOf(error), causeOf(error));
      await pause(AGAIN);
      return false;
    }
  };
  const taking = { stream: READ, durable: writerOf(caseName), subject: readSubject(caseName), wait, ahead: 10 * BATCH };
  const open = () => consumerOf(queue, taking);
  const lookForLeftovers = leftoverWatch(queue, taking);
  // There is one writer of a case at a time. What one that was killed had in hand would only come when its time is up: a
  // new consumer begins with it at once.
  await queue.manager.consumers.delete(READ, writerOf(caseName)).catch(() => {});
  const take = takeBatches(open, {
    batch: BATCH,
    patience: 1000,
    signal,
    onTrouble: (error) => onTrouble(messageOf(error), causeOf(error)),
    onEmpty: async () => {
      await lookForLeftovers().catch((error: unknown) => onTrouble(messageOf(error), causeOf(error)));
      // Nothing to write: time to bring the record up to date.
      if (!(await bringUpToDate()) || !options.untilEmpty) return true;
      const left = await queue.counts().catch(() => null);
      return !left || left.waiting + left.read > 0;
    },
  });
  for await (const messages of take) {
    const whole: { readonly message: JsMsg; readonly done: Done }[] = [];
    for (const message of messages) {
      try {
        whole.push({ message, done: await queue.payloads.unpack<Done>(message.data) });
      } catch (error) {
        onTrouble(messageOf(error), causeOf(error));
        message.nak(AGAIN);
      }
    }
    const began = performance.now();
    try {
      await store.add(whole.map(({ done }) => done));
    } catch (error) {
      onTrouble(messageOf(error), causeOf(error));
      for (const { message } of whole) message.nak(AGAIN);
      await pause(AGAIN);
      continue;
    }
    onTime('write', performance.now() - began, whole.length);
    since += whole.length;
    for (const { message, done } of whole) {
      for (const [stage, ms] of Object.entries(done.times ?? {})) onTime(stage, ms, 1);
      message.ack();
      await queue.payloads.forget(message.data);
    }
    options.onWritten?.(whole.length);
    if (performance.now() - fresh > BEHIND && !signal.aborted) await bringUpToDate();
  }
}
