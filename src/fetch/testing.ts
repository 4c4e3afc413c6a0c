/** A real server on loopback that does what servers do, and worse; and a clock that does not wait. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from './fetcher.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface TestServer {
  readonly url: string;
  readonly host: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
  readonly headers: IncomingMessage['headers'][];
  close(): Promise<void>;
}

export async function serverOf(pages: Readonly<Record<string, Handler>>): Promise<TestServer> {
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    headers.push(request.headers);
    const page = pages[path];
    if (page) page(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {
    url: `http://${host}`,
    host,
    asked,
    headers,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const says =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
  };

export const sendsTo =
  (target: string, status = 302): Handler =>
  (_request, response) => {
    response.writeHead(status, { location: target }).end();
  };

/** A clock whose sleeping takes no time. */
export function quickClock(): Clock & { readonly slept: number[] } {
  let now = Date.UTC(2031, 3, 2);
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
      // Others get their turn, as they would while we sleep.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
