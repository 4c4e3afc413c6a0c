/** Two network namespaces of Linux with one cable between them, which can be cut. Nothing of the machine's own network is touched. */
import { spawn, spawnSync } from 'node:child_process';
import type { Place } from '../place.ts';

const NETWORK = '10.213.77';

function ip(...args: readonly string[]): void {
  const { status, stderr, error } = spawnSync('ip', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`ip ${args.join(' ')}: ${stderr || error?.message}`);
}

const CLIENTS = `rapporteur-c-${process.pid}`;
const SERVERS = `rapporteur-s-${process.pid}`;

function remove(): void {
  for (const name of [CLIENTS, SERVERS]) spawnSync('ip', ['netns', 'del', name]);
}

/** Why there can be none here; `false` where there can. */
export function noNamespaces(): string | false {
  const name = `rapporteur-t-${process.pid}`;
  const { status, stderr, error } = spawnSync('ip', ['netns', 'add', name], { encoding: 'utf8' });
  if (status !== 0) return `network namespaces are not permitted here (${(stderr || error?.message || '').trim()})`;
  spawnSync('ip', ['netns', 'del', name]);
  return false;
}

/** Runs a program of Node in the namespace of the clients; it is told that of the servers. Both are gone at its end. */
export async function runApart(script: string, args: readonly string[]): Promise<number> {
  process.once('exit', remove);
  ip('netns', 'add', CLIENTS);
  ip('netns', 'add', SERVERS);
  ip('link', 'add', 'to-servers', 'netns', CLIENTS, 'type', 'veth', 'peer', 'name', 'to-clients', 'netns', SERVERS);
  for (const [name, link, host] of [
    [CLIENTS, 'to-servers', '1'],
    [SERVERS, 'to-clients', '2'],
  ] as const) {
    ip('-n', name, 'addr', 'add', `${NETWORK}.${host}/24`, 'dev', link);
    ip('-n', name, 'link', 'set', link, 'up');
    ip('-n', name, 'link', 'set', 'lo', 'up');
  }
  const child = spawn('ip', ['netns', 'exec', CLIENTS, process.execPath, script, ...args, SERVERS], {
    stdio: 'inherit',
  });
  const pass = (): void => void child.kill('SIGTERM');
  process.once('SIGINT', pass);
  process.once('SIGTERM', pass);
  const status = await new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  remove();
  return status;
}

/** The servers' side of the cable. Down there, nothing comes back: to the clients it is as if all had fallen silent. */
export const serversIn = (name: string): Place => ({ address: `${NETWORK}.2`, inside: ['ip', 'netns', 'exec', name] });
export const cut = (name: string): void => ip('-n', name, 'link', 'set', 'to-clients', 'down');
export const mend = (name: string): void => ip('-n', name, 'link', 'set', 'to-clients', 'up');
