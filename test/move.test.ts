/** A case between a file and a server, and out of a backup: by the commands that docs/operate.md names. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { noPostgres, postgresProgram, postgresServer } from '../src/store/postgres/testing.ts';
import { folderOf, rapporteur } from './process.ts';
import { ROOT } from './sources.ts';

const SAMPLE = join(ROOT, 'examples/keld-strait');

test('a case moves from file to server and back, and comes back from a backup of the server, without loss', {
  skip: noPostgres,
}, async (t) => {
  const server = await postgresServer();
  t.after(() => server.close());
  const home = folderOf(t);
  const onServer = { RAPPORTEUR_STORE: server.url };
  const run = async (args: readonly string[], env: Record<string, string> = {}): Promise<string> => {
    const { status, out, err } = await rapporteur(args, { cwd: home, env });
    assert.equal(status, 0, `${args.join(' ')}\n${out}${err}`);
    return out;
  };
  const psql = (name: string, args: readonly string[]): void => {
    const { status, stderr } = spawnSync(postgresProgram(name), args, { encoding: 'utf8', cwd: home });
    assert.equal(status, 0, stderr);
  };
  const dump = async (folder: string, env: Record<string, string> = {}): Promise<string[]> =>
    Promise.all(['jsonl', 'archive'].map((form) => run(['export', '--case', folder, '--format', form], env)));

  mkdirSync(join(home, 'keld'));
  for (const name of ['case.yaml', 'map.geojson']) cpSync(join(SAMPLE, name), join(home, 'keld', name));
  await run(['add', '--quiet', '--case', 'keld', join(SAMPLE, 'reports')]);
  const found = JSON.parse((await run(['export', '--case', 'keld', '--format', 'jsonl'])).split('\n')[3]!) as object;
  assert.ok(found);
  const [record, archive] = await dump('keld');
  await run(['export', '--case', 'keld', '--format', 'archive', '--out', 'keld.archive']);

  await run(['import', 'keld.archive', '--case', 'shared', '--quiet'], onServer);
  assert.deepEqual(await dump('shared', onServer), [record, archive]);
  await run(['doctor', '--case', 'shared'], onServer);
  await run(['export', '--case', 'shared', '--format', 'archive', '--out', 'shared.archive'], onServer);
  await run(['import', 'shared.archive', '--case', 'back', '--quiet']);
  assert.deepEqual(await dump('back'), [record, archive]);

  psql('pg_dump', ['--schema=rapporteur_shared', '--format=custom', '--file=shared.dump', server.url]);
  psql('psql', [server.url, '--quiet', '--command=DROP SCHEMA rapporteur_shared CASCADE']);
  assert.equal((await rapporteur(['log', '--case', 'shared'], { cwd: home, env: onServer })).status, 3);
  psql('pg_restore', ['--exit-on-error', `--dbname=${server.url}`, 'shared.dump']);
  assert.deepEqual(await dump('shared', onServer), [record, archive]);
  await run(['doctor', '--case', 'shared'], onServer);
  // And it can be written to: numbers go on where they were.
  const more = join(home, 'more.txt');
  cpSync(join(ROOT, 'README.md'), more);
  await run(['add', '--quiet', '--case', 'shared', 'more.txt'], onServer);
  await run(['doctor', '--case', 'shared'], onServer);
  assert.equal(readFileSync(join(home, 'keld.archive'), 'utf8'), archive);
});
