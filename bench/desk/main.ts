/**
 * How quick the desk is on a large case: `node bench/desk/main.ts CASE.db [ROUNDS] [ONLY]`. Starts the real desk on a case that
 * `bench/store.ts` made (it judges and takes back: give it a copy), and drives Chromium through what people click, each
 * kind as often as there are rounds (8), every time from a fresh page, so that nothing is remembered in the browser. Measured
 * in the page, from the input event to the frame that paints the last change it made: what the API takes, what the browser
 * takes to draw, and the way between. Beside it stands the processor's time of desk and page, which what else the machine does
 * changes little. ONLY narrows to clicks whose name has these words.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from 'playwright-core';
import type { CaseFile } from '../../src/case.ts';
import { consolidationMark } from '../../src/data/rules-mark.ts';
import { caseFileText } from '../../src/export/case-file/print.ts';
import { buildDesk, launchBrowser, startDesk } from '../../test/desk.ts';
import { figure, table } from '../measure.ts';
import { CLICKS, type Click } from './clicks.ts';
import { type Painted, painted, settled, watchPainting, worked } from './painted.ts';

const NAME = 'large';
const [path, rounds = '8', only = ''] = process.argv.slice(2);
if (!path || !existsSync(path)) throw new Error('Name a case: node bench/desk/main.ts CASE.db');
const ROUNDS = Number(rounds);

/**
 * A folder with the case as the desk wants it. The rules of today stand for those that made it: making 100,000 reports again
 * is not what is measured.
 */
function folderOf(database: string, parent: string): string {
  const db = new DatabaseSync(database);
  const { file } = db.prepare('SELECT file FROM cases').get() as { file: string };
  const named: CaseFile = { ...(JSON.parse(file) as CaseFile), name: 'Large' };
  const set = db.prepare('UPDATE cases SET name = ?, file = ?, consolidation = ?');
  set.run(named.name, JSON.stringify(named), consolidationMark());
  db.exec("DELETE FROM dirty; UPDATE cases SET holder = ''");
  db.close();
  const folder = join(parent, NAME);
  mkdirSync(folder);
  symlinkSync(resolve(database), join(folder, 'case.db'));
  writeFileSync(join(folder, 'case.yaml'), caseFileText(named));
  return folder;
}

/** The value below which so many of a hundred lie. */
const share = (values: readonly number[], of: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(Math.ceil((values.length * of) / 100) - 1, 0)] ?? Number.NaN;

interface Measured extends Painted {
  readonly work: number;
}

const rowOf = (name: string, all: readonly Measured[]): string[] => {
  const ms = all.map((p) => p.ms);
  return [
    name,
    figure(share(ms, 50)),
    figure(share(ms, 95)),
    figure(Math.max(...ms)),
    figure(
      share(
        all.map((p) => p.asking),
        95,
      ),
    ),
    figure(
      share(
        all.map((p) => p.work),
        50,
      ),
    ),
    figure(
      share(
        all.map((p) => p.work),
        95,
      ),
    ),
    figure(Math.max(...all.map((p) => p.bytes)) / 1024),
  ];
};

const home = mkdtempSync(join(tmpdir(), 'rapporteur-desk-bench-'));
await buildDesk();
const desk = await startDesk(['--home', home, '--case', folderOf(path, home)]);
const browser = await launchBrowser();
const at = (view: string): string => `${desk.address}#/${NAME}/${view}`;

async function fresh(view: string): Promise<{ page: Page; first: Measured }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(30_000);
  await watchPainting(page);
  const { value, work } = await worked(page, desk.process, async () => {
    await page.goto(at(view));
    return settled(page);
  });
  // What finds things to click on is put into the page before anything is measured.
  await page.locator('main').count();
  return { page, first: { ...value, work } };
}

async function measure(click: Click): Promise<readonly Measured[]> {
  const all: Measured[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { page } = await fresh(click.at);
    try {
      if (click.first) {
        await click.first(page, round);
        await settled(page);
      }
      const { value, work } = await worked(page, desk.process, () => painted(page, () => click.act(page, round)));
      all.push({ ...value, work });
    } catch (error) {
      console.error(`${click.name}: ${String(error).split('\n')[0]}`);
    }
    await page.close();
  }
  return all;
}

const HEAD = ['from input to painted', 'median ms', 'p95', 'max', 'API p95', 'work median', 'work p95', 'kB'];
const rows: string[][] = [HEAD];
const everything: Measured[] = [];
try {
  const first: Measured[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { page, first: shown } = await fresh('overview');
    first.push(shown);
    await page.close();
  }
  rows.push(rowOf('first view, desk just started', first.slice(0, 1)), rowOf('first view', first.slice(1)));
  for (const click of CLICKS.filter(({ name }) => name.includes(only))) {
    const all = await measure(click);
    if (all.length === 0) continue;
    everything.push(...all);
    const row = rowOf(click.name, all);
    rows.push(row);
    const slowest = all.reduce((a, b) => (b.ms > a.ms ? b : a));
    console.error(`${row.join('  ')}  ${slowest.asked.slice(0, 3).join('; ')}`);
  }
  if (everything.length > 0) rows.push(rowOf('all clicks', everything));
  console.log(table(rows));
} finally {
  await browser.close();
  await desk.stop();
  rmSync(home, { recursive: true, force: true });
}
