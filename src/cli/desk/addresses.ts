/** Reports from web addresses, for the desk and for `watch`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { loadIngestLexicon } from '../../data/ingest.ts';
import { loadProducer } from '../../data/producer.ts';
import { FetchError } from '../../fetch/error.ts';
import { type Clock, type Fetcher, newFetcher } from '../../fetch/fetcher.ts';
import { gatherBytes, type Taken } from '../../ingest/ingest.ts';

/** By this name servers know us, and where they can read what we do. */
const agent = (): string =>
  `Rapporteur/${loadProducer().version} (reads news reports for its user; robots.txt is kept)`;

export const clock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await sleep(ms, undefined, signal ? { signal } : {}).catch(() => {});
  },
};

export const politeFetcher = (allowed: readonly string[] = []): Fetcher =>
  newFetcher({ agent: agent(), clock, allowed });

/** What an address gave, whatever its form; unread, so that a page which takes long to read holds up nothing here. */
export const unread = (
  bytes: Uint8Array<ArrayBuffer>,
  { url, type }: { readonly url: string; readonly type: string | null },
): AsyncIterable<Taken> =>
  gatherBytes(
    bytes,
    { path: url, line: null },
    { name: new URL(url).pathname, known: { url }, ...(type === null ? {} : { contentType: type }) },
    { lexicon: loadIngestLexicon },
  );

/** What some addresses give; one that cannot be had is a failure among them. */
export async function* fetchAll(
  urls: readonly string[],
  fetcher: Fetcher,
  signal?: AbortSignal,
): AsyncGenerator<Taken> {
  for (const url of urls) {
    try {
      const answer = await fetcher.get(url, null, signal);
      if (!answer.unchanged) yield* unread(answer.body, answer);
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      yield { failure: { path: url, line: null, code: error.code, message: error.message } };
    }
  }
}
