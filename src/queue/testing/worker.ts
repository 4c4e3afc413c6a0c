/** A worker process for tests, to be killed: it reads slowly, by no rules at all. */
import { readingOf } from '../../../test/sample.ts';
import { openQueue } from '../queue.ts';
import { work } from '../worker.ts';

const [url = '', version = ''] = process.argv.slice(2);
const queue = await openQueue(url);
await work(queue, {
  version,
  wait: 1500,
  signal: new AbortController().signal,
  now: () => new Date().toISOString(),
  pause: 10,
  tries: 50,
  read: async (document) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return readingOf(document);
  },
});
