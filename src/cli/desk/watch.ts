import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneLine } from '../../export/harmless.ts';
import { count } from '../../export/words.ts';
import { FetchError } from '../../fetch/error.ts';
import { readState, stateText } from '../../fetch/state.ts';
import { type WatchEvent, watch } from '../../fetch/watch.ts';
import { feedsIn } from '../../ingest/formats/opml.ts';
import { ReaderThreads } from '../../run/threads.ts';
import { writeWholeFile } from '../../store/whole-file.ts';
import { textValue, WrongUse, wholeNumber } from '../arguments.ts';
import { caseFolder, readCaseFile } from '../case/folder.ts';
import { DONE, type Run } from '../command.ts';
import { onInterrupt } from '../interrupt.ts';
import { clock, politeFetcher, unread } from './addresses.ts';
import { takingInto } from './taking.ts';
import { claimWatch } from './watch-claim.ts';

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
  const folder = caseFolder(textValue(given, 'case'), process.cwd());
  // Read each time that something is written; now only to see that it is well formed.
  readCaseFile(folder);
  const letGo = claimWatch(folder, new Date().toISOString());
  const path = join(folder, 'watch.json');
  const stopper = new AbortController();
  const { signal } = stopper;
  const release = onInterrupt(() => {
    terminal.tell('Stopping after what is being read. The same command goes on from there.\n');
    stopper.abort();
  });
  const taking = takingInto({
    folder,
    signal,
    onHeld: (why) => terminal.tell(`${oneLine(why)} New reports wait until then; it is tried again and again.\n`),
    onFailure: (failure) => terminal.tell(`${oneLine(failure.path)}: ${oneLine(failure.message)}\n`),
  });
  let added = 0;
  // Pages of strangers are taken in by a thread, which is given up where one keeps it too long.
  const intake = new ReaderThreads(1);
  try {
    await watch({
      feeds,
      fetcher: politeFetcher(given.lists['allow'] ?? []),
      read: (bytes, from) => intake.takeIn(unread(bytes, from)),
      clock,
      random: Math.random,
      state: await readState(path),
      save: async (state) => writeWholeFile(path, stateText(state)),
      async take(documents) {
        const taken = await taking.take(documents);
        // Not taken in, so not seen: it is found new again by the next start.
        if (taken === null) throw new FetchError('stopped', '', 'Stopped while another process had the case.');
        added += taken;
      },
      follow: given.values['follow'] === true,
      pace: { every, most: Math.max(every, DAY) },
      once: given.values['once'] === true,
      signal,
      onEvent: (event) => {
        if (!quiet || TROUBLE.includes(event.event)) terminal.tell(`${inWords(event)}\n`);
      },
    });
  } finally {
    release();
    letGo();
    await Promise.all([intake.close(), taking.close()]);
  }
  if (!quiet) terminal.tell(`Added ${count(added, 'report')}.\n`);
  return DONE;
};
