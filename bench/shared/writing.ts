/** How many readings a second a store takes that are ready: the rate at which it, not the workers, is the limit. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConsolidation } from '../../src/run/consolidation.ts';
import { openStore } from '../../src/store/open.ts';
import { postgresServer } from '../../test/servers.ts';
import { figure } from '../measure.ts';
import { varier } from '../vary.ts';
import { secondsOf } from './seconds.ts';
import { seedsOf } from './seeds.ts';

/** As the writer of a queue takes them. */
const BATCH = 64;
/** The record is brought up to date after so many, as under load. */
const TOGETHER = 512;
const SEEDS = 300;

export async function storeRates(count: number): Promise<readonly (readonly string[])[]> {
  const { seeds, producer } = await seedsOf(SEEDS);
  const make = varier(seeds, count);
  const rows = [['store', 'reports', 'added/s', 'added and up to date/s', 'CPU ms each: program', 'server', 'KB each']];
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  const server = await postgresServer();
  try {
    for (const path of [join(folder, 'case.db'), `${server.url}?case=bench`]) {
      const onServer = path.startsWith('postgresql');
      const store = await openStore(path, { consolidation: loadConsolidation('bench'), producer });
      const [cpu, serverBefore] = [process.cpuUsage(), secondsOf(server.pid())];
      let [adding, making, unmeasured] = [0, 0, 0];
      for (let at = 0; at < count; at += BATCH) {
        const spare = process.cpuUsage();
        const batch = Array.from({ length: Math.min(BATCH, count - at) }, (_, i) => make(at + i));
        const { user, system } = process.cpuUsage(spare);
        unmeasured += user + system;
        const began = performance.now();
        await store.add(batch);
        adding += performance.now() - began;
        if ((at + BATCH) % TOGETHER < BATCH || at + BATCH >= count) {
          const then = performance.now();
          await store.consolidate();
          making += performance.now() - then;
        }
      }
      const used = process.cpuUsage(cpu);
      rows.push([
        onServer ? 'PostgreSQL' : 'SQLite',
        String(count),
        figure((1000 * count) / adding),
        figure((1000 * count) / (adding + making)),
        figure((used.user + used.system - unmeasured) / 1000 / count, 2),
        onServer ? figure((1000 * (secondsOf(server.pid()) - serverBefore)) / count, 2) : '-',
        onServer ? figure(server.bytesOf('rapporteur_bench') / 1024 / count, 2) : '-',
      ]);
      await store.close();
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}
