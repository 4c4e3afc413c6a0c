import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Item, Judgement, Target } from '../case.ts';
import { itemsOf } from './items.ts';
import { idsAfterMerges, judged, rejectedEntries, splitsOf, standing, threadAfterMerges } from './judgements.ts';
import { EMPTY, judgementAt, reportBy } from './testing.ts';

const { reading, text } = reportBy({
  outlet: 'Courier',
  day: '2031-03-01',
  statements: [{ name: 'Aldren Voss', party: 'Halvia', words: 'nobody was on the pier' }],
  positions: [
    { holder: 'Halvia', issue: 'SEA_TRADE', stance: 'demands', words: 'an end of the toll' },
    { holder: 'Halvia', issue: 'SEAT', stance: 'rejects', words: 'a chair' },
  ],
});
const ITEMS = itemsOf(reading, text, EMPTY, () => ({ originator: 'Courier', copyOf: null }));
const [STATEMENT, TOLL, CHAIR] = ITEMS as readonly [Item, Item, Item];
const of = (item: Item, more: Partial<Target> = {}): Target => ({
  kind: item.kind,
  id: item.id,
  report: item.report.id,
  words: item.words,
  ...more,
});
const entry = (id: string, thread?: string): Target => ({
  kind: 'actor',
  id,
  report: null,
  words: null,
  ...(thread ? { thread } : {}),
});
const left = (...ledger: readonly Judgement[]) => judged(ITEMS, ledger);
const words = (items: readonly Item[]): readonly string[] => items.map((item) => item.words);

test('reject takes an item away, accept marks it, the last word counts', () => {
  const reject = judgementAt(1, { do: 'reject', target: of(TOLL) });
  const accept = judgementAt(2, { do: 'accept', target: of(TOLL) });
  assert.deepEqual(words(left(reject).items), ['nobody was on the pier', 'a chair']);
  assert.equal(left(reject, accept).items.find(({ id }) => id === TOLL.id)?.accepted, true);
  assert.deepEqual(words(left(judgementAt(3, { do: 'reject', target: of(TOLL) }), accept).items).length, 2);
});

test('an edit sets fields of the record and who says it, never spans or words', () => {
  const set = {
    stance: 'offers',
    holder: 'Maravet',
    content: [],
    words: 'no toll',
    speaker: 'Ketta Amon',
    party: 'Maravet',
  };
  const item = left(judgementAt(1, { do: 'edit', target: of(TOLL), set })).items.find(({ id }) => id === TOLL.id)!;
  assert.ok(item.kind === 'position');
  assert.deepEqual([item.record.stance, item.record.holder], ['offers', 'Maravet']);
  assert.deepEqual([item.words, item.spans, item.record.content], [TOLL.words, TOLL.spans, TOLL.spans]);
  assert.deepEqual(item.by, { name: 'Ketta Amon', party: 'Maravet' });
  assert.equal(item.accepted, true);
});

test('an item whose id changed is found by its report and exact words; one that is gone is named as lost', () => {
  const reject = (target: Target) => judgementAt(1, { do: 'reject', target });
  assert.deepEqual(words(left(reject(of(CHAIR, { id: 'of an older version' }))).items).length, 2);
  const cases: readonly (readonly [string, Target, readonly string[]])[] = [
    ['other words', of(CHAIR, { id: 'old', words: 'two chairs' }), ['j1']],
    ['another kind', of(CHAIR, { id: 'old', kind: 'event' }), ['j1']],
    ['another report, not among these', of(CHAIR, { id: 'old', report: 'elsewhere' }), []],
  ];
  for (const [name, target, lost] of cases) {
    assert.deepEqual(left(reject(target)).lost, lost, name);
    assert.equal(left(reject(target)).items.length, 3, name);
  }
  const twice = [...ITEMS, { ...CHAIR, id: 'another' }];
  assert.deepEqual(judged(twice, [reject(of(CHAIR, { id: 'old' }))]).lost, ['j1'], 'two items with these words');
  assert.deepEqual(judged([], [reject(of(CHAIR))]).lost, ['j1'], 'a report that has nothing any more');
});

test('what is undone is as if it had not been; undoing an undoing brings it back', () => {
  const reject = judgementAt(1, { do: 'reject', target: of(STATEMENT) });
  const undo = judgementAt(2, { do: 'undo', judgement: reject.id });
  const redo = judgementAt(3, { do: 'undo', judgement: undo.id });
  assert.equal(left(reject).items.length, 2);
  assert.equal(left(reject, undo).items.length, 3);
  assert.equal(left(reject, undo, redo).items.length, 2);
});

test('the ledger means the same in whatever order it is given', () => {
  const ledger = [
    judgementAt(1, { do: 'reject', target: of(TOLL) }),
    judgementAt(2, { do: 'accept', target: of(TOLL) }),
    judgementAt(3, { do: 'edit', target: of(CHAIR), set: { stance: 'accepts' } }),
    judgementAt(4, { do: 'undo', judgement: 'j2' }),
    judgementAt(5, { do: 'merge', targets: [entry('a', 'x'), entry('b', 'y')] }),
    judgementAt(6, { do: 'merge', targets: [entry('c', 'z'), entry('b', 'y')] }),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(ledger, { minLength: ledger.length }), (shuffled) => {
      assert.deepEqual(standing(shuffled), standing(ledger));
      assert.deepEqual(judged(ITEMS, shuffled), judged(ITEMS, ledger));
      assert.equal(idsAfterMerges(shuffled, 'actor')('b'), idsAfterMerges(ledger, 'actor')('b'));
    }),
  );
});

test('merged entries stand under the first target, and so do their threads', () => {
  const ledger = [
    judgementAt(1, { do: 'merge', targets: [entry('a', 'x'), entry('b', 'y')] }),
    judgementAt(2, { do: 'merge', targets: [entry('c', 'z'), entry('b', 'y')] }),
    judgementAt(3, { do: 'merge', targets: [entry('d', 'w'), entry('d', 'w')] }),
  ];
  const [id, thread] = [idsAfterMerges(ledger, 'actor'), threadAfterMerges(ledger)];
  assert.deepEqual(['a', 'b', 'c', 'd', 'e'].map(id), ['c', 'c', 'c', 'd', 'e']);
  assert.deepEqual(['x', 'y', 'z', 'w', 'v'].map(thread), ['z', 'z', 'z', 'w', 'v']);
  assert.equal(idsAfterMerges(ledger, 'happening')('b'), 'b', 'of another kind');
});

test('splits gather; an entry is rejected until it is accepted; a talk of one report is an item', () => {
  const split = (minute: number, away: string[]) => judgementAt(minute, { do: 'split', target: entry('a'), away });
  assert.deepEqual(splitsOf([split(1, ['y', 'x']), split(2, ['x', 'z'])], 'actor').get('a'), ['x', 'y', 'z']);
  const reject = judgementAt(1, { do: 'reject', target: { ...entry('t'), kind: 'talk' } });
  const accept = judgementAt(2, { do: 'accept', target: { ...entry('t'), kind: 'talk' } });
  assert.deepEqual([...rejectedEntries([reject])], ['talk t']);
  assert.deepEqual([...rejectedEntries([reject, accept])], []);
  const item = judgementAt(1, { do: 'reject', target: { ...entry('t'), kind: 'talk', report: 'r' } });
  assert.deepEqual([...rejectedEntries([item])], []);
});
