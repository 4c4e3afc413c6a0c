import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Period } from './period.ts';

test('a period holds its own numbers and no others, in whatever order they came', () => {
  const period = new Period([9, 3, 4_000_000_001, 3, 1]);
  for (const n of [1, 3, 9, 4_000_000_001]) assert.ok(period.has(n), String(n));
  for (const n of [0, 2, 4, 10, 4_000_000_002]) assert.ok(!period.has(n), String(n));
  assert.ok(!new Period([]).has(0));
});
