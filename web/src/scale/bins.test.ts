import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Mark } from '../../../src/store/store.ts';
import { manyMarks } from '../../fixture/views.ts';
import { addDays, startOf } from '../dates.ts';
import { barHeight, binsOf, extentOf } from './bins.ts';
import { zoomed } from './period.ts';
import { mondayOf, weeksBetween } from './weeks.ts';

const mark = (start: string, end: string | null = null): Mark => ({
  lane: 'words',
  kind: 'line',
  id: start,
  party: 'Halvia',
  start,
  end,
  title: '',
  glyph: 'demands',
  solid: true,
  sure: true,
});
const scale = (from: string, to: string, width: number) => (t: number) =>
  ((t - startOf(from)) / (startOf(to) - startOf(from))) * width;

test('marks near each other come together; those far apart stay alone', () => {
  const marks = [mark('2031-03-01'), mark('2031-03-01'), mark('2031-03-02'), mark('2031-03-20')];
  const bins = binsOf(marks, scale('2031-03-01', '2031-03-31', 300), 300, 14);
  assert.deepEqual(
    bins.map((b) => b.marks.length),
    [2, 1, 1],
  );
  assert.deepEqual(
    binsOf(marks, scale('2031-01-01', '2031-12-31', 300), 300, 14).map((b) => b.marks.length),
    [3, 1],
  );
});

test('of a bar it is told what is only possible, and what of the rest is not told by one side alone', () => {
  const [day, possible] = ['2031-03-01', { sure: false }];
  const marks = [mark(day), { ...mark(day), solid: false }, { ...mark(day), ...possible }];
  const [bin] = binsOf(marks, scale('2031-03-01', '2031-03-31', 300), 300, 14);
  assert.deepEqual([bin?.n, bin?.possible, bin?.solid], [3, 1, 1]);
});

test('ten thousand marks take no more room than there is, and none is lost', () => {
  const bins = binsOf(manyMarks, scale('2030-01-01', '2032-01-01', 1200), 1200, 14);
  assert.ok(bins.length <= Math.ceil(1200 / 14));
  assert.equal(
    bins.reduce((n, b) => n + b.marks.length, 0),
    10_000,
  );
});

test('what lies outside is left out', () => {
  assert.deepEqual(binsOf([mark('2030-01-01'), mark('never')], scale('2031-03-01', '2031-03-31', 300), 300, 14), []);
});

test('what is not told to the day reaches over its month or year', () => {
  assert.deepEqual(extentOf(mark('2031-02')), { from: startOf('2031-02-01'), to: startOf('2031-03-01'), exact: false });
  assert.deepEqual(extentOf(mark('2031-03-05', '2031-03-08')), {
    from: startOf('2031-03-05'),
    to: startOf('2031-03-09'),
    exact: true,
  });
});

test('few are seen beside many', () => {
  assert.equal(barHeight(100, 100, 40), 40);
  assert.equal(barHeight(1, 10_000, 40), 3);
  assert.ok(barHeight(25, 100, 40) === 20);
});

test('a period moves by its own length and narrows to its middle', () => {
  assert.deepEqual(zoomed('2031-03-01', '2031-03-10', 1, 1), ['2031-03-11', '2031-03-20']);
  assert.deepEqual(zoomed('2031-03-01', '2031-03-20', 0.5, 0), ['2031-03-06', '2031-03-15']);
  const [from, to] = zoomed('2031-03-05', '2031-03-06', 0.1, 0);
  assert.ok(to >= addDays(from, 2), 'never closer than three days');
});

test('weeks begin on Mondays', () => {
  assert.equal(mondayOf('2031-03-26'), '2031-03-24');
  assert.equal(mondayOf('2031-03-24'), '2031-03-24');
  assert.deepEqual(weeksBetween('2031-03-26', '2031-04-08'), ['2031-03-24', '2031-03-31', '2031-04-07']);
});
