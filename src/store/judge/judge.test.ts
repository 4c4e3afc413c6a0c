import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Consolidation, Judgement } from '../../case.ts';
import { threadAfterMerges } from '../../consolidate/judgements.ts';
import { FAKE, folder, openStore, PRODUCER, reportNumber } from '../testing.ts';

const options = { consolidation: FAKE, producer: PRODUCER };
const reports = Array.from({ length: 4 }, (_, n) => reportNumber(n));
let minute = 0;
const judgement = (id: string, action: Judgement['action']): Judgement => {
  minute += 1;
  return { id, at: new Date(Date.UTC(2031, 5, 1, 0, minute)).toISOString(), who: 'Ilse', why: null, action };
};

test('a rejected item leaves lists and entries at once, and comes back when that is undone', async (t) => {
  const path = join(folder(t), 'case.db');
  const store = await openStore(path, options);
  await store.add(reports);
  await store.consolidate();
  const before = await store.lines();
  const [item] = (await store.items('position')).rows;
  const target = { kind: 'position', id: item!.id, report: null, words: null } as const;
  await store.judge(judgement('j1', { do: 'reject', target }));
  assert.equal(await store.item(item!.id), null);
  assert.equal((await store.items('position')).total, 3);
  assert.equal((await store.lines()).rows[0]?.points.length, 3);
  assert.equal((await store.search({ words: 'strait', kind: 'position' })).total, 3);
  const [row] = (await store.judgements()).rows;
  assert.deepEqual(row?.judgement.action, {
    do: 'reject',
    target: { ...target, report: item!.report.id, words: item!.words },
  });
  await store.close();

  const again = await openStore(path, options);
  // A retry is harmless.
  await again.judge(judgement('j1', { do: 'reject', target }));
  await again.judge(judgement('j2', { do: 'undo', judgement: 'j1' }));
  assert.deepEqual(await again.lines(), before);
  assert.deepEqual(
    (await again.judgements()).rows.map(({ judgement: { id }, undone }) => [id, undone]),
    [
      ['j2', null],
      ['j1', 'j2'],
    ],
  );
  await again.judge(judgement('j3', { do: 'undo', judgement: 'j2' }));
  assert.equal((await again.items('position')).total, 3);
  assert.deepEqual(
    (await again.judgements()).rows.map(({ undone }) => undone),
    [null, 'j3', null],
  );
  await again.judge(judgement('j4', { do: 'accept', target }));
  assert.deepEqual(await again.check(), []);
  await again.close();
});

test('a judgement finds its words in a newer reading, and says where it cannot', async (t) => {
  const path = join(folder(t), 'case.db');
  const store = await openStore(path, options);
  await store.add(reports);
  const [item] = (await store.items('talk')).rows;
  const { id, report, words } = item!;
  await store.judge(judgement('keep', { do: 'accept', target: { kind: 'talk', id, report: report.id, words } }));
  assert.equal((await store.item(id))?.accepted, true);
  await store.close();

  const producer = { ...PRODUCER, version: '2.0.0' };
  const one = reports.find(({ document }) => document.text_sha256 === report.id)!;
  const moved = { ...one.reading, producer, talks: one.reading.talks.map((talk) => ({ ...talk, id: 'other-id' })) };
  const newer = await openStore(path, { ...options, producer });
  await newer.add([{ document: one.document, reading: moved }]);
  assert.equal((await newer.item('other-id'))?.accepted, true);
  assert.equal((await newer.judgements()).rows[0]?.anchored, true);
  await newer.close();

  const third = { ...PRODUCER, version: '3.0.0' };
  const last = await openStore(path, { ...options, producer: third });
  await last.add([{ document: one.document, reading: { ...moved, producer: third, talks: [] } }]);
  assert.equal((await last.judgements()).rows[0]?.anchored, false);
  await last.close();
});

test('a merge joins threads, and its undoing parts them', async (t) => {
  const consolidation: Consolidation = {
    ...FAKE,
    threadOf: (part, ledger = []) => threadAfterMerges(ledger)(FAKE.threadOf(part)),
  };
  const store = await openStore(join(folder(t), 'case.db'), { ...options, consolidation });
  await store.add(reports);
  await store.consolidate();
  const before = await store.lines();
  const targets = before.rows.map((line) => ({ kind: 'line', id: line.id, report: null, words: null }) as const);
  await store.judge(judgement('m1', { do: 'merge', targets }));
  const merged = await store.lines();
  assert.equal(merged.total, 1);
  assert.equal(merged.rows[0]?.points.length, 8);
  await store.add([reportNumber(5)]);
  await store.consolidate();
  assert.equal((await store.lines()).rows[0]?.points.length, 10);
  await store.judge(judgement('m2', { do: 'undo', judgement: 'm1' }));
  assert.deepEqual(
    (await store.lines()).rows.map((line) => [line.id, line.points.length]),
    before.rows.map((line) => [line.id, 5]),
  );
  assert.deepEqual(await store.check(), []);
  await store.close();
});

test('what is not there cannot be judged, and nothing is kept of the try', async (t) => {
  const store = await openStore(join(folder(t), 'case.db'), options);
  await store.add(reports);
  for (const action of [
    { do: 'undo', judgement: 'nothing' },
    { do: 'reject', target: { kind: 'statement', id: 'nothing', report: null, words: null } },
    { do: 'note', target: { kind: 'line', id: 'nothing', report: null, words: null }, text: 'x' },
  ] satisfies Judgement['action'][]) {
    await assert.rejects(store.judge(judgement('x', action)), { code: 'no-such-target' });
  }
  assert.equal((await store.judgements()).total, 0);
  await store.close();
});

test('an accepted entry keeps what it rested on then', async (t) => {
  const store = await openStore(join(folder(t), 'case.db'), options);
  await store.add(reports);
  await store.consolidate();
  const [line] = (await store.lines()).rows;
  await store.judge(
    judgement('whole', { do: 'accept', target: { kind: 'line', id: line!.id, report: null, words: null } }),
  );
  const [row] = (await store.judgements()).rows;
  const { action } = row!.judgement;
  assert.ok(action.do === 'accept');
  const items = line!.points.flatMap(({ evidence }) => evidence.map(({ item }) => item));
  assert.deepEqual(action.target.items, [...new Set(items)].sort());
  await store.close();
});
