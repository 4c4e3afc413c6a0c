/** Kills a process that adds reports, again and again, and says what is in the case afterwards. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openStore } from '../open.ts';
import type { Store } from '../store.ts';
import { FAKE, PRODUCER, reportNumber } from '../testing.ts';

const CHILD = fileURLToPath(new URL('crash-child.ts', import.meta.url));

/** Runs the child until it ends, or is killed `after` milliseconds from when it has the case open. */
async function run(path: string, count: number, after: number | null): Promise<'killed' | 'done'> {
  const child = spawn(process.execPath, [CHILD, path, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  child.stdout.on('data', (data: Buffer) => {
    if (told === '' && after !== null) setTimeout(() => child.kill('SIGKILL'), after);
    told += data.toString();
  });
  await once(child, 'close');
  return told.includes('done') ? 'done' : 'killed';
}

/**
 * Adds `count` reports, killed at each of these moments (milliseconds from the opening) and run again; then once to the
 * end. Gives how often it was killed, and the problems: of the file, and of reports lost, doubled or half-read.
 */
export async function killAt(
  path: string,
  count: number,
  moments: readonly number[],
): Promise<{ readonly killed: number; readonly problems: readonly string[] }> {
  let killed = 0;
  const problems: string[] = [];
  for (const moment of moments) {
    if ((await run(path, count, moment)) === 'killed') killed += 1;
    const store = await openStore(path, { consolidation: FAKE, producer: PRODUCER, readOnly: true });
    problems.push(...(await store.check()));
    await store.close();
  }
  await run(path, count, null);
  const store = await openStore(path, { consolidation: FAKE, producer: PRODUCER });
  problems.push(...(await store.check()), ...(await faultsOf(store, count)));
  await store.close();
  return { killed, problems };
}

async function faultsOf(store: Store, count: number): Promise<readonly string[]> {
  const faults: string[] = [];
  const { total } = await store.reports();
  if (total !== count) faults.push(`${total} reports instead of ${count}`);
  for (let n = 0; n < count; n += 1) {
    const given = reportNumber(n);
    const whole = await store.report(given.document.text_sha256);
    const is = whole && JSON.stringify([whole.text, whole.reading.statements, whole.items.length]);
    if (is !== JSON.stringify([given.document.text, given.reading.statements, 7])) faults.push(`report ${n}: ${is}`);
  }
  const line = (await store.lines({ issue: 'SEA_TRADE' })).rows[0];
  if (line?.points.length !== count) faults.push(`${line?.points.length} points instead of ${count}`);
  return faults;
}
