/** The program's own commands as processes that can be killed, frozen and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../sources.ts';

const MAIN = join(ROOT, 'src/cli/main.ts');

export interface Started {
  readonly child: ChildProcess;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Starts a command; each line of its log goes to `onLine` as it comes. */
export function startCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  onLine: (line: { readonly event?: string; readonly message?: string; readonly [key: string]: unknown }) => void,
): Started {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, ...env, NODE_TEST_CONTEXT: undefined },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let rest = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      try {
        onLine(JSON.parse(line));
      } catch {
        onLine({ event: 'text', message: line });
      }
    }
  });
  return {
    child,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await ended;
    },
  };
}

/** Runs a command to its end; throws where it fails. */
export async function runCommand(args: readonly string[], env: Record<string, string>, cwd: string): Promise<void> {
  let told = '';
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: { ...process.env, ...env, NODE_TEST_CONTEXT: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (bytes: Buffer) => {
      told += bytes.toString();
    });
  }
  const status = await new Promise((resolve) => child.once('exit', resolve));
  if (status !== 0) throw new Error(`rapporteur ${args.join(' ')}: ${status}\n${told}`);
}
