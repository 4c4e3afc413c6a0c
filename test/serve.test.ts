/** A shared desk as its operators meet it: settings, health, metrics, logs, and an orderly end. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openQueueAt } from '../src/cli/desk/queued.ts';
import { freePort } from './free-port.ts';
import { folderOf, rapporteur } from './process.ts';
import { reportOf } from './sample.ts';
import { natsServer, noPostgres, noServer, postgresServer } from './servers.ts';
import { ROOT } from './sources.ts';

const SAMPLE = join(ROOT, 'examples/keld-strait');

interface Running {
  readonly child: ChildProcess;
  /** The lines of its log so far. */
  lines(): readonly Record<string, unknown>[];
  until(event: string): Promise<Record<string, unknown>>;
  /** SIGTERM; gives the exit status. */
  stop(): Promise<number | null>;
}

function start(t: TestContext, args: readonly string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [join(ROOT, 'src/cli/main.ts'), ...args, '--log', 'json'], {
    env: { ...process.env, ...env, NODE_TEST_CONTEXT: undefined },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  let told = '';
  child.stderr!.on('data', (bytes: Buffer) => {
    told += bytes.toString();
  });
  const lines = () =>
    told
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return {
    child,
    lines,
    async until(event) {
      for (let i = 0; i < 1200; i += 1) {
        const found = lines().find((line) => line['event'] === event);
        if (found) return found;
        if (child.exitCode !== null) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`never told "${event}":\n${told}`);
    },
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      return child.exitCode;
    },
  };
}

test('settings that are not right end the program before it does anything', async (t) => {
  const folder = folderOf(t, { 'keld.yaml': 'qeueu: nats://q:4222\n' });
  const { status, err } = await rapporteur(['serve', '--config', join(folder, 'keld.yaml')]);
  assert.equal(status, 2);
  assert.match(err, /there is no setting "qeueu"\. Did you mean queue\?/);
  const port = await rapporteur(['serve', '--home', folder], { env: { RAPPORTEUR_PORT: 'http' } });
  assert.equal(port.status, 2);
  assert.match(port.err, /RAPPORTEUR_PORT takes a whole number/);
  const near = await rapporteur(['worker'], { env: { RAPPORTEUR_QUEU: 'nats://q:4222' } });
  assert.match(near.err, /Did you mean RAPPORTEUR_QUEUE\?/);
  const home = await rapporteur(['serve', '--home', join(folder, 'keld.yaml', 'cases')]);
  assert.equal(home.status, 2);
  assert.match(home.err, /keld\.yaml\/cases cannot be made \(ENOTDIR.*Name another: --home/);
  const address = await rapporteur(['serve', '--home', folder, '--address', 'nowhere.invalid', '--port', '0']);
  assert.equal(address.status, 1);
  assert.match(address.err, /nowhere\.invalid is no address of this machine/);
});

test('a desk is served with workers: it says whether it is ready, counts, and ends in good order', {
  skip: noServer,
}, async (t) => {
  const server = await natsServer();
  t.after(() => server.close());
  const home = folderOf(t);
  mkdirSync(join(home, 'keld'));
  cpSync(join(SAMPLE, 'case.yaml'), join(home, 'keld/case.yaml'));
  const [port, probe] = [await freePort(), await freePort()];
  const config = join(
    folderOf(t, { 'keld.yaml': `home: ${home}\nport: ${port}\nqueue: ${server.url}\n` }),
    'keld.yaml',
  );
  const reports = join(SAMPLE, 'reports');
  const desk = start(t, ['serve', '--config', config, '--case', join(home, 'keld'), reports]);
  assert.equal((await desk.until('started'))['level'], 'info');
  const url = `http://127.0.0.1:${port}`;
  const ask = async (path: string, at = url) => {
    const answer = await fetch(at + path);
    return [answer.status, await answer.text()] as const;
  };
  assert.deepEqual(await ask('/health'), [200, '{"ok":true}']);
  assert.deepEqual(await ask('/ready'), [200, '{"ready":true,"absent":[]}']);
  const worker = start(t, ['worker', '--config', config, '--metrics-port', String(probe)]);
  await worker.until('started');
  const counted = async (pattern: RegExp, at = url): Promise<number> =>
    Number(pattern.exec((await ask('/metrics', at))[1])?.[1] ?? 0);
  for (let i = 0; (await counted(/^rapporteur_reports_written_total\{case="keld"\} (\d+)$/m)) < 24; i += 1) {
    assert.ok(
      i < 600,
      desk
        .lines()
        .map((line) => JSON.stringify(line))
        .join('\n'),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  for (const stage of ['segment', 'attribute', 'read', 'write']) {
    assert.ok(
      (await counted(new RegExp(`^rapporteur_stage_seconds_total\\{stage="${stage}"\\} ([\\d.e-]+)$`, 'm'))) > 0,
      stage,
    );
  }
  assert.equal(await counted(/^rapporteur_reports_read_total (\d+)$/m), 24);
  assert.equal(await counted(/^rapporteur_reports_read_total (\d+)$/m, `http://127.0.0.1:${probe}`), 24);
  assert.match((await ask('/metrics'))[1], /^rapporteur_queue_depth\{state="waiting"\} 0$/m);
  await server.kill();
  assert.deepEqual(await ask('/ready'), [503, '{"ready":false,"absent":["queue"]}']);
  assert.equal((await ask('/ready', `http://127.0.0.1:${probe}`))[0], 503);
  assert.equal((await ask('/health'))[0], 200);
  await server.start();
  for (let i = 0; (await ask('/ready'))[0] !== 200; i += 1) {
    assert.ok(i < 100, 'ready again');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal(await worker.stop(), 0);
  assert.equal(worker.lines().at(-1)?.['reports'], 24);
  assert.equal(await desk.stop(), 0);
  assert.equal(desk.lines().at(-1)?.['event'], 'stopped');
  // Nobody holds the case any more.
  const again = await rapporteur(['doctor', '--case', join(home, 'keld')]);
  assert.match(again.out, /case\.db is sound/);
});

test('desk and workers that start before their servers wait for these, say so, and end when told to', {
  skip: noServer || noPostgres,
}, async (t) => {
  const [nats, postgres] = [await natsServer(), await postgresServer()];
  t.after(() => Promise.all([nats.close(), postgres.close()]));
  await Promise.all([nats.kill(), postgres.kill()]);
  const home = folderOf(t);
  mkdirSync(join(home, 'keld'));
  cpSync(join(SAMPLE, 'case.yaml'), join(home, 'keld/case.yaml'));
  const [port, probe] = [await freePort(), await freePort()];
  const env = { RAPPORTEUR_QUEUE: nats.url, RAPPORTEUR_STORE: postgres.url, RAPPORTEUR_HOME: home };
  const desk = start(t, ['serve', '--port', String(port)], env);
  const worker = start(t, ['worker', '--metrics-port', String(probe)], env);
  const script = start(t, ['worker', '--until-empty'], env);
  for (const one of [desk, worker]) {
    const { level, message } = await one.until('waiting');
    assert.equal(level, 'warn');
    assert.match(String(message), /^No NATS server answers at .*nats-server -js.* It is tried again until it answers/);
  }
  const ask = async (path: string, at: number) => (await fetch(`http://127.0.0.1:${at}${path}`)).status;
  assert.deepEqual([await ask('/health', probe), await ask('/ready', probe)], [200, 503]);
  // Whoever waits for its end is not left waiting.
  assert.equal((await script.until('cannot-work'))['level'], 'error');
  const early = start(t, ['worker'], env);
  await early.until('waiting');
  assert.equal(await early.stop(), 0);

  await nats.start();
  await worker.until('started');
  assert.equal(await ask('/ready', probe), 200);
  // The desk says why it cannot answer, and opens its cases by itself once it can.
  await desk.until('case-closed');
  await desk.until('started');
  assert.equal(await ask('/api/v1/cases/keld/case', port), 503);
  await postgres.start();
  // Nobody asks the desk meanwhile: that would open the case too.
  for (let i = 0; ; i += 1) {
    const { status, out, err } = await rapporteur(['doctor', '--case', join(home, 'keld')], { env });
    if (/is sound/.test(out)) break;
    assert.ok(i < 60, `${status}: ${out}${err}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  assert.equal(await ask('/ready', port), 200);
  assert.deepEqual([await worker.stop(), await desk.stop()], [0, 0]);
});

test('what could not be read is listed with its cause and given back, by the command', {
  skip: noServer,
}, async (t) => {
  const server = await natsServer();
  t.after(() => server.close());
  const queue = await openQueueAt(server.url);
  t.after(() => queue.close());
  for (const [i, cause] of ['the worker died', 'out of \u001b[31mrange'].entries()) {
    const job = { case: 'keld', document: reportOf(`Halvia has said no, for the ${i}th time.`), issues: [] };
    await queue.bury({ job, cause, at: '2031-03-04T08:00:00.000Z', version: 'another' });
  }
  const at = (...args: string[]) => rapporteur(['queue', ...args], { env: { RAPPORTEUR_QUEUE: server.url } });
  assert.match((await at('status')).out, /^could not be read\t2$/m);
  assert.match(
    (await at('dead')).out,
    /^1\t2031-03-04T08:00\tkeld\t.*\tthe worker died\n2\t.*\tout of ‹U\+001B›\[31mrange\n$/,
  );
  assert.match(
    (await at('replay', '3')).err,
    /There is no dead report number 3\. List them with: rapporteur queue dead/,
  );
  assert.equal((await at('replay', '2')).status, 0);
  assert.match((await at('replay', '2')).err, /There is no dead report number 2/);
  assert.match((await at('replay', 'all')).err, /1 given back/);
  // They are meant for this version now, whichever could not read them.
  const read = await rapporteur(['worker', '--until-empty'], { env: { RAPPORTEUR_QUEUE: server.url } });
  assert.match(read.err, /Read 2 reports/);
  assert.match(
    (await at('status')).out,
    /^waiting to be read\t0\nread, waiting to be written\t2\ncould not be read\t0$/m,
  );
});
