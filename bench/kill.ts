/**
 * Kills `rapporteur add` at random moments and looks what is lost: `node bench/kill.ts [KILLS] [SHARE] [PATHS...]` (50, 0.3, and
 * ../shared/news, else the samples). The same reports are added to a case undisturbed, which gives the length of a run; then
 * to another, by a command that is killed (SIGKILL) after a time drawn evenly from the first SHARE of that length and started
 * again, until it comes to its end; then to a new case, until there were so many kills. A kill that comes when the command is
 * done counts for nothing. After each kill the file must be sound. Each case that came to its end must hold every report
 * once, with the whole of its reading, satisfy `doctor`, and export the same record byte for byte as the undisturbed one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLES } from '../src/cli/samples.ts';
import { loadConsolidation } from '../src/run/consolidation.ts';
import { openStore } from '../src/store/open.ts';
import type { Store } from '../src/store/store.ts';
import { sha256 } from '../src/text/digest.ts';
import { MAIN } from './startup.ts';

const news = '../shared/news';
const [kills = '50', share = '0.3', ...given] = process.argv.slice(2);
const paths = given.length > 0 ? given : [existsSync(news) ? news : SAMPLES];
const home = mkdtempSync(join(tmpdir(), 'rapporteur-kill-'));

let cases = 0;
function newCase(): string {
  const folder = mkdtempSync(join(home, `case-${cases++}-`));
  writeFileSync(join(folder, 'case.yaml'), 'name: Killed\n');
  return folder;
}

/** Runs `add`; gives whether it was killed before it came to its end. */
async function add(folder: string, killAfter: number | null): Promise<boolean> {
  const child = spawn(process.execPath, [MAIN, 'add', '--quiet', '--case', folder, ...paths], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [status, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (timer) clearTimeout(timer);
  if (signal === null && status !== 0) throw new Error(`rapporteur add ended with ${status}.`);
  return signal !== null;
}

/** Runs another command to its end; gives what it printed. */
function run(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`rapporteur ${args.join(' ')}: ${status}\n${stdout}${stderr}`);
  return stdout;
}

const look = (folder: string): Promise<Store> =>
  openStore(join(folder, 'case.db'), {
    consolidation: loadConsolidation(''),
    producer: { version: '', models: {} },
    readOnly: true,
  });

/** How many reports a case holds that was killed; throws where its file is not sound. */
async function soundly(folder: string): Promise<number> {
  if (!existsSync(join(folder, 'case.db'))) return 0;
  let store: Store;
  try {
    store = await look(folder);
  } catch (error) {
    // Killed before the case was made.
    if ((error as { code?: unknown }).code === 'not-a-case') return 0;
    throw error;
  }
  const problems = await store.check();
  if (problems.length > 0) throw new Error(`After a kill: ${problems.join(' ')}`);
  const { total } = await store.reports({ limit: 1 });
  await store.close();
  return total;
}

/** Each report with a digest of its text and reading; throws where one is there twice or lacks some of its items. */
async function reportsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const store = await look(folder);
  const found = new Map<string, string>();
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Store['reports']>> = await store.reports({ limit: 500, after });
    for (const { id, items } of page.rows) {
      const whole = await store.report(id);
      if (found.has(id) || whole?.items.length !== items) throw new Error(`${id} is there twice, or half read.`);
      found.set(id, sha256(JSON.stringify([whole.text, whole.reading])));
    }
    after = page.next;
  } while (after !== null);
  await store.close();
  return found;
}

const exported = (folder: string): string => sha256(run('export', '--case', folder, '--format', 'jsonl'));

try {
  const calm = newCase();
  const began = performance.now();
  await add(calm, null);
  const length = performance.now() - began;
  const wanted = await reportsOf(calm);
  const record = exported(calm);
  console.log(`Undisturbed: ${wanted.size} reports in ${(length / 1000).toFixed(1)} s.`);

  const at: number[] = [];
  let finished = 0;
  while (at.length < Number(kills)) {
    const wild = newCase();
    for (;;) {
      // When enough were killed, the last case is brought to its end.
      if (!(await add(wild, at.length < Number(kills) ? Math.random() * length * Number(share) : null))) break;
      at.push(await soundly(wild));
    }
    run('doctor', '--case', wild);
    const found = await reportsOf(wild);
    const lost = [...wanted.keys()].filter((id) => !found.has(id)).length;
    const other = [...found].filter(([id, digest]) => wanted.get(id) !== digest).length;
    if (lost + other > 0) throw new Error(`${lost} reports lost, ${other} too many or read otherwise.`);
    if (exported(wild) !== record) throw new Error('The record differs from that of an undisturbed run.');
    finished++;
    console.log(`Case ${finished}: ${at.length} kills so far; complete, sound, the same record.`);
    rmSync(wild, { recursive: true });
  }
  const full = at.filter((n) => n === wanted.size).length;
  const none = at.filter((n) => n === 0).length;
  console.log(
    `${at.length} kills over ${finished} cases: ${none} before the first reports were in, ${full} when all were in and the record was being made. None lost, doubled or half read; every file sound; every record the same.`,
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}
