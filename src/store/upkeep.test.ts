import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { migrate } from './migrate.ts';
import { openStore } from './open.ts';
import { MIGRATIONS } from './sql/migrations/migrations.ts';
import { openSqlite } from './sqlite/database.ts';
import { FAKE, folder, PRODUCER, reportNumber } from './testing.ts';

const options = { consolidation: FAKE, producer: PRODUCER };
const ended = 2 ** 22 + 1;

test('one process at a time changes a case; who holds it is named, and one that is gone holds nothing', async (t) => {
  const path = join(folder(t), 'case.db');
  const store = await openStore(path, { ...options, now: () => '2031-03-04T05:06:07.000Z' });
  await assert.rejects(openStore(path, options), {
    code: 'locked',
    message: new RegExp(`being changed by process ${process.pid} on this machine since 2031-03-04T05:06:07.000Z`),
  });
  const reader = await openStore(path, { ...options, readOnly: true });
  await store.add([reportNumber(1)]);
  assert.equal((await reader.reports()).total, 1);
  await assert.rejects(reader.add([reportNumber(2)]), { code: 'read-only' });
  await reader.close();
  await store.close();

  const hold = (holder: object): void => {
    const db = new DatabaseSync(path);
    db.prepare('UPDATE cases SET holder = ?').run(JSON.stringify(holder));
    db.close();
  };
  const since = '2031-03-04T05:06:07.000Z';
  // A number of a process that cannot be, and one that is another process by now.
  hold({ pid: ended, host: hostname(), since, started: null });
  await (await openStore(path, options)).close();
  if (existsSync('/proc/self/stat')) {
    hold({ pid: process.pid, host: hostname(), since, started: '1' });
    await (await openStore(path, options)).close();
  }
  hold({ pid: ended, host: 'elsewhere', since, started: null });
  await assert.rejects(openStore(path, options), { code: 'locked', message: /on elsewhere since .*--unlock/ });
  await (await openStore(path, { ...options, breakLock: true })).close();
});

test('every older form is brought to the present one, once; a newer one is refused', async (t) => {
  for (let old = 0; old <= MIGRATIONS.length; old += 1) {
    const path = join(folder(t), 'case.db');
    const db = openSqlite(path);
    await db.write((queries) => migrate(queries, '2031-01-01', MIGRATIONS.slice(0, old)));
    assert.equal(await db.write((queries) => migrate(queries, '2031-01-02')), MIGRATIONS.length - old);
    assert.equal(await db.write((queries) => migrate(queries, '2031-01-03')), 0);
    await db.close();
    const store = await openStore(path, options);
    await store.add([reportNumber(1)]);
    await store.consolidate();
    assert.deepEqual(await store.check(), []);
    await store.close();
  }
  const path = join(folder(t), 'case.db');
  const db = openSqlite(path);
  const more = [...MIGRATIONS, () => ['CREATE TABLE later (id INTEGER)']];
  await db.write((queries) => migrate(queries, '2031-01-01', more));
  await db.close();
  await assert.rejects(openStore(path, options), { code: 'newer', message: /newer version of the program/ });
});

test('who only reads a case of an older form brings it to the present one, unless somebody works with it', async (t) => {
  const path = join(folder(t), 'case.db');
  const db = openSqlite(path);
  await db.write((queries) => migrate(queries, '2031-01-01', MIGRATIONS.slice(0, 3)));
  const hold = (holder: string) =>
    db.write((queries) =>
      queries.script(`DELETE FROM cases; INSERT INTO cases (name, file, consolidation, whole, whole_stale, holder, created)
        VALUES ('Keld', '{}', '1', '{}', 1, '${holder}', '2031-01-01')`),
    );
  await hold(JSON.stringify({ pid: 1, host: 'elsewhere', since: '2031-01-01', started: null }));
  for (const readOnly of [true, false]) {
    await assert.rejects(openStore(path, { ...options, readOnly }), { code: 'locked', message: /on elsewhere/ });
  }
  await hold('');
  const reader = await openStore(path, { ...options, readOnly: true });
  assert.deepEqual(await reader.check(), []);
  await reader.close();
  assert.equal(await db.write((queries) => migrate(queries, '2031-01-03')), 0);
  await db.close();
});

test('a step that fails leaves the older form whole', async (t) => {
  const db = openSqlite(join(folder(t), 'case.db'));
  const steps = [
    () => ['CREATE TABLE a (id INTEGER)'],
    () => ['CREATE TABLE b (id INTEGER)', 'CREATE TABLE b (id INTEGER)'],
  ];
  await assert.rejects(db.write((queries) => migrate(queries, '2031-01-01', steps)));
  assert.equal(await db.write((queries) => migrate(queries, '2031-01-01', steps.slice(0, 1))), 1);
  await db.close();
});

test('a full disk is told in plain words, keeps nothing of the step, and all that was there', async (t) => {
  const path = join(folder(t), 'case.db');
  const store = await openStore(path, { ...options, maxPages: 150 });
  await store.add([reportNumber(0)]);
  const rest = Array.from({ length: 400 }, (_, n) => reportNumber(n + 1));
  await assert.rejects(store.add(rest), { name: 'StoreError', code: 'disk-full', message: /disk is full.*intact/s });
  assert.equal((await store.reports()).total, 1);
  assert.deepEqual(await store.check(), []);
  await store.close();

  const roomy = await openStore(path, options);
  assert.equal((await roomy.add(rest)).filter(({ outcome }) => outcome === 'added').length, 400);
  await roomy.consolidate();
  assert.deepEqual(await roomy.check(), []);
  await roomy.close();
});

test('a folder that cannot be written, a missing one, and another kind of file are told apart', async (t) => {
  const path = folder(t);
  await assert.rejects(openStore(join(path, 'none', 'case.db'), options), { code: 'read-only' });
  const other = join(path, 'notes.txt');
  writeFileSync(other, 'These are notes, not a case. '.repeat(100));
  await assert.rejects(openStore(other, options), { code: 'not-a-case' });
  assert.match(readFileSync(other, 'utf8'), /^These are notes/);
  const file = join(path, 'case.db');
  await (await openStore(file, options)).close();
  chmodSync(file, 0o444);
  chmodSync(path, 0o555);
  // Nothing is closed to root.
  if (process.getuid?.() !== 0) await assert.rejects(openStore(file, options), { code: 'read-only' });
  chmodSync(path, 0o755);
  const empty = join(path, 'empty.db');
  new DatabaseSync(empty).close();
  await assert.rejects(openStore(empty, { ...options, readOnly: true }), { code: 'not-a-case' });
});

test('a backup is whole and free while others write; a file that is there is not replaced', async (t) => {
  const path = folder(t);
  const store = await openStore(join(path, 'case.db'), options);
  await store.add(Array.from({ length: 30 }, (_, n) => reportNumber(n)));
  const told: number[] = [];
  const copying = store.backup(join(path, 'copy.db'), (done, total) => told.push(done / total));
  await store.add([reportNumber(31)]);
  await copying;
  assert.equal(told.at(-1), 1);
  await assert.rejects(store.backup(join(path, 'copy.db')), { code: 'exists' });
  await store.close();
  const copy = await openStore(join(path, 'copy.db'), options);
  assert.ok((await copy.reports()).total >= 30);
  assert.deepEqual(await copy.check(), []);
  await copy.close();
});

test('check names what is broken', async (t) => {
  const path = join(folder(t), 'case.db');
  const store = await openStore(path, options);
  await store.add([reportNumber(1), reportNumber(2)]);
  await store.close();
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  db.exec(
    "DELETE FROM report_bodies WHERE report IN (SELECT digest FROM reports LIMIT 1); UPDATE items SET report = 'x' WHERE n = 1",
  );
  db.close();
  const broken = await openStore(path, options);
  const problems = (await broken.check()).join('\n');
  assert.match(problems, /A report has no reading: [0-9a-f]{64}/);
  assert.match(problems, /An item has no report/);
  assert.match(problems, /of items names something that is not in reports/);
  await broken.close();
});
