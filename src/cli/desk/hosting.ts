/** What opening a desk and serving one have in common: cases with what stands behind them, put on an address. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Metrics } from '../../api/metrics.ts';
import { People } from '../../api/people.ts';
import { type Served, serveDesk } from '../../api/server.ts';
import { loadProducer } from '../../data/producer.ts';
import type { Queue } from '../../queue/queue.ts';
import { onInterrupt } from '../interrupt.ts';
import { auditIn } from './audit.ts';
import { type FolderCases, folderCases } from './cases.ts';
import { countError, gaugeQueue } from './counting.ts';
import type { Log } from './log.ts';
import { PEOPLE } from './people.ts';

/** The built web app, at the same place beside `src/` and `dist/`. */
const WEB = fileURLToPath(new URL('../../../web/dist', import.meta.url));
/** What does not answer in this time counts as away, in milliseconds. */
const PATIENCE = 3000;

export const isBuilt = (): boolean => existsSync(join(WEB, 'index.html'));

/** `false` where it does not come in the time that one waits, or not at all. */
export const within = (work: Promise<boolean>): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE);
    work.then(resolve, () => resolve(false)).finally(() => clearTimeout(timer));
  });

export interface Hosted {
  readonly cases: FolderCases;
  open(at: HostAddress): Promise<Served>;
}

export interface HostAddress {
  readonly who: string;
  readonly address: string;
  readonly port: number;
  readonly token: string | null;
  readonly names: readonly string[];
  readonly online: boolean;
}

/**
 * The cases below `home`, and a way to put them on an address. `allowed`: hosts of this machine or its network that may be
 * asked for pages.
 */
export function hosted(home: string, queue: Queue | null, log: Log, allowed: readonly string[] = []): Hosted {
  const metrics = new Metrics();
  let changed = (_name: string): void => {};
  const cases = folderCases(home, {
    queue,
    metrics,
    allowed,
    onChange: (name) => changed(name),
    onTrouble: (message, cause) => {
      countError(metrics, cause);
      log('warn', 'trouble', message, { cause });
    },
  });
  return {
    cases,
    async open({ who, address, port, token, names, online }) {
      const served = await serveDesk({
        cases,
        metrics,
        web: WEB,
        version: loadProducer().version,
        who,
        address,
        port,
        token,
        names,
        online,
        people: existsSync(join(home, PEOPLE)) ? new People(join(home, PEOPLE)) : null,
        onDeed: auditIn(home),
        onFault: (error, path) => {
          countError(metrics, 'fault');
          const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
          log('error', 'fault', `A fault of the program, at ${path}; please tell its makers. ${words}`, { path });
        },
        onAnswer: ({ method, path, status, ms }) =>
          log('debug', 'request', `${method} ${path}: ${status}`, { method, path, status, ms: Math.round(ms) }),
        async absent() {
          const store = await within(cases.answer());
          const reached = !queue || (await within(queue.counts().then(() => true)));
          return [...(store ? [] : ['store']), ...(reached ? [] : ['queue'])];
        },
        gauges: async () => {
          if (queue) await within(gaugeQueue(metrics, queue).then(() => true));
        },
      });
      changed = served.changed;
      return served;
    },
  };
}

/** Waits until the program is told to end. Told once more, it ends at once. */
export const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    const release = onInterrupt(() => {
      release();
      resolve();
    });
  });
