/** An app over a made-up case, for tests: what its store is asked for is what the test gives it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseFile } from '../case.ts';
import { EMPTY_FILE } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { type AppOptions, createApp } from './app.ts';
import type { AddSources, Cases, OpenCase } from './cases.ts';
import { Hub } from './hub.ts';
import { newJobs } from './jobs.ts';
import { Metrics } from './metrics.ts';

export const HOST = '127.0.0.1:4270';

export const EMPTY_CASE: CaseFile = { ...EMPTY_FILE, name: 'keld-strait' };

export interface Desk {
  readonly app: ReturnType<typeof createApp>;
  readonly hub: Hub;
  /** What was to be added, with what stood in the folder then. */
  readonly added: AddSources[];
  ask(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export async function deskOf(
  store: Partial<Store>,
  options: Partial<AppOptions> = {},
  onAdd: (sources: AddSources) => Promise<void> = async () => {},
): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-api-'));
  const added: AddSources[] = [];
  const open: OpenCase = {
    name: 'keld-strait',
    store: { consolidate: async () => ({ left: 0 }), ...store } as Store,
    setFile: async () => {},
    issues: async () => [{ code: 'CEASEFIRE', name: 'Ceasefire', definition: 'Stopping fire.' }],
    maps: async () => [],
    incoming: async () => {
      const made = await mkdtemp(join(folder, 'in-'));
      return { folder: made, remove: () => rm(made, { recursive: true, force: true }) };
    },
    add: async (sources, onProgress) => {
      added.push(sources);
      await onAdd(sources);
      onProgress({ done: 1, total: 1, perSecond: null, secondsLeft: null, failure: null });
    },
    brief: async ({ format }) => ({ body: '# Brief\n', type: 'text/markdown; charset=utf-8', file: `brief.${format}` }),
  };
  const cases: Cases = {
    list: async () => [{ name: 'keld-strait', reports: 0 }],
    open: async (name) => (name === 'keld-strait' ? open : null),
    make: async (name) => (name === 'keld-strait' ? null : { ...open, name }),
    close: async () => {},
  };
  const hub = new Hub();
  let ids = 0;
  const newId = (): string => `id-${++ids}`;
  const jobs = newJobs(hub, newId, () => 0);
  const app = createApp({
    cases,
    hub,
    jobs,
    version: '0.0.0',
    owner: { name: 'analyst', role: 'administer' },
    metrics: new Metrics(),
    onDeed: () => {},
    now: () => '2031-04-02T08:00:00.000Z',
    newId,
    online: false,
    web: folder,
    hosts: () => [HOST],
    whose: null,
    onFault: () => {},
    ...options,
  });
  return {
    app,
    hub,
    added,
    ask: async (path, init = {}) =>
      app.request(`http://${HOST}${path}`, { ...init, headers: { host: HOST, ...(init.headers as object) } }),
    close: async () => {
      await jobs.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
