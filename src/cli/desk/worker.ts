import { oneLine } from '../../export/harmless.ts';
import { count } from '../../export/words.ts';
import { QueueError } from '../../queue/error.ts';
import { type WorkerEvent, work } from '../../queue/worker.ts';
import type { Document, Reading } from '../../record.ts';
import { loadReader } from '../../run/reader.ts';
import { textValue, WrongUse, wholeNumber } from '../arguments.ts';
import { DONE, FAILED, type Given, type Run } from '../commands.ts';
import { onInterrupt } from '../interrupt.ts';
import { openQueueAt, queueVersion } from './queued.ts';

/** The queue that was asked for, by option or by the environment. */
export function queueOf(given: Given): string {
  const asked = textValue(given, 'queue') ?? process.env['RAPPORTEUR_QUEUE'] ?? null;
  if (asked === null) throw new WrongUse('Say which queue: --queue nats://HOST:4222, or RAPPORTEUR_QUEUE.');
  return asked;
}

/** Readers by the issues of their case: models are loaded for each once. */
function readerByIssues(): (document: Document, issues: readonly unknown[]) => Reading {
  const readers = new Map<string, (document: Document) => Reading>();
  return (document, issues) => {
    const key = JSON.stringify(issues);
    let read = readers.get(key);
    if (!read) {
      read = loadReader({ issues });
      readers.set(key, read);
    }
    return read(document);
  };
}

/** `rapporteur worker --queue nats://...` */
export const worker: Run = async (given, terminal) => {
  if (given.positionals.length > 0) throw new WrongUse('worker takes no paths: reports come from the queue.');
  const addresses = queueOf(given);
  const quiet = given.values['quiet'] === true;
  const stopper = new AbortController();
  const release = onInterrupt(() => {
    terminal.tell('Stopping after the report that is being read; the others go to other workers.\n');
    stopper.abort();
  });
  process.once('SIGTERM', () => stopper.abort());
  let read = 0;
  const hear = (event: WorkerEvent): void => {
    if (event.event === 'read') read += 1;
    else if (event.event === 'trouble') terminal.tell(`${oneLine(event.message)}\n`);
    else if (!quiet) terminal.tell(`${event.report.slice(0, 12)}: ${event.event}: ${oneLine(event.cause)}\n`);
  };
  const wait = wholeNumber(given, 'wait', 1);
  const version = queueVersion();
  try {
    const queue = await openQueueAt(addresses);
    if (!quiet) terminal.tell(`Reading as version ${version}. Ctrl-C ends it.\n`);
    try {
      await work(queue, {
        version,
        read: readerByIssues(),
        signal: stopper.signal,
        now: () => new Date().toISOString(),
        ...(wait === null ? {} : { wait: wait * 1000 }),
        untilEmpty: given.values['until-empty'] === true,
        onEvent: hear,
      });
    } finally {
      await queue.close();
    }
  } catch (error) {
    if (!(error instanceof QueueError)) throw error;
    terminal.tell(`${error.message}\n`);
    return FAILED;
  } finally {
    release();
  }
  if (!quiet) terminal.tell(`Read ${count(read, 'report')}.\n`);
  return DONE;
};
