import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { reportOf } from '../../test/sample.ts';
import type { Document } from '../record.ts';
import { newFetcher } from './fetcher.ts';
import { waitAfter } from './schedule.ts';
import { readState, stateText, type WatchState } from './state.ts';
import { type Handler, quickClock, says, serverOf } from './testing.ts';
import { type ReadBytes, type WatchEvent, type WatchOptions, watch } from './watch.ts';

/** A feed as lines `address|text`; a page as its text. */
const read: ReadBytes = async function* (bytes, { type }) {
  const text = new TextDecoder().decode(bytes);
  if (type !== 'test/feed') yield { document: reportOf(text) };
  else
    for (const line of text.split('\n').filter(Boolean))
      yield { document: reportOf(line.split('|')[1]!, { url: line.split('|')[0]! }) };
};

const feed = (...lines: string[]): Handler => says(lines.join('\n'), { 'content-type': 'test/feed' });

interface Run {
  readonly taken: Document[];
  readonly events: WatchEvent[];
  readonly state: WatchState;
}

async function run(feeds: readonly string[], state: WatchState, more: Partial<WatchOptions> = {}): Promise<Run> {
  const clock = more.clock ?? quickClock();
  const taken: Document[] = [];
  const events: WatchEvent[] = [];
  let kept = state;
  await watch({
    feeds,
    state,
    read,
    clock,
    random: () => 0.5,
    fetcher: newFetcher({ agent: 'Rapporteur/0.1', allowed: ['127.0.0.1'], clock, pause: 0 }),
    save: async (next) => {
      kept = next;
    },
    take: async (documents) => {
      taken.push(...documents);
    },
    follow: false,
    once: true,
    onEvent: (event) => events.push(event),
    ...more,
  });
  return { taken, events, state: kept };
}

const texts = (documents: readonly Document[]): string[] => documents.map((document) => document.text);
const NOTHING: WatchState = { feeds: [] };

test('what is new is taken once, over runs', async () => {
  let lines = ['http://x/1|One.', 'http://x/2|Two.'];
  const server = await serverOf({ '/f': (request, response) => feed(...lines)(request, response) });
  try {
    const first = await run([`${server.url}/f`], NOTHING);
    assert.deepEqual(texts(first.taken), ['One.', 'Two.']);
    lines = ['http://x/2|Two.', 'http://x/3|Three.'];
    const due = { feeds: first.state.feeds.map((one) => ({ ...one, due: 0 })) };
    const second = await run([`${server.url}/f`], due);
    assert.deepEqual(texts(second.taken), ['Three.']);
    // Not due: not asked.
    const asked = server.asked.length;
    await run([`${server.url}/f`], second.state);
    assert.equal(server.asked.length, asked);
  } finally {
    await server.close();
  }
});

test('items are followed to their pages, and stand for themselves where the page gives less', async () => {
  const server = await serverOf({
    '/f': (request, response) =>
      feed(
        `${server.url}/long|Teaser.`,
        `${server.url}/wall|A teaser longer than the wall.`,
        `${server.url}/none|No page.`,
      )(request, response),
    '/long': says('The whole article, much longer.'),
    '/wall': says('Consent?'),
  });
  try {
    const { taken, events } = await run([`${server.url}/f`], NOTHING, { follow: true });
    assert.deepEqual(texts(taken), ['The whole article, much longer.', 'A teaser longer than the wall.', 'No page.']);
    assert.equal(taken[0]!.url, `${server.url}/long`);
    assert.deepEqual(
      events.map((event) => event.event),
      ['page-failed', 'looked'],
    );
  } finally {
    await server.close();
  }
});

test('a feed that fails costs only itself, is asked later each time, and is forgiven', async () => {
  let broken = true;
  const server = await serverOf({
    '/bad': (request, response) => (broken ? says('', {}, 500) : feed('http://x/9|Nine.'))(request, response),
    '/good': feed('http://x/1|One.'),
  });
  try {
    const feeds = [`${server.url}/bad`, `${server.url}/good`];
    const first = await run(feeds, NOTHING);
    assert.deepEqual(texts(first.taken), ['One.']);
    const [bad, good] = first.state.feeds;
    assert.equal(bad!.failures, 1);
    assert.match(bad!.error ?? '', /500/);
    assert.ok(bad!.due > good!.due);
    broken = false;
    const second = await run(feeds, { feeds: first.state.feeds.map((one) => ({ ...one, due: 0 })) });
    assert.deepEqual(texts(second.taken), ['Nine.']);
    assert.deepEqual([second.state.feeds[0]!.failures, second.state.feeds[0]!.error], [0, null]);
  } finally {
    await server.close();
  }
});

test('a feed that is gone is asked no more, and one that moved is asked where it is', async () => {
  const server = await serverOf({
    '/gone': says('', {}, 410),
    '/old': (_request, response) => response.writeHead(301, { location: '/new' }).end(),
    '/new': feed('http://x/1|One.'),
  });
  try {
    const { state } = await run([`${server.url}/gone`, `${server.url}/old`], NOTHING);
    assert.equal(state.feeds[0]!.gone, true);
    assert.equal(state.feeds[1]!.url, `${server.url}/new`);
    const asked = server.asked.length;
    await run([`${server.url}/gone`], { feeds: state.feeds.map((one) => ({ ...one, due: 0 })) });
    assert.equal(server.asked.length, asked);
  } finally {
    await server.close();
  }
});

test('what could not be kept is not counted as seen', async () => {
  const server = await serverOf({ '/f': feed('http://x/1|One.') });
  try {
    let kept: WatchState = NOTHING;
    const full = async (): Promise<void> => {
      throw new Error('disk full');
    };
    const save = async (state: WatchState): Promise<void> => {
      kept = state;
    };
    await assert.rejects(run([`${server.url}/f`], NOTHING, { take: full, save }), /disk full/);
    assert.deepEqual(kept, NOTHING);
    assert.deepEqual(texts((await run([`${server.url}/f`], kept)).taken), ['One.']);
  } finally {
    await server.close();
  }
});

test('it goes on until it is stopped, and stops while it waits', async () => {
  let looks = 0;
  const stopper = new AbortController();
  const server = await serverOf({
    '/f': (request, response) => {
      looks += 1;
      if (looks === 4) stopper.abort();
      feed(`http://x/${looks}|Item ${looks}.`)(request, response);
    },
  });
  try {
    const { taken } = await run([`${server.url}/f`], NOTHING, { once: false, signal: stopper.signal });
    assert.deepEqual(texts(taken), ['Item 1.', 'Item 2.', 'Item 3.']);
  } finally {
    await server.close();
  }
});

test('waits grow with failures, spread, heed the server, and end at a day', () => {
  const pace = { every: 1000, most: 100_000 };
  assert.equal(waitAfter(0, pace, 0, null), 900);
  assert.equal(waitAfter(0, pace, 1, null), 1100);
  assert.equal(waitAfter(1, pace, 1, null), 2000);
  assert.equal(waitAfter(3, pace, 1, null), 8000);
  assert.equal(waitAfter(3, pace, 0, null), 1000);
  assert.equal(waitAfter(99, pace, 1, null), 100_000);
});

test('the state survives, and a state of something else is refused with the remedy', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-watch-'));
  const path = join(folder, 'watch.json');
  try {
    assert.deepEqual(await readState(path), NOTHING);
    const { state } = await run([], NOTHING);
    await writeFile(path, stateText(state));
    assert.deepEqual(await readState(path), state);
    for (const bad of ['{', '[]', '{"feeds":[{"feed":1}]}']) {
      await writeFile(path, bad);
      await assert.rejects(readState(path), /Take the file away/);
      assert.equal(await readFile(path, 'utf8'), bad);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
