/** PostgreSQL as the store: the suite of the store on a real server, and what only a server can do. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore } from '../open.ts';
import { FAKE, PRODUCER, reportNumber } from '../testing.ts';
import { noPostgres, type PostgresServer, postgresServer } from './testing.ts';

const SUITE = ['store', 'consolidate', 'judge/judge', 'search/search'].map((name) =>
  fileURLToPath(new URL(`../${name}.test.ts`, import.meta.url)),
);
const options = { consolidation: FAKE, producer: PRODUCER };

let server: PostgresServer;
before(async () => {
  if (!noPostgres) server = await postgresServer();
});
after(async () => {
  await server?.close();
});

test('the whole suite of the store holds on PostgreSQL', { skip: noPostgres }, () => {
  const env: NodeJS.ProcessEnv = { ...process.env, RAPPORTEUR_TEST_STORE: server.url };
  // Otherwise the inner run would report to the outer one.
  delete env['NODE_TEST_CONTEXT'];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--test', '--test-reporter=tap', ...SUITE], {
    encoding: 'utf8',
    env,
    timeout: 300_000,
  });
  assert.equal(status, 0, stdout + stderr);
  assert.ok(Number(/^# pass (\d+)$/m.exec(stdout)?.[1]) >= 15, stdout.slice(-500));
});

test('cases of one server do not meet', { skip: noPostgres }, async () => {
  const one = await openStore(`${server.url}?case=one`, options);
  const two = await openStore(`${server.url}?case=two`, options);
  await one.add([reportNumber(1), reportNumber(2)]);
  await two.add([reportNumber(2)]);
  assert.deepEqual([(await one.reports()).total, (await two.reports()).total], [2, 1]);
  assert.equal(
    (await two.search({ words: 'battery' })).total,
    (await two.search({ words: 'battery', party: 'none' })).total,
  );
  await one.close();
  await two.close();
});

test('a server that dies in the middle loses no report and halves none', { skip: noPostgres }, async () => {
  const reports = Array.from({ length: 30 }, (_, i) => reportNumber(1000 + i));
  const store = await openStore(`${server.url}?case=dies`, options);
  await store.add(reports.slice(0, 10));
  const failing = store.add(reports.slice(10)).then(
    () => 'added',
    (error: { code?: string }) => error.code ?? String(error),
  );
  await server.kill();
  const outcome = await failing;
  await server.start();
  const left = (await store.reports()).total;
  assert.equal(left, outcome === 'added' ? 30 : 10);
  await store.add(reports);
  assert.equal((await store.reports()).total, 30);
  assert.deepEqual(await store.check(), []);
  await store.close();
});

test('what is the matter with a server is told in plain words', { skip: noPostgres }, async () => {
  await assert.rejects(openStore('postgresql://tester@127.0.0.1:1/postgres', options), {
    code: 'busy',
    message: /does not answer/,
  });
  await assert.rejects(openStore(server.url.replace(/postgres$/, 'nowhere'), options), {
    code: 'not-a-case',
    message: /createdb/,
  });
  const secret = 'postgresql://tester:kittiwake@127.0.0.1:1/postgres';
  await assert.rejects(openStore(secret, options), (error: Error) => !error.message.includes('kittiwake'));
});
