import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Spread, spreadOf } from './measure.ts';

const pathOf = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The program as `npm run rapporteur` runs it, and as it is installed; the latter is there after `npm run build`. */
export const MAIN = pathOf('src/cli/start.mjs');
export const BUILT = pathOf('dist/cli/main.js');

/** When the newest file of some folders was written, in milliseconds; tests do not count. */
const newestIn = (folders: readonly string[]): number =>
  Math.max(
    ...folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => !name.endsWith('.test.ts'))
        .map((name) => statSync(`${folder}/${name}`).mtimeMs),
    ),
  );

/** Why the built program cannot be measured; `null` where it can. One that is older than what it is made of may not know its data. */
export function builtMissing(): string | null {
  if (!existsSync(BUILT)) return 'there is none; npm run build makes it';
  return statSync(BUILT).mtimeMs < newestIn(['src', 'data', 'models'].map(pathOf))
    ? 'dist/ is older than src/, data/ or models/; npm run build makes it anew'
    : null;
}

/** Milliseconds in which Linux counts what a process used. */
const TICK = 10;

/** What all children that have ended used of the processor, in milliseconds; by the clock where Linux does not tell. */
function usedByChildren(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) * TICK;
  } catch {
    return performance.now();
  }
}

/** How long the program takes from being called to being done, in milliseconds of the processor, all its threads together. */
export function startUp(main: string, args: readonly string[], input: string, runs: number): Spread {
  const times: number[] = [];
  for (let i = 0; i <= runs; i++) {
    const began = usedByChildren();
    const { status, stderr } = spawnSync(process.execPath, [main, ...args], { input, encoding: 'utf8' });
    // The first run fills the file cache and is not counted.
    if (i > 0) times.push(usedByChildren() - began);
    if (status !== 0) throw new Error(stderr);
  }
  return spreadOf(times);
}
