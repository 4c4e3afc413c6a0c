/** A served desk with workers, by the program's own commands, to be measured from outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../test/free-port.ts';
import { MAIN } from '../startup.ts';

export interface ServedDesk {
  readonly url: string;
  readonly pid: number;
  /** The value of a metric; 0 where it is not there yet. */
  count(name: string, labels?: string): Promise<number>;
  until(name: string, labels: string, value: number): Promise<void>;
  stop(): Promise<void>;
}

/** `core`: the one that it may run on (`taskset`, util-linux); any where none is told. */
function start(args: readonly string[], env: Record<string, string>, core: number | null = null): ChildProcess {
  const pinned = core === null ? [] : ['taskset', '-c', String(core)];
  const [command = '', ...rest] = [...pinned, process.execPath, MAIN, ...args];
  return spawn(command, rest, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

export async function serveDesk(home: string, env: Record<string, string>): Promise<ServedDesk> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = start(['serve', '--home', home, '--port', String(port), '--offline', '--log-level', 'warn'], env);
  for (let i = 0; ; i += 1) {
    const ready = await fetch(`${url}/ready`).catch(() => null);
    if (ready?.status === 200) break;
    if (i > 600 || child.exitCode !== null) throw new Error('The desk does not start.');
    await sleep(100);
  }
  const count = async (name: string, labels = ''): Promise<number> => {
    const text = await (await fetch(`${url}/metrics`)).text();
    const line = text.split('\n').find((one) => one.startsWith(`${name}${labels} `));
    return Number(line?.split(' ').at(-1) ?? 0);
  };
  return {
    url,
    pid: child.pid!,
    count,
    async until(name, labels, value) {
      for (let i = 0; (await count(name, labels)) < value; i += 1) {
        if (i > 6000) throw new Error(`${name}${labels} does not come to ${value}.`);
        await sleep(100);
      }
    },
    stop: () => stop(child),
  };
}

/** `more`: further options of `rapporteur worker`. */
export function hire(
  env: Record<string, string>,
  core: number | null = null,
  more: readonly string[] = [],
): { readonly pid: number; stop(): Promise<void> } {
  const child = start(['worker', '--log-level', 'warn', ...more], env, core);
  return { pid: child.pid!, stop: () => stop(child) };
}
