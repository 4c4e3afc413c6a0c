/**
 * A day at the desk, in a real browser on the real program and the samples: what is only possible marked and left out on the
 * timeline and the map, a citation and a link by a key, a way back from every correction, the back button that leads to where
 * one was, and a program that is gone.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { createClient } from '../src/api/client.ts';
import { buildDesk, launchBrowser, noBrowser, type RunningDesk, startDesk } from './desk.ts';

const skip = noBrowser;
const home = mkdtempSync(join(tmpdir(), 'rapporteur-daily-'));
let browser: Browser;
let desk: RunningDesk;

const client = () => createClient(`${desk.address}api/v1`, 'keld-strait');

async function open(path: string, width = 1440): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${desk.address}#/keld-strait/${path}`);
  await page.waitForSelector('main h1');
  return page;
}

const done = (page: Page): Promise<void> => page.context().close();

/** Asks until it is so, for as long as a busy machine may need. */
async function until(what: () => Promise<boolean>, told: string): Promise<void> {
  for (let i = 0; !(await what()); i += 1) {
    assert.ok(i < 600, told);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

before(async () => {
  if (skip) return;
  await buildDesk();
  browser = await launchBrowser();
  desk = await startDesk(['--samples', '--home', home]);
  // While it reads, a connection that was kept open may be closed under one's hands.
  const read = async () => (await client().reports()).total === 24 && (await client().timeline()).length > 0;
  await until(() => read().catch(() => false), 'the samples were not read in time');
});

after(async () => {
  await browser?.close();
  await desk?.stop();
  rmSync(home, { recursive: true, force: true });
});

test('the timeline marks what is only possible, says so below, and leaves it out when asked to', { skip }, async () => {
  const page = await open('timeline');
  await page.waitForSelector('.tl .perhaps');
  assert.match((await page.textContent('.tlw .key')) ?? '', /possible\s+in a broken line: the program is less sure/);
  // As many as the API tells, in the drawing or counted by a bar, and in the table.
  await page.waitForSelector('.wk-t .possible');
  await page.click('.filters button:has-text("Only what is sure")');
  await page.waitForSelector('.tl .perhaps', { state: 'detached' });
  assert.match(page.url(), /sure=1/);
  assert.equal(await page.getAttribute('.filters button:has-text("Only what is sure")', 'aria-pressed'), 'true');
  assert.equal(await page.locator('.wk-t .possible').count(), 0);
  assert.ok((await page.locator('.wk-t [data-open]').count()) > 0);
  await page.goBack();
  await page.waitForSelector('.tl .perhaps');
  await done(page);
});

test('the map marks what is only possible, in the list and where nothing at a place is sure, and leaves it out', {
  skip,
}, async () => {
  const page = await open('map');
  await page.waitForSelector('.map .spot');
  assert.match((await page.textContent('.map .key')) ?? '', /possible\s+dotted and empty/);
  const { rows } = await client().happenings({ limit: 500 });
  assert.ok(rows.some((h) => h.place && h.confidence < 0.8));
  await page.waitForSelector('.places .possible');
  // Within a place what is sure stands first.
  const orders = await page.$$eval('.places > ul > li', (places) =>
    places.map((place) =>
      [...place.querySelectorAll('li')]
        .filter((li) => li.querySelector('.q'))
        .map((li) => (li.querySelector('.possible') ? 1 : 0)),
    ),
  );
  for (const order of orders) assert.deepEqual(order, order.toSorted());
  await page.click('.filters button:has-text("Only what is sure")');
  await page.waitForSelector('.places .possible', { state: 'detached' });
  assert.equal(await page.locator('.map .spot .perhaps').count(), 0);
  await done(page);
});

test('a citation and a link by one key; the link shows a colleague the same', { skip }, async () => {
  const page = await open('positions');
  await page.click('[data-open^="line:"] >> nth=0');
  await page.waitForSelector('.drawer mark.hl');
  const words = (await page.textContent('.drawer mark.hl'))!;
  const copied = (): Promise<string> => page.evaluate('navigator.clipboard.readText()');
  await page.keyboard.press('c');
  await page.waitForSelector('.told:has-text("Citation copied.")');
  const citation = await copied();
  assert.ok(citation.includes(words.slice(0, 30)), citation);
  assert.match(citation, /; .+ \d{4}; report [0-9a-f]{12}, units \d+/);
  await page.keyboard.press('l');
  await page.waitForSelector('.told:has-text("Link copied.")');
  const link = await copied();
  assert.equal(link, page.url());
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await other.waitForSelector('.drawer mark.hl');
  assert.equal(await other.textContent('.drawer mark.hl'), words);
  await done(other);
  await done(page);
});

test('every correction has its way back beside it, also for who has no keys', { skip }, async () => {
  const page = await open('positions', 390);
  await page.locator('[data-open^="line:"]').first().click();
  await page.waitForSelector('.drawer .ev');
  const standing = async () => (await client().judgements()).rows.filter((r) => r.undone === null);
  await page.locator('.drawer .judge button:has-text("Accept")').first().click();
  await page.click('.told button:has-text("Undo")');
  await page.waitForSelector('.told:has-text("Undone.")');
  assert.ok((await standing()).every(({ judgement }) => judgement.action.do === 'undo'));
  await done(page);
});

test('in the queue the next is there at once, and what is taken back is there again', { skip }, async () => {
  const page = await open('correct');
  await page.waitForSelector('.queue mark.hl');
  const shown = () => page.textContent('.queue mark.hl');
  const first = await shown();
  await page.keyboard.press('x');
  await until(async () => (await shown()) !== first, 'the next one came');
  await page.waitForSelector('.told:has-text("Rejected")');
  await page.keyboard.press('u');
  await page.waitForSelector('.told:has-text("Undone")');
  await until(async () => (await shown()) === first, 'it came back');
  // What the record does not assert is in the queue, and nothing else.
  const { rows } = await client().items('position', { unsure: true, limit: 500 });
  assert.ok(rows.length > 0 && rows.every(({ record }) => record.confidence < 0.8));
  assert.ok(rows.some(({ record }) => record.confidence >= 0.6));
  await done(page);
});

test('the way back leads to where one was', { skip }, async () => {
  const page = await open('disputes');
  await page.waitForSelector('.disp-i a');
  await page.evaluate('scrollTo(0, 900)');
  await page.waitForFunction('scrollY === 900');
  await page.keyboard.press('4');
  await page.waitForSelector('main[data-view=talks]');
  await page.waitForFunction('scrollY === 0');
  await page.goBack();
  await page.waitForSelector('main[data-view=disputes]');
  await page.waitForFunction('Math.abs(scrollY - 900) < 30');
  await done(page);
});

test('when the program has gone it is said, what was read stays, and all goes on when it is back', {
  skip,
}, async () => {
  const page = await open('positions');
  await page.waitForSelector('[data-open^="line:"]');
  // As if the program had ended: every request fails.
  await page.context().setOffline(true);
  await page.locator('[data-open^="line:"]').nth(3).click();
  await page.waitForSelector('.drawer [role=alert]');
  assert.match((await page.textContent('.drawer [role=alert]')) ?? '', /Is the program still running\?/);
  assert.ok((await page.locator('main [data-open^="line:"]').count()) > 3);
  await page.context().setOffline(false);
  await page.click('.drawer button:has-text("Ask again")');
  await page.waitForSelector('.drawer mark.hl');
  await done(page);
});
