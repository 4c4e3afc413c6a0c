/**
 * The desk as a newcomer meets it: the real program, started by its command, in a real browser. From the first start to
 * the words behind a cell; files dropped and seen read; a correction, its undoing, a restart that keeps both; a brief.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { createClient } from '../src/api/client.ts';
import { VIEWS } from '../web/src/route.ts';
import { buildDesk, launchBrowser, noBrowser, type RunningDesk, startDesk } from './desk.ts';

const skip = noBrowser;
/** To be looked at. */
const SHOTS = join(tmpdir(), 'rapporteur-shots');

const home = mkdtempSync(join(tmpdir(), 'rapporteur-browser-'));
let browser: Browser;
let desk: RunningDesk;
let address = '';

async function start(): Promise<void> {
  desk = await startDesk(['--samples', '--home', home]);
  address = desk.address;
}

async function open(path: string): Promise<{ page: Page; faults: string[] }> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) faults.push(`asked for ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(address + path);
  return { page, faults };
}

const client = () => createClient(`${address}api/v1`, 'keld-strait');

before(async () => {
  if (skip) return;
  await buildDesk();
  mkdirSync(SHOTS, { recursive: true });
  browser = await launchBrowser();
  await start();
});

after(async () => {
  await browser?.close();
  await desk?.stop();
  rmSync(home, { recursive: true, force: true });
});

test('the first start fills the sample case while one looks, and a cell opens on its words', { skip }, async () => {
  const { page, faults } = await open('#/keld-strait');
  for (let i = 0; (await client().reports()).total < 24; i += 1) {
    assert.ok(i < 600, 'the samples were not read in time');
    await page.waitForTimeout(100);
  }
  await page.goto(`${address}#/keld-strait/positions`);
  await page.waitForSelector('[data-open^="line:"]');
  await page.click('[data-open^="line:"] >> nth=0');
  await page.waitForSelector('.drawer mark.hl');
  const words = await page.textContent('.drawer mark.hl');
  await page.keyboard.press('r');
  await page.waitForSelector('.rt mark.hot');
  assert.equal(await page.textContent('.rt mark.hot'), words);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('every view shows the sample case, asks nobody else, and breaks no policy', { skip }, async () => {
  const { page, faults } = await open('#/keld-strait');
  for (const view of VIEWS) {
    await page.goto(`${address}#/keld-strait/${view}`);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    const text = (await page.textContent('main')) ?? '';
    assert.ok(text.length > 40, view);
    await page.screenshot({ path: join(SHOTS, `real-${view}.png`) });
  }
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('what is rejected leaves the table, comes back when undone, and a restart keeps both', { skip }, async () => {
  const entries = async (): Promise<string> => JSON.stringify((await client().matrix()).cells);
  const whole = await entries();
  const { page } = await open('#/keld-strait/positions');
  await page.waitForSelector('[data-open^="line:"]');
  await page.click('[data-open^="line:"] >> nth=0');
  await page.waitForSelector('.drawer .ev');
  await page.keyboard.press('x');
  for (let i = 0; (await client().judgements()).total === 0; i += 1) {
    assert.ok(i < 100);
    await page.waitForTimeout(50);
  }
  await page.context().close();
  await desk.stop();
  await start();
  assert.equal((await client().judgements()).total, 1);
  assert.notEqual(await entries(), whole);
  const { judgement } = (await client().judgements()).rows[0]!;
  await client().judge({ action: { do: 'undo', judgement: judgement.id }, why: null });
  assert.equal(await entries(), whole);
});

test('another name of a party, given in the desk, changes the record and stands in case.yaml', { skip }, async () => {
  const { page, faults } = await open('#/keld-strait/case');
  await page.waitForSelector('[data-at="parties.0.name"]');
  const before = (await client().matrix()).parties;
  assert.ok(before.includes('Halvia'));
  await page.fill('[data-at="parties.0.name"]', 'Republic of Halvia');
  const aliases = await page.inputValue('[data-at="parties.0.aliases"]');
  await page.fill('[data-at="parties.0.aliases"]', `${aliases}\nHalvia`);
  // Outlets stand on the side of a party by its name: that is told, and mended.
  await page.click('.savebar [type=submit]');
  await page.waitForSelector('[data-at="sources.1.side"][aria-invalid=true]');
  for (const field of await page.locator('[data-at$=".side"][aria-invalid=true]').all())
    await field.selectOption('Republic of Halvia');
  await page.click('.savebar [type=submit]');
  await page.waitForSelector('.told:has-text("Saved")');
  assert.ok((await client().matrix()).parties.includes('Republic of Halvia'));
  assert.ok(!(await client().matrix()).cells.some((cell) => cell.holder === 'Halvia'));
  assert.match(readFileSync(join(home, 'keld-strait/case.yaml'), 'utf8'), /name: Republic of Halvia/);
  await assert.rejects(client().setCaseText('parties: [{ name: Halvia, alias: x }]'), /"alias", which means nothing/);
  await assert.rejects(client().setCaseText('parties: ['), /settings|unexpected|flow/i);
  const back = (await client().caseText())
    .replaceAll('Republic of Halvia', 'Halvia')
    .replace('the Halvian side, Halvia]', 'the Halvian side]');
  await client().setCaseText(back);
  assert.deepEqual((await client().matrix()).parties, before);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('without words, a speaker lists what they say', { skip }, async () => {
  const { page } = await open('#/keld-strait/search?speaker=Aldren%20Voss');
  await page.waitForSelector('.hrow');
  const said = await page.locator('.hrow .party').allTextContents();
  assert.deepEqual(new Set(said), new Set(['Aldren Voss']));
  await page.context().close();
});

test('files that are dropped make a new case, which is filled while one watches', { skip }, async () => {
  const { page } = await open('#/keld-strait/add');
  await page.waitForSelector('main');
  const text = 'Halvia demanded on Monday that Maravet withdraw its battery from Ombra Point. Maravet rejected it.';
  // As text: these are the browser's names, not ours.
  await page.evaluate(`{
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([${JSON.stringify(text)}], 'dropped.txt', { type: 'text/plain' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }`);
  await page.waitForURL((url) => !url.hash.startsWith('#/keld-strait'));
  const name = decodeURIComponent(/^#\/([^/]+)/.exec(new URL(page.url()).hash)![1]!);
  const dropped = createClient(`${address}api/v1`, name);
  for (let i = 0; (await dropped.reports()).total < 1; i += 1) {
    assert.ok(i < 200, 'the file was not read in time');
    await page.waitForTimeout(50);
  }
  await page.context().close();
});

test('a brief is a page of its own to print, with its sources, and without a script', { skip }, async () => {
  const { page } = await open(client().briefAddress({ format: 'html' }).slice(address.length));
  assert.match((await page.textContent('body')) ?? '', /Keld Strait/);
  assert.match((await page.textContent('body')) ?? '', /Littoral Press Agency/);
  assert.equal(await page.locator('script').count(), 0);
  await page.context().close();
});
