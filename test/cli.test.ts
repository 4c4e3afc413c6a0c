/** The command as a process: what it prints where, its exit status, pipes, and bad input. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Reading } from '../src/record.ts';
import { folderOf, rapporteur, run } from './process.ts';
import { ROOT } from './sources.ts';

const REPORT = `Front sets terms for Lorn talks

Oumara Tesk, the president of Maravet, said on Monday that the port of Nerith must open before any talks begin.

"The boats stay where they are," said Aldren Voss, the foreign minister of Halvia.

Oumara Tesk, the president of Maravet, said on Monday that the port of Nerith must open before any talks begin.
`;

const readings = (out: string): Reading[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Reading);

test('without a command it says how it is used, and that this was wrong use', async () => {
  const { status, out, err } = await rapporteur([]);
  assert.equal(status, 2);
  assert.equal(out, '');
  assert.match(err, /Usage/);
});

test('help goes to standard output and succeeds', async () => {
  for (const args of [
    ['--help'],
    ['-h'],
    ['help'],
    ['read', '--help'],
    ['help', 'read'],
    ['explain', '-h'],
    ['help', '-h'],
  ]) {
    const { status, out, err } = await rapporteur(args);
    assert.equal(status, 0, args.join(' '));
    assert.equal(err, '');
    assert.match(out, /Usage\n {2}rapporteur/);
  }
  assert.match((await rapporteur(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
});

test('wrong use is status 2, with a plain word on standard error and nothing on standard output', async () => {
  const cases: [string[], RegExp][] = [
    [['raed', 'x.txt'], /no command raed\. Did you mean read\?/],
    [['--jsn'], /no option --jsn/],
    [['read'], /needs something to read/],
    [['read', '--nonsense', 'x'], /no option --nonsense/],
    [['read', '--width', '5', 'x'], /30 or more/],
    [['read', '-', '-'], /only once/],
    [['explain'], /needs a place/],
    [['explain', 'x'], /needs a place/],
    [['explain', 'x', '--at', 'ten'], /whole number/],
    [['explain', 'x', '--at', '1', '--find', 'y'], /stands alone/],
    [['explain', 'x', 'y', '--at', '1'], /one FILE/],
    [['help', 'nothing'], /no command "nothing"/],
  ];
  for (const [args, message] of cases) {
    const { status, out, err } = await rapporteur(args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(out, '');
    assert.match(err, message);
    assert.doesNotMatch(err, /\n\s+at /, 'no stack is shown for wrong use');
  }
});

test('a report is read for people: no colour and 80 columns away from a terminal', async (t) => {
  const folder = folderOf(t, { 'report.txt': REPORT });
  const { status, out, err } = await rapporteur(['read', join(folder, 'report.txt')]);
  assert.equal(status, 0);
  assert.equal(err, '');
  assert.match(out, /^Front sets terms for Lorn talks\n/);
  assert.match(out, /Aldren Voss/);
  assert.match(out, /“The boats stay where they are,?”/);
  assert.match(out.replaceAll(/\s+/g, ' '), /line 7 repeats line 3, word for word/);
  assert.equal(out.includes('\u001b'), false);
  for (const line of out.split('\n')) assert.ok(line.length <= 80 || line.includes(folder), line);
  assert.ok(
    (await rapporteur(['read', join(folder, 'report.txt')], { env: { FORCE_COLOR: '1' } })).out.includes('\u001b['),
  );
});

test('as data, it is one reading a line, and every span is a slice of the text', async (t) => {
  const folder = folderOf(t, { 'report.txt': REPORT });
  const { status, out } = await rapporteur(['read', '--json', join(folder, 'report.txt')]);
  assert.equal(status, 0);
  const [reading, ...more] = readings(out);
  assert.ok(reading);
  assert.equal(more.length, 0);
  assert.match(reading.document.text_sha256, /^[0-9a-f]{64}$/);
  const voss = reading.statements.find((s) => s.speaker.name?.includes('Voss'));
  assert.ok(voss);
  assert.match(voss.content.map((s) => REPORT.slice(s.start, s.end)).join(' '), /The boats stay where they are/);
  const repeat = reading.repeats[0];
  assert.ok(repeat);
  assert.equal(REPORT.slice(repeat.span.start, repeat.span.end), REPORT.slice(repeat.of.start, repeat.of.end));
});

test('standard input, a folder and JSONL give the same reading of the same text', async (t) => {
  const line = JSON.stringify({ text: REPORT, title: 'Lorn', outlet: 'Courier', published: '2031-03-04' });
  const folder = folderOf(t, { 'report.txt': REPORT, 'reports.jsonl': `${line}\n\n${line}\n` });
  const piped = readings((await rapporteur(['read', '-', '--json'], { input: REPORT })).out);
  const all = readings((await rapporteur(['read', folder, '--json'])).out);
  assert.equal(piped.length, 1);
  assert.equal(all.length, 3);
  for (const reading of all) {
    assert.deepEqual(reading.statements, piped[0]!.statements);
    assert.equal(reading.document.text_sha256, piped[0]!.document.text_sha256);
  }
  const jsonl = all.filter((r) => r.document.origin.line !== null);
  assert.deepEqual(
    jsonl.map((r) => r.document.origin.line),
    [1, 3],
  );
  assert.equal(jsonl[0]!.document.outlet, 'Courier');
});

test('what cannot be read costs only itself, is told on standard error, and makes the status 1', async (t) => {
  const folder = folderOf(t, {
    'empty.txt': '',
    'binary.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 1, 2, 3, 0, 0, 0, 255, 254]),
    'broken.jsonl': `not json\n${JSON.stringify({ text: REPORT })}\n{"title": "no text"}\n`,
    'report.txt': REPORT,
  });
  for (const [name, good] of [
    ['nowhere.txt', 0],
    ['empty.txt', 0],
    ['binary.txt', 0],
    ['broken.jsonl', 1],
  ] as const) {
    const { status, out, err } = await rapporteur(['read', '--json', join(folder, name), join(folder, 'report.txt')]);
    assert.equal(status, 1, name);
    assert.match(err, new RegExp(`failed: .*${name}`), name);
    assert.doesNotMatch(err, /\n\s+at /);
    const statements = readings(out).filter((r) => r.statements.length > 0);
    assert.equal(statements.length, good + 1, name);
  }
});

test('a reader that stops early is no fault', async () => {
  const command = `"${process.execPath}" src/cli/main.ts read --json examples/keld-strait/reports examples/keld-strait/reports examples/keld-strait/reports | head -c 100; echo " \${PIPESTATUS[0]}"`;
  const { out, err } = await run('bash', ['-c', command]);
  assert.equal(err, '');
  assert.match(out, /^\{[\s\S]{99} 0\n$/);
});

test('explain shows what covers a place, by offset or by words', async (t) => {
  const folder = folderOf(t, {
    'report.txt': REPORT,
    'two.jsonl': `${JSON.stringify({ text: 'One.' })}\n${JSON.stringify({ text: REPORT })}\n`,
  });
  const file = join(folder, 'report.txt');
  const at = REPORT.indexOf('The boats');
  const byOffset = await rapporteur(['explain', file, '--at', String(at), '--words', 'The boats stay']);
  const byWords = await rapporteur(['explain', file, '--find', 'The  boats\nstay']);
  assert.equal(byOffset.status, 0);
  assert.equal(byOffset.out, byWords.out);
  assert.match(byOffset.out, /Statement \[/);
  assert.match(byOffset.out, /Speaker: Aldren Voss/);
  assert.match(byOffset.out, /Why it is there: /);
  assert.doesNotMatch(byOffset.out, /This rule has no description/);
  assert.match(
    (await rapporteur(['explain', '-', '--at', '0'], { input: REPORT })).out,
    /^standard input, line 1, column 1 \(0 to 1\)/,
  );

  const line = await rapporteur(['explain', join(folder, 'two.jsonl'), '--line', '2', '--find', 'Voss', '--json']);
  const json = JSON.parse(line.out) as { words: string; mentions: unknown[]; place: { start: number } };
  assert.equal(json.words, 'Voss');
  assert.equal(json.place.start, REPORT.indexOf('Voss'));
  assert.ok(json.mentions.length > 0);

  const wrong: [string[], RegExp, number][] = [
    [[file, '--at', '999999'], /The report ends at \d+/, 2],
    [[file, '--at', '0', '--words', 'Nothing like it'], /At 0 stands “Front sets/, 2],
    [[file, '--find', 'never said'], /does not hold these words/, 2],
    [[join(folder, 'two.jsonl'), '--at', '0'], /--line/, 2],
    [[join(folder, 'two.jsonl'), '--line', '9', '--at', '0'], /no report on line 9/, 1],
    [[join(folder, 'nowhere.txt'), '--at', '0'], /nowhere\.txt/, 1],
  ];
  for (const [args, message, expected] of wrong) {
    const { status, err } = await rapporteur(['explain', ...args]);
    assert.match(err, message);
    assert.equal(status, expected, args.join(' '));
  }
});

test('the samples are at hand wherever the program is called from', async (t) => {
  const { status, out } = await rapporteur(['read', '--samples', '--json'], { cwd: folderOf(t) });
  assert.equal(status, 0);
  assert.ok(readings(out).length >= 24);
});

test('npm start opens the desk on a case of the paths given', async (t) => {
  const folder = folderOf(t, { 'report.txt': REPORT });
  const child = spawn(
    'npm',
    ['start', '--', join(folder, 'report.txt'), '--home', folder, '--no-open', '--port', '0'],
    {
      cwd: ROOT,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  t.after(() => process.kill(-child.pid!, 'SIGKILL'));
  const told = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stderr.on('data', (bytes: Buffer) => {
      text += bytes.toString();
      if (/open at http/.test(text)) resolve(text);
    });
    child.once('exit', () => reject(new Error(text)));
  });
  assert.match(told, /The desk is open at http:\/\/127\.0\.0\.1:\d+\/#\/report/);
});
