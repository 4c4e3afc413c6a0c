import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchesOf } from './dropped.ts';

const file = (size: number) => ({ file: { size } });

test('much is handed over in parts, in order, none left out', () => {
  const given = [10, 10, 10, 50, 1, 1].map(file);
  const parts = batchesOf(given, 3, 25);
  assert.deepEqual(
    parts.map((p) => p.map((g) => g.file.size)),
    [[10, 10], [10], [50], [1, 1]],
  );
  assert.deepEqual(parts.flat(), given);
  assert.deepEqual(batchesOf([]), []);
  assert.equal(
    batchesOf(
      Array.from({ length: 10 }, () => file(0)),
      4,
      25,
    ).length,
    3,
  );
});
