import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { FAKE, folder, openStore, PRODUCER, reportNumber } from './testing.ts';

const options = { consolidation: FAKE, producer: PRODUCER, now: () => '2031-12-01T08:00:00.000Z' };

test('what goes in comes back as it was, once, also from another opening', async (t) => {
  const path = join(folder(t), 'case.db');
  const store = await openStore(path, options);
  const batch = [1, 2, 3, 2].map((n) => reportNumber(n));
  const ids = batch.map((one) => one.document.text_sha256);
  assert.deepEqual(await store.add(batch), [
    { report: ids[0], outcome: 'added' },
    { report: ids[1], outcome: 'added' },
    { report: ids[2], outcome: 'added' },
    { report: ids[1], outcome: 'known' },
  ]);
  assert.deepEqual(await store.add(batch.slice(0, 1)), [{ report: ids[0], outcome: 'known' }]);
  assert.deepEqual(await store.known([ids[0]!, 'nothing']), new Set([ids[0]]));
  await store.close();

  const again = await openStore(path, options);
  const whole = await again.report(ids[0]!);
  assert.equal(whole?.text, batch[0]!.document.text);
  assert.deepEqual(whole?.reading, batch[0]!.reading);
  assert.equal(whole?.row.items, whole?.items.length);
  assert.equal(whole?.row.path, 'reports/1.txt');
  assert.equal((await again.reports()).total, 3);
  assert.equal((await again.items('position')).total, 3);
  assert.equal(await again.report('nothing'), null);
  await again.close();
});

test('any text comes back to the code unit, NULs and halves of characters too', async (t) => {
  const store = await openStore(join(folder(t), 'case.db'), options);
  const texts = fc.sample(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), 100);
  const reports = texts.map(([a, b], number) => {
    const one = reportNumber(number, { text: `${a}\u0000${b}\ud800` });
    const title = `${b}\udc00\u0000`;
    const document = { ...one.document, title, outlet: title };
    const { text: _, notes: __, ...head } = document;
    return { document, reading: { ...one.reading, document: head } };
  });
  await store.add(reports);
  for (const { document, reading } of reports) {
    const whole = await store.report(document.text_sha256);
    assert.equal(whole?.text, document.text);
    assert.equal(whole?.row.title, document.title);
    assert.deepEqual(whole?.reading, reading);
    const { rows } = await store.reports({ outlet: document.outlet, limit: 500 });
    assert.ok(rows.some((row) => row.id === document.text_sha256));
  }
  await store.close();
});

test('a batch goes in whole or not at all', async (t) => {
  const store = await openStore(join(folder(t), 'case.db'), options);
  const good = reportNumber(1);
  const bad = { ...reportNumber(2), reading: { ...reportNumber(2).reading, statements: null as never } };
  await assert.rejects(store.add([good, bad]));
  assert.equal((await store.reports()).total, 0);
  assert.deepEqual((await store.add([good]))[0]?.outcome, 'added');
  await store.close();
});

test('another version of the program reads again; its items take the place of the old ones', async (t) => {
  const path = join(folder(t), 'case.db');
  const store = await openStore(path, options);
  const [one, two] = [reportNumber(1), reportNumber(2)];
  await store.add([one, two]);
  await store.close();

  const producer = { version: '1.1.0', models: PRODUCER.models };
  const newer = await openStore(path, { ...options, producer });
  const id = one.document.text_sha256;
  assert.deepEqual(await newer.known([id]), new Set());
  const reading = { ...one.reading, producer, talks: [], statements: one.reading.statements.slice(1) };
  assert.deepEqual(await newer.add([{ document: one.document, reading }]), [{ report: id, outcome: 'reread' }]);
  assert.deepEqual((await newer.report(id))?.reading, reading);
  assert.equal((await newer.items('talk')).total, 1);
  assert.equal((await newer.items('statement')).total, 5);
  assert.deepEqual(await newer.known([id]), new Set([id]));
  await newer.close();
});

test('pages give every row once, also when reports come in between', async (t) => {
  const store = await openStore(join(folder(t), 'case.db'), options);
  await store.add(Array.from({ length: 60 }, (_, n) => reportNumber(n)));
  const seen: string[] = [];
  let after: string | null = null;
  let added = 60;
  do {
    const page = await store.items('statement', { limit: 17, after, party: 'Halvia' });
    assert.ok(page.total >= 120);
    seen.push(...page.rows.map((row) => row.id));
    after = page.next;
    if (added < 90) await store.add(Array.from({ length: 10 }, (_, i) => reportNumber((added + i) * 300)));
    added += 10;
  } while (after !== null);
  assert.equal(new Set(seen).size, seen.length);
  assert.ok(seen.length >= 120);
  await assert.rejects(store.items('talk', { after: 'x' }), /no place in this list/);
  await store.close();
});

test('lists are narrowed by party, issue, days, outlet and kind', async (t) => {
  const store = await openStore(join(folder(t), 'case.db'), options);
  await store.add(Array.from({ length: 20 }, (_, n) => reportNumber(n)));
  const count = async (...[kind, filter]: Parameters<typeof store.items>) => {
    const { rows, total } = await store.items(kind, filter);
    assert.equal(rows.length, total);
    return total;
  };
  assert.equal(await count('statement', {}), 60);
  assert.equal(await count('statement', { party: 'Maravet' }), 20);
  assert.equal(await count('position', { party: 'Halvia', issue: 'TERR_WITHDRAW' }), 20);
  assert.equal(await count('position', { party: 'Maravet', issue: 'TERR_WITHDRAW' }), 0);
  assert.equal(await count('event', { from: '2031-01-05', to: '2031-01-06' }), 2);
  assert.equal(await count('event', { outlet: 'Outlet 3' }), 3);
  assert.equal(await count('statement', { type: 'deny' }), 20);
  assert.equal(await count('statement', { report: reportNumber(4).document.text_sha256 }), 3);
  assert.equal((await store.reports({ outlet: 'Outlet 3', party: 'Halvia' })).total, 3);
  assert.equal((await store.reports({ party: 'Cantara' })).total, 0);
  const [item] = (await store.items('talk')).rows;
  assert.deepEqual(await store.item(item!.id), item);
  await store.close();
});

test('of one text from two places the first by date counts, whichever comes first', async (t) => {
  const early = reportNumber(1);
  const published = '2031-05-01';
  const head = { ...early.reading.document, published, outlet: 'Another' };
  const late = {
    document: { ...early.document, published, outlet: 'Another' },
    reading: { ...early.reading, document: head },
  };
  for (const batches of [[[early], [late]], [[late], [early]], [[late, early]]]) {
    const store = await openStore(join(folder(t), 'case.db'), options);
    for (const batch of batches) await store.add(batch);
    await store.consolidate();
    const { rows, total } = await store.reports();
    assert.deepEqual([total, rows[0]?.outlet, rows[0]?.day], [1, 'Outlet 1', '2031-01-02']);
    assert.deepEqual((await store.lines()).rows[0]?.points[0]?.day, '2031-01-02');
    assert.deepEqual(await store.check(), []);
    await store.close();
  }
});
