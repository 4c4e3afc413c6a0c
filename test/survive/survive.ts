/**
 * A shared desk with everything round it killed: the desk itself, its workers, the NATS server and PostgreSQL by SIGKILL, a
 * worker frozen past the time in which it must answer, the network cut. Reports come in portions; in each something is done to it.
 */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '../../src/api/client.ts';
import { natsServer } from '../../src/queue/testing/server.ts';
import { postgresServer } from '../../src/store/postgres/testing.ts';
import { sha256 } from '../../src/text/digest.ts';
import { freePort } from '../free-port.ts';
import { HERE } from '../place.ts';
import { ROOT } from '../sources.ts';
import { cut, mend, serversIn } from './namespaces.ts';
import { runCommand, type Started, startCommand } from './programs.ts';
import { numbersFrom, reportLines } from './reports.ts';

export interface SurviveOptions {
  readonly reports: number;
  readonly portions: number;
  /** How long the network is cut the first time, in seconds; later times a sixth of that. */
  readonly outage: number;
  readonly seed: number;
  /** The namespace of the servers; `null` where all share one, and no network can be cut. */
  readonly servers: string | null;
  readonly tell: (words: string) => void;
}

export interface Survived {
  readonly reports: number;
  /** What was done, and how often. */
  readonly done: Readonly<Record<string, number>>;
  /** Parts and threads of the record that workers made beside the desk. */
  readonly madeBeside: number;
  /** Readings that workers made, and how many reports they read more than once since an answer was lost. */
  readonly readings: number;
  readonly readTwice: number;
  readonly dead: number;
  readonly doctor: string;
  /** Whether the two exports of each form are the same bytes. */
  readonly same: Readonly<Record<string, boolean>>;
  readonly bytes: Readonly<Record<string, number>>;
  readonly seconds: number;
}

const WAIT = 5;
/** Without anything new for so long, a portion is handed over once more; in milliseconds. */
const STUCK = 60_000;
/** A portion that is not through after so long has been lost; in milliseconds. */
const LOST = 1_800_000;
const FORMS = ['jsonl', 'archive'] as const;

const KINDS = ['worker', 'nats', 'freeze', 'postgres', 'desk', 'cut'] as const;
type Kind = (typeof KINDS)[number];

const within = <T>(work: Promise<T>): Promise<T | null> =>
  Promise.race([work.catch(() => null), sleep(5000).then(() => null)]);

export async function survive(options: SurviveOptions): Promise<Survived> {
  const { reports, portions, tell } = options;
  const began = performance.now();
  const place = options.servers === null ? HERE : serversIn(options.servers);
  const kinds = KINDS.filter((kind) => kind !== 'cut' || options.servers !== null);
  const below = numbersFrom(options.seed);
  const home = mkdtempSync(join(tmpdir(), 'rapporteur-survive-'));
  const alone = mkdtempSync(join(tmpdir(), 'rapporteur-alone-'));
  const folders = { alone: join(alone, 'keld'), shared: join(home, 'keld') };
  const files = Array.from({ length: portions }, (_, i) => `portion-${String(i).padStart(3, '0')}.jsonl`);
  const upTo = (portion: number): number => Math.round(((portion + 1) * reports) / portions);
  for (const folder of Object.values(folders)) {
    mkdirSync(folder);
    for (const name of ['case.yaml', 'map.geojson']) {
      cpSync(join(ROOT, 'examples/keld-strait', name), join(folder, name));
    }
  }
  for (const [i, file] of files.entries())
    writeFileSync(join(alone, file), reportLines(i === 0 ? 0 : upTo(i - 1), upTo(i)));

  const [nats, postgres] = [await natsServer(place), await postgresServer(place)];
  const env = { RAPPORTEUR_STORE: postgres.url };
  const port = await freePort();
  const readBy = new Map<string, number>();
  const troubles = new Map<string, number>();
  let madeBeside = 0;
  const hear = (line: { readonly event?: string; readonly [key: string]: unknown }): void => {
    if (process.env['TRACE']) appendFileSync(process.env['TRACE'], `${JSON.stringify(line)}\n`);
    if (line.event === 'made') madeBeside += Number(line['made'] ?? 0);
    if (line.event === 'read') readBy.set(String(line['report']), (readBy.get(String(line['report'])) ?? 0) + 1);
    if (line.event === 'trouble') troubles.set(String(line['cause']), (troubles.get(String(line['cause'])) ?? 0) + 1);
    if (line.event === 'text' || line.event === 'fault' || line.event === 'buried' || line.event === 'case-closed')
      tell(`  ${line.event}: ${String(line['message']).slice(0, 400)}`);
  };
  let desk: Started | null = null;
  const workers: Started[] = [];
  const startDesk = (): void => {
    const args = ['--home', home, '--queue', nats.url, '--port', String(port), '--offline', '--log', 'json'];
    desk = startCommand(['serve', ...args, ...(process.env['TRACE'] ? ['--log-level', 'debug'] : [])], env, hear);
  };
  const hire = (i: number): void => {
    const args = ['--queue', nats.url, '--wait', String(WAIT), '--log', 'json', '--log-level', 'debug'];
    // They make the record as well, beside the desk and each other.
    workers[i] = startCommand(['worker', '--consolidate', ...args], env, hear);
  };
  const client = createClient(`http://127.0.0.1:${port}/api/v1`, 'keld');
  const there = async (): Promise<number | null> => (await within(client.reports({ limit: 1 })))?.total ?? null;

  const done: Record<string, number> = Object.fromEntries(kinds.map((kind) => [kind, 0]));
  const thaws: Promise<void>[] = [];
  let deskStarts = 0;
  const acts: Record<Kind, () => Promise<void>> = {
    async worker() {
      const i = below(workers.length);
      await workers[i]!.kill('SIGKILL');
      hire(i);
    },
    async nats() {
      await nats.kill();
      await sleep(300 + below(2500));
      await nats.start();
    },
    async postgres() {
      await postgres.crash();
      await sleep(300 + below(2500));
      await postgres.start();
    },
    async freeze() {
      const frozen = workers[below(workers.length)]!;
      frozen.child.kill('SIGSTOP');
      thaws.push(sleep((WAIT + 3) * 1000).then(() => void frozen.child.kill('SIGCONT')));
    },
    async desk() {
      await desk!.kill('SIGKILL');
      deskStarts += 1;
      startDesk();
    },
    async cut() {
      cut(options.servers!);
      await sleep((done['cut'] === 0 ? options.outage : options.outage / 6) * 1000);
      mend(options.servers!);
    },
  };

  // Told to end, it leaves nothing running.
  const leave = (): void => {
    for (const one of [desk as Started | null, ...workers]) one?.child.kill('SIGKILL');
    void nats.kill();
    void postgres.crash();
    setTimeout(() => process.exit(1), 500);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave);
  const act = async (kind: Kind, before: number): Promise<void> => {
    await sleep(before);
    hear({ event: 'act', message: kind, at: new Date().toISOString() });
    await acts[kind]();
    done[kind]! += 1;
  };
  /** One thing of the kind, and a while later something lighter. */
  const actsFor = async (kind: Kind): Promise<void> => {
    await act(kind, below(1500));
    if (kind !== 'worker' && kind !== 'nats') await act(below(2) === 0 ? 'worker' : 'nats', 1000 + below(5000));
  };

  try {
    startDesk();
    hire(0);
    hire(1);
    for (let i = 0; (await there()) === null; i += 1) {
      if (i > 240) throw new Error('The desk does not open.');
      await sleep(250);
    }
    let bag: Kind[] = [];
    for (const [i, file] of files.entries()) {
      if (bag.length === 0) bag = [...kinds].sort(() => below(3) - 1);
      const kind = bag.pop()!;
      const portion = new Blob([readFileSync(join(alone, file))]);
      let startsAtUpload = -1;
      let [last, moved] = [-1, performance.now()];
      const first = performance.now();
      let acted: Promise<void> | null = null;
      for (;;) {
        if (startsAtUpload !== deskStarts || performance.now() - moved > STUCK) {
          const given = await within(client.upload([{ path: file, file: portion }]));
          if (given !== null) [startsAtUpload, moved] = [deskStarts, performance.now()];
        }
        acted ??= actsFor(kind);
        const total = await there();
        if (total !== null && total >= upTo(i)) break;
        if (total !== null && total !== last) [last, moved] = [total, performance.now()];
        if (performance.now() - first > LOST)
          throw new Error(`Portion ${i} (${kind}): ${total} of ${upTo(i)} reports.`);
        await sleep(250);
      }
      await acted;
      tell(`${upTo(i)} reports, ${kind}: ${((performance.now() - first) / 1000).toFixed(1)} s`);
    }
    await Promise.all(thaws);
    for (let i = 0; i < 600; i += 1) {
      const text = await within(fetch(`http://127.0.0.1:${port}/metrics`).then((answer) => answer.text()));
      if (text && /state="waiting"\} 0$/m.test(text) && /state="read"\} 0$/m.test(text)) break;
      await sleep(250);
    }
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const dead = Number(/state="dead"\} (\d+)$/m.exec(metrics)?.[1]);
    await Promise.all([desk!, ...workers].map((one) => one.kill('SIGTERM')));
    tell(`troubles by cause: ${[...troubles].map(([cause, times]) => `${cause} ${times}`).join(', ')}`);

    tell('the same on one machine');
    await runCommand(['add', '--quiet', '--case', 'keld', ...files], { RAPPORTEUR_STORE: '' }, alone);
    const same: Record<string, boolean> = {};
    const bytes: Record<string, number> = {};
    for (const form of FORMS) {
      const digests = [];
      for (const [folder, store] of [
        [alone, ''],
        [home, postgres.url],
      ] as const) {
        const out = join(folder, `out-${form}`);
        await runCommand(
          ['export', '--case', 'keld', '--format', form, '--out', out],
          { RAPPORTEUR_STORE: store },
          folder,
        );
        const content = readFileSync(out);
        bytes[form] = content.length;
        digests.push(sha256(content.toString('latin1')));
      }
      same[form] = digests[0] === digests[1];
    }
    let doctor = 'sound';
    await runCommand(['doctor', '--case', 'keld'], env, home).catch((error: Error) => {
      doctor = error.message;
    });
    const times = [...readBy.values()];
    return {
      reports,
      done,
      readings: times.reduce((sum, n) => sum + n, 0),
      madeBeside,
      readTwice: times.filter((n) => n > 1).length,
      dead,
      doctor,
      same,
      bytes,
      seconds: Math.round((performance.now() - began) / 1000),
    };
  } finally {
    for (const one of [desk as Started | null, ...workers]) {
      one?.child.kill('SIGCONT');
      await one?.kill('SIGKILL');
    }
    await nats.close();
    await postgres.close();
    if (!process.env['KEEP']) for (const folder of [home, alone]) rmSync(folder, { recursive: true, force: true });
  }
}
