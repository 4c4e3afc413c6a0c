/** A PostgreSQL server of its own for tests: made in a folder of its own, gone when the process ends. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../../test/free-port.ts';
import { HERE, type Place } from '../../../test/place.ts';

const DEBIAN = '/usr/lib/postgresql';

/** Where the newest server's programs are; `null` where none is installed. */
function programs(): string | null {
  if (!existsSync(DEBIAN)) return null;
  const versions = readdirSync(DEBIAN).filter((name) => existsSync(join(DEBIAN, name, 'bin/initdb')));
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1);
  return newest === undefined ? null : join(DEBIAN, newest, 'bin');
}

/** One of the server's own programs, as `pg_dump`. */
export const postgresProgram = (name: string): string => join(programs()!, name);

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
  pid(): number;
  /** What the tables of a schema take on the disk, with their indexes. */
  bytesOf(schema: string): number;
  /** As when the machine loses power. */
  kill(): Promise<void>;
  /** SIGKILL to the server and all its children, by their process ids. */
  crash(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** The processes that a process has started, by id (Linux, proc(5): field 4 of `stat` is the parent). */
function childrenOf(pid: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid ? [Number(name)] : [];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

export async function postgresServer({ address, inside }: Place = HERE, given?: number): Promise<PostgresServer> {
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
  if (address !== HERE.address) appendFileSync(join(data, 'pg_hba.conf'), 'host all all samenet trust\n');
  const port = given ?? (await freePort());
  const url = `postgresql://tester@${address}:${port}/postgres`;
  let child: ChildProcess | null = null;
  // The one that was started is the one that changes user; the server is its child.
  const server = (): number =>
    Number(spawnSync('head', ['-1', join(data, 'postmaster.pid')], { encoding: 'utf8' }).stdout);
  const signal = async (name: NodeJS.Signals): Promise<void> => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null) return;
    await new Promise<void>((resolve) => {
      running.once('exit', () => resolve());
      process.kill(server(), name);
    });
  };
  const crash = async (): Promise<void> => {
    child = null;
    const pid = server();
    const all = [pid, ...childrenOf(pid)];
    for (const one of all) if (isAlive(one)) process.kill(one, 'SIGKILL');
    for (let i = 0; all.some(isAlive) && i < 100; i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const start = async (): Promise<void> => {
    const args = ['-D', data, '-p', String(port), '-h', address, '-k', folder];
    const [command, rest] = asServer(join(bin, 'postgres'), args);
    const whole = [...inside, command, ...rest];
    for (let i = 0; ; i += 1) {
      // What is left in memory of one that was killed may keep the next from starting for a moment.
      if (!child || child.exitCode !== null) child = spawn(whole[0]!, whole.slice(1), { stdio: 'ignore' });
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
      try {
        await client.connect();
        await client.end();
        return;
      } catch (error) {
        if (i > 600) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  await start();
  return {
    url,
    pid: server,
    bytesOf(schema) {
      const sum = `SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class AS c
        JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = '${schema}' AND c.relkind = 'r'`;
      return Number(spawnSync(join(bin, 'psql'), ['-Atc', sum, url], { encoding: 'utf8' }).stdout);
    },
    // An immediate stop: no checkpoint, nothing closed; the next start recovers from the log as after a loss of power.
    kill: () => signal('SIGQUIT'),
    crash,
    start,
    async close() {
      await signal('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
