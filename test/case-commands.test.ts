/** The commands of a case as a process: from the first report to a backup, with every exit status. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { SAMPLES } from '../src/cli/samples.ts';
import type { CaseDossier } from '../src/export/case/model.ts';
import { folderOf, type Result, rapporteur } from './process.ts';
import { ROOT } from './sources.ts';

/** A case of the samples, and the command in its folder. */
async function sampleCase(
  t: TestContext,
): Promise<{ folder: string; home: string; at: (...args: string[]) => Promise<Result> }> {
  const home = folderOf(t);
  const folder = join(home, 'keld-strait');
  const made = await rapporteur(['init', '--name', 'Keld Strait', SAMPLES], { cwd: home });
  assert.equal(made.status, 0, made.err);
  assert.match(made.err, /Added 24 reports[\s\S]*Parties found: Halvia, Maravet/);
  return { folder, home, at: (...args) => rapporteur(args, { cwd: folder }) };
}

test('a case is made, asked, corrected, exported, imported, checked and copied', async (t) => {
  const { folder, home, at } = await sampleCase(t);
  assert.match(readFileSync(join(folder, 'case.yaml'), 'utf8'), /^name: Keld Strait$/m);

  const page = await at('dossier');
  assert.equal(page.status, 0, page.err);
  assert.match(page.out, /^# Keld Strait\n\n24 reports by 4 outlets/);
  for (const section of ['Overview', 'Positions', 'Talks', 'Events', 'Disputes', 'Words and deeds', 'Reports'])
    assert.ok(page.out.includes(`\n## ${section}\n`), section);
  const { positions } = JSON.parse((await at('dossier', '--format', 'json', '--party', 'halvia')).out) as CaseDossier;
  assert.ok(positions.length > 0 && positions.every((p) => p.party === 'Halvia'));
  assert.equal((await at('dossier', '--out', join(home, 'keld.html'))).status, 0);
  assert.match(readFileSync(join(home, 'keld.html'), 'utf8'), /^<!doctype html>/);
  assert.equal((await at('dossier', '--issue', 'CEASEFIRE', '--out', join(home, 'keld.docx'))).status, 0);
  assert.equal(readFileSync(join(home, 'keld.docx')).subarray(0, 2).toString(), 'PK');

  const found = await at('search', 'guns', '--limit', '2', '--json');
  const hits = found.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; kind: string; words: string; found: [number, number][] });
  assert.equal(hits.length, 2);
  for (const {
    words,
    found: [place],
  } of hits)
    assert.match(words.slice(...place!), /guns?/i);
  assert.match((await at('search', 'zeppelin')).err, /Nothing was found/);

  const statement = JSON.parse((await at('search', 'guns', '--kind', 'position', '--json', '--limit', '1')).out) as {
    id: string;
  };
  const edited = await at('judge', 'edit', statement.id, '--set', 'stanse=rejects');
  assert.equal(edited.status, 2);
  assert.match(edited.err, /Did you mean stance\?/);
  const talk = JSON.parse((await at('search', 'Lorn', '--kind', 'talk', '--json', '--limit', '1')).out) as {
    id: string;
  };
  const placed = await at('judge', 'edit', talk.id, '--set', 'place=\u202efoo');
  assert.equal(placed.status, 2, placed.out);
  assert.match(placed.err, /place cannot be set to "‹U\+202E›foo"/);
  const judged = await at('judge', 'reject', statement.id, '--why', 'It is a question.', '--who', 'ana', '--json');
  assert.equal(judged.status, 0, judged.err);
  const { id } = JSON.parse(judged.out) as { id: string };
  assert.match(
    (await at('log')).out.replace(/\s+/g, ' '),
    /ana reject position [0-9a-f]+ “.*” Why: It is a question\./,
  );
  assert.equal((await at('judge', 'undo', id)).status, 0);
  assert.match((await at('log')).out, /Undone by/);
  assert.equal((await at('judge', 'accept', 'ffff')).status, 3);

  const archive = join(home, 'keld.jsonl');
  assert.equal((await at('export', '--format', 'archive', '--out', archive)).status, 0);
  const other = join(home, 'other');
  const taken = await rapporteur(['import', archive, '--case', other], { cwd: home });
  assert.equal(taken.status, 0, taken.err);
  const again = await rapporteur(['export', '--case', other, '--format', 'archive']);
  assert.equal(again.out, readFileSync(archive, 'utf8'));
  assert.equal((await rapporteur(['dossier', '--case', other])).out, (await at('dossier')).out);
  assert.equal((await at('export', '--format', 'csv', '--out', join(home, 'tables'))).status, 0);
  assert.equal(readdirSync(join(home, 'tables')).length, 11);

  const checked = await at('doctor', '--json');
  assert.deepEqual([checked.status, (JSON.parse(checked.out) as { found: unknown[] }).found], [0, []]);
  writeFileSync(
    join(folder, 'case.yaml'),
    `${readFileSync(join(folder, 'case.yaml'), 'utf8').replace('maps: []', 'maps: [line.geojson]')}`,
  );
  const faulty = await at('doctor');
  assert.equal(faulty.status, 1);
  assert.match(faulty.out.replace(/\s+/g, ' '), /The map line\.geojson is not there/);

  const copy = join(home, 'copy.db');
  assert.equal((await at('backup', copy)).status, 0);
  assert.equal((await at('backup', copy)).status, 3, 'a file that is there is left alone');
  const restored = join(home, 'restored');
  mkdirSync(restored);
  writeFileSync(join(restored, 'case.db'), readFileSync(copy));
  writeFileSync(join(restored, 'case.yaml'), readFileSync(join(folder, 'case.yaml')));
  assert.equal((await rapporteur(['dossier', '--case', restored])).out, (await at('dossier')).out);
});

test('a change of case.yaml is a change of the record', async (t) => {
  const { folder, at } = await sampleCase(t);
  const path = join(folder, 'case.yaml');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(
      'name: Teyl Front\n    aliases: []',
      'name: The Islands\n    aliases: [Teyl Front]',
    ),
  );
  const { out } = await at('dossier', '--format', 'json');
  const { parties } = JSON.parse(out) as CaseDossier;
  assert.ok(parties.includes('The Islands') && !parties.includes('Teyl Front'), parties.join(', '));
  writeFileSync(path, 'name: [');
  const broken = await at('dossier');
  assert.equal(broken.status, 3);
  assert.match(broken.err, /case\.yaml is no YAML/);
  assert.doesNotMatch(broken.err, /\n\s+at /);
});

test('reports are added once; what fails is told by cause and by name; a second reading can be asked for', async (t) => {
  const { folder, home, at } = await sampleCase(t);
  const more = folderOf(t, {
    'a.txt': 'Aldren Voss, the foreign minister of Halvia, said on Monday that the boats would stay.',
    'b.txt': ' \n',
    'c.txt': '',
  });
  const first = await at('add', SAMPLES, more, join(home, 'nothing.txt'), '--json');
  assert.equal(first.status, 1);
  const summary = JSON.parse(first.out) as { added: number; known: number; failed: number; log: string };
  assert.deepEqual([summary.added, summary.known, summary.failed], [1, 24, 3]);
  const said = first.err.replace(/\s+/g, ' ');
  assert.match(said, /Added 1 report in .* 24 reports were there already\. 3 reports failed:/);
  assert.match(said, /There is no such file or folder/);
  const list = readFileSync(summary.log.startsWith('/') ? summary.log : join(folder, summary.log), 'utf8')
    .trimEnd()
    .split('\n');
  assert.equal(list.length, 4);
  assert.ok(
    list.some((line) => line.startsWith(`not-found\t${join(home, 'nothing.txt')}\t`)),
    list.join('\n'),
  );
  const again = await at('add', '--again', '--json');
  assert.deepEqual([again.status, (JSON.parse(again.out) as { known: number }).known], [0, 25]);
});

test('Ctrl-C ends it after what is being read, says how to go on, and the same command does', async (t) => {
  const { at, folder } = await sampleCase(t);
  const lines = Array.from(
    { length: 90 },
    (_, i) =>
      `${JSON.stringify({ text: `Aldren Voss said on day ${i} that the boats of Halvia would stay where they are.` })}\n`,
  );
  // A picture in the folder is passed over with a word, which tells that the reading has begun.
  const begun = folderOf(t, {
    'a.txt': 'Halvia said that it would stay.',
    'b.png': Buffer.from('\u0089PNG\r\n\u001a\n'),
  });
  const child = spawn(process.execPath, [`${ROOT}src/cli/main.ts`, 'add', begun, '-'], {
    cwd: folder,
    env: { ...process.env, NODE_TEST_CONTEXT: undefined },
  });
  let err = '';
  child.stdin.on('error', () => {});
  child.stdin.write(lines.slice(0, 80).join(''));
  child.stderr.on('data', (chunk: Buffer) => {
    const before = err;
    err += chunk.toString();
    if (!before.includes('passed over') && err.includes('passed over')) child.kill('SIGINT');
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(status, 130, err);
  assert.match(err, /Stopping after the reports that are being read/);
  assert.match(err, /Stopped\. What was added stays, and no report is half in\. To go on: rapporteur add/);
  const rest = await rapporteur(['add', begun, '-', '--json'], { cwd: folder, input: lines.join('') });
  const { added, known } = JSON.parse(rest.out) as { added: number; known: number };
  assert.equal(added + known, 91);
  const { reports } = JSON.parse((await at('dossier', '--format', 'json')).out) as { reports: unknown[] };
  assert.ok(reports.length > 0);
  assert.match((await at('dossier')).out, /\n115 reports/);
});

test('where there is no case, or it cannot be used, the exit status is 3 and the remedy is told', async (t) => {
  const home = folderOf(t, { 'a.txt': 'Aldren Voss said that the boats would stay.' });
  const cases: [string[], number, RegExp][] = [
    [['dossier'], 3, /no case here.*rapporteur init/],
    [['add', 'a.txt', '--case', 'keld'], 3, /no case in keld/],
    [['add'], 2, /add needs reports/],
    [['add', '--again', 'a.txt'], 2, /give it no paths/],
    [['init', 'a.txt'], 2, /init needs a name/],
    [['init', '--name', 'x'], 2, /init needs reports/],
    [['search'], 2, /needs words/],
    [['judge', 'acept', 'x'], 2, /Did you mean accept/],
    [['export'], 2, /export needs --format/],
    [['export', '--format', 'csv'], 2, /--out FOLDER/],
    [['import', 'a.txt'], 3, /no archive of this program/],
    [['import', 'none.jsonl'], 3, /cannot be read/],
    [['doctor'], 3, /no case here/],
  ];
  for (const [args, status, message] of cases) {
    const result = await rapporteur(args, { cwd: home });
    assert.equal(result.status, status, `${args.join(' ')}: ${result.err}`);
    assert.match(result.err.replace(/\s+/g, ' '), message);
    assert.doesNotMatch(result.err, /\n\s+at /, 'no stack is shown');
  }
  mkdirSync(join(home, 'bare'));
  writeFileSync(join(home, 'bare', 'case.yaml'), 'name: Bare\n');
  const bare = await rapporteur(['dossier', '--case', 'bare'], { cwd: home });
  assert.deepEqual([bare.status, existsSync(join(home, 'bare', 'case.db'))], [3, false]);
  assert.match(bare.err, /has no reports yet/);
  for (const args of [
    ['dossier', '--case', 'bare', '--party', 'Nobody'],
    ['dossier', '--case', 'bare', '--from', '2031-13'],
  ]) {
    await rapporteur(['add', '--case', 'bare', 'a.txt'], { cwd: home });
    assert.equal((await rapporteur(args, { cwd: home })).status, 2, args.join(' '));
  }
  const twice = await rapporteur(['init', '--case', 'bare', 'a.txt'], { cwd: home });
  assert.deepEqual([twice.status, /has a case\.yaml already/.test(twice.err)], [3, true]);
  rmSync(join(home, 'bare', 'case.db'));
  writeFileSync(join(home, 'bare', 'case.db'), 'no database at all, but long enough to look like one'.repeat(100));
  const wrong = await rapporteur(['dossier', '--case', 'bare'], { cwd: home });
  assert.equal(wrong.status, 3, wrong.err);
});
