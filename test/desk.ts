/** The real desk and a real browser, for tests, measurements and pictures. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const CHROMIUM = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));

/** Why what needs a browser is left out; `false` where there is one. */
export const noBrowser = CHROMIUM
  ? false
  : 'no Chromium found (Debian: apt-get install chromium), or set CHROMIUM to its path';

export function launchBrowser(): Promise<Browser> {
  if (noBrowser) throw new Error(noBrowser);
  return chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
}

/** Builds the desk where it is not built, or is older than its sources. */
export async function buildDesk(): Promise<void> {
  const build = spawn(process.execPath, ['tools/build-web.ts'], { cwd: ROOT, stdio: 'ignore' });
  const code = await new Promise((resolve) => build.once('exit', resolve));
  if (code !== 0) throw new Error('The desk could not be built: node tools/build-web.ts says why.');
}

export interface RunningDesk {
  /** With a slash at its end. */
  readonly address: string;
  /** Of the program. */
  readonly process: number;
  stop(): Promise<void>;
}

/** Starts the program by its command on any free port, and waits for the address that it prints. */
export async function startDesk(options: readonly string[]): Promise<RunningDesk> {
  const desk = spawn(process.execPath, ['src/cli/main.ts', 'desk', '--no-open', '--port', '0', ...options], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let told = '';
    desk.stderr.on('data', (bytes: Buffer) => {
      told += bytes.toString();
      const found = /open at (http:[^\s#]+)/.exec(told)?.[1];
      if (found) resolve(found);
    });
    desk.once('exit', () => reject(new Error(told)));
  });
  return {
    address,
    process: desk.pid!,
    async stop() {
      const ended = new Promise((resolve) => desk.once('exit', resolve));
      desk.kill('SIGTERM');
      await ended;
    },
  };
}
