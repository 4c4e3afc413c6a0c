import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeStore } from '../../test/fake-store.ts';
import { reportOf } from '../../test/sample.ts';
import { SAMPLES } from '../cli/samples.ts';
import { type Ingested, ingest } from '../ingest/ingest.ts';
import { addReports } from './add.ts';
import type { Outcome } from './fault.ts';
import type { Progress } from './progress.ts';
import { progressOf } from './progress.ts';
import { readReports, WORTH_THREADS } from './read.ts';

async function* given(count: number, from = 0): AsyncGenerator<Ingested> {
  for (let i = from; i < from + count; i++)
    yield { document: reportOf(`Aldren Voss said on day ${i} that boats stay.`) };
}

async function* samples(): AsyncGenerator<Ingested> {
  for (let i = 0; i < 3; i++) yield* ingest([SAMPLES]);
  yield { failure: { path: 'b.txt', line: null, code: 'not-found', message: 'There is no such file.' } };
}

test('threads give the same readings in the same order as this thread alone', async () => {
  const all = async (jobs: number): Promise<Outcome[]> => {
    const outcomes: Outcome[] = [];
    for await (const outcome of readReports(samples(), { jobs })) outcomes.push(outcome);
    return outcomes;
  };
  const inline = await all(1);
  assert.ok(inline.length > WORTH_THREADS);
  assert.deepEqual(await all(2), inline);
});

test('sources are asked for no further than the threads keep up', async () => {
  let asked = 0;
  async function* endless(): AsyncGenerator<Ingested> {
    for (;;) {
      asked++;
      yield { document: reportOf(`The boats stay, day ${asked}.`) };
    }
  }
  for await (const outcome of readReports(endless(), { jobs: 2 })) {
    assert.ok('reading' in outcome);
    break;
  }
  assert.ok(asked < 200, `${asked} asked for`);
});

test('reports are added once, failures are told, and what is known is not read again', async () => {
  const store = fakeStore();
  const failures: string[] = [];
  const events: Progress[] = [];
  async function* sources(): AsyncGenerator<Ingested> {
    yield* given(3);
    yield* given(2);
    yield { failure: { path: 'b.txt', line: null, code: 'not-found', message: 'There is no such file.' } };
    yield { failure: { path: 'c.txt', line: 4, code: 'not-found', message: 'There is no such file.' } };
    yield {
      document: reportOf('', {
        notes: [{ code: 'empty', severity: 'error', message: 'Nothing.', span: null, stage: 'ingest' }],
      }),
    };
  }
  const options = { store, jobs: 1, onFailure: (f: { path: string }) => failures.push(f.path) };
  const first = await addReports({ ...options, sources: sources(), onProgress: (p) => events.push(p) });
  assert.deepEqual(
    [first.reports, first.added, first.known, first.failed, first.stopped, first.left],
    [8, 3, 2, 3, false, 0],
  );
  assert.deepEqual(
    first.causes.map((c) => [c.code, c.count, c.examples.map((e) => e.path)]),
    [
      ['not-found', 2, ['b.txt', 'c.txt']],
      ['empty', 1, ['report.txt']],
    ],
  );
  assert.deepEqual(failures, ['b.txt', 'c.txt', 'report.txt']);
  assert.deepEqual([events.at(-1)?.done, events.at(-1)?.failed], [8, 3]);
  assert.equal(store.texts.size, 3);
  const again = await addReports({ ...options, sources: given(4) });
  assert.deepEqual([again.added, again.known], [1, 3]);
});

test('told to stop, it stores what it has read and says so', async () => {
  const stop = new AbortController();
  const store = fakeStore({ onAdd: () => stop.abort() });
  const summary = await addReports({ sources: given(500), store, jobs: 1, signal: stop.signal });
  assert.equal(summary.stopped, true);
  assert.ok(summary.added >= 64 && summary.added < 500, String(summary.added));
  assert.equal(store.texts.size, summary.added);
  const rest = await addReports({
    sources: given(500),
    store: fakeStore({ added: [...store.texts.values()] }),
    jobs: 1,
  });
  assert.deepEqual([rest.known, rest.added], [summary.added, 500 - summary.added]);
});

test('a store that cannot be written to ends the run with its own error, and what was written stays', async () => {
  const store = fakeStore({
    onAdd: () => {
      if (store.texts.size > 0) throw new Error('The disk is full.');
    },
  });
  await assert.rejects(addReports({ sources: given(200), store, jobs: 1 }), /The disk is full/);
  assert.equal(store.texts.size, 64);
});

test('time left goes by what is read, not by what was known', () => {
  const counts = { added: 10, known: 70, reread: 0, failed: 0 };
  const half = progressOf(counts, 10, { reports: 100, bytes: null }, 0);
  assert.deepEqual([half.done, half.perSecond, half.secondsLeft], [80, 8, 20]);
  assert.equal(progressOf(counts, 10, { reports: null, bytes: 400 }, 100).secondsLeft, 30);
  assert.equal(progressOf(counts, 10, { reports: null, bytes: null }, 100).secondsLeft, null);
});
