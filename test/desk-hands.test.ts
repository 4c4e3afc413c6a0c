/**
 * The desk under several hands, in a real browser: two editors at one entry, a line taken apart, put together again and
 * undone; and whatever else than files can be dropped or pasted on it: a folder, a text, a link.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { createClient, createDeskClient } from '../src/api/client.ts';
import { Metrics } from '../src/api/metrics.ts';
import { People } from '../src/api/people.ts';
import { type Served, serveDesk } from '../src/api/server.ts';
import { folderCases } from '../src/cli/desk/cases.ts';
import { serverOf, type TestServer } from '../src/fetch/testing.ts';
import { buildDesk, launchBrowser, noBrowser } from './desk.ts';
import { ROOT } from './sources.ts';

const skip = noBrowser;
const SAMPLE = join(ROOT, 'examples/keld-strait');
const REPORTS = readdirSync(join(SAMPLE, 'reports'))
  .sort()
  .slice(0, 12)
  .map((name) => join(SAMPLE, 'reports', name));
const WORDS =
  'Halvia demanded on Monday that Maravet withdraw its battery from Ombra Point. Maravet rejected the demand on Tuesday.';

const home = mkdtempSync(join(tmpdir(), 'rapporteur-hands-'));
let browser: Browser;
let served: Served;
let outside: TestServer;
const tokens = new Map<string, string>();

before(async () => {
  if (skip) return;
  await buildDesk();
  browser = await launchBrowser();
  outside = await serverOf({
    '/robots.txt': (_, response) => response.end('User-agent: *\nAllow: /\n'),
    '/news': (_, response) =>
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(`<html><title>Battery</title><article><h1>Battery</h1><p>${WORDS}</p></article></html>`),
  });
  const cases = folderCases(home, {
    queue: null,
    metrics: new Metrics(),
    allowed: [outside.host],
    onChange: () => {},
    onTrouble: () => {},
  });
  mkdirSync(join(home, 'keld'));
  cpSync(join(SAMPLE, 'case.yaml'), join(home, 'keld/case.yaml'));
  const people = new People(join(home, 'people.json'));
  for (const name of ['Ilse', 'Pell']) tokens.set(name, people.add(name, 'correct', '2031-04-02T08:00:00.000Z'));
  tokens.set('Edda', people.add('Edda', 'administer', '2031-04-02T08:00:00.000Z'));
  served = await serveDesk({
    cases,
    web: join(ROOT, 'web/dist'),
    version: '0.0.0',
    who: 'owner',
    people,
    online: true,
  });
  const keld = (await cases.open('keld'))!;
  await keld.add({ paths: REPORTS, urls: [], under: null }, () => {}, new AbortController().signal);
});

after(async () => {
  await browser?.close();
  await served?.close();
  await outside?.close();
  rmSync(home, { recursive: true, force: true });
});

const as =
  (who: string) =>
  (input: string, init: RequestInit = {}) =>
    fetch(input, { ...init, headers: { ...(init.headers as object), authorization: `Bearer ${tokens.get(who)!}` } });
const clientOf = (who: string, name = 'keld') => createClient(`${served.url}api/v1`, name, as(who));

/** A page of somebody's own, who gave their token. `deaf`: it hears nothing of what others do. */
async function pageOf(who: string, deaf = false): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.setDefaultTimeout(30_000);
  if (deaf) await page.route('**/events', (route) => route.abort());
  await page.goto(`${served.url}#token=${tokens.get(who)!}`);
  await page.waitForSelector('main[data-view=overview] .lede, main[data-view=overview] .state h2');
  await page.goto(`${served.url}#/keld/overview`);
  await page.waitForSelector('.lede');
  return page;
}

async function openLine(page: Page, id: string): Promise<void> {
  await page.goto(`${served.url}#/keld/positions?open=line:${id}`);
  await page.waitForSelector('.drawer .ev');
}

/** Asks until it is so, for as long as a busy machine may need. */
async function until(what: () => Promise<boolean>, told: string): Promise<void> {
  for (let i = 0; !(await what()); i += 1) {
    assert.ok(i < 600, told);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('of two editors at one entry, the second is told that the first was before, and decides again', {
  skip,
}, async () => {
  const lines = (await clientOf('Ilse').lines({})).rows;
  const line = lines.find(({ points }) => points.length === 1 && points[0]!.evidence.length === 1)!;
  const [ilse, pell] = [await pageOf('Ilse'), await pageOf('Pell', true)];
  await Promise.all([openLine(ilse, line.id), openLine(pell, line.id)]);
  await ilse.keyboard.press('a');
  await ilse.waitForSelector('.told:has-text("Accepted")');
  await pell.keyboard.press('x');
  await pell.waitForSelector('.told:has-text("Ilse has judged this since you looked (accept")');
  assert.equal((await clientOf('Pell').judgements()).total, 1);
  // What she did is shown by now; whoever still means it says it again.
  await pell.waitForSelector('.judged:has-text("Ilse")');
  await pell.keyboard.press('x');
  await pell.waitForSelector('.told:has-text("Rejected")');
  await until(async () => (await clientOf('Ilse').lines({})).total === lines.length - 1, 'the line is still there');
  // One's own is taken back, not hers.
  await pell.keyboard.press('u');
  await pell.waitForSelector('.told:has-text("Undone")');
  const rows = (await clientOf('Ilse').judgements()).rows;
  const [accepted] = rows.filter(({ judgement }) => judgement.action.do === 'accept');
  assert.equal(accepted!.undone, null);
  assert.equal((await clientOf('Ilse').lines({})).total, lines.length);
  await Promise.all([ilse.context().close(), pell.context().close()]);
});

test('a line is taken apart, put together again, and both are undone', { skip }, async () => {
  const client = clientOf('Ilse');
  const all = async () => (await client.lines({})).rows;
  const whole = await all();
  const line = whole.find(({ points }) => points.length > 1)!;
  const page = await pageOf('Ilse');
  await openLine(page, line.id);
  await page.click('.judge button:text-is("Split")');
  await page.click('.jform button[type=submit]');
  await page.waitForSelector('.told:has-text("Taken apart")');
  const parted = await all();
  assert.equal(parted.length, whole.length + 1);
  const of = (lines: typeof whole) => lines.filter((l) => l.holder === line.holder && l.issue === line.issue);
  assert.equal(of(parted).length, of(whole).length + 1);

  const piece = of(parted).find(({ id }) => !whole.some((l) => l.id === id))!;
  // Both stand in the table.
  await page.waitForSelector(`main [data-open="line:${piece.id}"]`);
  await openLine(page, piece.id);
  await page.keyboard.press('m');
  await page.waitForSelector('.choices button');
  await page
    .locator('.choices button', { hasText: `${line.holder}:` })
    .first()
    .click();
  await page.waitForSelector('.told:has-text("Merged")');
  // Until its form is gone, a key is a letter of what is looked for there.
  await page.waitForSelector('.jform', { state: 'detached' });
  assert.equal((await all()).length, whole.length);

  await page.keyboard.press('u');
  await until(async () => (await all()).length === parted.length, 'the merge is not undone');
  await page.waitForSelector('.told:has-text("Undone")');
  await page.keyboard.press('u');
  await until(async () => (await all()).length === whole.length, 'the split is not undone');
  assert.deepEqual(await all(), whole);
  // All four stand in the log.
  await page.goto(`${served.url}#/keld/correct`);
  await page.waitForSelector('main:has-text("Took one part away")');
  await page.waitForSelector('main:has-text("Made one of 2 lines")');
  await page.context().close();
});

/** The case that was begun on this page, when it has so many reports. */
async function begun(page: Page, reports: number): Promise<string> {
  await page.waitForURL((url) => !/^#\/keld\//.test(url.hash));
  const name = decodeURIComponent(/^#\/([^/]+)/.exec(new URL(page.url()).hash)![1]!);
  await until(async () => (await clientOf('Edda', name).reports()).total === reports, `${name} was not filled`);
  return name;
}

test('a folder that is dropped makes a case of its name, of all that lies in it', { skip }, async () => {
  const folder = join(home, 'given', 'Battery reports');
  mkdirSync(join(folder, 'deeper'), { recursive: true });
  writeFileSync(join(folder, 'one.txt'), WORDS);
  writeFileSync(join(folder, 'deeper/two.txt'), `Cantara offered observers for the strait. ${WORDS}`);
  writeFileSync(join(folder, '.hidden.txt'), 'Nobody asked for this.');
  const page = await pageOf('Edda');
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  assert.equal(await begun(page, 2), 'battery-reports');
  await page.context().close();
});

test('a text that is pasted waits in the form, and makes a case when it is added', { skip }, async () => {
  const page = await pageOf('Edda');
  // As text: these are the browser's names, not ours.
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(WORDS)});
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);
  await page.waitForSelector('main[data-view=add]');
  await page.waitForFunction(`document.querySelector('[name=text]')?.value.startsWith('Halvia demanded')`);
  await page.fill('[name=title]', 'Battery demand');
  await page.fill('[name=published]', '2031-02-06');
  await page.click('button:text-is("Add the text")');
  const name = await begun(page, 1);
  const [report] = (await clientOf('Edda', name).reports()).rows;
  assert.deepEqual([report!.title, report!.day], ['Battery demand', '2031-02-06']);
  await page.context().close();
});

test('a link that is dropped is asked for, and makes a case named after its host', { skip }, async () => {
  const page = await pageOf('Edda');
  await page.evaluate(`{
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/uri-list', ${JSON.stringify(`${outside.url}/news`)});
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }`);
  const name = await begun(page, 1);
  assert.match(name, /127/);
  const [report] = (await clientOf('Edda', name).reports()).rows;
  assert.equal(report!.url, `${outside.url}/news`);
  // The desk asked, the page did not.
  assert.deepEqual(outside.asked, ['/robots.txt', '/news']);
  assert.ok(!outside.headers.some((headers) => headers['referer']));
  assert.equal((await createDeskClient(`${served.url}api/v1`, as('Edda')).me()).name, 'Edda');
  await page.context().close();
});
