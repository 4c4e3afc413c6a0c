import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evidence, FigureRange } from '../../../src/case.ts';
import { axisOf, envelopeOf, figureWords, shapeOf } from './figures.ts';

const evidence = {} as Evidence;
const figure = (by: string, ...told: readonly (readonly [number | null, number | null])[]): FigureRange => ({
  what: 'killed',
  by,
  told: told.map(([low, high], i) => ({ day: `2031-03-2${i}`, low, high, words: '', evidence })),
});

test('exact, a range, open above, open below, words alone', () => {
  assert.deepEqual(shapeOf({ low: 9, high: 9 }, 30), { kind: 'exact', from: 9, to: 9 });
  assert.deepEqual(shapeOf({ low: 14, high: 19 }, 30), { kind: 'range', from: 14, to: 19 });
  assert.deepEqual(shapeOf({ low: 17, high: null }, 30), { kind: 'atLeast', from: 17, to: 30 });
  assert.deepEqual(shapeOf({ low: null, high: 5 }, 30), { kind: 'atMost', from: 0, to: 5 });
  assert.equal(shapeOf({ low: null, high: null }, 30), null);
});

test('figures in words', () => {
  assert.equal(figureWords({ low: 9, high: 9 }), '9');
  assert.equal(figureWords({ low: 14, high: 19 }), '14 to 19');
  assert.equal(figureWords({ low: 1700, high: null }), '1,700 or more');
  assert.equal(figureWords({ low: null, high: 5 }), 'up to 5');
  assert.equal(figureWords({ low: null, high: null }), '');
});

test('the axis begins at nought and holds every figure, with room behind an open end', () => {
  const told = [figure('Maravet', [6, 6], [9, 9]), figure('Halvia', [17, null]), figure('Front', [20, 25])];
  const { end, ticks } = axisOf(told);
  assert.ok(end >= 25);
  assert.equal(ticks[0], 0);
  assert.equal(ticks.at(-1), end);
  assert.ok(axisOf([figure('Halvia', [17, null])]).end > 17);
  assert.ok(axisOf([figure('a ferry hand', [null, null])]).end > 0);
});

test('the last row spans all that is claimed now and never finds a middle', () => {
  const all = [figure('Maravet', [6, 6], [9, 9]), figure('Halvia', [17, null]), figure('Front', [20, 25])];
  assert.deepEqual(envelopeOf(all), { low: 9, high: null, words: '9, no upper end. No number fits all.' });
  assert.deepEqual(envelopeOf([figure('A', [14, 19]), figure('B', [17, null])]), {
    low: 14,
    high: null,
    words: '14, no upper end. 17 to 19 fits all.',
  });
  assert.deepEqual(envelopeOf([figure('A', [2, 4]), figure('B', [3, 8])]), {
    low: 2,
    high: 8,
    words: '2 to 8. 3 to 4 fits all.',
  });
  assert.equal(envelopeOf([figure('a ferry hand', [null, null])]), null);
});
