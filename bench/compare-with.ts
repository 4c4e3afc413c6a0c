import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Spread, spreadOf } from './measure.ts';

/** What one run of a task took, in milliseconds of the processor, and what it found. */
export interface Run<T> {
  readonly ms: number;
  readonly result: T;
}

/** The other programs, in one process that lives as long as the comparison, held to one thread. */
export interface Others {
  run<T>(task: object): Promise<Run<T>>;
  close(): void;
}

const ONE_THREAD = ['OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS', 'NUMEXPR_NUM_THREADS'];

export function startOthers(python: string): Others {
  const env = { ...process.env, ...Object.fromEntries(ONE_THREAD.map((name) => [name, '1'])) };
  const child = spawn(python, [fileURLToPath(new URL('compare.py', import.meta.url))], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run<T>(task: object): Promise<Run<T>> {
      child.stdin.write(`${JSON.stringify(task)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error('The Python side ended. Its message stands above.');
      return JSON.parse(value) as Run<T>;
    },
    close: () => child.stdin.end(),
  };
}

/** Milliseconds of the processor that some work takes, of all threads of this process. */
export async function ownRun<T>(work: () => T | Promise<T>): Promise<Run<T>> {
  const began = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(began);
  return { ms: (user + system) / 1000, result };
}

/** Two ways of doing a thing, measured in turn. `ratio`: how many times as long theirs takes as ours, run by run. */
export interface Pair<A, B> {
  readonly ours: Spread;
  readonly theirs: Spread;
  readonly ratio: Spread;
  readonly found: { readonly ours: A; readonly theirs: B };
}

/** Each once to warm up, then in turn, so that a busy moment of the machine hits both. */
export async function inTurn<A, B>(
  runs: number,
  ours: () => Promise<Run<A>>,
  theirs: () => Promise<Run<B>>,
): Promise<Pair<A, B>> {
  let [a, b] = [await ours(), await theirs()];
  const times: [number, number][] = [];
  for (let run = 0; run < runs; run += 1) {
    [a, b] = [await ours(), await theirs()];
    times.push([a.ms, b.ms]);
  }
  return {
    ours: spreadOf(times.map(([own]) => own)),
    theirs: spreadOf(times.map(([, other]) => other)),
    ratio: spreadOf(times.map(([own, other]) => other / own)),
    found: { ours: a.result, theirs: b.result },
  };
}
