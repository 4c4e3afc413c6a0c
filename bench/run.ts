/**
 * What a second core gives: `node bench/run.ts [PATHS]`. The same reports are read in this thread, in one thread beside it
 * and in as many as there are cores, in one run, and then put into a case by the command itself.
 *
 * Rates with start-up count from the first report asked for to the last one there, with the loading of lexicons and models
 * in every thread; rates once warm leave out the first reports, as many as `WARM` for each thread. On a machine that is
 * busy with other things rates say little; the processor time that a report costs, over all threads, still shows what is
 * lost by handing reports about: were nothing lost, it would be the same, and two cores twice as fast as one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLES } from '../src/cli/samples.ts';
import { type Ingested, ingest } from '../src/ingest/ingest.ts';
import { readReports } from '../src/run/read.ts';
import { figure, table } from './measure.ts';
import { MAIN } from './startup.ts';

/** Reports that each thread reads before the clock of the warm rate starts. */
const WARM = 150;
/** Where there are fewer reports than this, they are read again and again. */
const LEAST = 900;

const given = process.argv.slice(2);
const news = '../shared/news';
const paths = given.length > 0 ? given : [existsSync(news) ? news : SAMPLES];
const sources: Ingested[] = [];
for await (const source of ingest(paths)) if ('document' in source) sources.push(source);
if (sources.length === 0) throw new Error(`There are no reports in ${paths.join(', ')}.`);
const once = sources.length;
while (sources.length < LEAST) sources.push(...sources.slice(0, once));

async function* all(): AsyncGenerator<Ingested> {
  yield* sources;
}

/** Reports a second with start-up, and once warm, and processor time for a report once warm, in milliseconds. */
async function rates(jobs: number): Promise<{ readonly cold: number; readonly warm: number; readonly cost: number }> {
  const began = performance.now();
  const warmAt = WARM * Math.max(1, jobs);
  let warm = began;
  let spent = process.cpuUsage();
  let done = 0;
  for await (const outcome of readReports(all(), { jobs })) {
    if ('failure' in outcome) throw new Error(outcome.failure.message);
    if (++done === warmAt) {
      warm = performance.now();
      spent = process.cpuUsage();
    }
  }
  const ended = performance.now();
  const { user, system } = process.cpuUsage(spent);
  return {
    cold: (done / (ended - began)) * 1000,
    warm: ((done - warmAt) / (ended - warm)) * 1000,
    cost: (user + system) / 1000 / (done - warmAt),
  };
}

const cores = availableParallelism();
console.log(
  `${figure(sources.length, 6)} reports from ${paths.join(', ')}; ${cpus()[0]?.model ?? 'unknown processor'}, ${cores} cores, Node ${process.version}\n`,
);
const rows: string[][] = [
  ['threads', 'reports/s with start-up', 'reports/s warm', 'times one', 'processor ms a report'],
];
let single = 0;
for (const jobs of [1, cores]) {
  const { cold, warm, cost } = await rates(jobs);
  single ||= warm;
  rows.push([
    jobs === 1 ? '1 (this one)' : String(jobs),
    figure(cold),
    figure(warm),
    figure(warm / single),
    figure(cost),
  ]);
}
console.log(table(rows));

const home = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
try {
  console.log('\nrapporteur init of the same paths: read, written and put together');
  for (const jobs of [1, cores]) {
    const folder = join(home, String(jobs));
    const began = performance.now();
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [MAIN, 'init', '--case', folder, '--jobs', String(jobs), '--quiet', '--json', ...paths],
      { encoding: 'utf8' },
    );
    const seconds = (performance.now() - began) / 1000;
    if (stdout === '') throw new Error(stderr);
    const { added } = JSON.parse(stdout) as { added: number };
    const size = statSync(join(folder, 'case.db')).size;
    console.log(
      `${jobs} ${jobs === 1 ? 'thread ' : 'threads'}  ${figure(added, 6)} reports in ${figure(seconds)} s, ` +
        `${figure(added / seconds)} a second, ${figure(size / 1024 / added)} KiB each`,
    );
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
