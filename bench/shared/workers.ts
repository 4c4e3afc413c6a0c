/** Reports a second with one worker and with two, and whose processor time it is. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '../../src/api/client.ts';
import { natsServer, postgresServer } from '../../test/servers.ts';
import { figure } from '../measure.ts';
import { hire, serveDesk } from './desk.ts';
import { secondsOf } from './seconds.ts';
import { documentsOf } from './seeds.ts';

/** How many workers, and whether they make the record as well. */
const CREWS = [
  { workers: 1, beside: false },
  { workers: 2, beside: false },
  { workers: 1, beside: true },
  { workers: 2, beside: true },
];
/** Given first, so that all are awake and have their models. */
const WARM = 40;

export async function workerRates(count: number): Promise<readonly (readonly string[])[]> {
  const documents = await documentsOf(count + WARM);
  const lines = documents.map(({ text, title, outlet, published }) =>
    JSON.stringify({
      text,
      ...(title ? { title } : {}),
      ...(outlet ? { outlet } : {}),
      ...(published ? { published } : {}),
    }),
  );
  const rows = [
    ['workers', 'reports/s', 'CPU ms each: workers', 'desk', 'of it writing', 'up to date', 'NATS', 'PostgreSQL'],
  ];
  for (const { workers, beside } of CREWS) {
    const home = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
    mkdirSync(join(home, 'keld'));
    writeFileSync(join(home, 'keld/case.yaml'), 'name: Keld\n');
    const [nats, postgres] = [await natsServer(), await postgresServer()];
    const env = { RAPPORTEUR_STORE: postgres.url, RAPPORTEUR_QUEUE: nats.url };
    const desk = await serveDesk(home, env);
    const hired = Array.from({ length: workers }, (_, core) => hire(env, core, beside ? ['--consolidate'] : []));
    try {
      const client = createClient(`${desk.url}/api/v1`, 'keld');
      const written = ['rapporteur_reports_written_total', '{case="keld"}'] as const;
      const give = (some: readonly string[], name: string) =>
        client.upload([{ path: name, file: new Blob([some.join('\n')]) }]);
      await give(lines.slice(0, WARM), 'warm.jsonl');
      await desk.until(...written, WARM);
      await desk.until('rapporteur_stage_reports_total', '{stage="consolidate"}', WARM);
      const stage = (name: string) => desk.count('rapporteur_stage_seconds_total', `{stage="${name}"}`);
      const look = async () => ({
        clock: performance.now() / 1000,
        workers: hired.reduce((sum, { pid }) => sum + secondsOf(pid), 0),
        desk: secondsOf(desk.pid),
        nats: secondsOf(nats.pid()),
        postgres: secondsOf(postgres.pid()),
        write: await stage('write'),
        consolidate: await stage('consolidate'),
      });
      const before = await look();
      await give(lines.slice(WARM), 'reports.jsonl');
      await desk.until(...written, lines.length);
      const { clock } = await look();
      await desk.until('rapporteur_stage_reports_total', '{stage="consolidate"}', lines.length);
      const after = await look();
      const each = (name: keyof typeof after): string =>
        figure((1000 * (after[name] - before[name])) / (lines.length - WARM), 2);
      rows.push([
        `${workers}${beside ? ', which make the record too' : ''}`,
        figure((lines.length - WARM) / (clock - before.clock)),
        each('workers'),
        each('desk'),
        each('write'),
        each('consolidate'),
        each('nats'),
        each('postgres'),
      ]);
    } finally {
      for (const one of hired) await one.stop();
      await desk.stop();
      await nats.close();
      await postgres.close();
      rmSync(home, { recursive: true, force: true });
    }
  }
  return rows;
}
