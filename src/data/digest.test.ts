import assert from 'node:assert/strict';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderOf } from '../../test/process.ts';
import { loadDataDigest } from './digest.ts';

test('whoever changes, adds or renames a lexicon has another digest, and whoever changes nothing has not', (t) => {
  const files = { 'cues.yaml': 'said: report\n', 'moods.yaml': 'would: offer\n' };
  const folder = folderOf(t, files);
  const first = loadDataDigest(folder);
  assert.equal(loadDataDigest(folderOf(t, files)), first);
  const seen = new Set([first]);
  const changes = [
    () => writeFileSync(join(folder, 'cues.yaml'), 'said: deny\n'),
    () => renameSync(join(folder, 'cues.yaml'), join(folder, 'acts.yaml')),
    () => mkdirSync(join(folder, 'en')),
    () => writeFileSync(join(folder, 'en/new.yaml'), ''),
  ];
  for (const change of changes) {
    change();
    seen.add(loadDataDigest(folder));
  }
  // An empty folder is no lexicon.
  assert.equal(seen.size, changes.length);
  assert.match(loadDataDigest(), /^[0-9a-f]{16}$/);
});
