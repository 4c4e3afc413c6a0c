/**
 * Kills `rapporteur add` at random moments and looks what is lost: `node bench/kills.ts [KILLS] [PATHS...]` (50, and
 * ../shared/news, else the samples). Each time the same command is run again. After every kill the file must be sound;
 * after a last run to the end, each report must be there once with the same reading as where nothing was killed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConsolidation } from '../src/run/consolidation.ts';
import { openStore } from '../src/store/open.ts';
import type { Store } from '../src/store/store.ts';
import { sha256 } from '../src/text/digest.ts';

const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const news = '../shared/news';
const [kills = '50', ...given] = process.argv.slice(2);
const paths = given.length > 0 ? given : [existsSync(news) ? news : 'examples/keld-strait/reports'];

/** Runs `add`; gives whether it came to its end before it was killed. */
async function add(folder: string, killAfter: number | null): Promise<boolean> {
  const child = spawn(process.execPath, [MAIN, 'add', '--quiet', '--case', folder, ...paths], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (timer) clearTimeout(timer);
  return signal === null;
}

const producer = { version: '', models: {} };
const look = (folder: string): Promise<Store> =>
  openStore(join(folder, 'case.db'), { consolidation: loadConsolidation(''), producer, readOnly: true });

/** Each report with a digest of its text and reading. */
async function reportsOf(folder: string): Promise<Map<string, string>> {
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

function newCase(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-kills-'));
  writeFileSync(join(folder, 'case.yaml'), 'name: Killed\n');
  return folder;
}

const [whole, killed] = [newCase(), newCase()];
const began = performance.now();
await add(whole, null);
const length = performance.now() - began;
const wanted = await reportsOf(whole);
let done = 0;
let unsound = 0;
for (let i = 0; i < Number(kills); i += 1) {
  // Spread over the time of a whole run, so that some fall on the start, some on the work, some on the last step.
  if (!(await add(killed, Math.random() * length * 0.6))) done += 1;
  if (!existsSync(join(killed, 'case.db'))) continue;
  try {
    const store = await look(killed);
    unsound += (await store.check()).length;
    await store.close();
  } catch (error) {
    // Killed before the case was made.
    if ((error as { code?: unknown }).code !== 'not-a-case') throw error;
  }
}
await add(killed, null);
const found = await reportsOf(killed);
const lost = [...wanted].filter(([id]) => !found.has(id)).length;
const other = [...wanted].filter(([id, digest]) => found.has(id) && found.get(id) !== digest).length;
const more = [...found].filter(([id]) => !wanted.has(id)).length;
console.log(
  `${wanted.size} reports, ${done} of ${kills} runs killed: ${lost} lost, ${more} too many, ${other} read otherwise, ` +
    `${unsound} problems in the file. A run takes ${(length / 1000).toFixed(1)} s.`,
);
for (const folder of [whole, killed]) rmSync(folder, { recursive: true, force: true });
process.exitCode = lost + other + more + unsound === 0 && wanted.size > 0 ? 0 : 1;
