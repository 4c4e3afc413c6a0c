/** Opens the desk on an address of this machine. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type AppOptions, createApp } from './app.ts';
import type { Cases, OpenCase } from './cases.ts';
import type { Deed } from './endpoint.ts';
import { isLoopback } from './guard.ts';
import { Hub } from './hub.ts';
import { newJobs } from './jobs.ts';
import { Metrics } from './metrics.ts';
import { onlyToken, type People, type Person } from './people.ts';

export interface ServeOptions extends Partial<Pick<AppOptions, 'absent' | 'gauges' | 'onAnswer'>> {
  readonly cases: Cases;
  readonly web: string;
  readonly version: string;
  readonly who: string;
  /** `127.0.0.1` unless told. Any other needs a token, which is made if none is given. */
  readonly address?: string;
  /** 0: any that is free. */
  readonly port?: number;
  readonly token?: string | null;
  /** People with tokens of their own; besides the one token. */
  readonly people?: People | null;
  readonly metrics?: Metrics;
  readonly onDeed?: (deed: Deed) => void;
  /** Other names under which the desk is reached, with port where it is not 80: behind a proxy. */
  readonly names?: readonly string[];
  readonly online?: boolean;
  readonly onFault?: (error: unknown, path: string) => void;
}

export interface Served {
  /** To be opened in a browser, without the token. */
  readonly url: string;
  readonly token: string | null;
  /** Begins to read files and folders into a case, while the desk shows it. */
  start(open: OpenCase, paths: readonly string[]): void;
  /** Says to all who look at a case that its record has changed. */
  changed(name: string): void;
  /** Ends open requests, stops jobs cleanly and closes the cases. */
  close(): Promise<void>;
}

/** The port is taken, or the address is not this machine's. */
export class CannotServe extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotServe';
  }
}

/** A request may take this long, uploads included; in milliseconds. */
const LONGEST = 10 * 60_000;

export async function serveDesk(options: ServeOptions): Promise<Served> {
  const address = options.address ?? '127.0.0.1';
  const token = options.token ?? (isLoopback(address) ? null : randomBytes(24).toString('base64url'));
  const people = options.people ?? null;
  const owner: Person = { name: options.who, role: 'administer' };
  const byToken = token === null ? null : onlyToken(token, owner);
  const metrics = options.metrics ?? new Metrics();
  const hub = new Hub();
  const newId = (): string => randomUUID();
  const jobs = newJobs(hub, newId, () => performance.now());
  let hosts: readonly string[] = [];
  const app = createApp({
    cases: options.cases,
    hub,
    jobs,
    version: options.version,
    now: () => new Date().toISOString(),
    newId,
    online: options.online ?? false,
    web: options.web,
    hosts: () => hosts,
    owner,
    whose: token === null && !people ? null : (given) => people?.whose(given) ?? byToken?.(given) ?? null,
    metrics,
    onDeed: options.onDeed ?? (() => {}),
    onFault: options.onFault ?? (() => {}),
    ...(options.absent ? { absent: options.absent } : {}),
    ...(options.gauges ? { gauges: options.gauges } : {}),
    ...(options.onAnswer ? { onAnswer: options.onAnswer } : {}),
  });
  const server = await new Promise<Server>((resolve, reject) => {
    const made = serve({ fetch: app.fetch, hostname: address, port: options.port ?? 0 }, () =>
      resolve(made as Server),
    ) as Server;
    made.requestTimeout = LONGEST;
    made.on('error', (error: NodeJS.ErrnoException) => {
      const port = options.port ?? 0;
      const reason =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken, perhaps by a desk that is already open. Choose another by --port, or close that one.`
          : error.code === 'EACCES'
            ? `Port ${port} may not be used. Choose one above 1023 by --port.`
            : error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN'
              ? `${address} is no address of this machine.`
              : error.message;
      reject(new CannotServe(reason));
    });
  });
  const { port } = server.address() as AddressInfo;
  const shown = address.includes(':') ? `[${address}]` : address;
  const any = address === '0.0.0.0' || address === '::';
  hosts = [
    `${shown}:${port}`,
    ...(isLoopback(address) || any ? [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`] : []),
    ...(options.names ?? []),
  ].map((host) => host.toLowerCase());
  return {
    url: `http://${any ? 'localhost' : shown}:${port}/`,
    token,
    start: (open, paths) => void jobs.start(open, { paths, urls: [], under: null }, async () => {}),
    changed: (name) => hub.tell(name, { event: 'changed', what: 'reports' }),
    async close() {
      await jobs.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      await options.cases.close();
    },
  };
}
