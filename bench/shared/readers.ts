/** Fifty people reading one shared case: how long they wait. Requests go to this machine's own address alone, and their number is bounded. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '../../src/api/client.ts';
import { loadConsolidation } from '../../src/run/consolidation.ts';
import { openStore } from '../../src/store/open.ts';
import { postgresServer } from '../../test/servers.ts';
import { figure } from '../measure.ts';
import { varier } from '../vary.ts';
import { serveDesk } from './desk.ts';
import { secondsOf } from './seconds.ts';
import { seedsOf } from './seeds.ts';

const READERS = 50;
/** Questions of each reader. */
const QUESTIONS = 12;
/** What a person takes to look at an answer, at most; in milliseconds. */
const LOOKING = 4000;
const BATCH = 64;
const SEEDS = 200;

export async function readerTimes(count: number): Promise<readonly (readonly string[])[]> {
  const { seeds, producer } = await seedsOf(SEEDS);
  const make = varier(seeds, count);
  const home = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  mkdirSync(join(home, 'keld'));
  writeFileSync(join(home, 'keld/case.yaml'), 'name: Keld\n');
  const server = await postgresServer();
  const rows = [
    [
      'readers',
      'pause',
      'questions',
      'errors',
      'each second',
      'median ms',
      'p95 ms',
      'longest ms',
      'CPU ms each: desk',
      'PostgreSQL',
    ],
  ];
  try {
    const store = await openStore(`${server.url}?case=keld`, { consolidation: loadConsolidation(), producer });
    for (let at = 0; at < count; at += BATCH) {
      await store.add(Array.from({ length: Math.min(BATCH, count - at) }, (_, i) => make(at + i)));
    }
    while ((await store.consolidate()).left > 0);
    await store.close();
    const desk = await serveDesk(home, { RAPPORTEUR_STORE: server.url });
    try {
      const client = createClient(`${desk.url}/api/v1`, 'keld');
      const { parties } = await client.overview();
      const lines = (await client.lines({ limit: 100 })).rows;
      const reports = (await client.reports({ limit: 100 })).rows;
      const asked = (n: number): (() => Promise<unknown>) => {
        const party = parties[n % Math.max(1, parties.length)] ?? '';
        const month = `2031-${String(1 + (n % 12)).padStart(2, '0')}`;
        const period = { from: `${month}-01`, to: `${month}-28` };
        return [
          () => client.overview(),
          () => client.matrix(),
          () => client.matrix(period),
          () => client.line(lines[n % lines.length]!.id),
          () => client.talks({}),
          () => client.happenings(period),
          () => client.items('statement', { party }),
          () => client.report(reports[n % reports.length]!.id),
          () => client.search({ words: ['talks', 'government', 'fire', 'minister'][n % 4]! }),
          () => client.timeline(period),
          () => client.actors({}),
          () => client.wordsAndDeeds({ party }),
        ][n % 12]!;
      };
      for (const looking of [LOOKING, 0]) {
        const times: number[] = [];
        let errors = 0;
        const before = [secondsOf(desk.pid), secondsOf(server.pid())];
        const began = performance.now();
        await Promise.all(
          Array.from({ length: READERS }, async (_, reader) => {
            await sleep((looking * reader) / READERS);
            for (let i = 0; i < QUESTIONS; i += 1) {
              const then = performance.now();
              await asked(reader * 7 + i)().catch((error: unknown) => {
                errors += 1;
                console.error(String(error));
              });
              times.push(performance.now() - then);
              // From half of it to the whole, differently for each.
              await sleep(looking / 2 + (looking * ((reader * 31 + i * 17) % 50)) / 100);
            }
          }),
        );
        const seconds = (performance.now() - began) / 1000;
        times.sort((a, b) => a - b);
        const each = (pid: number, at: number): string =>
          figure((1000 * (secondsOf(pid) - before[at]!)) / times.length, 2);
        rows.push([
          String(READERS),
          looking === 0 ? 'none' : `${looking / 2000} to ${looking / 1000} s`,
          String(times.length),
          String(errors),
          figure(times.length / seconds),
          figure(times[Math.floor(times.length / 2)]!),
          figure(times[Math.ceil(times.length * 0.95) - 1]!),
          figure(times.at(-1)!),
          each(desk.pid, 0),
          each(server.pid(), 1),
        ]);
      }
    } finally {
      await desk.stop();
    }
  } finally {
    await server.close();
    rmSync(home, { recursive: true, force: true });
  }
  return rows;
}
