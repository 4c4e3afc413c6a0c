import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CaseDispute, Consolidation, EntryRow, Item, ItemOf } from '../../case.ts';
import { evidenceOf } from '../../consolidate/evidence.ts';
import { FAKE, folder, openStore, PRODUCER, reportNumber } from '../testing.ts';

/** A dispute of each that a report tells, and of what is said only demands that count. */
const PLAIN: Consolidation = {
  ...FAKE,
  partsOf: (item) =>
    item.kind === 'dispute'
      ? [`dispute/${item.id}/all`]
      : item.kind === 'statement' && item.record.act === 'demand'
        ? [`deeds/${item.id}/all`]
        : item.kind === 'statement'
          ? [`actor/${item.id}/all`]
          : [],
  thread(key, parts) {
    const [item] = parts.flatMap(({ result }) => result as readonly Item[]);
    const entries = item?.kind === 'dispute' && key.startsWith('dispute/') ? [disputeOf(item)] : [];
    return { entries, wordsAndDeeds: [] };
  },
};

function disputeOf(item: ItemOf<'dispute'>): EntryRow {
  const evidence = [evidenceOf(item)];
  const { day } = item.report;
  const entry: CaseDispute = {
    id: `dispute-${item.id}`,
    kind: item.record.kind,
    accounts: [{ who: null, party: 'Halvia', words: item.words, evidence }],
    happenings: [],
    common: null,
    confidence: item.record.confidence,
    figures: [],
    support: { reports: 1, outlets: 1, originators: 1, copies: 0, first: day, last: day },
  };
  const reports = [item.report.id];
  return {
    kind: 'dispute',
    id: entry.id,
    entry,
    parties: ['Halvia'],
    issue: null,
    status: null,
    type: entry.kind,
    first: day,
    last: day,
    reports,
  };
}

/** The sample with one dispute and two statements, as sure as given. */
function told(number: number, confidence: number) {
  const { document, reading } = reportNumber(number);
  const [first, second] = reading.statements;
  return {
    document,
    reading: {
      ...reading,
      disputes: reading.disputes.slice(0, 1).map((one) => ({ ...one, confidence })),
      statements: [
        { ...first!, act: 'demand' as const, confidence },
        { ...second!, act: 'claim' as const, confidence },
      ],
    },
  };
}

test('disputes that are asserted come first, then the newest; pages and what narrows them keep the order', async (t) => {
  const options = { consolidation: PLAIN, producer: PRODUCER };
  const store = await openStore(join(folder(t), 'case.db'), options);
  await store.add([told(1, 0.9), told(2, 0.5), told(3, 0.85), told(4, 0.7), told(5, 0.6)]);
  await store.consolidate();
  const inOrder = (rows: readonly CaseDispute[]) => rows.map(({ confidence, support }) => [confidence, support.last]);
  const all = await store.disputes();
  assert.deepEqual(
    all.rows.map(({ confidence }) => confidence >= 0.8),
    [true, true, false, false, false],
  );
  for (const some of [all.rows.slice(0, 2), all.rows.slice(2)]) {
    const days = some.map(({ support }) => support.last ?? '');
    assert.deepEqual(days, days.toSorted().reverse());
  }
  for (const filter of [{}, { party: 'Halvia' }, { from: '2031-01-01', to: '2031-12-31' }]) {
    const rows: CaseDispute[] = [];
    for (let after: string | null = null, n = 0; n < 5; n += 1) {
      const page: Awaited<ReturnType<typeof store.disputes>> = await store.disputes({ ...filter, limit: 2, after });
      rows.push(...page.rows);
      after = page.next;
      if (after === null) break;
    }
    assert.deepEqual(inOrder(rows), inOrder(all.rows), JSON.stringify(filter));
  }
  assert.deepEqual(inOrder((await store.overview()).openDisputes), inOrder(all.rows));
  await store.close();
});

test('of what is said, the queue has only what counts beside deeds', async (t) => {
  const store = await openStore(join(folder(t), 'case.db'), { consolidation: PLAIN, producer: PRODUCER });
  await store.add([told(1, 0.9), told(2, 0.5), told(3, 0.7)]);
  await store.consolidate();
  const queue = await store.items('statement', { unsure: true });
  assert.deepEqual(
    queue.rows.map((item) => [item.kind === 'statement' && item.record.act, item.record.confidence]),
    [
      ['demand', 0.5],
      ['demand', 0.7],
    ],
  );
  // Not to be looked at is not the same as sure.
  assert.equal((await store.items('statement', { sure: true })).total, 2);
  await store.close();
});
