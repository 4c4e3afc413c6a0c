/** A desk whose reports are read by workers: the program's own commands, a real queue, processes that are killed. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createClient } from '../src/api/client.ts';
import { Metrics } from '../src/api/metrics.ts';
import { serveDesk } from '../src/api/server.ts';
import { folderCases } from '../src/cli/desk/cases.ts';
import { openQueueAt } from '../src/cli/desk/queued.ts';
import { natsServer, noServer } from '../src/queue/testing/server.ts';

const SAMPLE = fileURLToPath(new URL('../examples/keld-strait', import.meta.url));
const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

test('workers read what the desk is given; the record is that of one machine', { skip: noServer }, async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'rapporteur-shared-'));
  const server = await natsServer();
  const workers: ChildProcess[] = [];
  const hire = (): void => {
    workers.push(
      spawn(process.execPath, [MAIN, 'worker', '--queue', server.url, '--wait', '5', '--quiet'], { stdio: 'ignore' }),
    );
  };
  t.after(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await server.close();
    rmSync(home, { recursive: true, force: true });
  });
  for (const name of ['alone', 'shared']) {
    mkdirSync(join(home, name));
    for (const file of ['case.yaml', 'map.geojson']) cpSync(join(SAMPLE, file), join(home, name, file));
  }
  const reports = { paths: [join(SAMPLE, 'reports')], urls: [], under: null };
  const quiet = { onChange: () => {}, onTrouble: () => {} };

  const alone = folderCases(home);
  await (await alone.open('alone'))!.add(reports, () => {}, new AbortController().signal);
  const expected = await (await (await alone.open('alone'))!.brief({ format: 'md' })).body;
  await alone.close();

  const queue = await openQueueAt(server.url);
  const metrics = new Metrics();
  const cases = folderCases(home, { queue, metrics, ...quiet });
  const served = await serveDesk({ cases, metrics, web: home, version: '0.0.0', who: 'analyst' });
  hire();
  const open = (await cases.open('shared'))!;
  await open.add(reports, () => {}, new AbortController().signal);
  const client = createClient(`${served.url}api/v1`, 'shared');
  for (let i = 0; ; i += 1) {
    const { total } = await client.reports();
    if (total === 24) break;
    assert.ok(i < 600, `${total} reports were read in time`);
    // The first worker dies with reports in its hands.
    if (i === 20) workers[0]!.kill('SIGKILL');
    if (i === 20) hire();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  while ((await open.store.consolidate()).left > 0);
  assert.equal((await open.brief({ format: 'md' })).body, expected);
  assert.match(metrics.text(), /rapporteur_reports_written_total\{case="shared"\} \d+/);
  await served.close();
  await queue.close();
});
