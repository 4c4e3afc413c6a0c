import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Consolidation } from '../case.ts';
import type { Mark } from './store.ts';
import { FAKE, folder, openStore, PRODUCER, reportNumber } from './testing.ts';

let clock = 0;
const now = (): string => {
  clock += 1;
  return new Date(Date.UTC(2031, 10, 1) + clock * 1000).toISOString();
};
const options = { consolidation: FAKE, producer: PRODUCER, now };
const many = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => reportNumber(from + i));

test('the record is the same whatever the order and the batches, and nothing waits when it is done', async (t) => {
  const folders = [folder(t), folder(t)];
  const records = [];
  for (const [i, path] of folders.entries()) {
    const store = await openStore(join(path, 'case.db'), options);
    const reports = i === 0 ? many(0, 40) : many(0, 40).reverse();
    for (let at = 0; at < 40; at += i === 0 ? 40 : 7) {
      await store.add(reports.slice(at, at + (i === 0 ? 40 : 7)));
      if (i === 1) await store.consolidate(5);
    }
    assert.deepEqual(await store.consolidate(), { left: 0 });
    assert.deepEqual(await store.consolidate(), { left: 0 });
    const { wordsAndDeeds, unanswered, nextTalks } = await store.overview();
    records.push({
      lines: await store.lines(),
      talks: await store.talks(),
      matrix: await store.matrix(),
      timeline: await store.timeline(),
      wordsAndDeeds,
      unanswered,
      nextTalks,
    });
    assert.deepEqual(await store.check(), []);
    await store.close();
  }
  assert.deepEqual(records[0], records[1]);
  assert.equal(records[0]?.lines.total, 2);
  assert.equal(records[0]?.lines.rows[0]?.points.length, 40);
});

test('only what is touched is made again', async (t) => {
  const made: string[] = [];
  const consolidation: Consolidation = {
    ...FAKE,
    part: (key, items) => {
      made.push(key);
      return FAKE.part(key, items);
    },
    thread: (key, parts, ledger) => {
      made.push(key);
      return FAKE.thread(key, parts, ledger);
    },
  };
  const store = await openStore(join(folder(t), 'case.db'), { ...options, consolidation });
  await store.add(many(0, 60));
  await store.consolidate();
  made.length = 0;
  await store.add([reportNumber(60)]);
  await store.consolidate();
  assert.deepEqual(made.sort(), [
    'position/Halvia/SEA_TRADE',
    'position/Halvia/SEA_TRADE/2031-03',
    'position/Halvia/TERR_WITHDRAW',
    'position/Halvia/TERR_WITHDRAW/2031-03',
    'talk/Lorn',
    'talk/Lorn/2031-03',
  ]);
  await store.close();
});

test('entries are narrowed by party, issue, days, outlet, voice and report; a table by days shows what stood then', async (t) => {
  const store = await openStore(join(folder(t), 'case.db'), options);
  await store.add(many(0, 20));
  await store.consolidate();
  const total = async (...[filter]: Parameters<typeof store.lines>) => (await store.lines(filter)).total;
  assert.equal(await total({ party: 'Halvia' }), 2);
  assert.equal(await total({ party: 'Maravet' }), 0);
  assert.equal(await total({ party: 'Halvia', issue: 'SEA_TRADE' }), 1);
  assert.equal(await total({ issue: 'SEA_TRADE', outlet: 'Outlet 3' }), 1);
  assert.equal(await total({ outlet: 'Outlet 9' }), 0);
  assert.equal(await total({ from: '2031-02-01' }), 0);
  assert.equal(await total({ from: '2031-01-20', to: '2031-01-31' }), 2);
  assert.equal(await total({ report: reportNumber(3).document.text_sha256 }), 2);
  assert.equal(await total({ report: 'nothing' }), 0);
  const { cells, parties } = await store.matrix({ to: '2031-01-05', issue: 'SEA_TRADE' });
  assert.deepEqual([parties, cells.length, cells[0]?.holder, cells[0]?.issue], [['Halvia'], 1, 'Halvia', 'SEA_TRADE']);
  assert.equal((await store.talks({ status: 'scheduled' })).total, 1);
  assert.equal((await store.talks({ status: 'held' })).total, 0);
  const [january] = (await store.lines({ from: '2031-01-03', to: '2031-01-05', issue: 'SEA_TRADE' })).rows;
  assert.deepEqual(
    january?.points.map((point) => point.day),
    ['2031-01-03', '2031-01-04', '2031-01-05'],
  );
  const line = (await store.lines()).rows[0]!;
  assert.deepEqual(await store.line(line.id), line);
  assert.equal(await store.talk('nothing'), null);
  const all = await store.timeline();
  assert.deepEqual(
    await store.timeline({ lanes: ['talks', 'deeds'] }),
    all.filter(({ lane }) => lane === 'talks' || lane === 'deeds'),
  );
  assert.deepEqual((await store.timeline({ party: 'Halvia', limit: 3 })).map((mark) => mark.lane).sort(), [
    'reports',
    'reports',
    'reports',
    'talks',
    'words',
    'words',
    'words',
  ]);
  await store.close();
});

test('the marks of the timeline are counted by day and party, all of them', async (t) => {
  const store = await openStore(join(folder(t), 'case.db'), options);
  await store.add(many(0, 30));
  await store.consolidate();
  const counted = (marks: readonly Mark[]): string[] =>
    [...Map.groupBy(marks, (m) => `${m.lane} ${m.start} ${m.party}`)]
      .map(([key, all]) => `${key} ${all.length}`)
      .sort();
  const days = { from: '2031-01-01', to: '2031-02-15' };
  for (const filter of [
    days,
    { ...days, party: 'Halvia' },
    { ...days, issue: 'SEA_TRADE' },
    { from: '2031-01-05', to: '2031-01-12' },
  ]) {
    assert.deepEqual(
      (await store.days(filter)).map((d) => `${d.lane} ${d.day} ${d.party} ${d.marks}`).sort(),
      counted((await store.timeline({ ...filter, limit: 5000 })).filter(({ start }) => start >= filter.from)),
      JSON.stringify(filter),
    );
  }
  // Of a long period by month.
  assert.deepEqual(
    (await store.days()).filter((d) => d.lane === 'reports'),
    [{ lane: 'reports', day: '2031-01', party: null, marks: 30, possible: 0, solid: 30 }],
  );
  await store.close();
});

test('points that a long line leaves out are there when asked for by their days', async (t) => {
  const consolidation: Consolidation = {
    ...FAKE,
    thread(key, parts, ledger) {
      const made = FAKE.thread(key, parts, ledger);
      const entries = made.entries.map((row) => {
        if (!('points' in row.entry)) return row;
        const { points } = row.entry;
        return { ...row, entry: { ...row.entry, points: points.slice(-2), earlier: Math.max(0, points.length - 2) } };
      });
      return { ...made, entries };
    },
  };
  const path = join(folder(t), 'case.db');
  const store = await openStore(path, { ...options, consolidation });
  await store.add([1, 2, 40, 41, 80, 81].map((n) => reportNumber(n)));
  await store.consolidate();
  const line = (await store.lines({ issue: 'SEA_TRADE' })).rows[0]!;
  assert.deepEqual([line.points.map((point) => point.day), line.earlier], [['2031-03-22', '2031-03-23'], 4]);
  const [january] = (await store.lines({ issue: 'SEA_TRADE', to: '2031-01-31' })).rows;
  assert.deepEqual(
    january?.points.map((point) => point.day),
    ['2031-01-02', '2031-01-03'],
  );
  await store.close();
});

test('what is new, changed and gone since a moment', async (t) => {
  const store = await openStore(join(folder(t), 'case.db'), options);
  const start = now();
  await store.add(many(0, 3));
  await store.consolidate();
  const first = await store.since(start);
  assert.deepEqual(first.map(({ what, kind }) => `${what} ${kind}`).sort(), ['new line', 'new line', 'new talk']);
  assert.match(
    first.find(({ kind }) => kind === 'talk')!.words,
    /^negotiation, Halvia and Maravet, Lorn, scheduled: 3 report\(s\)\.$/,
  );
  const middle = now();
  await store.add(many(3, 4));
  await store.consolidate();
  assert.deepEqual(
    (await store.since(middle))
      .map(({ what, words }) => `${what}: ${words}`)
      .filter((words) => /negotiation/.test(words)),
    ['changed: negotiation, Halvia and Maravet, Lorn, scheduled: 4 report(s), before 3.'],
  );
  assert.deepEqual(new Set((await store.since(start)).map(({ what }) => what)), new Set(['new']));
  assert.deepEqual(await store.since(now()), []);
  const { counts, newest } = await store.news(middle, 1);
  assert.deepEqual(counts.map(({ what, kind, entries }) => `${entries} ${what} ${kind}`).sort(), [
    '1 changed talk',
    '2 changed line',
  ]);
  // All lines, and of the others as many as asked for.
  assert.deepEqual(newest, await store.since(middle));
  assert.deepEqual((await store.news(now())).newest, []);
  assert.equal(await store.looked('Ilse', '2031-11-02T00:00:00.000Z'), null);
  assert.equal(await store.looked('Ilse', '2031-11-03T00:00:00.000Z'), '2031-11-02T00:00:00.000Z');
  await store.close();
});

test('another case file, and other rules, make all again from the readings', async (t) => {
  const path = join(folder(t), 'case.db');
  const store = await openStore(path, options);
  await store.add(many(0, 5));
  await store.consolidate();
  const file = await store.caseFile();
  await store.setCaseFile({
    ...file,
    name: 'Keld Strait',
    parties: [{ name: 'Republic of Halvia', aliases: ['Halvia'], members: [] }],
    sources: [{ outlet: 'The First', aliases: ['Outlet 1'], side: null, agency: false }],
  });
  assert.deepEqual(await store.consolidate(), { left: 0 });
  const matrix = await store.matrix();
  assert.deepEqual(matrix.parties, ['Republic of Halvia']);
  assert.equal((await store.items('position', { party: 'Halvia' })).total, 0);
  assert.equal((await store.reports({ outlet: 'The First' })).total, 1);
  await store.close();

  // Other threads of the same parts, then other parts.
  const threads = { ...FAKE, version: 'fake-1b', thread: () => ({ entries: [], wordsAndDeeds: [] }) };
  const later = await openStore(path, { ...options, consolidation: threads });
  assert.ok((await later.lines()).total > 0);
  await later.consolidate();
  assert.equal((await later.lines()).total, 0);
  await later.close();

  const consolidation = { ...FAKE, version: 'fake-2', partsOf: () => [] };
  const other = await openStore(path, { ...options, consolidation });
  assert.equal((await other.caseFile()).name, 'Keld Strait');
  await other.consolidate();
  assert.equal((await other.lines()).total, 0);
  assert.deepEqual(await other.check(), []);
  await other.close();
});

const SHARED =
  '\nHalvia offered on Wednesday to open two of its ports to Maravetian coasters, provided that the toll in the narrows is halved before the end of the month. Foreign Minister Aldren Voss said the offer had been carried to Port Asker by the Cantaran envoy, and that his government expected an answer within a week.';

test('copies are linked and their items say whose words they are, whichever came first', async (t) => {
  const stores = [];
  for (const order of [
    [10, 20],
    [20, 10],
  ]) {
    const store = await openStore(join(folder(t), 'case.db'), options);
    for (const n of order) {
      await store.add([reportNumber(n, { text: SHARED })]);
      await store.consolidate();
    }
    const [early, late] = [10, 20].map((n) => reportNumber(n, { text: SHARED }).document.text_sha256);
    const whole = await store.report(late!);
    assert.equal(whole?.row.copyOf, early);
    assert.deepEqual([whole?.shared[0]?.report.id, whole?.shared[0]?.first], [early, true]);
    assert.equal((await store.report(early!))?.shared[0]?.first, false);
    assert.ok(whole!.items.every((item) => item.copyOf === early && item.originator === 'Outlet 3'));
    stores.push((await store.lines()).rows);
    await store.close();
  }
  assert.deepEqual(stores[0], stores[1]);
});

test('a newer reading that dates a report otherwise turns the copy round', async (t) => {
  const path = join(folder(t), 'case.db');
  const [one, two] = [reportNumber(10, { text: SHARED }), reportNumber(20, { text: SHARED })];
  const store = await openStore(path, options);
  await store.add([one, two]);
  await store.consolidate();
  const [first, second] = [one.document.text_sha256, two.document.text_sha256];
  assert.equal((await store.report(second))?.row.copyOf, first);
  await store.close();

  const producer = { ...PRODUCER, version: '2.0.0' };
  const newer = await openStore(path, { ...options, producer });
  const published = '2031-09-01';
  const reading = { ...one.reading, producer, document: { ...one.reading.document, published } };
  await newer.add([{ document: { ...one.document, published }, reading }]);
  assert.deepEqual(await newer.consolidate(), { left: 0 });
  assert.equal((await newer.report(first))?.row.copyOf, second);
  assert.equal((await newer.report(second))?.row.copyOf, null);
  assert.ok((await newer.report(second))?.items.every((item) => item.copyOf === null));
  assert.deepEqual(await newer.check(), []);
  await newer.close();
});
