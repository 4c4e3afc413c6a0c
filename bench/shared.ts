/**
 * What a shared installation carries: `node bench/shared.ts [workers|store|readers] [COUNT]`, all three if none is named (400, 2,000
 * and 2,000 reports). Everything runs on this machine: rates by the clock say what its cores give together, and the
 * processor time beside them whose work it is. Needs PostgreSQL and nats-server; counts processor time as Linux does.
 */
import { table } from './measure.ts';
import { readerTimes } from './shared/readers.ts';
import { workerRates } from './shared/workers.ts';
import { storeRates } from './shared/writing.ts';

const PARTS = {
  workers: { measure: workerRates, count: 400 },
  store: { measure: storeRates, count: 2000 },
  readers: { measure: readerTimes, count: 2000 },
} as const;

const [part, given] = process.argv.slice(2);
for (const [name, { measure, count }] of Object.entries(PARTS)) {
  if (part === undefined || part === name) console.log(`${table(await measure(Number(given ?? count)))}\n`);
}
