import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../open-database.ts';
import type { ReadReport } from '../reports/add.ts';
import { sure } from '../sql/migrations/0006-sure.ts';
import { MIGRATIONS } from '../sql/migrations/migrations.ts';
import type { Store } from '../store.ts';
import { addressOf, FAKE, folder, openStore, PRODUCER, reportNumber } from '../testing.ts';

const options = { consolidation: FAKE, producer: PRODUCER, now: () => '2031-03-04T05:06:07.000Z' };

/** The sample's records, as sure as given. */
function asSure(number: number, confidence: number): ReadReport {
  const { document, reading } = reportNumber(number);
  const set = <T>(records: readonly T[]): readonly T[] => records.map((record) => ({ ...record, confidence }));
  const { positions, talks, events, statements, disputes } = reading;
  return {
    document,
    reading: {
      ...reading,
      positions: set(positions),
      talks: set(talks),
      events: set(events),
      statements: set(statements),
      disputes: set(disputes),
    },
  };
}

async function toldOf(store: Store) {
  const { rows, total } = await store.items('position', { unsure: true, limit: 50 });
  return {
    queue: rows.map(({ id, record }) => [id, record.confidence]),
    total,
    ofParty: (await store.items('position', { unsure: true, party: 'Halvia' })).total,
    positions: (await store.items('position', { sure: true })).total,
    talks: (await store.talks()).total,
    sureTalks: (await store.talks({ sure: true })).total,
    days: await store.days({}),
    sureDays: await store.days({ sure: true }),
    marks: (await store.timeline()).map(({ lane, start, sure }) => [lane, start, sure]),
    sureMarks: (await store.timeline({ sure: true, lanes: ['words', 'talks'] })).map(({ sure }) => sure),
  };
}

test('one bar for what is asserted, what the queue asks, and what is marked as possible; an older form is brought to it', async (t) => {
  const path = join(folder(t), 'case.db');
  let store = await openStore(path, options);
  await store.add([asSure(1, 0.5), asSure(2, 0.7), asSure(3, 0.79), asSure(4, 0.8), asSure(5, 0.95)]);
  await store.consolidate();
  const accepted = (await store.items('position', { unsure: true })).rows.find(
    ({ record }) => record.confidence === 0.7,
  )!;
  const { id, words, report } = accepted;
  await store.judge({
    id: 'j1',
    at: options.now(),
    who: 'Ilse',
    why: null,
    action: { do: 'accept', target: { kind: 'position', id, report: report.id, words } },
  });
  const told = await toldOf(store);
  await store.close();
  assert.deepEqual(
    told.queue.map(([, confidence]) => confidence),
    [0.5, 0.79],
  );
  assert.deepEqual([told.total, told.ofParty, told.positions], [2, 2, 3]);
  assert.ok(told.talks > 0 && told.sureTalks <= told.talks);
  assert.ok(told.sureMarks.length > 0 && told.sureMarks.every(Boolean));
  assert.equal(
    told.days.filter(({ lane }) => lane === 'words').reduce((n, { possible }) => n + possible, 0),
    2,
  );
  assert.ok(told.sureDays.every(({ possible }) => possible === 0));

  // As the form before had it: the queue's bar at 0.6, and no word on how sure an entry is.
  const db = await openDatabase(addressOf(path), { readOnly: false });
  await db.write(async (queries) => {
    for (const sql of [
      "DELETE FROM item_doubts WHERE doubt <= '0.4000'",
      'UPDATE items SET unsure = 0 WHERE n NOT IN (SELECT n FROM item_doubts)',
      'DROP INDEX disputes_surest_first',
      'DROP INDEX entries_by_rank',
      'DROP INDEX entries_by_start',
      'DROP INDEX entries_that_last',
      'ALTER TABLE entries DROP COLUMN sure',
      'CREATE INDEX entries_by_rank ON entries (case_id, kind, rank, id, first, party, solid)',
      'CREATE INDEX entries_by_start ON entries (case_id, kind, first, party, solid)',
      'CREATE INDEX entries_that_last ON entries (case_id, kind, rank, id, first, party, solid) WHERE first < rank',
      `DELETE FROM migrations WHERE number >= ${MIGRATIONS.indexOf(sure) + 1}`,
    ])
      await queries.script(sql);
  });
  await db.close();
  store = await openStore(path, options);
  // Before anything is made again, nothing that is not known is called possible.
  assert.equal((await store.items('position', { unsure: true })).total, 2);
  assert.ok((await store.days({})).every(({ lane, possible }) => lane === 'words' || possible === 0));
  assert.deepEqual(await store.consolidate(), { left: 0 });
  assert.deepEqual(await toldOf(store), told);
  assert.deepEqual(await store.check(), []);
  await store.close();
});
