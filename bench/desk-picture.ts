/**
 * The picture of the desk that heads the README: the sample case in a real browser. `node bench/desk-picture.ts`, when
 * the desk has changed its looks. No test compares it: pictures of browsers differ by machine.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createClient } from '../src/api/client.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CHROMIUM = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (p) => p && existsSync(p),
);
if (!CHROMIUM) throw new Error('There is no Chromium here. Install it, or set CHROMIUM to its path.');

const home = mkdtempSync(join(tmpdir(), 'rapporteur-picture-'));
const desk = spawn(
  process.execPath,
  ['src/cli/main.ts', 'desk', '--samples', '--home', home, '--no-open', '--port', '0'],
  {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  },
);
try {
  const address = await new Promise<string>((resolve) => {
    let told = '';
    desk.stderr.on('data', (bytes: Buffer) => {
      told += bytes.toString();
      const found = /open at (http:\S+?)#/.exec(told)?.[1];
      if (found) resolve(found);
    });
  });
  const client = createClient(`${address}api/v1`, 'keld-strait');
  while ((await client.reports()).total < 24) await new Promise((resolve) => setTimeout(resolve, 200));
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}#/keld-strait/positions`);
  await page.waitForSelector('[data-open^="line:"]');
  await page.click('[data-open^="line:"] >> nth=0');
  await page.waitForSelector('.drawer mark.hl');
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(ROOT, 'docs/desk.png') });
  await browser.close();
} finally {
  desk.kill('SIGTERM');
  rmSync(home, { recursive: true, force: true });
}
