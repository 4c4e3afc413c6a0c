import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../test/sample.ts';
import { PARAGRAPHS } from '../ingest/formats/testing.ts';
import { gatherBytes } from '../ingest/ingest.ts';
import type { Outcome } from './fault.ts';
import { readReports } from './read.ts';
import { ReaderThreads } from './threads.ts';

const PAGE = `<html><body><article><h1>Boats</h1>${PARAGRAPHS.map((p) => `<p>${p}</p>`).join('')}</article></body></html>`;
/** Deeper than any tree that is made of a page. */
const DEEP = `<html><body>${'<div>'.repeat(100_000)}<p>${PARAGRAPHS.join('</p><p>')}</p>`;

test('what is to be read apart is read by other threads, however little there is of it', async () => {
  const lexicon = (): never => {
    throw new Error('This thread took a page in.');
  };
  async function* sources() {
    for (const [path, page] of Object.entries({ PAGE, DEEP }))
      yield* gatherBytes(Buffer.from(page), { path, line: null }, { contentType: 'text/html' }, { lexicon });
  }
  const outcomes: Outcome[] = [];
  for await (const outcome of readReports(sources(), { apart: true, jobs: 1 })) outcomes.push(outcome);
  const told = outcomes.map((one) =>
    'failure' in one ? one.failure.message : [one.document.origin.path, one.document.text.includes(PARAGRAPHS[0]!)],
  );
  assert.deepEqual(told, [
    ['PAGE', true],
    ['DEEP', true],
  ]);
});

test('threads that stay read what comes now and then, in order, and what more than one of them is given at once', async (t) => {
  const threads = new ReaderThreads(2, { standing: true });
  t.after(() => threads.close());
  const read = async (count: number): Promise<readonly (readonly [text: string, statements: number])[]> => {
    async function* sources() {
      for (let i = 0; i < count; i++) yield { document: reportOf(`${PARAGRAPHS[i % PARAGRAPHS.length]} ${i}.`) };
    }
    const found: (readonly [string, number])[] = [];
    for await (const outcome of readReports(sources(), { threads })) {
      assert.ok('reading' in outcome);
      found.push([outcome.document.text, outcome.reading.statements.length]);
    }
    return found;
  };
  const [alone, ...several] = [await read(1), await read(21), await read(0), await read(3)];
  assert.deepEqual([alone.length, ...several.map((list) => list.length)], [1, 21, 0, 3]);
  for (const list of several)
    assert.deepEqual(
      list.map(([text]) => text),
      list.map((_, i) => `${PARAGRAPHS[i % PARAGRAPHS.length]} ${i}.`),
    );
  assert.ok(alone[0]![1] > 0);
  // Side by side, as several feeds are.
  assert.deepEqual(await Promise.all([read(9), read(5)]), [several[0]!.slice(0, 9), several[0]!.slice(0, 5)]);
});

test('an issue of a case that is not well formed is told before anything is read', () => {
  assert.throws(() => new ReaderThreads(1, { issues: [{ code: 4 }] }), { name: 'IssuesError' });
});
