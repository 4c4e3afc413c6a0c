import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PARAGRAPHS } from '../ingest/formats/testing.ts';
import { gatherBytes } from '../ingest/ingest.ts';
import type { Outcome } from './fault.ts';
import { readReports } from './read.ts';

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
