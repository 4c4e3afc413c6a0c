/** The whole shared desk with everything round it killed: a small run of `bench/survive.ts`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noServer } from '../src/queue/testing/server.ts';
import { noPostgres } from '../src/store/postgres/testing.ts';
import { run } from './process.ts';
import { ROOT } from './sources.ts';
import { noNamespaces } from './survive/namespaces.ts';
import type { Survived } from './survive/survive.ts';

test('desk, workers, queue and store are killed, a worker frozen, the network cut: the record is that of one machine', {
  skip: noServer || noPostgres,
}, async (t) => {
  const uncut = noNamespaces();
  if (uncut) t.diagnostic(`No network is cut: ${uncut}.`);
  const kinds = ['desk', 'freeze', 'nats', 'postgres', 'worker', ...(uncut ? [] : ['cut'])];
  const { status, out, err } = await run(process.execPath, [
    `${ROOT}bench/survive.ts`,
    '150',
    String(kinds.length),
    '6',
    '3',
  ]);
  assert.equal(status, 0, `${out}\n${err}`);
  const { done, same, dead, doctor, readings } = JSON.parse(out) as Survived;
  assert.deepEqual(Object.keys(done).sort(), kinds.sort());
  for (const [kind, times] of Object.entries(done)) assert.ok(times >= 1, kind);
  assert.deepEqual({ same, dead, doctor }, { same: { jsonl: true, archive: true }, dead: 0, doctor: 'sound' });
  assert.ok(readings >= 150);
});
