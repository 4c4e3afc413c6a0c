/** How many readings a second a store takes that are ready: the rate at which it, not the workers, is the limit. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConsolidation } from '../../src/run/consolidation.ts';
import { openStore } from '../../src/store/open.ts';
import { type PostgresServer, postgresServer } from '../../test/servers.ts';
import { figure } from '../measure.ts';
import { type Seed, varier } from '../vary.ts';
import { secondsOf } from './seconds.ts';
import { seedsOf } from './seeds.ts';

/** As the writer of a queue takes them. */
const BATCH = 64;
/** The record is brought up to date after so many, as under load. */
const TOGETHER = 512;
const SEEDS = 300;
/** So much of a report is a short one, in characters. */
const SHORT = 400;
/** A case is measured while it grows, in so many steps. */
const STEPS = 5;

const HEAD = [
  'store',
  'reports',
  'added/s',
  'added and up to date/s',
  'CPU ms each, adding: program',
  'server',
  'up to date: program',
  'server',
  'KB each',
];

/** Time by the clock, and of the processor of program and server, in milliseconds. */
interface Spent {
  readonly clock: number;
  readonly program: number;
  readonly server: number;
}

const NOTHING: Spent = { clock: 0, program: 0, server: 0 };

const sumOf = (a: Spent, b: Spent): Spent => ({
  clock: a.clock + b.clock,
  program: a.program + b.program,
  server: a.server + b.server,
});

/** One row for each step in which a case grows to so many reports. */
async function grow(
  path: string,
  count: number,
  steps: number,
  { seeds, producer }: Awaited<ReturnType<typeof seedsOf>>,
  server: PostgresServer | null,
): Promise<readonly (readonly string[])[]> {
  const make: (number: number) => Seed = varier(seeds, count);
  const store = await openStore(path, { consolidation: loadConsolidation('bench'), producer });
  const rows: string[][] = [];
  const ofServer = (): number => (server ? 1000 * secondsOf(server.pid()) : 0);
  const spent = async (work: () => Promise<unknown>): Promise<Spent> => {
    const [began, cpu, before] = [performance.now(), process.cpuUsage(), ofServer()];
    await work();
    const { user, system } = process.cpuUsage(cpu);
    return { clock: performance.now() - began, program: (user + system) / 1000, server: ofServer() - before };
  };
  for (let step = 1, at = 0; step <= steps; step += 1) {
    const [from, end] = [at, Math.round((count * step) / steps)];
    let adding = NOTHING;
    let making = NOTHING;
    for (let since = 0; at < end; ) {
      const batch = Array.from({ length: Math.min(BATCH, end - at) }, (_, i) => make(at + i));
      adding = sumOf(adding, await spent(() => store.add(batch)));
      at += batch.length;
      since += batch.length;
      if (since >= TOGETHER || at === end) {
        making = sumOf(making, await spent(() => store.consolidate()));
        since = 0;
      }
    }
    const many = end - from;
    rows.push([
      server ? 'PostgreSQL' : 'SQLite',
      steps === 1 ? String(end) : `${from} to ${end}`,
      figure((1000 * many) / adding.clock),
      figure((1000 * many) / (adding.clock + making.clock)),
      ...[adding, making].flatMap((one) => [
        figure(one.program / many, 2),
        server ? figure(one.server / many, 2) : '-',
      ]),
      server ? figure(server.bytesOf('rapporteur_bench') / 1024 / end, 2) : '-',
    ]);
  }
  await store.close();
  return rows;
}

/** Both stores, with whole reports. */
export async function storeRates(count: number): Promise<readonly (readonly string[])[]> {
  const read = await seedsOf(SEEDS);
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  const server = await postgresServer();
  try {
    const inFile = await grow(join(folder, 'case.db'), count, 1, read, null);
    return [HEAD, ...inFile, ...(await grow(`${server.url}?case=bench`, count, 1, read, server))];
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A case of short reports that grows on PostgreSQL: whether the rate falls. */
export async function growthRates(count: number): Promise<readonly (readonly string[])[]> {
  const read = await seedsOf(SEEDS, SHORT);
  const server = await postgresServer();
  try {
    return [HEAD, ...(await grow(`${server.url}?case=bench`, count, STEPS, read, server))];
  } finally {
    await server.close();
  }
}
