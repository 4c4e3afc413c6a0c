import type { PageLexicon } from '../lexicon.ts';
import { blocksOf, type PageBlock } from './blocks.ts';
import { isoDate, monthInAddress, type Written, writtenDate } from './dates.ts';
import type { Element, Page } from './dom.ts';

/** Class names and id of an element, lower case. */
export const classesOf = (element: Element): readonly string[] =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    .toLowerCase()
    .split(/\s+/u)
    .filter((name) => name !== '');

/** The words that class names and the id of an element are made of: `news-single__timeData` is news, single, time, data. */
export const partsOf = (element: Element): readonly string[] =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((part) => part !== '');

/** Dates that a reader of the page sees. */
export interface ShownDates {
  readonly published: string | null;
  readonly modified: string | null;
  /** A date near the heading, or in a line of its own, which nothing else says what it is the date of. */
  readonly near: string | null;
}

/** A dateline is short; a longer text only mentions dates. */
const longest = 120;

const textOf = (element: Element): string => (element.textContent ?? '').slice(0, 1000).replace(/\s+/gu, ' ').trim();

/** The words of a small element with spaces between its parts, as boxes side by side show them: `05.02.31` `17:40`. */
const apartText = (element: Element): string =>
  element.innerHTML
    .slice(0, 3000)
    .replace(/<[^<>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** What is known of the place that a page comes from. */
export interface PagePlace {
  /** Whether dates of figures put the day first there; `undefined` where that is not known. */
  readonly dayFirst: boolean | undefined;
  readonly months: ReadonlyMap<string, number>;
  readonly address: string | null;
}

/** A page whose dates are looked for, and how its dates are read. */
interface Search {
  readonly page: Page;
  readonly html: string;
  readonly lexicon: PageLexicon;
  /** Letters that the page shows. */
  readonly letters: number;
  readonly iso: (words: string) => string | null;
  readonly written: (words: string) => Written | null;
}

/** An element named like a frame of other things that holds this share of the page's letters is the frame of all. */
const frame = 0.3;

/** Whether an element is the foot of the report, with its day and writer, and not that of the page or of a teaser. */
function footOfReport(element: Element): boolean {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (at.localName === 'article') return at.querySelector('h1') !== null;
  }
  return false;
}

/** Whether an element stands among other reports, comments or what every page of a site has. */
function aside(element: Element, { lexicon, letters }: Search): boolean {
  let at: Element | null = element;
  for (let n = 0; at !== null && n < 12; n++, at = at.parentElement) {
    const { localName } = at;
    if (localName === 'body') return false;
    if (localName === 'aside' || localName === 'nav') return true;
    const parts = partsOf(at);
    if ((localName === 'footer' || parts.includes('footer')) && footOfReport(at)) continue;
    if (localName === 'footer') return true;
    if (parts.some((part) => lexicon.comments.has(part))) return true;
    if (parts.some((part) => lexicon.elsewhere.has(part)) && (at.textContent ?? '').length < letters * frame)
      return true;
  }
  return false;
}

/** Elements in their order, those first that stand with the heading in one `<article>` or `<main>`. */
function ownFirst(elements: readonly Element[], page: Page): readonly Element[] {
  let frame = page.querySelector('h1');
  while (frame !== null && frame.localName !== 'article' && frame.localName !== 'main') frame = frame.parentElement;
  if (frame === null) return elements;
  const own = frame;
  return [...elements.filter((e) => own.contains(e)), ...elements.filter((e) => !own.contains(e))];
}

/** From so many elements of one name on, each with a date of its own, they belong to a list of other reports. */
const many = 4;

/** Those first that are not of a name which many have, with other words in each. */
function loneFirst(elements: readonly Element[]): readonly Element[] {
  const words = new Map<string, Set<string>>();
  const nameOf = (e: Element): string =>
    `${e.localName} ${e.getAttribute('class') || (e.parentElement?.getAttribute('class') ?? '')}`;
  for (const e of elements) {
    const name = nameOf(e);
    words.set(name, (words.get(name) ?? new Set()).add(textOf(e)));
  }
  const lone = (e: Element): boolean => words.get(nameOf(e))!.size < many;
  return [...elements.filter(lone), ...elements.filter((e) => !lone(e))];
}

const declared =
  '[itemprop="datePublished"], [itemprop="dateCreated"], [itemprop="uploadDate"], [property="schema:datePublished"], [property="dc:date dc:created"], abbr.published, time[pubdate]';

/** Looks for dates in elements that say they are dates, and near the heading. */
export function datesShown(page: Page, html: string, lexicon: PageLexicon, place: PagePlace): ShownDates {
  const { months } = place;
  const search: Search = {
    page,
    html,
    lexicon,
    letters: (page.body?.textContent ?? '').length,
    iso: (words) => isoDate(words, months, place.dayFirst),
    written: (words) => writtenDate(words, months, place.dayFirst),
  };
  const found: { published: string | null; modified: string | null } = { published: null, modified: null };
  const take = (kind: 'modified' | 'published', date: string | null): void => {
    if (date !== null) found[kind] ??= date;
  };
  for (const element of [...page.querySelectorAll(declared)].slice(0, 60)) {
    if (aside(element, search)) continue;
    const value = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title');
    take('published', search.iso(value || textOf(element)));
  }
  const times = loneFirst([...page.querySelectorAll('time')].slice(0, 200));
  for (const element of ownFirst(times, page).slice(0, 60)) {
    if (aside(element, search)) continue;
    const words = textOf(element);
    const given = element.getAttribute('datetime') ?? element.getAttribute('dateTime');
    take(kindOf(element, words, lexicon), search.iso(given || words) ?? search.iso(words));
  }
  if (found.published !== null) return { ...found, near: null };
  const blocks = blocksOf(page.body?.innerHTML ?? '').slice(0, 3000);
  const under = underHeading(search, blocks);
  if (under === null) byName(search, take);
  if (under !== null || found.published !== null) return { ...found, near: under };
  return { ...found, near: inMonth(search, blocks, place.address) ?? inLine(search, blocks) };
}

/** The first date of the month that the address names. */
function inMonth({ written }: Search, blocks: readonly PageBlock[], address: string | null): string | null {
  const month = address === null ? null : monthInAddress(address);
  if (month === null) return null;
  for (const { text } of blocks) {
    const date = written(text.slice(0, 500))?.date;
    if (date?.startsWith(month)) return date;
  }
  return null;
}

/** How far below the heading a dateline stands, in blocks. */
const below = 4;

/** The date in a short block right under the heading, or at the beginning of the first paragraph. */
function underHeading({ page, lexicon, written }: Search, blocks: readonly PageBlock[]): string | null {
  const head = page.querySelector('h1') ?? page.querySelector('h2');
  const title = head ? textOf(head) : '';
  const start = title === '' ? -1 : blocks.findIndex((b) => b.text === title);
  if (start < 0) return null;
  for (const { text } of blocks.slice(start + 1, start + 1 + below)) {
    const date = written(text.slice(0, longest));
    if (!date || (text.length > longest && date.at > 0)) continue;
    if (!lexicon.modifiedWords.some((w) => text.toLowerCase().startsWith(w))) return date.date;
  }
  return null;
}

/** Whether an element shows when the report was changed, by its name and by the words before the date. */
function kindOf(element: Element, words: string, lexicon: PageLexicon): 'modified' | 'published' {
  const parts = partsOf(element);
  const before = words.toLowerCase();
  const property = element.getAttribute('itemprop') ?? '';
  if (property.includes('dateModified') && !property.includes('datePublished')) return 'modified';
  if (lexicon.modifiedWords.some((w) => before.startsWith(w))) return 'modified';
  if (parts.includes('published') || parts.includes('entry')) return 'published';
  return parts.some((part) => part.startsWith('modif') || part.startsWith('updat')) ? 'modified' : 'published';
}

/** How many elements of one name are looked into. */
const mostNamed = 60;

/** Elements whose names say that they show a date: the best name counts, of those the first. */
function byName(search: Search, take: (kind: 'modified' | 'published', date: string | null) => void): void {
  const { lexicon } = search;
  const { dated, datedParts } = lexicon;
  const byRank = new Map<number, Element[]>();
  for (const element of search.page.querySelectorAll('[class], [id]')) {
    const names = classesOf(element);
    const exact = dated.findIndex((name) => names.includes(name));
    const parts = exact < 0 ? partsOf(element) : [];
    const loose = exact < 0 ? datedParts.findIndex((part) => parts.includes(part)) : -1;
    if (exact < 0 && loose < 0) continue;
    const rank = exact >= 0 ? exact : dated.length + loose;
    const same = byRank.get(rank);
    if (same === undefined) byRank.set(rank, [element]);
    else if (same.length < mostNamed) same.push(element);
  }
  for (const [, elements] of [...byRank].sort(([a], [b]) => a - b)) {
    for (const element of loneFirst(elements)) {
      const words = textOf(element) || (element.getAttribute('title') ?? '').slice(0, longest);
      if (words.length > longest * 2) continue;
      const date = search.written(words) ?? search.written(apartText(element));
      if (!date || date.at > longest || aside(element, search)) continue;
      const kind = kindOf(element, words, lexicon);
      take(kind, date.date);
      if (kind === 'published') return;
    }
  }
}

/** A date right after words that say it is the day of publication, with one word between at most (a day of the week). */
function afterWords(text: string, { lexicon, written }: Search): string | null {
  for (let from = 0; from < text.length; ) {
    const date = written(text.slice(from));
    if (!date) return null;
    const before = text
      .slice(Math.max(0, from + date.at - 50), from + date.at)
      .toLowerCase()
      .replace(/[\s:,(]+$/u, '');
    const shorter = before.replace(/[\s:,(]+\S{1,12}$/u, '');
    if (lexicon.publishedBefore.some((w) => before.endsWith(w) || shorter.endsWith(w))) return date.date;
    const after = text.slice(from + date.end, from + date.end + longest).toLowerCase();
    if (lexicon.publishedAfter.some((w) => after.includes(w)) && !/[.!?]\s/u.test(after.trimEnd())) return date.date;
    from += Math.max(date.end, 1);
  }
  return null;
}

/** Longest line that is about its date. */
const line = 80;

/** A date in a block that says what date it is, in data that the page carries, in its title, or in a line of its own. */
function inLine(search: Search, blocks: readonly PageBlock[]): string | null {
  const { lexicon, html, page, written } = search;
  const dateIn = (text: string): string | null => written(text)?.date ?? null;
  for (const { text } of blocks) {
    const date = text.length > longest * 3 ? null : afterWords(text, search);
    if (date) return date;
  }
  for (const words of [lexicon.publishedWords, lexicon.modifiedWords]) {
    for (const { text } of blocks) {
      if (text.length > longest) continue;
      const low = text.toLowerCase();
      const date = words.some((w) => low.startsWith(w)) ? dateIn(text) : null;
      if (date) return date;
    }
  }
  for (const key of lexicon.datedKeys) {
    const at = html.search(new RegExp(`["']${key}(?:["']|&quot;)\\s*:`, 'iu'));
    const value = at < 0 ? null : /(?:\d{4}-\d\d-\d\d)[^"'&\\]{0,30}/u.exec(html.slice(at, at + 120))?.[0];
    const date = value ? search.iso(value) : null;
    if (date) return date;
  }
  const title = dateIn(page.querySelector('title')?.textContent ?? '');
  if (title) return title;
  for (const { text } of blocks) {
    const date = written(text.slice(0, longest));
    if (!date) continue;
    // A line of its own, or a dateline that a mark parts from the first words of the report.
    const begins = date.at === 0 && (text.length <= longest || /^\s?[-–—|•:]/u.test(text.slice(date.end)));
    if (text.length <= line || begins) return date.date;
  }
  return null;
}
