import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { mayDo, People, PeopleError } from './people.ts';

const NOW = '2031-04-02T08:00:00.000Z';

test('a token lets its own person in, until it is taken back, and stands nowhere', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-people-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'people.json');
  const people = new People(path);
  const hers = people.add('Ilse', 'correct', NOW);
  const his = people.add('Pell', 'read', NOW);
  assert.notEqual(hers, his);
  assert.deepEqual(people.whose(hers), { name: 'Ilse', role: 'correct' });
  assert.deepEqual(new People(path).whose(his), { name: 'Pell', role: 'read' });
  assert.equal(people.whose(`${hers}x`), null);
  assert.equal(people.whose(''), null);
  const text = readFileSync(path, 'utf8');
  assert.ok(!text.includes(hers) && !text.includes(his));
  assert.equal(statSync(path).mode & 0o077, 0);
  assert.throws(() => people.add('Ilse', 'read', NOW), PeopleError);
  people.remove('Ilse');
  assert.equal(people.whose(hers), null);
  assert.throws(() => people.remove('Ilse'), PeopleError);
  assert.deepEqual(people.list(), [{ name: 'Pell', role: 'read', since: NOW }]);
});

test('a file of something else lets nobody in and says what to do', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-people-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'people.json');
  for (const bad of ['{', '{}', '[{"name":"x"}]', '[{"name":"x","role":"king","digest":"00"}]']) {
    writeFileSync(path, bad);
    assert.throws(() => new People(path), /Take it away/);
  }
});

test('each role may do what those before it may, and no more', () => {
  assert.ok(mayDo('administer', 'read') && mayDo('correct', 'correct') && mayDo('read', 'read'));
  assert.ok(!mayDo('read', 'correct') && !mayDo('correct', 'administer'));
});
