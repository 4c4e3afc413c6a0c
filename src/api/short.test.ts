import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PositionLine, PositionPoint, Unanswered, WordsAndDeeds } from '../case.ts';
import type { Cell, Matrix, Overview } from '../store/store.ts';
import { briefEntry, matrixOfParties, shortLine, shortOverview } from './short.ts';

const point = (n: number, day: string | null): PositionPoint => ({
  id: `p${n}`,
  day,
  stance: 'demands',
  voice: 'self',
  by: { name: 'Aldren Voss', party: 'Halvia' } as PositionPoint['by'],
  words: `"the Front must leave Nerith", said ${n} times`,
  objects: [],
  condition: null,
  precondition: false,
  confidence: 1,
  evidence: [],
});

const dayOf = (n: number): string =>
  `2031-${String(1 + Math.floor(n / 28)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;

function line(dated: number, undated: number, earlier = 0): PositionLine {
  const points = [
    ...Array.from({ length: dated }, (_, n) => point(n, dayOf(n))),
    ...Array.from({ length: undated }, (_, n) => point(dated + n, null)),
  ];
  const support = { reports: 1, outlets: 1, originators: 1, copies: 0, first: null, last: null };
  const now = points[Math.max(dated - 1, 0)]!;
  const claimed: PositionLine['claimed'] = [];
  return {
    id: 'l',
    holder: 'Halvia',
    issue: 'TERR_STATUS',
    points,
    now,
    claimed,
    observed: [],
    split: [],
    scopes: [],
    confidence: 1,
    earlier,
    support,
  };
}

test('a line in short has its newest points, and counts all that it leaves out', () => {
  for (const [dated, undated, earlier, first, shownDated, shownUndated] of [
    [30, 0, 0, 'p0', 30, 0],
    [31, 0, 0, 'p1', 30, 0],
    [300, 0, 1518, 'p270', 30, 0],
    [300, 5, 0, 'p275', 25, 5],
    [100, 60, 0, 'p85', 15, 15],
    [10, 60, 0, 'p0', 10, 20],
    [0, 60, 0, 'p0', 0, 30],
  ] as const) {
    const whole = line(dated, undated, earlier);
    const short = shortLine(whole);
    assert.equal(short.points[0]?.id, first);
    assert.equal(short.points.filter(({ day }) => day !== null).length, shownDated);
    assert.equal(short.points.filter(({ day }) => day === null).length, shownUndated);
    assert.equal(short.points.length + short.earlier, dated + undated + earlier);
    assert.equal(short.now, whole.now);
    if (shownDated > 0)
      assert.ok(
        short.points.some(({ id }) => id === `p${dated - 1}`),
        'the newest is among them',
      );
  }
});

test('a line of a brief says what stands now', () => {
  const whole = line(60, 3, 7);
  const short = briefEntry(whole) as PositionLine;
  assert.equal(short.now, whole.now);
  assert.deepEqual([short.points.length, short.earlier], [0, 70]);
});

test('an overview in short keeps every line that it opens on, and drops the evidence behind it', () => {
  const proof = [{ item: 'i' }] as unknown as Unanswered['point']['evidence'];
  const week = (n: number, party: string) =>
    ({ party, week: `2031-01-${String(n).padStart(2, '0')}` }) as WordsAndDeeds;
  const pair = { a: 'one', b: 'other', evidence: proof };
  const whole = {
    stickingPoints: [{ issue: 'SEAT', reasons: ['first', 'second'], opposed: [pair, pair], blocked: [pair] }],
    agreed: [{ issue: 'AID', parties: ['Halvia'], lines: ['one'], evidence: [...proof, ...proof] }],
    unanswered: [],
    nextTalks: [],
    latestTalks: [],
    openDisputes: [],
    wordsAndDeeds: Array.from({ length: 20 }, (_, i) => week(i + 1, 'Halvia')),
  } as unknown as Overview;
  const short = shortOverview(whole);
  const [point] = short.stickingPoints;
  assert.deepEqual(
    [...point!.opposed, ...point!.blocked].map(({ a, b, evidence }) => [a, b, evidence.length]),
    [pair, pair, pair].map(({ a, b }) => [a, b, 0]),
  );
  assert.deepEqual(point!.reasons, ['first']);
  assert.equal(short.agreed[0]!.evidence.length, 1);
  assert.deepEqual([short.wordsAndDeeds.length, short.wordsAndDeeds[0]!.week], [16, '2031-01-05']);
});

test('a table for some parties keeps their columns, and says how many parties there are', () => {
  const cell = (holder: string) => ({ holder }) as Cell;
  const whole: Matrix = { parties: ['Halvia', 'Maravet'], issues: ['SEAT'], cells: [cell('Halvia'), cell('Maravet')] };
  const some = matrixOfParties(whole, ['Maravet']);
  assert.deepEqual(
    some.cells.map(({ holder }) => holder),
    ['Maravet'],
  );
  assert.deepEqual(some.parties, whole.parties);
});
