/** PostgreSQL as the store: the suite of the store on a real server, and what only a server can do. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Queries } from '../database.ts';
import { openStore } from '../open.ts';
import { FAKE, PRODUCER, reportNumber } from '../testing.ts';
import { openPostgres } from './database.ts';
import { noPostgres, type PostgresServer, postgresServer } from './testing.ts';

const SUITE = ['store', 'consolidate', 'copied-times', 'judge/judge', 'lists/memo', 'lists/sure', 'search/search'].map(
  (name) => fileURLToPath(new URL(`../${name}.test.ts`, import.meta.url)),
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

test('of many that open a new case at once one makes its tables, once, and one may write', {
  skip: noPostgres,
}, async () => {
  const url = `${server.url}?case=race`;
  const tried = await Promise.allSettled(Array.from({ length: 8 }, () => openStore(url, options)));
  const open = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const refused = tried.flatMap((one) => (one.status === 'rejected' ? [one.reason.code ?? String(one.reason)] : []));
  assert.equal(open.length, 1);
  assert.deepEqual(new Set(refused), new Set(['locked']));
  await open[0]!.add([reportNumber(1)]);
  assert.deepEqual(await open[0]!.check(), []);
  await open[0]!.close();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query(
    'SELECT count(*)::int AS times, count(DISTINCT number)::int AS steps FROM rapporteur_race.migrations',
  );
  assert.ok(rows[0].steps > 0);
  assert.equal(rows[0].times, rows[0].steps);
  await client.end();
});

test('a number that this program could only round is refused, not rounded', { skip: noPostgres }, async () => {
  const db = await openPostgres(server.url, { schema: 'rapporteur_numbers' });
  const largest = Number.MAX_SAFE_INTEGER;
  const read = (sql: string): Promise<unknown> =>
    db.read(async (queries) => (await queries.all<{ n: number }>(sql))[0]!.n);
  assert.equal(await read(`SELECT ${largest}::bigint AS n`), largest);
  assert.equal(await read(`SELECT ${-largest}::bigint AS n`), -largest);
  await assert.rejects(read('SELECT 9007199254740993::bigint AS n'), /9007199254740993 is too large a number/);
  await db.close();
});

test('commands whose answers nobody waits for are done in order; a fault among them undoes all and is told as it was', {
  skip: noPostgres,
}, async () => {
  const db = await openPostgres(server.url, { schema: 'rapporteur_order' });
  await db.write((queries) =>
    queries.script(
      'CREATE TABLE written (mark bigint); CREATE TABLE t (a bigint, b text, n bigint, PRIMARY KEY (a, b))',
    ),
  );
  const put = 'INSERT INTO t (a, b, n) VALUES (?, ?, ?) ON CONFLICT (a, b) DO UPDATE SET n = excluded.n';
  const sum = (): Promise<unknown> =>
    db.read(
      async (queries) =>
        (await queries.first<{ told: string }>("SELECT count(*) || '/' || sum(n) AS told FROM t"))?.told,
    );
  const rows = Array.from({ length: 777 }, (_, i) => [i, 'x', 1] as const);
  await db.write(async (queries) => {
    await queries.each(put, rows);
    await queries.each(
      put,
      rows.slice(0, 300).map(([a, b]) => [a, b, 3]),
    );
    await queries.each(
      'DELETE FROM t WHERE a = ? AND b = ?',
      rows.slice(200).map(([a, b]) => [a, b]),
    );
    for (let i = 0; i < 600; i += 1) await queries.run('UPDATE t SET n = n + 1 WHERE a = ? AND b = ?', [i, 'x']);
    await queries.each(put, [[0, 'x', 5]]);
  });
  assert.equal(await sum(), '200/801');
  const doubled = async (queries: Queries): Promise<void> => {
    await queries.run('DELETE FROM t');
    await queries.run('INSERT INTO t (a, b, n) VALUES (?, ?, ?)', [9, 'y', 0]);
    await queries.run('INSERT INTO t (a, b, n) VALUES (?, ?, ?)', [9, 'y', 0]);
  };
  await assert.rejects(db.write(doubled), /duplicate key/);
  await assert.rejects(
    db.write(async (queries) => {
      await doubled(queries);
      for (let i = 0; i < 300; i += 1) await queries.run('UPDATE t SET n = 0 WHERE a = ?', [i]);
      await queries.first('SELECT 1');
    }),
    /duplicate key/,
  );
  await assert.rejects(
    db.write(async (queries) => {
      await doubled(queries);
      await queries.first('SELECT a FROM t');
    }),
    /duplicate key/,
  );
  assert.equal(await sum(), '200/801');
  // What was refused only because of the fault before it is prepared anew.
  assert.equal((await db.write((queries) => queries.all('SELECT a FROM t'))).length, 200);
  await db.write((queries) => queries.run('DELETE FROM t'));
  assert.equal(await sum(), null);
  await db.close();
});

test('moments are kept as they were written, wherever server and program are', { skip: noPostgres }, async () => {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query("ALTER ROLE tester SET timezone = 'Pacific/Chatham'");
  await client.end();
  const store = await openStore(`${server.url}?case=zones`, { ...options, now: () => '2031-03-30T01:30:00.000Z' });
  const moments = ['2031-03-04T23:30:00+05:30', '2031-03-04T23:30:00Z', '2031-03-04', '2031-03-31T02:30:00-03:30'];
  await store.add(
    moments.map((published, i) => {
      const { document, reading } = reportNumber(i);
      return {
        document: { ...document, published },
        reading: { ...reading, document: { ...reading.document, published } },
      };
    }),
  );
  for (const [i, published] of moments.entries()) {
    const whole = await store.report(reportNumber(i).document.text_sha256);
    assert.equal(whole?.reading.document.published, published);
    assert.equal(whole?.row.added, '2031-03-30T01:30:00.000Z');
    assert.equal(whole?.row.day, published.slice(0, 10));
  }
  await store.close();
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

/** Every table that holds what a report is, and its column with the report's digest. */
const BY_DIGEST = {
  reports: 'digest',
  report_bodies: 'report',
  report_notes: 'report',
  sketches: 'report',
  items: 'report',
  item_bodies: 'report',
  search: 'report',
  judgement_reports: 'report',
  entry_reports: 'report',
} as const;

test('a case goes on with its tables parted by the digests of its reports', { skip: noPostgres }, async () => {
  const [one, parted] = [`${server.url}?case=unparted`, `${server.url}?case=parted`];
  const told: unknown[] = [];
  for (const url of [one, parted]) {
    const first = await openStore(url, options);
    await first.add(Array.from({ length: 20 }, (_, i) => reportNumber(i)));
    await first.consolidate();
    await first.close();
    if (url === parted) {
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query('SET search_path TO rapporteur_parted');
      for (const [table, column] of Object.entries(BY_DIGEST)) {
        // The server refuses this where a key does not have the column.
        await client.query(`ALTER TABLE ${table} RENAME TO whole;
          CREATE TABLE ${table} (LIKE whole INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES)
            PARTITION BY HASH (${column})`);
        for (const part of [0, 1, 2, 3]) {
          await client.query(`CREATE TABLE ${table}_${part} PARTITION OF ${table}
            FOR VALUES WITH (MODULUS 4, REMAINDER ${part})`);
        }
        await client.query(`INSERT INTO ${table} SELECT * FROM whole; DROP TABLE whole CASCADE`);
      }
      await client.end();
    }
    const store = await openStore(url, options);
    await store.add(Array.from({ length: 20 }, (_, i) => reportNumber(10 + i)));
    const { document, reading } = reportNumber(3);
    await store.add([{ document, reading: { ...reading, producer: { version: '2.0.0', models: {} } } }]);
    while ((await store.consolidate()).left > 0);
    assert.deepEqual(await store.check(), []);
    const { rows, total } = await store.search({ words: 'guns', limit: 500 });
    told.push([
      total,
      new Set(rows.map(({ kind, id }) => `${kind} ${id}`)),
      await store.overview(),
      await store.items('statement', { party: 'Halvia' }),
      await store.lines(),
      (await store.report(reportNumber(3).document.text_sha256))?.items,
    ]);
    await store.close();
  }
  assert.deepEqual(told[1], told[0]);
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
