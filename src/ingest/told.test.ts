/** What somebody is told of files that are not what they seem, or hold what cannot be used. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderOf } from '../../test/process.ts';
import { loadIngestLexicon } from '../data/ingest.ts';
import { BODY } from './formats/testing.ts';
import { type Ingested, ingest, ingestBytes } from './ingest.ts';

async function told(paths: readonly string[]): Promise<{ taken: Ingested[]; notices: string[] }> {
  const [taken, notices]: [Ingested[], string[]] = [[], []];
  const options = { lexicon: loadIngestLexicon, onNotice: ({ message }: { message: string }) => notices.push(message) };
  for await (const one of ingest(paths, options)) taken.push(one);
  return { taken, notices };
}
const messages = (taken: readonly Ingested[]): string[] =>
  taken.flatMap((one) => ('failure' in one ? [one.failure.message] : []));
const days = (taken: readonly Ingested[]): (string | null)[] =>
  taken.flatMap((one) => ('document' in one ? [one.document.published] : []));

test('a folder: old texts are told of, what else was passed over by the ends of its names', async (t) => {
  const folder = folderOf(t, { 'a.rtf': '{\\rtf1 The boats stay.}', noending: BODY, 'b.txt': BODY });
  writeFileSync(join(folder, 'old.doc'), Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0));
  writeFileSync(join(folder, 'p.jpg'), Uint8Array.of(255, 216, 255, 224));
  const { taken, notices } = await told([folder]);
  assert.equal(days(taken).length, 1);
  assert.match(messages(taken).join('\n'), /rich text .*\n.*old Word file/s);
  assert.match(notices.join('\n'), /2 other files in it \(\.jpg, no ending\) passed over, such as .*noending: /);
  assert.equal(days((await told([join(folder, 'noending')])).taken).length, 1, 'a file that is named is read');
});

test('tables: which fields go unused, and dates that can be read in two ways', async (t) => {
  const row = (when: string): string => `"Guns ${when}",${when},"${BODY.replace(/\s+/gu, ' ')}",x\n`;
  const head = 'headline,when,body,colour\n';
  const folder = folderOf(t, {
    'open.csv': head + row('04/05/2031') + row('05/06/2031'),
    'sure.csv': head + row('04/05/2031') + row('25/06/2031'),
  });
  const open = await told([join(folder, 'open.csv')]);
  assert.deepEqual(days(open.taken), [null, null]);
  assert.match(open.notices.join('\n'), /"when" as published\. Not used: "colour"\./);
  assert.equal(open.notices.filter((n) => /such as 04\/05\/2031 can be read in two ways/u.test(n)).length, 1);
  const sure = await told([join(folder, 'sure.csv')]);
  assert.deepEqual(days(sure.taken), ['2031-05-04', '2031-06-25']);
  assert.doesNotMatch(sure.notices.join('\n'), /two ways/);
});

test('an address without its beginning, and a page that only leads to others', async () => {
  for (const [path, hint] of [
    ['www.courier.example', true],
    ['courier.example/feed', true],
    ['reports', false],
    ['../courier', false],
  ] as const)
    assert.equal(/begin it with https/u.test(messages((await told([path])).taken).join()), hint, path);
  const front = (head: string) =>
    ingestBytes(
      Buffer.from(`<html><head>${head}</head><body><ul><li><a href="/a">Guns</a></li></ul></body></html>`),
      { path: 'https://courier.example/', line: null },
      { contentType: 'text/html', known: { url: 'https://courier.example/news/' } },
      { lexicon: loadIngestLexicon },
    );
  const feed = '<link rel="alternate" type="application/rss+xml" title="All" href="/rss?a=1">';
  const saidOf = async (head: string): Promise<string> => {
    const taken: Ingested[] = [];
    for await (const one of front(head)) taken.push(one);
    return messages(taken).join();
  };
  assert.match(await saidOf(feed), /rapporteur watch \(https:\/\/courier\.example\/rss\?a=1\)/);
  assert.match(await saidOf(''), /saved from the browser/);
});
