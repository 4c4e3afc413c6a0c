/** Following feeds as a process, against a server on this machine. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { says, serverOf } from '../src/fetch/testing.ts';
import { folderOf, rapporteur } from './process.ts';

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

  const page = await rapporteur(['add', `${server.url}/page`, `${server.url}/none`, '--allow', server.host, '--json'], {
    cwd: home,
  });
  const { added, failed } = JSON.parse(page.out) as { added: number; failed: number };
  assert.deepEqual([page.status, added, failed], [1, 1, 1], page.err);
  assert.match((await rapporteur(['dossier'], { cwd: home })).out, /\n4 reports/);

  for (const [args, status] of [
    [['watch'], 2],
    [['watch', 'none.opml'], 2],
    [['watch', 'case.yaml'], 2],
  ] as const)
    assert.equal((await rapporteur(args, { cwd: home })).status, status, args.join(' '));
});
