/**
 * What a shared installation carries: `node bench/shared.ts [workers|reading|store|growth|readers] [COUNT]`, all if none is named
 * (400, 600, 2,000, 20,000 short ones and 2,000 reports). Everything runs on this machine: rates by the clock say what its cores
 * give together, and the processor time beside them whose work it is. Needs PostgreSQL, nats-server and taskset; counts
 * processor time as Linux does.
 */
import { table } from './measure.ts';
import { readerTimes } from './shared/readers.ts';
import { readingRates } from './shared/reading.ts';
import { workerRates } from './shared/workers.ts';
import { growthRates, storeRates } from './shared/writing.ts';

const PARTS = {
  workers: { measure: workerRates, count: 400 },
  reading: { measure: readingRates, count: 600 },
  store: { measure: storeRates, count: 2000 },
  growth: { measure: growthRates, count: 20_000 },
  readers: { measure: readerTimes, count: 2000 },
} as const;

const [part, given] = process.argv.slice(2);
for (const [name, { measure, count }] of Object.entries(PARTS)) {
  if (part === undefined || part === name) console.log(`${table(await measure(Number(given ?? count)))}\n`);
}
