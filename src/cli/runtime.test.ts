import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { OLDEST_NODE, tooOld } from './runtime.ts';

test('an old Node is told of in plain words, a new one is not', () => {
  assert.match(tooOld('20.20.2')!, /needs Node 24 or later, and this is Node 20\.20\.2/);
  assert.equal(tooOld(`${OLDEST_NODE}.0.0`), null);
  assert.equal(tooOld('31.1.0'), null);
  assert.equal(tooOld(process.versions.node), null);
});

test('what is told agrees with package.json', () => {
  const own = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    engines: { node: string };
  };
  assert.equal(own.engines.node, `>=${OLDEST_NODE}`);
});
