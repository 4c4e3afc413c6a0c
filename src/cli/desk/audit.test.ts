import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderOf, rapporteur } from '../../../test/process.ts';

test('who was given a token, and lost it, stands in the log of deeds; the token does not', async (t) => {
  const home = folderOf(t);
  const people = (...args: string[]) => rapporteur(['people', ...args, '--home', home]);
  const { out } = await people('add', 'Ilse D.', '--role', 'correct');
  await people('remove', 'Ilse D.');
  assert.equal((await people('remove', 'Ilse D.')).status, 1);
  const log = readFileSync(join(home, 'audit.jsonl'), 'utf8');
  const deeds = log.trim().split('\n');
  assert.deepEqual(
    deeds.map((line) => JSON.parse(line).what),
    ['Give Ilse D. a token, to correct', 'Take the token of Ilse D. back'],
  );
  assert.ok(out.trim().length > 20 && !log.includes(out.trim()));
});
