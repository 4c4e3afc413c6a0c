import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { GOLDEN_CASE, goldenCase } from './case.ts';

test('the samples give the case that was looked at and found right; if it should change: npm run golden', async () => {
  const files = await goldenCase();
  assert.deepEqual(readdirSync(GOLDEN_CASE).sort(), [...files.keys()].sort());
  for (const [name, text] of files) assert.equal(text, readFileSync(new URL(name, GOLDEN_CASE), 'utf8'), name);
});
