/** Watches feeds: asks each when it is due, and hands on what is new. Runs until it is told to stop. */
import type { Document } from '../record.ts';
import { FetchError } from './error.ts';
import type { Clock, Fetched, Fetcher } from './fetcher.ts';
import { PACE, type Pace, waitAfter } from './schedule.ts';
import { type FeedState, newFeed, remember, type WatchState } from './state.ts';

/** Reads what an address gave: the items of a feed, or the article of a page. */
export type ReadBytes = (
  bytes: Uint8Array<ArrayBuffer>,
  from: { readonly url: string; readonly type: string | null },
) => AsyncIterable<{ readonly document: Document } | { readonly failure: { readonly message: string } }>;

export type WatchEvent =
  | { readonly event: 'looked'; readonly feed: string; readonly items: number; readonly fresh: number }
  | { readonly event: 'unchanged'; readonly feed: string }
  | { readonly event: 'failed'; readonly feed: string; readonly message: string; readonly again: number }
  | { readonly event: 'gone'; readonly feed: string }
  | { readonly event: 'page-failed'; readonly feed: string; readonly url: string; readonly message: string }
  | { readonly event: 'waiting'; readonly until: number };

export interface WatchOptions {
  readonly feeds: readonly string[];
  readonly fetcher: Fetcher;
  readonly read: ReadBytes;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly state: WatchState;
  /** Called after each look; when it has ended, what it was given is safe. */
  readonly save: (state: WatchState) => Promise<void>;
  /** Takes in what is new. An item counts as seen only when this has ended. */
  readonly take: (documents: readonly Document[]) => Promise<void>;
  /** Whether items are followed to their pages. */
  readonly follow: boolean;
  readonly pace?: Pace;
  /** One look at each feed that is due, then the end. */
  readonly once?: boolean;
  readonly onEvent?: (event: WatchEvent) => void;
  readonly signal?: AbortSignal;
}

/** Items of one feed are taken in so many at a time, so that a long feed is not lost when the program is stopped. */
const BATCH = 20;
/** A feed with more items than this is cut: one that never ends must not hold the others up. */
const MOST_ITEMS = 2000;

async function documentsOf(read: ReturnType<ReadBytes>, most: number): Promise<Document[]> {
  const documents: Document[] = [];
  for await (const one of read) {
    if ('document' in one) documents.push(one.document);
    if (documents.length >= most) break;
  }
  return documents;
}

/** What tells an item of a feed from others: its address, or its text where it has none. */
const keyOf = (document: Document): string => document.url ?? document.text_sha256;

export async function watch(options: WatchOptions): Promise<void> {
  const { fetcher, read, clock, random, signal, follow } = options;
  const pace = options.pace ?? PACE;
  const tell = options.onEvent ?? (() => {});
  const known = new Map(options.state.feeds.map((feed) => [feed.feed, feed]));
  let feeds: readonly FeedState[] = options.feeds.map((feed) => known.get(feed) ?? newFeed(feed));

  let saving: Promise<void> = Promise.resolve();
  const put = async (next: FeedState): Promise<void> => {
    feeds = feeds.map((feed) => (feed.feed === next.feed ? next : feed));
    const watched = new Set(options.feeds);
    const others = options.state.feeds.filter((feed) => !watched.has(feed.feed));
    // Feeds are looked at side by side, but the state is written by one at a time.
    saving = saving.then(() => options.save({ feeds: [...feeds, ...others] }));
    await saving;
  };

  /** The page that an item leads to; the item itself where it cannot be had. */
  async function followed(feed: FeedState, item: Document): Promise<Document> {
    if (!follow || item.url === null) return item;
    try {
      const page = await fetcher.get(item.url, null, signal);
      if (page.unchanged) return item;
      const [article] = await documentsOf(read(page.body, { url: page.url, type: page.type }), 1);
      // A page that yields less than its teaser is a consent form or a shell without words.
      if (!article || article.text.length < item.text.length) return item;
      return { ...article, url: article.url ?? page.url, published: article.published ?? item.published };
    } catch (error) {
      if (!(error instanceof FetchError) || error.code === 'stopped') throw error;
      tell({ event: 'page-failed', feed: feed.feed, url: item.url, message: error.message });
      return item;
    }
  }

  async function takeIn(feed: FeedState, answer: Extract<Fetched, { unchanged: false }>): Promise<FeedState> {
    const items = await documentsOf(read(answer.body, { url: answer.url, type: answer.type }), MOST_ITEMS);
    const seen = new Set(feed.seen);
    const fresh = items.filter((item) => !seen.has(keyOf(item)));
    let now = feed;
    for (let i = 0; i < fresh.length && !signal?.aborted; i += BATCH) {
      const batch: Document[] = [];
      const part = fresh.slice(i, i + BATCH);
      for (const item of part) batch.push(await followed(feed, item));
      await options.take(batch);
      now = { ...now, seen: remember(now.seen, part.map(keyOf)) };
      await put(now);
    }
    tell({ event: 'looked', feed: feed.feed, items: items.length, fresh: fresh.length });
    return now;
  }

  async function look(feed: FeedState): Promise<void> {
    try {
      const answer = await fetcher.get(feed.url, feed, signal);
      let next = feed;
      if (answer.unchanged) tell({ event: 'unchanged', feed: feed.feed });
      else {
        next = await takeIn(feed, answer);
        if (signal?.aborted) return;
        // Only now: were it said before, a stop in between would lose what was new.
        next = { ...next, ...answer.validators, url: answer.moved ? answer.url : next.url };
      }
      await put({ ...next, failures: 0, error: null, due: clock.now() + waitAfter(0, pace, random(), null) });
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      if (error.code === 'stopped') return;
      const current = feeds.find((one) => one.feed === feed.feed) ?? feed;
      if (error.status === 410) {
        tell({ event: 'gone', feed: feed.feed });
        await put({ ...current, gone: true, error: error.message });
        return;
      }
      const failures = current.failures + 1;
      const due = clock.now() + waitAfter(failures, pace, random(), error);
      tell({ event: 'failed', feed: feed.feed, message: error.message, again: due });
      await put({ ...current, failures, error: error.message, due });
    }
  }

  while (!signal?.aborted) {
    const alive = feeds.filter((feed) => !feed.gone);
    const due = alive.filter((feed) => feed.due <= clock.now());
    // One line for each host keeps us polite; different hosts need not wait for each other.
    await Promise.all(due.map(look));
    if (options.once || alive.length === 0) return;
    const next = Math.min(...feeds.filter((feed) => !feed.gone).map((feed) => feed.due));
    if (!Number.isFinite(next)) return;
    const wait = next - clock.now();
    if (wait > 0) {
      tell({ event: 'waiting', until: next });
      await clock.sleep(wait, signal);
    }
  }
}
