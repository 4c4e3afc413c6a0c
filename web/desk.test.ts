/**
 * The desk in a real browser, on the fixture: every view at three widths, light and dark, without an axe-core violation,
 * a request to anywhere else or a breach of the content policy; the keys, the drawer, judging, and what is evil in texts.
 * Pictures are written to coverage/desk, to be looked at.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildDesk, launchBrowser, noBrowser } from '../test/desk.ts';
import { lineById } from './fixture/entries.ts';
import { reportOf } from './fixture/keld.ts';
import { type Fixture, startFixture } from './fixture/server.ts';
import { VIEWS } from './src/route.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const SHOTS = fileURLToPath(new URL('../coverage/desk/', import.meta.url));
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const skip = noBrowser;

const CASE = '#/keld-strait';
const line = [...lineById.values()].find((l) => l.holder === 'Halvia' && l.issue === 'SEA_TRADE')!;
const report = reportOf('2031-03-26-lpa').head.id;
const WIDTHS = [1440, 1024, 390];

let fixture: Fixture;
let browser: Browser;

before(async () => {
  if (skip) return;
  await buildDesk();
  mkdirSync(SHOTS, { recursive: true });
  fixture = await startFixture();
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  fixture?.server.closeAllConnections();
  fixture?.server.close();
});

/** Opens an address; whatever the page must not do is put into `faults`. */
async function open(hash: string, options: BrowserContextOptions = {}): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (r) => {
    if (!r.url().startsWith(fixture.address)) faults.push(`asked for ${r.url()}`);
  });
  page.on('console', (m) => {
    if (m.type() === 'error' || /Content Security Policy/.test(m.text())) faults.push(m.text());
  });
  page.on('pageerror', (e) => faults.push(String(e.stack)));
  await page.goto(fixture.address + hash);
  await page.waitForFunction(() => document.querySelector('main')?.textContent);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(150);
  return { page, faults };
}

/** The fixture in another state for as long as something runs. */
async function asIf(state: Partial<Pick<Fixture, 'many' | 'empty' | 'evil'>>, run: () => Promise<void>): Promise<void> {
  Object.assign(fixture, state);
  try {
    await run();
  } finally {
    Object.assign(fixture, { many: false, empty: false, evil: false });
  }
}

const done = (page: Page): Promise<void> => page.context().close();

async function violations(page: Page): Promise<string[]> {
  // Handed in as a script of the browser's own, which the policy of the page does not concern.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const axe = (
      window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }> };
      }
    ).axe;
    const found = await axe.run();
    return found.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes[0]?.html.slice(0, 200)} (${v.nodes.length})`);
  });
}

const wider = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

const PLACES: readonly (readonly [string, string])[] = [
  ...VIEWS.map((view) => [view, `${CASE}/${view}${view === 'search' ? '?words=observers' : ''}`] as const),
  ['report', `${CASE}/reports/${report}`],
  ['drawer', `${CASE}/positions?open=line:${line.id}`],
  ['counted', `${CASE}/deeds?speaker=Halvia&week=2031-03-17&quad=verbalConflict`],
];

for (const [name, hash] of PLACES)
  test(`${name}: three widths, light and dark, no violation, nothing asked of others`, { skip }, async () => {
    const { page, faults } = await open(hash);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 1000 });
      await page.emulateMedia({ colorScheme: width === 1024 ? 'dark' : 'light' });
      // A picture of the whole page has what is laid out only when it comes near as well.
      await page.evaluate(() => {
        for (const e of document.querySelectorAll<HTMLElement>('.ov section, .ds, .lst > li'))
          e.style.contentVisibility = 'visible';
      });
      await page.waitForTimeout(120);
      await page.screenshot({ path: `${SHOTS}${name}-${width}.png`, fullPage: name !== 'drawer' });
      // The narrow page is laid out anew; between the two, only the space differs.
      if (width !== 1440) assert.deepEqual(await violations(page), [], `${name} at ${width}`);
      assert.deepEqual(faults, [], `${name} at ${width}`);
      assert.equal(await wider(page), false, `${name} is wider than ${width}`);
    }
    await done(page);
  });

test('at 400 % zoom everything can still be reached without scrolling sideways', { skip }, async () => {
  for (const view of VIEWS) {
    // 1280 × 1024 at 400 % is 320 × 256.
    const { page } = await open(`${CASE}/${view}`, { viewport: { width: 320, height: 256 } });
    assert.equal(await wider(page), false, view);
    await done(page);
  }
});

test('the desk opens on the first case, and keys 1 to 9 go to the views', { skip }, async () => {
  const { page } = await open('');
  await page.waitForURL(/#\/keld-strait\/overview/);
  for (const [i, view] of VIEWS.slice(0, 9).entries()) {
    await page.keyboard.press(String(i + 1));
    await page.waitForURL(new RegExp(`#/keld-strait/${view}`));
  }
  await page.goBack();
  assert.match(page.url(), /\/map/);
  await done(page);
});

test('by keys alone: to a cell, into the drawer, through the evidence, and back to where one was', {
  skip,
}, async () => {
  const { page } = await open(`${CASE}/positions`);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const cell = await page.evaluate(() => document.activeElement?.getAttribute('data-open'));
  assert.match(cell ?? '', /^line:/);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.drawer .ev');
  assert.equal(await page.evaluate(() => document.activeElement?.className), 'drawer');
  assert.ok(page.url().includes(encodeURIComponent(cell!)));
  await page.keyboard.press('j');
  await page.waitForFunction((before) => !location.hash.includes(encodeURIComponent(before!)), cell);
  await page.keyboard.press('k');
  await page.waitForFunction((before) => location.hash.includes(encodeURIComponent(before!)), cell);
  await page.keyboard.press('Escape');
  await page.waitForSelector('.drawer', { state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-open')), cell);
  await done(page);
});

test('what is only possible is marked as such, and no cell says that no report tells what is left out', {
  skip,
}, async () => {
  const { page } = await open(`${CASE}/positions`);
  const all = await page.locator('.cell').count();
  const possible = await page.locator('.cell .possible').count();
  assert.ok(possible > 0 && possible < all, `${possible} of ${all}`);
  await page.locator('.cell:has(.possible)').first().click();
  await page.waitForSelector('.drawer .facts:has-text("possible")');
  await page.keyboard.press('Escape');
  await page.click('text=Only what is sure');
  await page.waitForSelector('.no:has-text("nothing sure")');
  assert.ok((await page.locator('.cell').count()) > 0);
  assert.equal(await page.locator('.cell .possible').count(), 0);
  assert.equal(await page.locator('.no', { hasText: 'no report says' }).count(), 0);
  await done(page);
});

test('from a record to its words in the report, scrolled to and marked', { skip }, async () => {
  const { page } = await open(`${CASE}/positions?open=line:${line.id}`);
  await page.waitForSelector('.drawer mark.hl');
  const words = await page.textContent('.drawer mark.hl');
  await page.keyboard.press('r');
  await page.waitForSelector('.rt mark.hot');
  assert.equal(await page.textContent('.rt mark.hot'), words);
  const inSight = await page.evaluate(() => {
    const { top, bottom } = document.querySelector('.rt mark.hot')!.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  assert.ok(inSight);
  await done(page);
});

test('a click on a mark opens its record', { skip }, async () => {
  const { page } = await open(`${CASE}/reports/${report}`);
  await page.click('.rt mark.top-position');
  await page.waitForSelector('.drawer h2');
  assert.match((await page.textContent('.drawer h2')) ?? '', /^Halvia offers/);
  await done(page);
});

test('settings: what is wrong is told at its field, and what the server refuses above all', { skip }, async () => {
  const { page } = await open(`${CASE}/case`);
  await page.waitForSelector('[data-at="parties.0.name"]');
  assert.ok(await page.locator('.savebar [type=submit]').isDisabled());
  await page.click('button:has-text("Add a party")');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-at') === 'parties.2.name');
  await page.keyboard.type('halvia');
  await page.fill('[data-at="places.0.latitude"]', 'north');
  assert.equal(await page.locator('.fld .wrong').count(), 0, 'nothing is scolded while it is typed');
  await page.click('.savebar [type=submit]');
  assert.deepEqual(await page.locator('.fld .wrong').allTextContents(), [
    'There is another party called halvia. Put the two into one.',
    'Degrees from -90 to 90, such as 41.5.',
  ]);
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-at') === 'parties.2.name');
  assert.deepEqual(await violations(page), []);
  await page.fill('[data-at="parties.2.name"]', 'Teyl Front');
  // What is typed outlasts a look at another view.
  await page.goto(`${fixture.address}${CASE}/talks`);
  await page.goto(`${fixture.address}${CASE}/case`);
  await page.waitForSelector('[data-at="parties.2.name"]');
  assert.equal(await page.inputValue('[data-at="parties.2.name"]'), 'Teyl Front');
  await page.fill('[data-at="places.0.latitude"]', '-46.4');
  await page.click('.savebar [type=submit]');
  await page.waitForSelector('.savebar [role=alert]');
  assert.match((await page.textContent('.savebar [role=alert]')) ?? '', /issue 1: no code/);
  await page.click('button:has-text("As text")');
  await page.waitForSelector('textarea.code');
  assert.match(await page.inputValue('textarea.code'), /^name: Keld Strait/);
  await done(page);
});

test('without words, a speaker, party or issue lists what there is', { skip }, async () => {
  const { page } = await open(`${CASE}/search?party=Halvia`);
  await page.waitForSelector('.vhead .right, .hits');
  assert.equal(await page.locator('text=Search the reports').count(), 0);
  await done(page);
});

test('what was asked before the case was known never takes the place of what is asked since', { skip }, async () => {
  for (const late of [0, 20, 300]) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    const page = await context.newPage();
    let known = (): void => {};
    const overview = new Promise<void>((resolve) => {
      known = resolve;
    });
    await page.route('**/overview?*', async (route) => {
      await route.continue();
      setTimeout(known, late);
    });
    // Of no period: asked while nobody knows on which day the last report was.
    await page.route('**/words-and-deeds?*', async (route) => {
      if (route.request().url().includes('from=')) return route.continue();
      await overview;
      await route.fulfill({ json: [] });
    });
    await page.goto(`${fixture.address}${CASE}/deeds`);
    await page.waitForSelector('.figs button', { timeout: 5000 });
    await context.close();
  }
});

test('words of a week stand beside the deeds that followed', { skip }, async () => {
  const { page } = await open(`${CASE}/deeds?speaker=Halvia&week=2031-03-17&quad=verbalConflict`);
  await page.waitForSelector('.beside li');
  assert.match((await page.textContent('.beside h2')) ?? '', /What Halvia did from then on/);
  await done(page);
});

test('what was undertaken stands beside the deeds after it, each opens, and those without deeds can be seen', {
  skip,
}, async () => {
  const { page } = await open(`${CASE}/deeds`);
  await page.waitForSelector('.und .after li button');
  await page.locator('.unds .more').click();
  const followed = await page.locator('.und').count();
  await page.locator('.und > button').first().click();
  await page.waitForSelector('.drawer .ev');
  await page.locator('.und .after li button').first().click();
  await page.waitForFunction(() => location.hash.includes('happening'));
  await page.waitForSelector('.drawer .ev');
  await page.getByRole('button', { name: 'Show them' }).click();
  await page.waitForFunction((n) => document.querySelectorAll('.und').length > n, followed);
  await done(page);
});

test('accepting, a note, editing and undoing are lines of the ledger', { skip }, async () => {
  const { page } = await open(`${CASE}/positions?open=line:${line.id}`);
  await page.waitForSelector('.drawer .ev');
  const from = fixture.ledger.length;
  const next = async (n: number): Promise<void> => {
    for (let i = 0; i < 50 && fixture.ledger.length < from + n; i += 1) await page.waitForTimeout(20);
  };
  await page.keyboard.press('a');
  await next(1);
  await page.keyboard.press('n');
  await page.fill('.jform textarea', 'Heard it myself.');
  await page.click('.jform [type=submit]');
  await next(2);
  await page.waitForSelector('.jform', { state: 'detached' });
  await page.keyboard.press('e');
  await page.waitForSelector('.jform select[name=stance]');
  await page.selectOption('.jform select[name=stance]', 'demands');
  await page.click('.jform [type=submit]');
  await next(3);
  await page.waitForSelector('.jform', { state: 'detached' });
  // What another has judged since is not ours to take back by a key.
  fixture.ledger.push({ ...fixture.ledger[from]!, id: 'ada1', who: 'Ada' });
  await page.keyboard.press('u');
  await next(5);
  const actions = fixture.ledger.slice(from).map((j) => j.action);
  assert.deepEqual(
    actions.map((a) => a.do),
    ['accept', 'note', 'edit', 'accept', 'undo'],
  );
  assert.ok(actions[0]!.do === 'accept' && actions[0]!.target.words === line.now.words);
  assert.ok(actions[2]!.do === 'edit' && actions[2]!.set['stance'] === 'demands');
  assert.ok(actions[4]!.do === 'undo' && actions[4]!.judgement === fixture.ledger[from + 2]!.id);
  await page.goto(`${fixture.address}${CASE}/correct`);
  await page.waitForSelector('.log li');
  assert.match((await page.textContent('.log')) ?? '', /Note: Heard it myself\./);
  await done(page);
});

test('a key behind the choice of a merge is a key of the desk, whatever the server takes', { skip }, async () => {
  const { page } = await open(`${CASE}/talks`);
  await page.locator('main [data-open^="talk:"]').first().click();
  await page.waitForSelector('.drawer .judge');
  let answerNow = (): void => {};
  const asked = new Promise<void>((resolve) => {
    answerNow = resolve;
  });
  let slow = true;
  await page.route('**/judgements', async (route) => {
    if (slow && route.request().method() === 'POST') await asked;
    await route.continue();
  });
  const from = fixture.ledger.length;
  const until = async (n: number): Promise<void> => {
    for (let i = 0; i < 100 && fixture.ledger.length < from + n; i += 1) await page.waitForTimeout(20);
  };
  // While it is filled in, letters are letters, and on its buttons they are no keys either.
  await page.keyboard.press('m');
  await page.waitForSelector('.choices button');
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'INPUT');
  await page.keyboard.press('a');
  assert.equal(await page.inputValue('.jform input'), 'a');
  await page.fill('.jform input', '');
  await page.locator('.choices button').last().focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Enter');
  // The server has not answered: the form is out of sight, and what is typed goes to the desk, in its turn.
  await page.waitForSelector('.jform', { state: 'hidden' });
  assert.ok(await page.evaluate(() => document.activeElement?.classList.contains('drawer')));
  await page.keyboard.press('u');
  await page.waitForTimeout(100);
  assert.equal(fixture.ledger.length, from, 'nothing is taken back before the merge is there');
  slow = false;
  answerNow();
  await until(2);
  const [merged, undone] = fixture.ledger.slice(from).map((j) => j.action);
  assert.equal(merged?.do, 'merge');
  assert.ok(undone?.do === 'undo' && undone.judgement === fixture.ledger[from]!.id);
  assert.equal(await page.locator('.jform').count(), 0);
  // Esc leaves the form first, and then the drawer.
  await page.keyboard.press('n');
  await page.waitForSelector('.jform textarea');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.jform', { state: 'detached' });
  assert.equal(await page.locator('.drawer').count(), 1);
  await page.keyboard.press('Escape');
  await page.waitForSelector('.drawer', { state: 'detached' });
  await done(page);
});

test('the queue of corrections is worked through by keys', { skip }, async () => {
  const { page } = await open(`${CASE}/correct`);
  await page.waitForSelector('.queue mark.hl');
  const first = await page.textContent('.queue mark.hl');
  const from = fixture.ledger.length;
  await page.keyboard.press('x');
  await page.waitForFunction((before) => document.querySelector('.queue mark.hl')?.textContent !== before, first);
  assert.equal(fixture.ledger[from]!.action.do, 'reject');
  await done(page);
});

test('ten thousand marks on the timeline stay few enough to draw, and a click on a bar looks closer', {
  skip,
}, async () => {
  await asIf({ many: true }, async () => {
    const { page, faults } = await open(`${CASE}/timeline?from=2030-01-01&to=2031-12-31`);
    const drawn = await page.locator('.tl *').count();
    assert.ok(drawn > 100 && drawn < 800, `${drawn} parts of the drawing`);
    await page.screenshot({ path: `${SHOTS}many-1440.png` });
    await page.locator('.tl .bars').first().click();
    await page.waitForURL((url) => !url.href.includes('from=2030-01-01'));
    assert.deepEqual(faults, []);
    await done(page);
  });
});

test('an empty case says what would stand there, and one way on', { skip }, async () => {
  await asIf({ empty: true }, async () => {
    const { page, faults } = await open(`${CASE}/overview`);
    for (const view of VIEWS) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `${CASE}/${view}`);
      await page.waitForSelector(`main[data-view=${view}] :is(.state, form, article, .filters)`);
      await page.waitForTimeout(150);
      assert.deepEqual(faults, [], view);
      if (!['search', 'correct', 'brief', 'add', 'case'].includes(view))
        assert.ok(await page.locator('main .state a').count(), view);
    }
    await done(page);
  });
});

test('files handed over are read while one watches, and what failed is told', { skip }, async () => {
  const { page, faults } = await open(`${CASE}/add`);
  const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('Halvia rejects a truce.') });
  await page.setInputFiles('.drop input >> nth=0', [file('a.txt'), file('b.pdf')]);
  await page.waitForSelector('.failures');
  assert.match((await page.textContent('main')) ?? '', /2 of 2 reports/);
  assert.match((await page.textContent('.failures')) ?? '', /b\.pdf: The file is empty\./);
  assert.deepEqual(faults, []);
  await done(page);
});

test('files dropped anywhere begin a new case', { skip }, async () => {
  const { page } = await open(`${CASE}/positions`);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['Halvia rejects a truce.'], 'a.txt', { type: 'text/plain' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await page.waitForURL(/#\/dropped\/add/);
  await done(page);
});

test('evil text is text', { skip }, async () => {
  await asIf({ evil: true }, async () => {
    const { page, faults } = await open(`${CASE}/reports/evil`);
    assert.deepEqual(faults, []);
    assert.match((await page.textContent('.rt .text')) ?? '', /<script>document\.title='no'<\/script>/);
    assert.match((await page.textContent('.rt .text')) ?? '', /&lt;b&gt;/);
    assert.equal(await page.locator('.rt script, .rt b b, .rt img').count(), 0);
    assert.notEqual(await page.title(), 'no');
    assert.equal(await wider(page), false);
    await done(page);
  });
});

test('a server that fails is told of, and asked again', { skip }, async () => {
  const { page } = await open(`${CASE}/reports/nowhere`);
  await page.waitForSelector('[role=alert]');
  assert.match((await page.textContent('[role=alert]')) ?? '', /No such entry/);
  await done(page);
});

test('printed, the brief is the brief alone', { skip }, async () => {
  const { page } = await open(`${CASE}/brief`);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.mast').isVisible(), false);
  assert.equal(await page.locator('.brief').isVisible(), true);
  await page.screenshot({ path: `${SHOTS}brief-print.png` });
  await done(page);
});

test('printing a brief fetches what it left out at first', { skip }, async () => {
  const { page } = await open(`${CASE}/brief`);
  await page.waitForSelector('.brief button');
  await page.evaluate(() => {
    window.print = () =>
      document.body.setAttribute('data-printed', document.querySelector('.brief button') ? 'part' : 'whole');
  });
  await page.getByRole('button', { name: 'Print' }).click();
  await page.waitForSelector('body[data-printed]');
  assert.equal(await page.getAttribute('body', 'data-printed'), 'whole');
  await done(page);
});

test('the script stays under 150 kB, map data aside', { skip }, () => {
  const size = readdirSync(`${HERE}dist/assets`)
    .filter((f) => f.endsWith('.js') && !f.startsWith('world-'))
    .reduce((n, f) => n + gzipSync(readFileSync(`${HERE}dist/assets/${f}`)).length, 0);
  assert.ok(size < 150_000, `${size} bytes`);
});
