/** Reading by workers elsewhere: what a case is given goes into the queue, and what they read comes into its store. */
import type { Metrics } from '../../api/metrics.ts';
import { loadDataDigest } from '../../data/digest.ts';
import { loadProducer } from '../../data/producer.ts';
import type { Failure, Ingested } from '../../ingest/ingest.ts';
import { openQueue, type Queue } from '../../queue/queue.ts';
import { giveReports, writeResults } from '../../queue/writer.ts';
import type { Document } from '../../record.ts';
import { producerOf } from '../../store/producer.ts';
import type { Store } from '../../store/store.ts';
import { idOf } from '../../text/digest.ts';
import { countTime } from './counting.ts';

/**
 * The version that jobs are meant for: a digest of the program's version, its models and its lexicons. Issues of a case
 * travel with the job.
 */
export const queueVersion = (): string => idOf(producerOf(loadProducer()), loadDataDigest());

/** Servers by their addresses, parted by commas; a token may stand before the host: `nats://TOKEN@host:4222`. */
export function openQueueAt(addresses: string): Promise<Queue> {
  const servers = addresses.split(',').map((one) => one.trim());
  const first = new URL(servers[0]!);
  const secret = first.password === '' ? { token: first.username } : { user: first.username, password: first.password };
  const bare = servers.map((one) => {
    const url = new URL(one);
    return `${url.protocol}//${url.host}`;
  });
  return openQueue(bare, first.username === '' ? {} : secret);
}

/** Hears what goes wrong, with a word for the kind of it. */
export type Trouble = (message: string, cause: string) => void;

export interface QueuedCase {
  /** Gives the queue what the store does not know. Ends when all is safely in the queue. */
  give(
    sources: AsyncIterable<Ingested>,
    onGiven: () => void,
    onFailure: (failure: Failure) => void,
    signal: AbortSignal,
  ): Promise<void>;
  close(): Promise<void>;
}

/** Puts a case behind a queue: from now on results are written as they come, in this process alone. */
export function queuedCase(
  queue: Queue,
  caseName: string,
  store: Store,
  issues: () => readonly unknown[],
  hear: { readonly onChange: () => void; readonly onTrouble: Trouble; readonly metrics: Metrics },
): QueuedCase {
  const stopper = new AbortController();
  const { metrics, onChange, onTrouble } = hear;
  const writing = writeResults(queue, {
    caseName,
    store,
    signal: stopper.signal,
    onTrouble,
    onWritten: (reports) => {
      metrics.add('rapporteur_reports_written_total', 'Reports written to the store.', reports, { case: caseName });
      onChange();
    },
    // What an open page asked for before, it asks for again.
    onUpToDate: onChange,
    onTime: (stage, ms, reports) => countTime(metrics, stage, ms, reports),
  });
  writing.catch((error: unknown) => onTrouble(String(error), 'writer'));
  return {
    async give(sources, onGiven, onFailure, signal) {
      async function* documents(): AsyncGenerator<Document> {
        for await (const source of sources) {
          if ('failure' in source) onFailure(source.failure);
          else yield source.document;
        }
      }
      const version = queueVersion();
      const own = { caseName, version, issues: issues(), signal, onGiven, onTrouble };
      const given = await giveReports(queue, documents(), store, own);
      metrics.add('rapporteur_reports_given_total', 'Reports put into the queue.', given, { case: caseName });
    },
    async close() {
      stopper.abort();
      await writing.catch(() => {});
    },
  };
}
