/** The quick start, made anew: it prints what the program prints that loads everything. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FOLDER, keptIn, ROOT } from '../src/cli/quick/quick.ts';
import { PAGE } from '../src/ingest/formats/testing.ts';
import { folderOf, rapporteur, run } from './process.ts';

const REPORTS = `${ROOT}examples/keld-strait/reports`;

test('from what was put aside, every command prints the same, to both streams and with the same status', async (t) => {
  const made = await run(process.execPath, [`${ROOT}tools/quick.ts`]);
  assert.equal(made.status, 0, made.err);
  const blob = keptIn(FOLDER, ROOT);
  assert.ok(blob && existsSync(blob), 'it is kept, and stands');
  const cwd = folderOf(t, {
    'page.html': PAGE,
    'empty.txt': '',
    'binary.txt': Buffer.from([0, 1, 2, 3, 255, 254]),
    'spanish.txt':
      'El ministro dijo que los barcos no se irán, y que las conversaciones seguirán en la ciudad de Lorn.',
    'bait.md': `${'*a '.repeat(5000)}\n\n"The boats stay," said Aldren Voss.`,
  });
  const report = join(REPORTS, '2031-02-05-courier.txt');
  for (const args of [
    ['read', report, 'page.html', 'spanish.txt', 'bait.md', '--json'],
    ['read', report, join(REPORTS, '2031-02-12-ledger.md'), '--together', '--width', '60'],
    ['read', report, '--format', 'plover'],
    ['read', 'empty.txt', 'binary.txt', 'page.html', '--quiet'],
    ['read', report, '--format', 'nonsense'],
    ['explain', report, '--find', 'boats'],
  ]) {
    const quick = await run(process.execPath, ['--snapshot-blob', blob, `${ROOT}src/cli/main.ts`, ...args], { cwd });
    // A variable of ours, whatever it says, has the program load everything.
    const ever = await rapporteur(args, { cwd, env: { RAPPORTEUR_QUICK: 'no' } });
    assert.deepEqual(quick, ever, args.join(' '));
    assert.deepEqual(await rapporteur(args, { cwd }), ever, args.join(' '));
  }
});
