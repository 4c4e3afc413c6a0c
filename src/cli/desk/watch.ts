import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneLine } from '../../export/harmless.ts';
import { count } from '../../export/words.ts';
import { readState, writeState } from '../../fetch/state.ts';
import { type WatchEvent, watch } from '../../fetch/watch.ts';
import { feedsIn } from '../../ingest/formats/opml.ts';
import { addReports } from '../../run/add.ts';
import { loadReader } from '../../run/reader.ts';
import { WrongUse, wholeNumber } from '../arguments.ts';
import { withCase } from '../case/open.ts';
import { DONE, type Run } from '../commands.ts';
import { onInterrupt } from '../interrupt.ts';
import { clock, politeFetcher, readBytes } from './addresses.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Feeds by their addresses, and those that OPML lists name. */
function feedsOf(given: readonly string[]): readonly string[] {
  const all = given.flatMap((one) => {
    if (/^https?:\/\//i.test(one)) return [one];
    if (!existsSync(one)) {
      throw new WrongUse(`${oneLine(one)} is neither a web address nor a file. Addresses begin with https://`);
    }
    const feeds = feedsIn(readFileSync(one)).map(({ url }) => url);
    if (feeds.length === 0)
      throw new WrongUse(`${oneLine(one)} names no feeds. Give an OPML list, as readers of feeds export it.`);
    return feeds;
  });
  return [...new Set(all)];
}

const at = (moment: number): string => new Date(moment).toISOString().slice(0, 16).replace('T', ' ');

function inWords(event: WatchEvent): string {
  switch (event.event) {
    case 'looked':
      return `${oneLine(event.feed)}: ${count(event.items, 'item')}, ${event.fresh} new.`;
    case 'unchanged':
      return `${oneLine(event.feed)}: nothing new.`;
    case 'failed':
      return `${oneLine(event.feed)}: ${oneLine(event.message)} Asked again after ${at(event.again)} UTC.`;
    case 'gone':
      return `${oneLine(event.feed)}: the site says that it is gone for good. It is not asked again.`;
    case 'page-failed':
      return `${oneLine(event.url)}: ${oneLine(event.message)} What the feed says of it is kept instead.`;
    case 'waiting':
      return `Waiting until ${at(event.until)} UTC.`;
  }
}

const TROUBLE: readonly WatchEvent['event'][] = ['failed', 'gone', 'page-failed'];

/** `rapporteur watch FEEDS.opml | URL...` */
export const watchFeeds: Run = async (given, terminal) => {
  if (given.positionals.length === 0) throw new WrongUse('watch needs feeds: web addresses, or an OPML list of them.');
  const feeds = feedsOf(given.positionals);
  const every = (wholeNumber(given, 'every', 1) ?? 15) * MINUTE;
  const quiet = given.values['quiet'] === true;
  return withCase(given, 'write', async ({ folder, file, store }) => {
    const path = join(folder, 'watch.json');
    const stopper = new AbortController();
    const release = onInterrupt(() => {
      terminal.tell('Stopping after what is being read. The same command goes on from there.\n');
      stopper.abort();
    });
    let added = 0;
    // Loaded with the first report that comes, and kept: feeds bring a few at a time, for weeks.
    let reader: ReturnType<typeof loadReader> | null = null;
    try {
      await watch({
        feeds,
        fetcher: politeFetcher(given.lists['allow'] ?? []),
        read: readBytes,
        clock,
        random: Math.random,
        state: await readState(path),
        save: (state) => writeState(path, state),
        async take(documents) {
          async function* sources() {
            for (const document of documents) yield { document };
          }
          reader ??= loadReader(file);
          const summary = await addReports({ sources: sources(), store, reader });
          added += summary.added;
        },
        follow: given.values['follow'] === true,
        pace: { every, most: Math.max(every, DAY) },
        once: given.values['once'] === true,
        signal: stopper.signal,
        onEvent: (event) => {
          if (!quiet || TROUBLE.includes(event.event)) terminal.tell(`${inWords(event)}\n`);
        },
      });
    } finally {
      release();
    }
    if (!quiet) terminal.tell(`Added ${count(added, 'report')}.\n`);
    return DONE;
  });
};
