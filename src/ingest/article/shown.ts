import type { PageLexicon } from '../lexicon.ts';
import { blocksOf, type PageBlock } from './blocks.ts';
import { isoDate, writtenDate } from './dates.ts';
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

/** Whether an element stands among other reports, comments or what every page of a site has. */
function aside(element: Element, { elsewhere }: PageLexicon): boolean {
  let at: Element | null = element;
  for (let n = 0; at !== null && n < 12; n++, at = at.parentElement) {
    const { localName } = at;
    if (localName === 'body') return false;
    if (localName === 'aside' || localName === 'nav' || localName === 'footer') return true;
    if (partsOf(at).some((part) => elsewhere.has(part))) return true;
  }
  return false;
}

const declared =
  '[itemprop="datePublished"], [itemprop="dateCreated"], [itemprop="uploadDate"], [property="schema:datePublished"], [property="dc:date dc:created"], abbr.published, time[pubdate]';

/** Looks for dates in elements that say they are dates, and near the heading. */
export function datesShown(page: Page, html: string, lexicon: PageLexicon): ShownDates {
  const { months } = lexicon;
  const found: { published: string | null; modified: string | null } = { published: null, modified: null };
  const take = (kind: 'modified' | 'published', date: string | null): void => {
    if (date !== null) found[kind] ??= date;
  };
  for (const element of page.querySelectorAll(declared)) {
    const value = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title');
    take('published', isoDate(value || textOf(element), months));
  }
  for (const element of [...page.querySelectorAll('time')].slice(0, 60)) {
    if (aside(element, lexicon)) continue;
    const words = textOf(element);
    const given = element.getAttribute('datetime') ?? element.getAttribute('dateTime');
    take(kindOf(element, words, lexicon), isoDate(given || words, months) ?? isoDate(words, months));
  }
  if (found.published !== null) return { ...found, near: null };
  const blocks = blocksOf(page.body?.innerHTML ?? '').slice(0, 3000);
  const under = underHeading(page, blocks, lexicon);
  if (under === null) byName(page, lexicon, take);
  return { ...found, near: under ?? (found.published === null ? inLine(page, html, blocks, lexicon) : null) };
}

/** How far below the heading a dateline stands, in blocks. */
const below = 4;

/** The date in a short block right under the heading, or at the beginning of the first paragraph. */
function underHeading(page: Page, blocks: readonly PageBlock[], lexicon: PageLexicon): string | null {
  const head = page.querySelector('h1') ?? page.querySelector('h2');
  const title = head ? textOf(head) : '';
  const start = title === '' ? -1 : blocks.findIndex((b) => b.text === title);
  if (start < 0) return null;
  for (const { text } of blocks.slice(start + 1, start + 1 + below)) {
    const date = writtenDate(text.slice(0, longest), lexicon.months);
    if (!date || (text.length > longest && date.at > 0)) continue;
    if (!lexicon.modifiedWords.some((w) => text.toLowerCase().startsWith(w))) return date.date;
  }
  return null;
}

/** Whether an element shows when the report was changed, by its name and by the words before the date. */
function kindOf(element: Element, words: string, lexicon: PageLexicon): 'modified' | 'published' {
  const parts = partsOf(element);
  const before = words.toLowerCase();
  if (lexicon.modifiedWords.some((w) => before.startsWith(w))) return 'modified';
  if (parts.includes('published') || parts.includes('entry')) return 'published';
  return parts.some((part) => part.startsWith('modif') || part.startsWith('updat')) ? 'modified' : 'published';
}

/** Elements whose names say that they show a date: the best name counts, of those the first. */
function byName(
  page: Page,
  lexicon: PageLexicon,
  take: (kind: 'modified' | 'published', date: string | null) => void,
): void {
  const { months, dated, datedParts } = lexicon;
  const best = new Map<number, string>();
  for (const element of page.querySelectorAll('[class], [id]')) {
    const names = classesOf(element);
    const exact = dated.findIndex((name) => names.includes(name));
    const parts = exact < 0 ? partsOf(element) : [];
    const loose = exact < 0 ? datedParts.findIndex((part) => parts.includes(part)) : -1;
    if (exact < 0 && loose < 0) continue;
    const rank = exact >= 0 ? exact : dated.length + loose;
    if (best.has(rank)) continue;
    const words = textOf(element);
    if (words.length > longest * 2) continue;
    const date = writtenDate(words, months);
    if (!date || date.at > longest || aside(element, lexicon)) continue;
    if (kindOf(element, words, lexicon) === 'modified') take('modified', date.date);
    else best.set(rank, date.date);
  }
  if (best.size > 0) take('published', best.get(Math.min(...best.keys()))!);
}

/** A date in a block that says what date it is, in data that the page carries, in its title, or in a line of its own. */
function inLine(page: Page, html: string, blocks: readonly PageBlock[], lexicon: PageLexicon): string | null {
  const { months } = lexicon;
  const says = [...lexicon.publishedWords, ...lexicon.modifiedWords];
  const dateIn = (text: string): string | null => writtenDate(text, months)?.date ?? null;
  for (const { text } of blocks) {
    if (text.length > longest) continue;
    const line = text.toLowerCase();
    const date = says.some((w) => line.startsWith(w)) ? dateIn(text) : null;
    if (date) return date;
  }
  for (const key of lexicon.datedKeys) {
    const at = html.search(new RegExp(`["']${key}(?:["']|&quot;)\\s*:`, 'iu'));
    const value = at < 0 ? null : /(?:\d{4}-\d\d-\d\d)[^"'&\\]{0,30}/u.exec(html.slice(at, at + 120))?.[0];
    const date = value ? isoDate(value, months) : null;
    if (date) return date;
  }
  const title = dateIn(page.querySelector('title')?.textContent ?? '');
  if (title) return title;
  for (const { text } of blocks) {
    const date = writtenDate(text.slice(0, longest), months);
    if (!date) continue;
    // A line of its own, or a dateline that a mark parts from the first words of the report.
    if (text.length <= longest / 2 || (date.at === 0 && /^\s?[-–—|•:]/u.test(text.slice(date.end)))) return date.date;
  }
  return null;
}
