/** Runs the program as its users do: as a process of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { ROOT } from './sources.ts';

export interface Result {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

const ENVIRONMENT: Record<string, string | undefined> = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined };
// The test runner tells its children to report to it; the program under test is not one of them.
delete ENVIRONMENT['NODE_TEST_CONTEXT'];

/** Runs a command to its end. `input` is its standard input. */
export function run(
  command: string,
  args: readonly string[],
  { input = '', cwd = ROOT, env = {} }: { input?: string | Buffer; cwd?: string; env?: Record<string, string> } = {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...ENVIRONMENT, ...env } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (b: Buffer) => out.push(b));
    child.stderr.on('data', (b: Buffer) => err.push(b));
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
    child.stdin.end(input);
  });
}

/** Runs `rapporteur` from the sources. */
export const rapporteur = (args: readonly string[], options: Parameters<typeof run>[2] = {}): Promise<Result> =>
  run(process.execPath, [`${ROOT}src/cli/main.ts`, ...args], options);

/** A folder of its own for one test, with the files given, gone when the test is over. */
export function folderOf(t: TestContext, files: Readonly<Record<string, string | Buffer>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
