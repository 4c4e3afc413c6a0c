/**
 * The package as its users get it: packed, installed into an empty folder, run from there. Installing fetches the
 * dependencies from the registry (or npm's cache), as any installation does.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Reading } from '../src/record.ts';
import { folderOf, rapporteur, run } from './process.ts';
import { ROOT } from './sources.ts';

const REPORT = '"The boats stay where they are," said Aldren Voss, the foreign minister of Halvia.\n';

test('the packed program installs into an empty folder and reads there as it does here', async (t) => {
  const folder = folderOf(t);
  const packed = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: ROOT });
  assert.equal(packed.status, 0, packed.err);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  assert.ok(tarball);

  const home = join(folder, 'home');
  mkdirSync(home);
  writeFileSync(join(home, 'report.txt'), REPORT);
  const npm = ['--no-fund', '--no-audit', '--prefer-offline'];
  const installed = await run('npm', ['install', ...npm, join(folder, tarball)], { cwd: home });
  assert.equal(installed.status, 0, installed.err);

  const own = join(home, 'node_modules', 'rapporteur');
  for (const path of ['dist/cli/main.js', 'data', 'models', 'examples', 'NOTICE', 'LICENSE', 'README.md']) {
    assert.ok(existsSync(join(own, path)), `${path} is in the package`);
  }
  const shipped = readdirSync(own, { recursive: true, encoding: 'utf8' });
  assert.deepEqual(
    shipped.filter((path) => /\.test\.|(?:^|\/)(?:src|test|eval|bench)\//.test(path)),
    [],
    'neither sources nor tests are shipped',
  );

  const there = await run('npx', ['--no-install', 'rapporteur', 'read', 'report.txt', '--json'], { cwd: home });
  assert.equal(there.status, 0, there.err);
  const here = await rapporteur(['read', 'report.txt', '--json'], { cwd: home });
  assert.deepEqual(JSON.parse(there.out), JSON.parse(here.out));
  assert.ok((JSON.parse(there.out) as Reading).statements.length > 0);

  // The first reading has the program put itself aside, behind our back; from there it reads the same.
  const aside = join(own, 'node_modules', '.cache', 'rapporteur', 'quick-dist', 'manifest.json');
  for (let waited = 0; !existsSync(aside) && waited < 240; waited++) await setTimeout(1000);
  assert.ok(existsSync(aside), 'it was put aside');
  const quick = await run('npx', ['--no-install', 'rapporteur', 'read', 'report.txt', '--json'], { cwd: home });
  assert.deepEqual(quick, there);

  const explained = await run('npx', ['--no-install', 'rapporteur', 'explain', 'report.txt', '--find', 'Voss'], {
    cwd: home,
  });
  assert.match(explained.out, /Aldren Voss/);
  const samples = await run('npx', ['--no-install', 'rapporteur', 'read', '--samples', '--json'], { cwd: home });
  assert.equal(samples.status, 0, samples.err);
  const version = await run('npx', ['--no-install', 'rapporteur', '--version'], { cwd: home });
  assert.equal(
    version.out.trim(),
    (JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string }).version,
  );
});
