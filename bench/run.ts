/**
 * What a second core gives: `node bench/run.ts [PATHS]`. The same files are taken in and read in this thread alone, and in as
 * many threads as there are cores, in one run: first those of PATHS (../shared/news, else the samples), then the same reports
 * as saved pages (`big/page.ts`: 60 to 200 kB each, as sites send them). Then the former are put into a case by the command
 * itself.
 *
 * Rates with start-up count from the first report asked for to the last one there, with the loading of lexicons and models
 * in every thread; rates once warm leave out the first fifth and the last, since threads
 * work ahead of what has come. On a machine that is busy with other things rates say little;
 * the processor time that a report costs, over all threads, still shows what is lost by handing reports about: were nothing
 * lost, it would be the same, and two cores twice as fast as one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLES } from '../src/cli/samples.ts';
import { loadIngestLexicon } from '../src/data/ingest.ts';
import { gather, ingest } from '../src/ingest/ingest.ts';
import { readReports } from '../src/run/read.ts';
import { pageOf } from './big/page.ts';
import { makerOfTexts } from './big/texts.ts';
import { figure, table } from './measure.ts';
import { MAIN } from './startup.ts';

/** Where there are fewer reports than this, they are read again and again. */
const LEAST = 900;
/** Saved pages, of which each costs as much as a few texts. */
const PAGES = 400;

const given = process.argv.slice(2);
const news = '../shared/news';
const paths = given.length > 0 ? given : [existsSync(news) ? news : SAMPLES];
const home = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));

/** How many reports there are in some files. */
async function countOf(files: readonly string[]): Promise<number> {
  let count = 0;
  for await (const source of ingest(files, { lexicon: loadIngestLexicon })) if ('document' in source) count++;
  if (count === 0) throw new Error(`There are no reports in ${files.join(', ')}.`);
  return count;
}

/** A folder of saved pages. */
async function savedPages(): Promise<string> {
  const folder = join(home, 'pages');
  mkdirSync(folder);
  const make = await makerOfTexts();
  for (let n = 0; n < PAGES; n++) {
    const url = `https://site${n % 37}.example/2031/${n}/story.html`;
    writeFileSync(join(folder, `${n}.html`), pageOf(make(n), url, n));
  }
  return folder;
}

/** Reports a second with start-up, and once warm, and processor time for a report once warm, in milliseconds. */
async function rates(
  files: readonly string[],
  count: number,
  jobs: number,
): Promise<{ readonly cold: number; readonly warm: number; readonly cost: number }> {
  const began = performance.now();
  const warmAt = Math.floor(count / 5);
  let warm = began;
  let spent = process.cpuUsage();
  let done = 0;
  let ended = began;
  let used = spent;
  const until = count - warmAt;
  for await (const outcome of readReports(gather(files, { lexicon: loadIngestLexicon }), { jobs })) {
    if ('failure' in outcome) continue;
    if (++done === warmAt) {
      warm = performance.now();
      spent = process.cpuUsage();
    } else if (done === until) {
      ended = performance.now();
      used = process.cpuUsage(spent);
    }
  }
  return {
    cold: (done / (performance.now() - began)) * 1000,
    warm: ((until - warmAt) / (ended - warm)) * 1000,
    cost: (used.user + used.system) / 1000 / (until - warmAt),
  };
}

const cores = availableParallelism();
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cores} cores, Node ${process.version}\n`);
const rows: string[][] = [
  ['', 'threads', 'reports/s with start-up', 'reports/s warm', 'times one', 'processor ms a report'],
];

/** The same files in this thread alone, and in as many threads as there are cores. */
async function compare(name: string, files: readonly string[]): Promise<void> {
  const once = await countOf(files);
  const times = Math.ceil((name === 'saved pages' ? PAGES : LEAST) / once);
  const all = Array.from({ length: times }, () => files).flat();
  let single = 0;
  for (const jobs of [1, cores]) {
    const { cold, warm, cost } = await rates(all, once * times, jobs);
    single ||= warm;
    const threads = jobs === 1 ? '1 (this one)' : String(jobs);
    rows.push([name, threads, figure(cold), figure(warm), figure(warm / single), figure(cost)]);
  }
}

try {
  await compare('as given', paths);
  await compare('saved pages', [await savedPages()]);
  console.log(table(rows));

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
