/** Health and metrics of a program that serves nothing else: a worker. */
import { createServer } from 'node:http';
import { METRICS_TYPE, type Metrics } from './metrics.ts';
import { CannotServe } from './server.ts';

export interface ProbeOptions {
  readonly address: string;
  readonly port: number;
  readonly metrics: Metrics;
  /** What does not answer of all that the program stands on. */
  readonly absent: () => Promise<readonly string[]>;
}

/** Answers `/health`, `/ready` and `/metrics`; gives the function that ends it. */
export async function openProbe({ address, port, metrics, absent }: ProbeOptions): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, text: string): void => {
      response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(text);
    };
    const json = (status: number, value: object): void => answer(status, 'application/json', JSON.stringify(value));
    if (request.url === '/health') json(200, { ok: true });
    else if (request.url === '/metrics') answer(200, METRICS_TYPE, metrics.text());
    else if (request.url === '/ready')
      void absent().then((away) => json(away.length === 0 ? 200 : 503, { ready: away.length === 0, absent: away }));
    else json(404, { error: 'There are /health, /ready and /metrics.' });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new CannotServe(`Health and metrics cannot be shown at ${address}:${port}: ${error.message}.`)),
    );
    server.listen(port, address, resolve);
  });
  return async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  };
}
