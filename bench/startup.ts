import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Spread, spreadOf } from './measure.ts';

export const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

/** How long the program takes from being called to being done, in milliseconds. */
export function startUp(args: readonly string[], input: string, runs: number): Spread {
  const times: number[] = [];
  for (let i = 0; i <= runs; i++) {
    const began = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], { input, encoding: 'utf8' });
    // The first run fills the file cache and is not counted.
    if (i > 0) times.push(performance.now() - began);
    if (status !== 0) throw new Error(stderr);
  }
  return spreadOf(times);
}
