import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PositionPoint } from '../../case.ts';
import { lineIn, recordBy } from '../testing.ts';
import { narrowedTo } from './standing-point.ts';

const told = (outlet: string, day: string, words: string, stance: 'demands' | 'rejects', confidence: number) => ({
  outlet,
  day,
  positions: [{ holder: 'Halvia', issue: 'SEA_TRADE', stance, words, confidence }],
});
const line = lineIn(
  recordBy([
    told('Courier', '2031-03-01', 'no search of any kind', 'rejects', 0.9),
    told('Post', '2031-03-04', 'searches all the same', 'demands', 0.7),
    told('Ledger', '2031-03-09', 'that every hull be opened', 'demands', 0.6),
  ]),
);
const from = (day: string): readonly PositionPoint[] => line.points.filter((point) => point.day! >= day);

test('what stands in a part of a line goes by the same rule as in the whole', () => {
  assert.deepEqual([line.now.words, line.confidence], ['no search of any kind', 0.9]);
  assert.deepEqual(narrowedTo(line, line.points), line);
  const later = narrowedTo(line, from('2031-03-02'));
  assert.deepEqual([later?.now.words, later?.confidence], ['that every hull be opened', 0.79]);
  assert.equal(narrowedTo(line, []), null);
});
