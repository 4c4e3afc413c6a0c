/**
 * Reports a second that workers read from the queue while nobody writes: what workers on machines of their own would give, as
 * far as one machine can show it, each having a core to itself.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openQueueAt, queueVersion } from '../../src/cli/desk/queued.ts';
import { natsServer } from '../../test/servers.ts';
import { figure } from '../measure.ts';
import { hire } from './desk.ts';
import { secondsOf } from './seconds.ts';
import { documentsOf } from './seeds.ts';

/** Read first by each, so that all have their models and know their way. */
const WARM = 150;

const HEAD = ['workers, a core each', 'reports/s', 'CPU ms each: workers', 'NATS', 'a worker was at work'];

export async function readingRates(count: number): Promise<readonly (readonly string[])[]> {
  const all = await documentsOf(Number.POSITIVE_INFINITY);
  const rows: string[][] = [];
  for (const workers of [1, 2]) {
    const server = await natsServer();
    const queue = await openQueueAt(server.url);
    const hired = Array.from({ length: workers }, (_, core) => hire({ RAPPORTEUR_QUEUE: server.url }, core));
    const give = async (from: number, to: number): Promise<void> => {
      for (let n = from; n < to; n += 1) {
        // A case of its own for each round through the reports, or the queue would know them again.
        const round = `round-${Math.floor(n / all.length)}`;
        await queue.give({ case: round, document: all[n % all.length]!, issues: [] }, queueVersion());
      }
    };
    const untilRead = async (): Promise<void> => {
      while ((await queue.counts()).waiting > 0) await sleep(20);
    };
    const seconds = (): number => hired.reduce((sum, { pid }) => sum + secondsOf(pid), 0);
    try {
      await give(0, WARM * workers);
      await untilRead();
      // Nobody reads while the reports are put in.
      for (const { pid } of hired) process.kill(pid, 'SIGSTOP');
      await give(WARM * workers, WARM * workers + count);
      for (const { pid } of hired) process.kill(pid, 'SIGCONT');
      const [began, cpu, nats] = [performance.now(), seconds(), secondsOf(server.pid())];
      await untilRead();
      const took = (performance.now() - began) / 1000;
      const used = seconds() - cpu;
      rows.push([
        String(workers),
        figure(count / took),
        figure((1000 * used) / count, 2),
        figure((1000 * (secondsOf(server.pid()) - nats)) / count, 2),
        `${figure((100 * used) / took / workers)} % of the time`,
      ]);
    } finally {
      for (const one of hired) await one.stop();
      await queue.close();
      await server.close();
    }
  }
  return [HEAD, ...rows];
}
