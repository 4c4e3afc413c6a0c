import { Metrics } from '../../api/metrics.ts';
import { openProbe } from '../../api/probe.ts';
import { CannotServe } from '../../api/server.ts';
import { count } from '../../export/words.ts';
import { QueueError } from '../../queue/error.ts';
import type { Queue } from '../../queue/queue.ts';
import { type WorkerEvent, work } from '../../queue/worker.ts';
import type { Document, Reading } from '../../record.ts';
import { loadReader } from '../../run/reader.ts';
import { textValue, WrongUse, wholeNumber } from '../arguments.ts';
import { DONE, FAILED, type Given, type Run } from '../command.ts';
import { countError, countTime } from './counting.ts';
import { helpCases } from './helping.ts';
import { untilStopped, within } from './hosting.ts';
import { logOf } from './log.ts';
import { openQueueAt, queueVersion } from './queued.ts';
import { waitFor } from './waiting.ts';

const queueAsked = (given: Given): string | null =>
  textValue(given, 'queue') ?? (process.env['RAPPORTEUR_QUEUE'] || null);

/** The queue that was asked for, by option or by the environment. */
export function queueOf(given: Given): string {
  const asked = queueAsked(given);
  if (asked === null) throw new WrongUse('Say which queue: --queue nats://HOST:4222, or RAPPORTEUR_QUEUE.');
  return asked;
}

/** The server whose cases are to be brought up to date as well; `null` where that was not asked for. */
function helpedServer(): string | null {
  const { env } = process;
  if (env['RAPPORTEUR_CONSOLIDATE'] !== 'true') return null;
  const server = env['RAPPORTEUR_STORE'] || null;
  if (server === null) {
    throw new WrongUse(
      'Say which PostgreSQL server keeps the cases that are to be brought up to date: store in the file of settings, or RAPPORTEUR_STORE. A case in a file is brought up to date by the one program that has it open.',
    );
  }
  return server;
}

interface Readers {
  read(document: Document, issues: readonly unknown[]): Reading;
  /** What the stages of the last reading took, in milliseconds. */
  times(): Readonly<Record<string, number>>;
}

/** Readers by the issues of their case: models are loaded for each once. */
function readersByIssues(): Readers {
  const readers = new Map<string, (document: Document) => Reading>();
  let times: Record<string, number> = {};
  return {
    read(document, issues) {
      const key = JSON.stringify(issues);
      let read = readers.get(key);
      if (!read) {
        const onStage = (stage: string, ms: number): void => {
          times[stage] = (times[stage] ?? 0) + ms;
        };
        read = loadReader({ issues, onStage });
        readers.set(key, read);
      }
      times = {};
      return read(document);
    },
    times: () => times,
  };
}

/** Health and metrics where they were asked for; gives the function that ends them. */
async function probeOf(queue: () => Queue | null, reads: boolean, metrics: Metrics): Promise<() => Promise<void>> {
  const { env } = process;
  const port = env['RAPPORTEUR_METRICS_PORT'];
  if (!port) return async () => {};
  const reached = async (): Promise<boolean> => {
    const open = queue();
    return open !== null && within(open.counts().then(() => true));
  };
  return openProbe({
    address: env['RAPPORTEUR_METRICS_ADDRESS'] || '127.0.0.1',
    port: Number(port),
    metrics,
    absent: async () => (!reads || (await reached()) ? [] : ['queue']),
  });
}

/** `rapporteur worker [--queue nats://...] [--consolidate]` */
export const worker: Run = async (given, terminal) => {
  if (given.positionals.length > 0) throw new WrongUse('worker takes no paths: reports come from the queue.');
  const server = helpedServer();
  const addresses = server === null ? queueOf(given) : queueAsked(given);
  const wait = wholeNumber(given, 'wait', 1) ?? Number(process.env['RAPPORTEUR_WAIT'] || 60);
  const quiet = given.values['quiet'] === true;
  const all = logOf(process.env, terminal.tell);
  const log: typeof all = (level, ...rest) => {
    if (!quiet || level === 'warn' || level === 'error') all(level, ...rest);
  };
  const metrics = new Metrics();
  const stopper = new AbortController();
  void untilStopped().then(() => {
    log('info', 'stopping', 'Stopping after the report that is being read; the others go to other workers.');
    stopper.abort();
  });
  let read = 0;
  const hear = (event: WorkerEvent): void => {
    switch (event.event) {
      case 'read': {
        read += 1;
        const { report, ms, times } = event;
        for (const [stage, took] of Object.entries(times)) countTime(metrics, stage, took, 1);
        log('debug', 'read', `${report.slice(0, 12)}: read`, { report, ms: Math.round(ms) });
        break;
      }
      case 'trouble':
        countError(metrics, event.cause);
        log('warn', 'trouble', event.message, { cause: event.cause });
        break;
      default: {
        const { event: what, report, cause } = event;
        countError(metrics, what);
        log(what === 'buried' ? 'error' : 'warn', what, `${report.slice(0, 12)}: ${what}: ${cause}`, { report, cause });
      }
    }
  };
  const version = queueVersion();
  const workFrom = async (queue: Queue, untilEmpty: boolean): Promise<void> => {
    log('info', 'started', `Reading as version ${version}. Ctrl-C ends it.`, { version, pid: process.pid });
    const { read: reader, times } = readersByIssues();
    await work(queue, {
      version,
      read: reader,
      times,
      signal: stopper.signal,
      now: () => new Date().toISOString(),
      wait: wait * 1000,
      untilEmpty,
      onEvent: hear,
    });
  };
  try {
    let queue: Queue | null = null;
    // Ends with the reading, however that ends.
    const helped = new AbortController();
    let helping: Promise<void> | null = null;
    const close = await probeOf(() => queue, addresses !== null, metrics);
    try {
      // One that is to end when nothing waits does not wait for the server either.
      const untilEmpty = given.values['until-empty'] === true;
      if (server !== null) {
        log('info', 'helping', 'Bringing the cases of the server up to date. Ctrl-C ends it.', { pid: process.pid });
        helping = helpCases({ server, metrics, log, signal: AbortSignal.any([stopper.signal, helped.signal]) });
        helping.catch(() => {});
      }
      if (addresses !== null) {
        queue = await (untilEmpty
          ? openQueueAt(addresses)
          : waitFor(() => openQueueAt(addresses), log, stopper.signal));
        if (queue) await workFrom(queue, untilEmpty);
      } else await helping;
    } finally {
      helped.abort();
      await helping?.catch(() => {});
      await close();
      await (queue as Queue | null)?.close();
    }
  } catch (error) {
    if (!(error instanceof QueueError || error instanceof CannotServe)) throw error;
    log('error', 'cannot-work', error.message);
    return FAILED;
  }
  log('info', 'stopped', `Read ${count(read, 'report')}.`, { reports: read });
  return DONE;
};
