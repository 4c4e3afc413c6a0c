import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderOf } from '../../test/process.ts';
import { loadIngestLexicon } from '../data/ingest.ts';
import { LIMITS } from '../ingest/formats/limits.ts';
import { SAMPLES, zipOf } from '../ingest/formats/testing.ts';
import { gather, type Ingested, type Notice, readHere, type Taken } from '../ingest/ingest.ts';
import { ReaderThreads } from './threads.ts';

test('pages, documents, messages and archives are taken in by threads as by this thread alone', async (t) => {
  const folder = folderOf(t);
  for (let i = 0; i < 2; i++)
    for (const [name, bytes] of Object.entries(SAMPLES)) writeFileSync(join(folder, `${i}-${name}`), bytes);
  const big = zipOf({
    'word/document.xml': `<w:document><w:body><w:p><w:t>${'Boats stay. '.repeat(60_000)}</w:t></w:p></w:body></w:document>`,
  });
  // Each document is within the limits, the archive of them is over in the middle.
  writeFileSync(join(folder, 'z.zip'), zipOf({ 'a.docx': big, 'b.txt': 'One.', 'c.docx': big, 'd.txt': 'Two.' }));

  async function all(how: (taken: AsyncIterable<Taken>) => AsyncIterable<Ingested>) {
    const taken: Ingested[] = [];
    const notices: Notice[] = [];
    const limits = { ...LIMITS, unpacked: 1_000_000, ratio: 2 };
    const sources = gather([folder], { limits, lexicon: loadIngestLexicon, onNotice: (n) => notices.push(n) });
    for await (const one of how(sources)) taken.push(one);
    // Words about what is read piece by piece come as it is read, ahead of those about its parts.
    return { taken, notices: notices.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
  }

  const here = await all(readHere);
  const ends = here.taken.slice(-3).map((one) => ('failure' in one ? one.failure : one.document.origin));
  assert.deepEqual(
    ends.map((one) => [one.within, 'code' in one ? one.code : null]),
    [
      ['a.docx', null],
      ['b.txt', null],
      [undefined, 'bomb'],
    ],
  );
  assert.ok(here.taken.length > 40 && here.notices.length > 3);
  const threads = new ReaderThreads(2);
  t.after(() => threads.close());
  assert.deepEqual(await all((taken) => threads.takeIn(taken)), here);
});
