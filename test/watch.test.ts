/** Following feeds as a process, against a server on this machine. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openFolder } from '../src/cli/case/open.ts';
import { takingInto } from '../src/cli/desk/taking.ts';
import { claimWatch } from '../src/cli/desk/watch-claim.ts';
import { says, serverOf } from '../src/fetch/testing.ts';
import { folderOf, rapporteur } from './process.ts';
import { reportOf } from './sample.ts';

const WORDS = 'Aldren Voss, the foreign minister of Halvia, said on Monday that the boats would stay where they are.';
const feed = (url: string, items: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Strait Courier</title>${items
    .map(
      (item) =>
        `<item><title>${item}</title><link>${url}/${item}</link><description>${WORDS} ${item}.</description></item>`,
    )
    .join('')}</channel></rss>`;

test('what is new in a feed is added once; a host of this machine is asked only where it is allowed', async (t) => {
  const items = ['one', 'two'];
  const server = await serverOf({
    '/rss': (request, response) =>
      says(feed(server.url, items), { 'content-type': 'application/rss+xml' })(request, response),
    '/page': says(`<html><body><article><h1>Boats</h1><p>${WORDS}</p><p>${WORDS} Again.</p></article></body></html>`),
    '/deep': says(`<html><body>${'<div>'.repeat(100_000)}<p>${WORDS} Deeper.</p>`),
    '/torn': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '9000' });
      response.write('<html><body><p>Half', () => response.destroy());
    },
  });
  t.after(() => server.close());
  const home = folderOf(t, {
    'case.yaml': 'name: Keld\n',
    'feeds.opml': `<opml version="2.0"><body><outline text="C" xmlUrl="${server.url}/rss"/></body></opml>`,
  });
  const watch = (...args: string[]) => rapporteur(['watch', '--once', ...args], { cwd: home });

  const refused = await watch('feeds.opml');
  assert.equal(refused.status, 0, refused.err);
  assert.equal(server.asked.length, 0, 'not asked at all');

  writeFileSync(join(home, 'watch.json'), '{"feeds":[]}');
  const first = await watch('feeds.opml', '--allow', server.host);
  assert.equal(first.status, 0, first.err);
  assert.match(first.err, /2 items, 2 new/);
  assert.match(first.err, /Added 2 reports/);
  items.push('three');
  writeFileSync(
    join(home, 'watch.json'),
    readFileSync(join(home, 'watch.json'), 'utf8').replace(/"due": \d+/, '"due": 0'),
  );
  const second = await watch(`${server.url}/rss`, '--allow', server.host);
  assert.match(second.err, /3 items, 1 new/);
  assert.match(second.err, /Added 1 report\b/);

  const pages = ['torn', 'deep', 'page', 'none'].map((name) => `${server.url}/${name}`);
  const page = await rapporteur(['add', ...pages, '--allow', server.host, '--json'], { cwd: home });
  const { added, failed } = JSON.parse(page.out) as { added: number; failed: number };
  assert.deepEqual([page.status, added, failed], [1, 2, 2], page.err);
  assert.match((await rapporteur(['dossier'], { cwd: home })).out, /\n5 reports/);

  for (const [args, status] of [
    [['watch'], 2],
    [['watch', 'none.opml'], 2],
    [['watch', 'case.yaml'], 2],
  ] as const)
    assert.equal((await rapporteur(args, { cwd: home })).status, status, args.join(' '));
});

test('a case is held only while something is written, and whoever finds it held waits and says so', async (t) => {
  const folder = folderOf(t, { 'case.yaml': 'name: Keld\n' });
  const stopper = new AbortController();
  const held: string[] = [];
  const taking = takingInto({ folder, signal: stopper.signal, again: 10, jobs: 2, onHeld: (why) => held.push(why) });
  t.after(() => taking.close());
  const { take } = taking;
  assert.deepEqual(await Promise.all([take([reportOf(WORDS)]), take([reportOf(`${WORDS} Again.`)])]), [1, 1]);
  const other = await openFolder(folder, 'write');
  const waiting = take([reportOf(`${WORDS} Once more.`)]);
  while (held.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.match(held[0]!, /is being changed by process/);
  await other.store.close();
  assert.equal(await waiting, 1);
  assert.equal(held.length, 1);
  const again = await openFolder(folder, 'write');
  assert.equal((await again.store.reports()).total, 3);
  const stopped = take([reportOf(`${WORDS} And again.`)]);
  stopper.abort();
  assert.equal(await stopped, null);
  await again.store.close();
});

test('a case is watched by one command at a time', (t) => {
  const folder = folderOf(t, { 'case.yaml': 'name: Keld\n' });
  const letGo = claimWatch(folder, '2031-02-05T17:40:00Z');
  assert.throws(() => claimWatch(folder, '2031-02-05T17:41:00Z'), /watches for this case since 2031-02-05T17:40:00Z/);
  letGo();
  // One that is gone, or cannot be read, no longer counts.
  for (const left of ['{"pid": 999999999, "host": "HOST", "since": ""}', 'half']) {
    writeFileSync(join(folder, 'watch.lock'), left.replace('HOST', hostname()));
    claimWatch(folder, '2031-02-05T17:42:00Z')();
  }
});
