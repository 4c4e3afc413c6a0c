/** What people click on the desk, view by view. */
import type { Page } from 'playwright-core';

export interface Click {
  readonly name: string;
  /** The view to start from, as the address has it behind the case. */
  readonly at: string;
  /** Opens what has to be open before, unmeasured. */
  readonly first?: (page: Page, round: number) => Promise<unknown>;
  readonly act: (page: Page, round: number) => Promise<unknown>;
}

/** Clicks the one of the round among those in sight. */
const on =
  (selector: string, most = 12) =>
  async (page: Page, round: number): Promise<void> => {
    const all = page.locator(selector);
    await all.first().waitFor({ timeout: 20_000 });
    const n = Math.min(await all.count(), most);
    const one = all.nth(round % n);
    // Whoever clicks has it in sight: what lies below is laid out as it comes there, and would slip away under the pointer.
    await one.scrollIntoViewIfNeeded();
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    await one.click({ force: true });
  };

/** Chooses another of the values of a field in every round. */
const choose =
  (label: string) =>
  async (page: Page, round: number): Promise<void> => {
    const field = page.locator(`.filters label:has(> span:text-is("${label}")) select`);
    const n = await field.locator('option').count();
    await field.selectOption({ index: 1 + (round % Math.max(n - 1, 1)) });
  };

/** Types and leaves the field, as `change` wants it. */
const type = (label: string, words: readonly string[]) => async (page: Page, round: number) => {
  const field = page.locator(`.filters label:has(> span:text-is("${label}")) input`);
  await field.fill(words[round % words.length]!);
  await field.press('Enter');
};

const press = (key: string) => (page: Page) => page.keyboard.press(key);
const button = (words: string) => on(`main button:has-text("${words}")`);
const tab = (view: string, from = 'overview'): Click => ({
  name: `to ${view}`,
  at: from,
  act: on(`header a[href*="/${view}"]`, 1),
});
const DRAWER = '.drawer .ev';
const opened = (selector: string) => async (page: Page, round: number) => {
  await on(selector)(page, round);
  await page.waitForSelector(DRAWER);
};
const LINE = 'main [data-open^="line:"]';
const MONTHS = ['2031-01', '2031-02', '2031-03', '2031-04', '2031-05', '2031-06'];
const since = async (page: Page, round: number): Promise<void> => {
  await page
    .locator('.filters input[type=date]')
    .first()
    .fill(`${MONTHS[round % MONTHS.length]}-01`);
};

export const CLICKS: readonly Click[] = [
  // What the measuring itself takes: a key that does nothing.
  { name: 'nothing', at: 'positions', act: press('z') },
  tab('positions'),
  tab('timeline'),
  tab('talks'),
  tab('disputes'),
  tab('deeds'),
  tab('actors'),
  tab('map'),
  tab('reports'),
  tab('correct'),
  tab('brief'),
  tab('add'),
  { ...tab('overview', 'positions'), name: 'back to overview' },
  { name: 'overview: a sticking point', at: 'overview', act: on('.stick [data-open]') },
  { name: 'overview: a talk', at: 'overview', act: on('main [data-open^="talk:"]') },
  { name: 'overview: a dispute', at: 'overview', act: on('main [data-open^="dispute:"]') },
  { name: 'overview: hide a party', at: 'overview', act: on('.parties button', 5) },
  { name: 'positions: a cell', at: 'positions', act: on(LINE, 60) },
  { name: 'positions: next cell with the drawer open', at: 'positions', first: opened(LINE), act: press('j') },
  { name: 'positions: later evidence', at: 'positions', first: opened(LINE), act: press(']') },
  { name: 'positions: close the drawer', at: 'positions', first: opened(LINE), act: press('Escape') },
  { name: 'positions: from the drawer to the report', at: 'positions', first: opened(LINE), act: press('r') },
  { name: 'positions: by voice', at: 'positions', act: choose('Voice') },
  { name: 'positions: by outlet', at: 'positions', act: choose('Outlet') },
  { name: 'positions: since a day', at: 'positions', act: since },
  { name: 'positions: by date', at: 'positions', act: button('By date') },
  { name: 'timeline: last month', at: 'timeline', act: button('Last month') },
  { name: 'timeline: closer', at: 'timeline', act: button('Closer') },
  { name: 'timeline: all', at: 'timeline', act: button('All') },
  { name: 'timeline: a party', at: 'timeline', act: choose('Party') },
  { name: 'timeline: an issue', at: 'timeline', act: choose('Issue') },
  { name: 'talks: by state', at: 'talks', act: choose('State') },
  { name: 'talks: one', at: 'talks', act: on('main [data-open^="talk:"]') },
  { name: 'disputes: by kind', at: 'disputes', act: choose('Kind') },
  { name: 'disputes: an account', at: 'disputes', act: on('main [data-open^="dispute:"]') },
  { name: 'disputes: one', at: 'disputes', act: on('.disp-i a') },
  { name: 'deeds: a figure', at: 'deeds', act: on('.figs button', 60) },
  { name: 'deeds: an undertaking', at: 'deeds', act: on('.und > button', 8) },
  { name: 'deeds: a deed after it', at: 'deeds', act: on('.und .after button', 8) },
  { name: 'deeds: a party', at: 'deeds', act: choose('Party') },
  { name: 'actors: by name', at: 'actors', act: type('Name', ['min', 'president', 'an', 'co', 'al']) },
  { name: 'actors: one', at: 'actors', act: on('main [data-open^="actor:"]') },
  { name: 'map: by kind of deed', at: 'map', act: choose('Deed') },
  { name: 'map: a deed', at: 'map', act: on('.places [data-open]') },
  { name: 'reports: by outlet', at: 'reports', act: choose('Outlet') },
  { name: 'reports: since a day', at: 'reports', act: since },
  { name: 'reports: one', at: 'reports', act: on('.rrow') },
  { name: 'report: a mark', at: 'reports', first: on('.rrow'), act: on('.rt mark') },
  { name: 'report: another', at: 'reports', first: on('.rrow'), act: on('.rail a') },
  {
    name: 'search: a word',
    at: 'search',
    act: type('Words', ['ceasefire', 'observers', 'withdraw', 'grain', 'visit']),
  },
  {
    name: 'search: a frequent word',
    at: 'search',
    act: type('Words', ['said', 'the', 'government', 'talks', 'minister']),
  },
  { name: 'search: a phrase', at: 'search', act: type('Words', ['"prime minister"', '"peace talks"', '"of the"']) },
  { name: 'search: a party', at: 'search?words=said', act: choose('Party') },
  { name: 'search: an issue', at: 'search?words=talks', act: choose('Issue') },
  { name: 'search: statements alone', at: 'search?words=said', act: choose('Kind') },
  { name: 'search: since a day', at: 'search?words=talks', act: since },
  { name: 'search: a hit', at: 'search?words=talks', act: on('.hrow') },
  { name: 'search: more', at: 'search?words=talks', act: on('button.more') },
  { name: 'correct: a party', at: 'correct', act: choose('Party') },
  { name: 'correct: the next', at: 'correct', act: press('j') },
  { name: 'correct: right', at: 'correct', act: press('a') },
  { name: 'correct: undo', at: 'correct', act: press('u') },
  { name: 'drawer: merge with another', at: 'talks', first: opened('main [data-open^="talk:"]'), act: press('m') },
];
