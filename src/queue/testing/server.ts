/** A real NATS server for tests, started and killed by process id. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@nats-io/transport-node';
import { freePort } from '../../../test/free-port.ts';
import { HERE, type Place } from '../../../test/place.ts';

/** Why the tests cannot run here; `false` where they can. On CI the server must be there. */
export const noServer: string | false =
  spawnSync('nats-server', ['--version']).status === 0 || process.env['RAPPORTEUR_SERVERS'] === '1'
    ? false
    : 'nats-server is not installed (Debian: apt-get install nats-server)';

export interface NatsServer {
  readonly url: string;
  pid(): number;
  /** As when the machine loses power: nothing is said, nothing is closed. */
  kill(): Promise<void>;
  /** On the same port and disk. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export interface NatsOptions {
  /** `false`: without JetStream. */
  readonly streams?: boolean;
  /** Lets in nobody without it. */
  readonly token?: string;
}

export async function natsServer(
  place: Place = HERE,
  { streams = true, token }: NatsOptions = {},
): Promise<NatsServer> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-nats-'));
  const port = await freePort();
  const url = `nats://${place.address}:${port}`;
  let child: ChildProcess | null = null;
  const kill = async (): Promise<void> => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null) return;
    await new Promise<void>((resolve) => {
      running.once('exit', () => resolve());
      running.kill('SIGKILL');
    });
  };
  const start = async (): Promise<void> => {
    const options = [...(streams ? ['-js', '-sd', folder] : []), ...(token ? ['--auth', token] : [])];
    const command = [...place.inside, 'nats-server', '-a', place.address, '-p', String(port), ...options];
    child = spawn(command[0]!, command.slice(1), { stdio: 'ignore' });
    for (let i = 0; ; i += 1) {
      try {
        await (await connect({ servers: url, timeout: 500, ...(token ? { token } : {}) })).close();
        return;
      } catch (error) {
        if (i > 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  await start();
  return {
    url,
    pid: () => child!.pid!,
    kill,
    start,
    async close() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
