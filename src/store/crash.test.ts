import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { killAt } from './testing/crash.ts';
import { folder } from './testing.ts';

test('killed at any moment of adding, no report is lost, doubled or half-read after the re-run', async (t) => {
  // From right after the opening to the middle of the work; how far each gets is the machine's affair.
  const moments = [0, 1, 3, 7, 12, 20, 33, 45, 60, 80, 100, 130];
  const { killed, problems } = await killAt(join(folder(t), 'case.db'), 120, moments);
  assert.deepEqual(problems, []);
  assert.ok(killed > 0);
});
