/**
 * How a case grows: `node bench/store.ts [COUNT] [PATH]` (20,000; a new file in the folder for temporary ones). The reports
 * are made of read ones of ../shared/news, else of the samples, by `vary.ts`: reading is not what is measured. At ten
 * points it gives the rates of adding and of bringing the record up to date since the last, the memory, the size of the
 * file, and from how many milliseconds on the slowest twentieth of questions takes. Rates are by the clock; the time of the
 * processor stands beside them, since the clock also counts what else the machine does.
 *
 * Found on two cores that others kept busy (eight to twelve waiting for them): from 1,000 to 5,000 reports adding takes
 * 3.7 to 4.6 ms of the processor a report, bringing the record up to date 5.5 to 9.0 ms, neither with a trend; memory goes
 * from 514 to 619 MB (some 450 of it program, models and seeds), the file grows by 68 KB a report.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadResources } from '../src/data/load.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { createReader } from '../src/reading.ts';
import { loadConsolidation } from '../src/run/consolidation.ts';
import { openStore } from '../src/store/open.ts';
import type { Store } from '../src/store/store.ts';
import { figure, table } from './measure.ts';
import { type Seed, varier } from './vary.ts';

const SEEDS = 400;
const BATCH = 50;
/** The record is brought up to date after so many reports. */
const TOGETHER = 1000;
const ROUNDS = 20;

const count = Number(process.argv[2] ?? 20_000);
const path = process.argv[3] ?? join(mkdtempSync(join(tmpdir(), 'rapporteur-bench-')), 'case.db');
const news = '../shared/news';

const resources = loadResources();
const read = createReader(resources);
const seeds: Seed[] = [];
for await (const taken of ingest([existsSync(news) ? news : 'examples/keld-strait/reports'])) {
  if ('document' in taken) seeds.push({ document: taken.document, reading: read(taken.document) });
  if (seeds.length === SEEDS) break;
}
const make = varier(seeds, count);

/** What people ask, some of it about what there is most of. */
async function questions(store: Store, round: number): Promise<Record<string, () => Promise<unknown>>> {
  const { rows } = await store.reports({ limit: 50 });
  const report = rows[(round * 7) % rows.length]!;
  const { parties, cells } = await store.matrix();
  const party = parties[round % Math.max(1, parties.length)] ?? '';
  const cell = cells[(round * 13) % Math.max(1, cells.length)];
  const words = seeds[round % seeds.length]!.document.text.match(/[a-z]{5,}/g) ?? ['talks'];
  const word = words[(round * 31) % words.length]!;
  const from = `2031-0${1 + (round % 9)}-01`;
  const to = `2031-0${1 + (round % 9)}-28`;
  return {
    matrix: () => store.matrix(),
    'matrix of a month': () => store.matrix({ from, to }),
    overview: () => store.overview(),
    'lines of a party': () => store.lines({ party }),
    line: () => store.line(cell?.line ?? ''),
    'talks, first page': () => store.talks({}),
    'events of a month': () => store.happenings({ from, to }),
    'disputes, first page': () => store.disputes({}),
    'actors by name': () => store.actors({ name: party.slice(0, 4) }),
    'statements of a party': () => store.items('statement', { party }),
    'statements of an outlet': () => store.items('statement', { outlet: `Outlet ${round % 60}` }),
    timeline: () => store.timeline({ from, to }),
    'words and deeds': () => store.wordsAndDeeds({ party }),
    report: () => store.report(report.id),
    'search for a word': () => store.search({ words: word }),
    'search for two': () => store.search({ words: `${word} ${words[round % words.length]}` }),
    'search for a phrase': () => store.search({ words: `"${words[3] ?? ''} ${words[4] ?? ''}"` }),
    'search for "said"': () => store.search({ words: 'said' }),
    'search with a party': () => store.search({ words: 'government', party }),
  };
}

async function slowest(store: Store): Promise<Map<string, number>> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, ask] of Object.entries(await questions(store, round))) {
      const began = performance.now();
      await ask();
      times.set(name, [...(times.get(name) ?? []), performance.now() - began]);
    }
  }
  return new Map([...times].map(([name, all]) => [name, all.sort((a, b) => a - b)[Math.ceil(all.length * 0.95) - 1]!]));
}

const timed = async (work: () => Promise<unknown>): Promise<{ clock: number; processor: number }> => {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const used = process.cpuUsage(cpu);
  return { clock: performance.now() - began, processor: (used.user + used.system) / 1000 };
};

const store = await openStore(path, { consolidation: loadConsolidation('bench'), producer: resources.producer });
const rows: string[][] = [
  [
    'reports',
    'added/s',
    'CPU ms each',
    'up to date/s',
    'CPU ms each',
    'both/s',
    'MB memory',
    'MB file',
    'p95 ms',
    'slowest',
  ],
];
let asked = new Map<string, number>();
const step = Math.ceil(count / 10);
for (let from = 0; from < count; from += step) {
  const to = Math.min(count, from + step);
  const [adding, making] = [
    { clock: 0, processor: 0 },
    { clock: 0, processor: 0 },
  ];
  const sum = (into: typeof adding, one: typeof adding): void => {
    into.clock += one.clock;
    into.processor += one.processor;
  };
  for (let at = from; at < to; at += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, to - at) }, (_, i) => make(at + i));
    sum(adding, await timed(() => store.add(batch)));
    if ((at + BATCH) % TOGETHER < BATCH || at + BATCH >= to) sum(making, await timed(() => store.consolidate()));
  }
  asked = await slowest(store);
  const [name, ms] = [...asked].sort((a, b) => b[1] - a[1])[0]!;
  const done = to - from;
  rows.push([
    figure(to, 7),
    figure((1000 * done) / adding.clock),
    figure(adding.processor / done),
    figure((1000 * done) / making.clock),
    figure(making.processor / done),
    figure((1000 * done) / (adding.clock + making.clock)),
    figure(process.memoryUsage().rss / 2 ** 20),
    figure(statSync(path).size / 2 ** 20),
    figure(ms),
    name,
  ]);
  console.error(rows.at(-1)!.join('  '));
}
console.log(table(rows));
console.log(`\n${table([['question', 'p95 ms'], ...[...asked].map(([name, ms]) => [name, figure(ms)])])}`);
const problems = await store.check();
console.log(problems.length === 0 ? '\nThe file is sound.' : `\n${problems.join('\n')}`);
await store.close();
if (process.argv[3] === undefined) rmSync(join(path, '..'), { recursive: true, force: true });
