/** A PostgreSQL server of its own for tests: made in a folder of its own, gone when the process ends. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../../test/free-port.ts';

const DEBIAN = '/usr/lib/postgresql';

/** Where the newest server's programs are; `null` where none is installed. */
function programs(): string | null {
  if (!existsSync(DEBIAN)) return null;
  const versions = readdirSync(DEBIAN).filter((name) => existsSync(join(DEBIAN, name, 'bin/initdb')));
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1);
  return newest === undefined ? null : join(DEBIAN, newest, 'bin');
}

/** Why the tests cannot run here; `false` where they can. On CI the server must be there. */
export const noPostgres: string | false =
  programs() !== null || process.env['RAPPORTEUR_SERVERS'] === '1'
    ? false
    : 'PostgreSQL is not installed (Debian: apt-get install postgresql)';

/** The server does not run as root: there it is given to the user that Debian's package makes. */
function asServer(command: string, args: readonly string[]): [string, string[]] {
  return userInfo().uid === 0 ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, [...args]];
}

export interface PostgresServer {
  readonly url: string;
  /** As when the machine loses power. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export async function postgresServer(): Promise<PostgresServer> {
  const bin = programs()!;
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-postgres-'));
  if (userInfo().uid === 0) {
    const id = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
    chownSync(folder, id('-u'), id('-g'));
  }
  const data = join(folder, 'data');
  const made = spawnSync(
    ...asServer(join(bin, 'initdb'), ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N']),
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const url = `postgresql://tester@127.0.0.1:${port}/postgres`;
  let child: ChildProcess | null = null;
  const signal = async (name: NodeJS.Signals): Promise<void> => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null) return;
    // The one that was started is the one that changes user; the server is its child.
    const { stdout } = spawnSync('head', ['-1', join(data, 'postmaster.pid')], { encoding: 'utf8' });
    await new Promise<void>((resolve) => {
      running.once('exit', () => resolve());
      process.kill(Number(stdout), name);
    });
  };
  const start = async (): Promise<void> => {
    const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder];
    child = spawn(...asServer(join(bin, 'postgres'), args), { stdio: 'ignore' });
    for (let i = 0; ; i += 1) {
      const client = new pg.Client({ connectionString: url });
      try {
        await client.connect();
        await client.end();
        return;
      } catch (error) {
        if (i > 200) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  await start();
  return {
    url,
    // An immediate stop: no checkpoint, nothing closed; the next start recovers from the log as after a loss of power.
    kill: () => signal('SIGQUIT'),
    start,
    async close() {
      await signal('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
