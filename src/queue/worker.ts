/** Reads reports that others put into the queue: any number of these, on any number of machines. */
import type { JsMsg } from '@nats-io/jetstream';
import type { Document, Reading } from '../record.ts';
import { again } from './again.ts';
import { causeOf, messageOf, QueueError } from './error.ts';
import { leftoverWatch } from './leftover.ts';
import { JOBS, jobsOfVersion, workersOf } from './names.ts';
import { consumerOf, type Job, type Queue } from './queue.ts';
import { takeFrom } from './take.ts';

export interface WorkerOptions {
  /** Of the program and its models: reports meant for another version are not taken. */
  readonly version: string;
  /** Reads a report by the issues of its case. May throw: the report is then tried again, and buried in the end. */
  readonly read: (document: Document, issues: readonly unknown[]) => Reading | Promise<Reading>;
  /** How long the stages of the last reading took, in milliseconds; they go with the result. */
  readonly times?: () => Readonly<Record<string, number>>;
  readonly signal: AbortSignal;
  readonly now: () => string;
  /** A report that no answer came for in this time is given to another worker; in milliseconds. */
  readonly wait?: number;
  /** So often is a report tried. */
  readonly tries?: number;
  /** Between two tries, in milliseconds, times the number of tries so far. */
  readonly pause?: number;
  /** Ends when there is nothing to do. */
  readonly untilEmpty?: boolean;
  readonly onEvent?: (event: WorkerEvent) => void;
}

export type WorkerEvent =
  | {
      readonly event: 'read';
      readonly report: string;
      readonly ms: number;
      readonly times: Readonly<Record<string, number>>;
    }
  | { readonly event: 'failed'; readonly report: string; readonly cause: string; readonly attempt: number }
  | { readonly event: 'buried'; readonly report: string; readonly cause: string }
  | { readonly event: 'trouble'; readonly message: string; readonly cause: string };

const WAIT = 60_000;
const TRIES = 4;
const TRY_PAUSE = 2000;
/** A worker takes a few at a time, so that it need not wait for the next. */
const BATCH = 4;
/** How many reports may be with workers at once, over all workers. */
const AHEAD = 2000;

/** An idle worker looks so often whether reports wait that it may not read, in milliseconds. */
const LOOK = 60_000;

const troubleOf = (error: unknown): WorkerEvent => ({
  event: 'trouble',
  message: messageOf(error),
  cause: causeOf(error),
});

const otherVersion = (version: string, others: number): QueueError =>
  new QueueError(
    'other-version',
    `This worker reads as version ${version}; the ${others} reports that wait are meant for another. Install the version that the case's server runs.`,
  );

/** How many reports wait for other versions than this one. */
async function waitingForOthers({ manager }: Queue, version: string): Promise<number> {
  const info = await manager.streams.info(JOBS, { subjects_filter: 'rapporteur.jobs.>' });
  const own = jobsOfVersion(version).slice(0, -1);
  const subjects = Object.entries(info.state.subjects ?? {});
  return subjects.some(([subject]) => subject.startsWith(own))
    ? 0
    : subjects.reduce((sum, [, messages]) => sum + messages, 0);
}

/**
 * Works until it is told to stop, or until nothing is left.
 *
 * @throws QueueError `other-version` if all that waits is meant for other versions of the program
 */
export async function work(queue: Queue, options: WorkerOptions): Promise<void> {
  const { version, signal, wait = WAIT, tries = TRIES, pause = TRY_PAUSE, onEvent = () => {} } = options;
  // The server may go between being reached and being asked.
  const others = await again(
    () => waitingForOthers(queue, version),
    (error) => onEvent(troubleOf(error)),
    signal,
  ).catch((error: unknown) => {
    if (signal.aborted) return 0;
    throw error;
  });
  if (others > 0) throw otherVersion(version, others);
  let looked = performance.now();
  /** Reports for another version may come while this one waits: it refuses them all the same, and says so. */
  const lookForOthers = async (): Promise<void> => {
    if (performance.now() - looked < LOOK) return;
    looked = performance.now();
    const now = await waitingForOthers(queue, version).catch(() => 0);
    if (now > 0) onEvent(troubleOf(otherVersion(version, now)));
  };
  const taking = { stream: JOBS, durable: workersOf(version), subject: jobsOfVersion(version), wait, ahead: AHEAD };
  const open = () => consumerOf(queue, taking);
  const lookForLeftovers = leftoverWatch(queue, taking);

  async function bury(message: JsMsg, job: Job, cause: string): Promise<void> {
    await queue.bury({ job, cause, at: options.now(), version });
    onEvent({ event: 'buried', report: job.document.text_sha256, cause });
    message.term();
    await queue.payloads.forget(message.data);
  }

  async function one(message: JsMsg): Promise<void> {
    let job: Job;
    try {
      job = await queue.payloads.unpack<Job>(message.data);
    } catch (error) {
      onEvent(troubleOf(error));
      // Its payload may come when the server's object store does; what never comes is given up.
      if (message.info.deliveryCount > tries) message.term();
      else message.nak(pause * message.info.deliveryCount);
      return;
    }
    const report = job.document.text_sha256;
    const attempt = message.info.deliveryCount;
    // Workers that die take others with them that they only had in hand: those are given more tries.
    const most = 2 * tries;
    if (attempt > most) {
      await bury(message, job, `No worker brought it to its end in ${most} tries; each died or was too slow.`);
      return;
    }
    const began = performance.now();
    let reading: Reading;
    try {
      reading = await options.read(job.document, job.issues);
    } catch (error) {
      const cause = messageOf(error);
      if (attempt >= tries) await bury(message, job, cause);
      else {
        onEvent({ event: 'failed', report, cause, attempt });
        message.nak(pause * attempt);
      }
      return;
    }
    // The result is safe before the job is gone: a stop in between costs a second reading, never a report.
    const times = { ...options.times?.(), read: performance.now() - began };
    await queue.hand({ document: job.document, reading, times }, job.case, version);
    message.ack();
    await queue.payloads.forget(message.data);
    onEvent({ event: 'read', report, ms: times.read, times });
  }

  const take = takeFrom(open, {
    batch: BATCH,
    patience: options.untilEmpty ? 1000 : 5000,
    signal,
    onTrouble: (error) => onEvent(troubleOf(error)),
    onEmpty: async () => {
      await lookForLeftovers().catch((error: unknown) => onEvent(troubleOf(error)));
      if (!options.untilEmpty) {
        await lookForOthers();
        return true;
      }
      const left = await queue.counts().catch(() => null);
      return !left || left.waiting > 0;
    },
  });
  for await (const message of take) {
    if (!message) continue;
    if (signal.aborted) {
      // What was taken but not begun goes back at once.
      message.nak();
      continue;
    }
    message.working();
    try {
      await one(message);
    } catch (error) {
      // The server is away: nothing is acknowledged, so it comes again.
      onEvent(troubleOf(error));
    }
  }
}
