import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Queries } from '../database.ts';
import { openDatabase } from '../open-database.ts';
import { Memo } from './memo.ts';

test('what was read is remembered until something is written that changes it', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-memo-'));
  const server = process.env['RAPPORTEUR_TEST_STORE'];
  const db = await openDatabase(server ? `${server}?case=memo` : join(folder, 'case.db'), {});
  t.after(async () => {
    await db.close();
    rmSync(folder, { recursive: true });
  });
  await db.write(async (queries) => {
    await queries.script(queries.dialect.search.create);
    await queries.script('CREATE TABLE t (n INTEGER); CREATE TABLE looks (n INTEGER)');
  });
  const memo = new Memo();
  let made = 0;
  const count = (): Promise<number> =>
    db.read((queries) =>
      memo.of(queries, 'count', async () => {
        made += 1;
        return (await queries.first<{ n: number }>('SELECT count(*) AS n FROM t'))!.n;
      }),
    );
  const insert = (table: string) => (queries: Queries) => queries.run(`INSERT INTO ${table} VALUES (1)`);
  assert.deepEqual([await count(), await count(), made], [0, 0, 1]);
  // What changes none of it, told so.
  await db.write(insert('looks'), { unchanged: memo });
  assert.deepEqual([await count(), made], [0, 1]);
  await db.write(insert('t'));
  assert.deepEqual([await count(), made], [1, 2]);
  // Written before such a step, between it and the last reading: that is forgotten all the same.
  await db.write(insert('t'));
  await db.write(insert('looks'), { unchanged: memo });
  assert.deepEqual([await count(), made], [2, 3]);
  await Promise.all([
    db.write(insert('looks'), { unchanged: memo }),
    db.write(insert('t')),
    db.write(insert('looks'), { unchanged: memo }),
  ]);
  assert.deepEqual([await count(), made], [3, 4]);
  // Read from before to behind two steps, of which the first changes it.
  let written = Promise.resolve();
  await db.read(async (queries) => {
    await memo.of(queries, 'other', async () => 0);
    written = db.write(insert('t')).then(() => db.write(insert('looks'), { unchanged: memo }));
    for (let i = 0; i < 20; i += 1) await null;
  });
  await written;
  assert.deepEqual([await count(), made], [4, 5]);
});
