/**
 * The picture of the desk that heads the README: the sample case in a real browser. `node bench/desk-picture.ts`, when
 * the desk has changed its looks. No test compares it: pictures of browsers differ by machine.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '../src/api/client.ts';
import { launchBrowser, startDesk } from '../test/desk.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const home = mkdtempSync(join(tmpdir(), 'rapporteur-picture-'));
const desk = await startDesk(['--samples', '--home', home]);
const browser = await launchBrowser();
try {
  const { address } = desk;
  const client = createClient(`${address}api/v1`, 'keld-strait');
  while ((await client.reports()).total < 24) await new Promise((resolve) => setTimeout(resolve, 200));
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}#/keld-strait/positions`);
  await page.waitForSelector('[data-open^="line:"]');
  await page.click('[data-open^="line:"] >> nth=0');
  await page.waitForSelector('.drawer mark.hl');
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(ROOT, 'docs/desk.png') });
} finally {
  await browser.close();
  await desk.stop();
  rmSync(home, { recursive: true, force: true });
}
