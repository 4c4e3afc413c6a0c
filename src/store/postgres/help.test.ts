/** Several programs that make the record of one case at the same time. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { openHelper } from '../help.ts';
import { openStore } from '../open.ts';
import type { Store } from '../store.ts';
import { FAKE, PRODUCER, reportNumber } from '../testing.ts';
import { casesOf } from './cases.ts';
import { noPostgres, type PostgresServer, postgresServer } from './testing.ts';

const options = { consolidation: FAKE, producer: PRODUCER };

let server: PostgresServer;
before(async () => {
  if (!noPostgres) server = await postgresServer();
});
after(async () => {
  await server?.close();
});

/** All that the record shows. */
async function recordOf(store: Store): Promise<unknown> {
  const all = { limit: 500 };
  const [lines, talks, happenings, disputes, actors] = await Promise.all([
    store.lines(all),
    store.talks(all),
    store.happenings(all),
    store.disputes(all),
    store.actors(all),
  ]);
  return [lines, talks, happenings, disputes, actors, await store.overview(), await store.wordsAndDeeds()];
}

test('whoever helps makes the same record, also while reports come, judgements are made and helpers fail', {
  skip: noPostgres,
}, async () => {
  const reports = Array.from({ length: 60 }, (_, n) => reportNumber(n));
  const alone = await openStore(`${server.url}?case=alone`, options);
  const shared = await openStore(`${server.url}?case=helped`, options);
  const helpers = await Promise.all([1, 2, 3].map(() => openHelper(server.url, 'rapporteur_helped', options)));
  let working = true;
  let made = 0;
  const helping = helpers.map(async (helper) => {
    while (working) {
      const some = await helper.help();
      made += some;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });
  const judged = async (store: Store): Promise<void> => {
    const { rows } = await store.items('position', { limit: 1 });
    const { id, report, words } = rows[0]!;
    const target = { kind: 'position', id, report: report.id, words } as const;
    await store.judge({
      id: 'j1',
      at: '2031-05-01T00:00:00Z',
      by: 'Ilse D.',
      action: { do: 'reject', target },
    } as never);
  };
  for (const store of [alone, shared]) {
    for (let at = 0; at < reports.length; at += 6) {
      await store.add(reports.slice(at, at + 6));
      if (at === 30) {
        while ((await store.consolidate()).left > 0);
        await judged(store);
      }
    }
    while ((await store.consolidate()).left > 0);
  }
  working = false;
  await Promise.all(helping);
  assert.ok(made > 0);
  assert.deepEqual(await shared.check(), []);
  assert.deepEqual(await recordOf(shared), await recordOf(alone));
  for (const one of [...helpers, alone, shared]) await one.close();
});

test('a helper refuses a case that is kept by other rules, makes no case, and finds those that there are', {
  skip: noPostgres,
}, async () => {
  const store = await openStore(`${server.url}?case=rules`, options);
  await store.add([reportNumber(1)]);
  const other = await openHelper(server.url, 'rapporteur_rules', { consolidation: { ...FAKE, version: 'other' } });
  await assert.rejects(other.help(), { name: 'StoreError', code: 'other-version' });
  const same = await openHelper(server.url, 'rapporteur_rules', options);
  assert.ok((await same.help()) > 0);
  assert.equal(await same.help(), 0);
  assert.equal((await store.consolidate(0)).left, 0);
  for (const one of [other, same, store]) await one.close();
  await assert.rejects(openHelper(server.url, 'rapporteur_nowhere', options));
  const names = await casesOf(server.url);
  assert.ok(names.includes('rapporteur_rules') && !names.includes('rapporteur_nowhere'));
});

test('a case is free when the connection of whoever had it has ended, on whatever machine that was', {
  skip: noPostgres,
}, async () => {
  const url = `${server.url}?case=taken`;
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const holderIs = (holder: object) =>
    client.query('UPDATE rapporteur_taken.cases SET holder = $1', [JSON.stringify(holder)]);
  const elsewhere = { pid: 77, host: 'elsewhere', since: '2031-01-01', started: null };

  const first = await openStore(url, options);
  await assert.rejects(openStore(url, options), { code: 'locked', message: /process \d+ on this machine/ });
  const secret = url.replace('tester@', 'tester:kittiwake@');
  await assert.rejects(openStore(secret, options), (error: Error) => !error.message.includes('kittiwake'));
  // As another machine would see it.
  const { rows } = await client.query('SELECT holder FROM rapporteur_taken.cases');
  await holderIs({ ...JSON.parse(rows[0].holder), host: 'elsewhere' });
  await assert.rejects(openStore(url, options), { code: 'locked', message: /on elsewhere.*free by itself/ });
  await client.query('UPDATE rapporteur_taken.cases SET holder = $1', [rows[0].holder]);
  await first.close();

  // One that went without a word, and one of a version that had no connection for it.
  await holderIs({ ...elsewhere, connected: true });
  const second = await openStore(url, options);
  await second.add([reportNumber(1)]);
  await holderIs(elsewhere);
  await assert.rejects(openStore(url, options), { code: 'locked', message: /--unlock/ });
  // It was taken from the second by force: that writes nothing any more.
  const third = await openStore(url, { ...options, breakLock: true });
  await third.add([reportNumber(2)]);
  await assert.rejects(second.add([reportNumber(3)]), { code: 'locked', message: /was taken from this program/ });
  await assert.rejects(second.reports(), { code: 'locked' });
  assert.equal((await third.reports()).total, 2);
  await second.close();
  await assert.rejects(openStore(url, options), { code: 'locked' });

  // A connection that is lost is made anew.
  await client.query(`SELECT pg_terminate_backend(pid) FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()`);
  const isKept = async (): Promise<boolean> =>
    (await client.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted")).rowCount === 1;
  for (let i = 0; !(await isKept()); i += 1) {
    assert.ok(i < 100);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await third.add([reportNumber(3)]);
  assert.equal((await third.reports()).total, 3);
  await third.close();
  await client.end();
});
