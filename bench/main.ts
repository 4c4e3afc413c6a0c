/**
 * How fast the program is, and how that grows: `npm run bench [-- PATHS]`.
 *
 * Without paths it reads ../shared/news where that is present, else the samples. Every figure is the median of several
 * runs on one core, with the least and the most. `--full` also streams 100,000 reports.
 */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { SAMPLES } from '../src/cli/samples.ts';
import { loadResources } from '../src/data/load.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { createReader } from '../src/reading.ts';
import type { Document } from '../src/record.ts';
import { BAD, growth } from './growth.ts';
import { figure, type Spread, table } from './measure.ts';
import { memoryOver } from './memory.ts';
import { TO_ATTRIBUTE, timesOf } from './stages.ts';
import { BUILT, builtMissing, MAIN, startUp } from './startup.ts';

/** Lengths for the doubling check, in UTF-16 code units. */
const LENGTHS = [50_000, 100_000, 200_000, 400_000];
/** Time may grow as the text's length to this power; 1 is in step with it, 2 is quadratic. */
const STEEPEST = 1.3;
/** What takes fewer milliseconds than this at the greatest length is not worth a measure of its growth. */
const FLOOR = 50;

const full = process.argv.includes('--full');
const given = process.argv.slice(2).filter((a) => a !== '--full');
const news = '../shared/news';
const paths = given.length > 0 ? given : [existsSync(news) ? news : SAMPLES];

const documents: Document[] = [];
const ingestBegan = performance.now();
for await (const source of ingest(paths)) {
  if ('document' in source && source.document.language === 'en') documents.push(source.document);
}
const ingestTime = performance.now() - ingestBegan;
if (documents.length === 0) {
  console.error(`There are no reports in English in ${paths.join(', ')}.`);
  process.exit(2);
}
/** Runs that are timed; fewer where there is more to read. */
const RUNS = documents.length > 500 ? 3 : 5;
const words = documents.reduce((n, d) => n + (d.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
console.log(
  `${figure(documents.length, 6)} reports in English, ${figure(words, 9)} words, from ${paths.join(', ')}\n` +
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, one core; processor time, median of ${RUNS} runs (least to most)\n`,
);

const resources = loadResources();
const times = timesOf(documents, resources, RUNS);
const row = (name: string, spread: Spread, found = ''): string[] => {
  const each = (ms: number): string => figure(ms / documents.length);
  return [
    name,
    figure((documents.length / spread.median) * 1000),
    figure((words / spread.median) * 1000),
    each(spread.median),
    `${each(spread.min)} to ${each(spread.max)}`,
    `${figure(spread.median / times.baseline.median)}`,
    found,
  ];
};
/** The sums of several stages: of their medians, and of what each took at the least and the most. */
const together = (each: readonly Spread[]): Spread => {
  const sum = (of: keyof Spread): number => each.reduce((n, spread) => n + spread[of], 0);
  return { median: sum('median'), min: sum('min'), max: sum('max') };
};
const once: Spread = { median: ingestTime, min: ingestTime, max: ingestTime };
console.log(
  table([
    ['', 'reports/s', 'words/s', 'ms a report', 'least to most', 'times the baseline', 'statements'],
    row('ingest (once, from disk)', once),
    ...[...times.stages].map(([name, spread]) => row(name, spread)),
    row('clean to attribute', together(TO_ATTRIBUTE.map((name) => times.stages.get(name)!))),
    row('everything', times.whole, figure(times.statements.whole, 9)),
    row('naive baseline', times.baseline, figure(times.statements.baseline, 9)),
  ]),
);

const sample = documents[0]!.text;
const ms = (s: Spread): string => `${figure(s.median)} ms (${figure(s.min)} to ${figure(s.max)})`;
console.log('\nStart-up, milliseconds of the processor:');
for (const [name, main, missing] of [
  ['checkout', MAIN, null],
  ['built (npm run build)', BUILT, builtMissing()],
] as const) {
  if (missing !== null) {
    console.log(`  ${name}: left out, ${missing}.`);
    continue;
  }
  console.log(`  ${name}: --version ${ms(startUp(main, ['--version'], '', RUNS))}`);
  console.log(`  ${name}: read - with one report ${ms(startUp(main, ['read', '-', '--json'], sample, RUNS))}`);
}

console.log('\nMemory of rapporteur read - --json over reports streamed in (megabytes)');
const texts = documents.map((d) => d.text);
const memory: string[][] = [['reports', 'most', 'at the end', 'seconds', 'reports/s']];
for (const count of full ? [1000, 5000, 20_000, 100_000] : [500, 2000, 8000]) {
  const { peak, atEnd, seconds } = await memoryOver(texts, count);
  memory.push([figure(count, 6), figure(peak), figure(atEnd), figure(seconds), figure(count / seconds)]);
}
console.log(table(memory));

console.log(`\nTime for bad input of ${LENGTHS.map((n) => `${n / 1000}k`).join(', ')} characters (ms; quickest of 3)`);
const read = createReader(resources);
const rows: string[][] = [['', ...LENGTHS.map((n) => `${n / 1000}k`), 'grows as n to the']];
let steep = 0;
for (const [name, make] of Object.entries(BAD)) {
  const taken = growth(read, make, LENGTHS);
  const power = Math.log(taken.at(-1)! / taken[0]!) / Math.log(LENGTHS.at(-1)! / LENGTHS[0]!);
  const counts = taken.at(-1)! >= FLOOR;
  const bad = counts && power > STEEPEST;
  if (bad) steep++;
  rows.push([name, ...taken.map((t) => figure(t)), counts ? `${figure(power, 2)}${bad ? ' !' : '  '}` : '  ']);
}
console.log(table(rows));
console.log(steep === 0 ? 'None grows faster than its text.' : `${steep} grow faster than their text (marked !).`);
