/** What a copy tells without its day: the store takes the day of its original, in whatever order they come. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { span } from '../text/span.ts';
import type { Store } from './store.ts';
import { FAKE, folder, openStore, PRODUCER, reportNumber } from './testing.ts';

const options = { consolidation: FAKE, producer: PRODUCER };

const SHARED =
  '\nHalvia offered on Wednesday to open two of its ports to Maravetian coasters, provided that the toll in the narrows is halved before the end of the month. Foreign Minister Aldren Voss said the offer had been carried to Port Asker by the Cantaran envoy, and that his government expected an answer within a week.';

/** A report with the shared passage, in which one event is told, on a day or on none. */
function dated(number: number, day: string | null, producer = PRODUCER) {
  const { document, reading } = reportNumber(number, { text: SHARED, producer });
  const words = 'Halvia offered on Wednesday to open two of its ports to Maravetian coasters';
  const at = span(document.text.indexOf(words), document.text.indexOf(words) + words.length);
  const when = day === null ? null : { start: day, end: day, pattern: null, span: at };
  const events = reading.events.slice(0, 1).map((event) => ({ ...event, evidence: [at], when }));
  return { document, reading: { ...reading, events } };
}

test('a copy has the day of its original, whichever came first, and that of a newer reading of it', async (t) => {
  const path = join(folder(t), 'case.db');
  const copy = dated(20, null);
  const id = copy.document.text_sha256;
  const dayOf = async (store: Store): Promise<unknown> =>
    (await store.report(id))?.items.flatMap((item) => (item.kind === 'event' ? [item.record.when?.start ?? null] : []));
  const store = await openStore(path, options);
  await store.add([copy]);
  await store.consolidate();
  assert.deepEqual(await dayOf(store), [null]);
  await store.add([dated(10, '2031-01-08')]);
  assert.deepEqual(await store.consolidate(), { left: 0 });
  assert.deepEqual(await dayOf(store), ['2031-01-08']);
  await store.close();

  const other = await openStore(join(folder(t), 'case.db'), options);
  await other.add([dated(10, '2031-01-08'), copy]);
  await other.consolidate();
  assert.deepEqual(await dayOf(other), ['2031-01-08']);
  await other.close();

  const producer = { ...PRODUCER, version: '2.0.0' };
  const newer = await openStore(path, { ...options, producer });
  await newer.add([dated(10, '2031-01-09', producer)]);
  assert.deepEqual(await newer.consolidate(), { left: 0 });
  assert.deepEqual(await dayOf(newer), ['2031-01-09']);
  assert.deepEqual(await newer.check(), []);
  await newer.close();
});
