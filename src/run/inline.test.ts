import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf, reportOf } from '../../test/sample.ts';
import type { Ingested } from '../ingest/ingest.ts';
import { readInline } from './inline.ts';

test('a fault costs its own report only, and says which', async () => {
  const texts = ['First.', 'Second.', 'Third.'];
  async function* sources(): AsyncGenerator<Ingested> {
    for (const [i, text] of texts.entries())
      yield { document: reportOf(text, { origin: { path: 'a.jsonl', line: i + 1 } }) };
    yield { failure: { path: 'b.txt', line: null, code: 'no-such-file', message: 'There is no such file.' } };
  }
  const seen: string[] = [];
  const read = readInline(sources(), (document) => {
    if (document.text === 'Second.') throw new Error('out of range');
    return readingOf(document);
  });
  for await (const outcome of read) {
    seen.push(
      'failure' in outcome
        ? `${outcome.failure.code} ${outcome.failure.path}:${outcome.failure.line}`
        : outcome.document.text,
    );
  }
  assert.deepEqual(seen, ['First.', 'fault a.jsonl:2', 'Third.', 'no-such-file b.txt:null']);
});

test('reports are read one at a time, as they are asked for', async () => {
  let given = 0;
  async function* sources(): AsyncGenerator<Ingested> {
    for (;;) {
      given++;
      yield { document: reportOf(`Report ${given}.`) };
    }
  }
  for await (const outcome of readInline(sources(), readingOf)) {
    assert.ok('reading' in outcome);
    if (given === 3) break;
  }
  assert.equal(given, 3);
});
