import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nodeTooOld, OLDEST_NODE, TESTED_NODE } from './runtime.ts';

test('an old Node is told of in plain words, a new one is not', () => {
  assert.deepEqual(nodeTooOld('18.19.0')?.stop, true);
  assert.match(nodeTooOld('18.19.0')!.message, /does not run on Node 18\.19\.0\. Get Node 24/);
  assert.deepEqual(nodeTooOld(`${OLDEST_NODE}.0.0`)?.stop, false);
  assert.match(nodeTooOld('20.20.2')!.message, /made for Node 24; on Node 20\.20\.2 some letters/);
  assert.equal(nodeTooOld(`${TESTED_NODE}.0.0`), null);
  assert.equal(nodeTooOld('31.1.0'), null);
  assert.equal(nodeTooOld(process.versions.node), null);
});

test('what is told agrees with package.json', () => {
  const own = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    engines: { node: string };
  };
  assert.equal(own.engines.node, `>=${TESTED_NODE}`);
});
