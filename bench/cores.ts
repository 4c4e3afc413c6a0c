/**
 * What the machine itself gives by a second core, and how much of that the program takes: `node bench/cores.ts [PAIRS]`.
 *
 * Some work is done by one process alone, then by two at the same time that share nothing, each the same amount: a loop of
 * whole numbers that touches no memory, and the reading of reports (../shared/news, else the samples). Two processes that
 * know nothing of each other are the most that any program can reach: *times one* is 2 where they hinder each other in
 * nothing, and less where cores share what they have (two threads of one core, memory, a host that others use). Then the
 * program reads the same reports with one thread and with two; its share is its *times one* by that of the two processes.
 * Everything in turn, the middle of the pairs and the least to the most. On a machine that others use it says nothing.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { SAMPLES } from '../src/cli/samples.ts';
import { ingest } from '../src/ingest/ingest.ts';
import type { Document } from '../src/record.ts';
import { readReports } from '../src/run/read.ts';
import { loadReader } from '../src/run/reader.ts';
import { figure, type Spread, spreadOf, table } from './measure.ts';

/** So many reports are read each time. */
const REPORTS = 400;
const TURNS = 600_000_000;

/** Milliseconds by the clock, and of the processor. */
interface Took {
  readonly ms: number;
  readonly cpu: number;
}

async function documentsOf(): Promise<readonly Document[]> {
  const documents: Document[] = [];
  const news = '../shared/news';
  for await (const one of ingest([existsSync(news) ? news : SAMPLES]))
    if ('document' in one && one.document.language === 'en') documents.push(one.document);
  return Array.from({ length: REPORTS }, (_, i) => documents[i % documents.length]!);
}

function arithmetic(): number {
  let [a, b] = [1, 2];
  for (let i = 0; i < TURNS; i++) {
    a = (Math.imul(a, 1_664_525) + b) | 0;
    b = (b ^ (a >>> 7)) | 0;
  }
  return a + b;
}

async function timed(work: () => unknown): Promise<Took> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { ms: performance.now() - began, cpu: (user + system) / 1000 };
}

/** A process of its own: does one piece of work each time that it is asked. */
async function child(kind: string): Promise<void> {
  let work: () => unknown = arithmetic;
  if (kind === 'reading') {
    const [documents, read] = [await documentsOf(), loadReader()];
    work = () => {
      let statements = 0;
      for (const document of documents) statements += read(document).statements.length;
      return statements;
    };
  }
  work();
  process.on('message', async () => process.send!(await timed(work)));
  process.send!('ready');
}

async function start(kind: string): Promise<ChildProcess> {
  const one = fork(fileURLToPath(import.meta.url), ['--child', kind]);
  await once(one, 'message');
  return one;
}

async function asked(one: ChildProcess): Promise<Took> {
  const answer = once(one, 'message');
  one.send('go');
  return (await answer)[0] as Took;
}

/** The program on the same reports, warm: from one report after the threads have their models to the last. */
async function program(documents: readonly Document[], jobs: number): Promise<Took> {
  const WARM = 400;
  async function* sources() {
    for (let i = 0; i < WARM; i++) yield { document: documents[i % documents.length]! };
    for (let turn = 0; turn < 2; turn++) for (const document of documents) yield { document };
  }
  let done = 0;
  let [began, used] = [0, process.cpuUsage()];
  let [ms, cpu] = [0, 0];
  for await (const _ of readReports(sources(), { jobs })) {
    done++;
    if (done === WARM) [began, used] = [performance.now(), process.cpuUsage()];
    // The last ones are left out: threads work ahead of what has come.
    if (done === WARM + 2 * documents.length - 100) {
      const { user, system } = process.cpuUsage(used);
      [ms, cpu] = [performance.now() - began, (user + system) / 1000];
    }
  }
  const pieces = 2 * documents.length - 100;
  return { ms: (ms / pieces) * documents.length, cpu: (cpu / pieces) * documents.length };
}

async function main(): Promise<void> {
  const pairs = Number(process.argv[2] ?? 5);
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}, ${pairs} pairs`,
  );
  const rows: string[][] = [['', 'alone s', 'two s', 'times one', 'least to most', 'processor s alone', 'each of two']];
  const seconds = (list: readonly Took[], of: keyof Took): string =>
    figure(spreadOf(list.map((t) => t[of])).median / 1000);
  const row = (name: string, alone: readonly Took[], both: readonly Took[], ratio: Spread): void => {
    const range = `${figure(ratio.min)} to ${figure(ratio.max)}`;
    rows.push([
      name,
      seconds(alone, 'ms'),
      seconds(both, 'ms'),
      figure(ratio.median),
      range,
      seconds(alone, 'cpu'),
      seconds(both, 'cpu'),
    ]);
  };
  let most = 0;
  for (const kind of ['arithmetic', 'reading']) {
    const [a, b] = [await start(kind), await start(kind)];
    const [alone, both, ratios]: [Took[], Took[], number[]] = [[], [], []];
    for (let i = 0; i < pairs; i++) {
      const one = await asked(i % 2 === 0 ? a : b);
      const two = await Promise.all([asked(a), asked(b)]);
      const slower = two[0].ms > two[1].ms ? two[0] : two[1];
      alone.push(one);
      both.push(slower);
      ratios.push((2 * one.ms) / slower.ms);
    }
    a.kill();
    b.kill();
    const ratio = spreadOf(ratios);
    most = ratio.median;
    row(`two processes: ${kind}`, alone, both, ratio);
  }
  const documents = await documentsOf();
  const [alone, both, ratios]: [Took[], Took[], number[]] = [[], [], []];
  for (let i = 0; i < Math.min(3, pairs); i++) {
    const [one, two] = [await program(documents, 1), await program(documents, 2)];
    alone.push(one);
    both.push(two);
    ratios.push(one.ms / two.ms);
  }
  const ratio = spreadOf(ratios);
  row('the program, two threads', alone, both, ratio);
  console.log(table(rows));
  console.log(
    `The program takes ${figure((100 * ratio.median) / most, 2)} % of what two processes of one thread reach.`,
  );
}

if (process.argv[2] === '--child') await child(process.argv[3]!);
else await main();
