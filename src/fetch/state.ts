/** What a watch remembers between two looks and between two runs: kept in a file that is never half-written. */
import { readFile } from 'node:fs/promises';
import type { Validators } from './fetcher.ts';

export interface FeedState extends Validators {
  /** As the user gave it. */
  readonly feed: string;
  /** Where it is now, after permanent moves. */
  readonly url: string;
  /** Milliseconds since 1970: when it is due. */
  readonly due: number;
  readonly failures: number;
  /** The last failure in words; `null` after a success. */
  readonly error: string | null;
  /** The site said that it is gone for good: it is not asked again. */
  readonly gone: boolean;
  /** Addresses of items already taken in, the newest last. */
  readonly seen: readonly string[];
}

export interface WatchState {
  readonly feeds: readonly FeedState[];
}

/** So many items of a feed are remembered: feeds hold fewer, and the store knows reports by their digest anyway. */
const REMEMBERED = 2000;

export const newFeed = (feed: string): FeedState => ({
  feed,
  url: feed,
  etag: null,
  modified: null,
  due: 0,
  failures: 0,
  error: null,
  gone: false,
  seen: [],
});

export const remember = (seen: readonly string[], more: readonly string[]): readonly string[] =>
  [...seen, ...more.filter((item) => !seen.includes(item))].slice(-REMEMBERED);

/** The state is not this program's, or was changed by hand. */
export class BadWatchState extends Error {
  constructor(path: string, reason: string) {
    super(`${path}: ${reason} Take the file away to start the watch anew; reports already there are not added twice.`);
    this.name = 'BadWatchState';
  }
}

const isFeed = (value: unknown): value is FeedState => {
  const feed = value as FeedState;
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof feed.feed === 'string' &&
    typeof feed.url === 'string' &&
    typeof feed.due === 'number' &&
    typeof feed.failures === 'number' &&
    Array.isArray(feed.seen) &&
    feed.seen.every((item) => typeof item === 'string')
  );
};

/** @throws BadWatchState if the file holds something else */
export async function readState(path: string): Promise<WatchState> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { feeds: [] };
    throw error;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BadWatchState(path, 'This is not what a watch wrote: it cannot be read as JSON.');
  }
  const feeds = (value as { feeds?: unknown } | null)?.feeds;
  if (!Array.isArray(feeds) || !feeds.every(isFeed)) {
    throw new BadWatchState(path, 'This is not what a watch wrote: it has no list of feeds as it should.');
  }
  return { feeds };
}

/** A state as the text of its file, which is written whole or not at all. */
export const stateText = (state: WatchState): string => `${JSON.stringify(state, null, 1)}\n`;
