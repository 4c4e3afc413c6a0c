import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderOf } from '../../../test/process.ts';
import type { Failure, Notice } from '../../ingest/ingest.ts';

import { Causes } from '../../run/causes.ts';
import type { Progress } from '../../run/progress.ts';
import { parse, WrongUse } from '../arguments.ts';
import { commandNamed } from '../commands.ts';
import { paintFor } from '../terminal/paint.ts';
import { stoppedWords } from './adding.ts';
import { Bar, barLine } from './bar.ts';
import { CaseError } from './error.ts';
import { causesTable, FailureLog } from './failures.ts';
import { assertNoCase, caseFolder, readCaseFile, slugOf } from './folder.ts';
import { onlyOf } from './narrowing.ts';
import { Notices } from './notices.ts';
import { writeWhole } from './output.ts';

const PROGRESS: Progress = {
  phase: 'reading',
  done: 512,
  total: 1243,
  added: 400,
  known: 109,
  reread: 0,
  failed: 3,
  seconds: 2.8,
  perSecond: 182.9,
  secondsLeft: 4.2,
};

test('the bar tells how many of how many, the rate, the time left and what failed, as far as there is room', () => {
  assert.equal(barLine(PROGRESS, 100), '[########············] 512 of 1,243 reports, 183 a second, 4 s left, 3 failed');
  assert.equal(barLine({ ...PROGRESS, total: null, secondsLeft: null, failed: 0 }, 100), '512 reports, 183 a second');
  assert.equal(
    barLine({ ...PROGRESS, phase: 'consolidating', done: 30, total: 60 }, 100),
    '[##########··········] bringing the record up to date, 4 s left',
  );
  for (const width of [10, 40, 70]) assert.ok(barLine(PROGRESS, width).length <= width);
});

test('a short run shows no bar, and a bar that is shown is taken away', () => {
  const written: string[] = [];
  const bar = new Bar((text) => written.push(text), 80);
  bar.show({ ...PROGRESS, seconds: 0.5 });
  bar.clear();
  assert.deepEqual(written, []);
  bar.show(PROGRESS);
  bar.clear();
  bar.clear();
  assert.deepEqual([written.length, written[1]], [2, '\r\u001b[K']);
});

test('failures are told by cause, with some by name, and all of them by name in a file', (t) => {
  const folder = folderOf(t);
  const log = new FailureLog(folder, '2031-04-01T09:30:00.000Z');
  const causes = new Causes();
  assert.equal(log.path, null);
  const fail = (path: string, code: string, message: string, line: number | null = null): void => {
    const failure: Failure = { path, line, code, message };
    log.add(failure);
    causes.add(failure);
  };
  for (let i = 1; i <= 5; i++) fail('a.jsonl', 'not-json', 'It is not JSON.', i);
  fail('b\u001b[31m.pdf', 'no-text', 'This PDF holds pictures alone.');
  const table = causesTable(causes.all, { width: 60, paint: paintFor(false) });
  assert.equal(
    table,
    `      5  It is not JSON.
         a.jsonl, line 1, a.jsonl, line 2, a.jsonl, line 3
         and 2 others
      1  This PDF holds pictures alone.
         b‹U+001B›[31m.pdf`,
  );
  assert.equal(log.path, join(folder, 'logs', 'failed-2031-04-01T093000.tsv'));
  const lines = readFileSync(log.path!, 'utf8').split('\n');
  assert.deepEqual([lines.length, lines[1]], [8, 'not-json\ta.jsonl, line 1\tIt is not JSON.']);
});

test('causes are told apart by their words, but not by what is of one report alone', () => {
  const causes = new Causes();
  const fail = (code: string, message: string): void => causes.add({ path: 'a', line: null, code, message });
  fail('not-json', 'It is not JSON (Unterminated string (line 1) at 17). Correct it.');
  fail('not-json', 'It is not JSON (Unexpected end). Correct it.');
  fail('too-slow', 'Given up after 61 s.');
  fail('too-slow', 'Given up after 72 s.');
  fail('damaged', 'This PDF is damaged.');
  fail('damaged', 'The zip archive is damaged.');
  for (let i = 0; i < 500; i++) fail('fault', `Broke at ${'x'.repeat(i)}`);
  const told = causes.all.map(({ count: n, message }) => `${n} ${message}`);
  assert.ok(told.includes('2 It is not JSON. Correct it.') && told.includes('2 Given up after 61 s.'));
  assert.ok(told.includes('1 This PDF is damaged.') && told.includes('1 The zip archive is damaged.'));
  assert.ok(told.length < 70, `${told.length} causes`);
  assert.equal(
    causes.all.reduce((sum, { count: n }) => sum + n, 0),
    506,
  );
});

test('how to go on after a stop is told by the command as it must be typed', () => {
  const add = commandNamed('add')!;
  const told = (args: string[], folder?: string): string =>
    stoppedWords(parse(add, args), folder).split('To go on: ')[1]!.trim();
  assert.equal(told(['news']), 'rapporteur add news');
  assert.equal(
    told(['--quiet', '--case', 'my case', '--jobs', '2', '--allow', 'desk.local', "it's here", 'b.warc']),
    "rapporteur add --case 'my case' --jobs 2 --allow desk.local 'it'\\''s here' b.warc",
  );
  assert.equal(told(['--again'], 'keld'), 'rapporteur add --case keld --again');
});

test('the same notice is told a few times, then counted', () => {
  const told: string[] = [];
  const notices = new Notices((line) => told.push(line));
  const notice = (code: string, n: number): Notice => ({ path: `${n}.csv`, line: null, code, message: 'So it is.' });
  for (let i = 0; i < 7; i++) notices.add(notice('fields', i));
  notices.add(notice('feeds', 8));
  notices.close();
  assert.deepEqual(
    [told.length, told[0], told.at(-1)],
    [5, '0.csv: So it is.\n', 'Fields of tables and lists were guessed in 4 files more.\n'],
  );
});

test('a list that cannot be written costs nothing else', (t) => {
  const folder = folderOf(t, { logs: 'a file where the folder would be' });
  const log = new FailureLog(folder, '2031-04-01T09:30:00.000Z');
  log.add({ path: 'a', line: null, code: 'x', message: 'y' });
  assert.equal(log.path, null);
});

test('a case is the folder named, or the nearest one upward', (t) => {
  const home = folderOf(t, { 'case.yaml': 'parties: []\n' });
  const deep = join(home, 'a', 'b');
  mkdirSync(deep, { recursive: true });
  assert.equal(caseFolder(null, deep), home);
  assert.throws(
    () => caseFolder(deep, home),
    (e) => e instanceof CaseError && e.code === 'no-case',
  );
  writeFileSync(join(deep, 'case.yaml'), 'name: Deep\n');
  assert.deepEqual([caseFolder(null, deep), caseFolder(null, join(home, 'a'))], [deep, home]);
  assert.equal(readCaseFile(deep).name, 'Deep');
  assert.equal(readCaseFile(home).name, home.split('/').at(-1), 'without a name, that of the folder');
  assert.throws(() => assertNoCase(deep), /has a case\.yaml already/);
  assertNoCase(join(home, 'new'));
  assert.deepEqual(['Keld Strait', 'Île-de-Teyl / 2031', '***'].map(slugOf), [
    'keld-strait',
    'ile-de-teyl-2031',
    'case',
  ]);
});

test('party, issue and period are taken under the names that a case has, or refused with those', () => {
  const dossier = commandNamed('dossier')!;
  const issues = new Map([['SEA_TRADE', 'Sea and trade routes']]);
  const only = (...args: string[]) => onlyOf(parse(dossier, args), ['Halvia', 'Teyl Front'], issues);
  assert.deepEqual(only(), {});
  assert.deepEqual(only('--party', 'teyl front', '--issue', 'sea and trade routes'), {
    party: 'Teyl Front',
    issue: 'SEA_TRADE',
  });
  assert.deepEqual(only('--from', '2031-02', '--to', '2032-02'), { from: '2031-02-01', to: '2032-02-29' });
  assert.deepEqual(only('--from', '2031', '--to', '2031'), { from: '2031-01-01', to: '2031-12-31' });
  const wrong: [string[], RegExp][] = [
    [['--party', 'Cantara'], /no party "Cantara"\. It has Halvia, Teyl Front/],
    [['--issue', 'FISH'], /no issue "FISH".*SEA_TRADE/],
    [['--from', '2031-02-30'], /takes a day/],
    [['--to', 'March'], /takes a day/],
    [['--from', '2031-03', '--to', '2031-02'], /--from 2031-03-01 is after --to 2031-02-28/],
  ];
  for (const [args, message] of wrong)
    assert.throws(
      () => only(...args),
      (e) => e instanceof WrongUse && message.test(e.message),
    );
});

test('a file is written whole or not at all', async (t) => {
  const folder = folderOf(t);
  const path = join(folder, 'sub', 'a.txt');
  await writeWhole(path, ['a', 'b'.repeat(200_000), new Uint8Array([99])]);
  assert.equal(readFileSync(path, 'utf8').length, 200_002);
  const broken = (function* () {
    yield 'half';
    throw new Error('out of range');
  })();
  await assert.rejects(writeWhole(join(folder, 'b.txt'), broken), /out of range/);
  assert.equal(existsSync(join(folder, 'b.txt')), false);
  await assert.rejects(
    writeWhole(join(path, 'c.txt'), ['x']),
    (e) => e instanceof CaseError && /cannot be written/.test(e.message),
  );
});
