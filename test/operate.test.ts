/** The page for operators: its commands run as written. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { noServer } from '../src/queue/testing/server.ts';
import { noPostgres } from '../src/store/postgres/testing.ts';
import { run } from './process.ts';
import { ROOT } from './sources.ts';
import { noNamespaces } from './survive/namespaces.ts';

const skip =
  noServer ||
  noPostgres ||
  noNamespaces() ||
  (spawnSync('curl', ['--version']).status === 0 ? false : 'curl is not installed (Debian: apt-get install curl)');

test('the commands of docs/operate.md run as they stand', { skip }, async () => {
  const { status, out, err } = await run(process.execPath, [
    `${ROOT}test/survive/apart.ts`,
    `${ROOT}test/operate-run.ts`,
  ]);
  assert.equal(status, 0, `${out}\n${err}`);
  assert.match(out, /"event":"stopped"/);
});
