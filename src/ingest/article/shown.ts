import type { PageLexicon } from '../lexicon.ts';
import { isoDate, writtenDate } from './dates.ts';
import type { Element, Page } from './dom.ts';

/** Class names and id of an element, lower case. */
export const classesOf = (element: Element): readonly string[] =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    .toLowerCase()
    .split(/\s+/u)
    .filter((name) => name !== '');

/** Dates that a reader of the page sees. */
export interface ShownDates {
  readonly published: string | null;
  readonly modified: string | null;
  /** The first date after the heading, which nothing says what it is the date of. */
  readonly near: string | null;
}

/** A dateline is short; a longer text only mentions dates. */
const longest = 120;

const textOf = (element: Element): string => (element.textContent ?? '').slice(0, 1000).replace(/\s+/gu, ' ').trim();

/** Whether an element stands among other reports or comments. */
function aside(element: Element): boolean {
  let at: Element | null = element;
  for (let n = 0; at !== null && n < 12; n++, at = at.parentElement) {
    if (at.localName === 'aside' || at.localName === 'nav' || at.localName === 'footer') return true;
    const names = classesOf(at).join(' ');
    if (
      /\b(?:comment|related|sidebar|widget|teaser|recommend|footer|latest|popular)/u.test(names) &&
      at.localName !== 'body'
    )
      return true;
  }
  return false;
}

/** Looks for dates in `time` elements, in elements that say they are dates, and after the first heading. */
export function datesShown(page: Page, lexicon: PageLexicon): ShownDates {
  const { months } = lexicon;
  let published: string | null = null;
  let modified: string | null = null;
  const kindOf = (element: Element, words: string): 'modified' | 'published' => {
    const marks = `${classesOf(element).join(' ')} ${element.getAttribute('itemprop') ?? ''}`.toLowerCase();
    const before = words.toLowerCase();
    return /modif|updated|geändert/u.test(marks) || lexicon.modifiedWords.some((w) => before.startsWith(w))
      ? 'modified'
      : 'published';
  };
  const take = (kind: 'modified' | 'published', date: string | null): void => {
    if (date === null) return;
    if (kind === 'modified') modified ??= date;
    else published ??= date;
  };
  for (const element of page.querySelectorAll(
    '[itemprop="datePublished"], [itemprop="dateCreated"], [property="schema:datePublished"], [property="dc:date dc:created"], abbr.published, time[pubdate]',
  )) {
    const value = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title');
    take('published', isoDate(value || textOf(element), months));
  }
  for (const element of [...page.querySelectorAll('time')].slice(0, 60)) {
    if (aside(element)) continue;
    const words = textOf(element);
    take(kindOf(element, words), isoDate(element.getAttribute('datetime') || words, months));
  }
  if (published === null) {
    const found = new Map<string, string>();
    for (const element of page.querySelectorAll('[class], [id]')) {
      const names = classesOf(element).filter((name) => lexicon.dated.includes(name) && !found.has(name));
      if (names.length === 0 || aside(element)) continue;
      const words = textOf(element);
      if (words.length > longest * 2) continue;
      const date = writtenDate(words, months);
      if (!date || date.at > longest) continue;
      if (kindOf(element, words) === 'modified') modified ??= date.date;
      else for (const name of names) found.set(name, date.date);
    }
    const best = lexicon.dated.find((name) => found.has(name));
    if (best !== undefined) published = found.get(best)!;
  }
  return { published, modified, near: published === null ? nearHeading(page, lexicon) : null };
}

/** The first date in a short block after the first heading, or the last before it. */
function nearHeading(page: Page, lexicon: PageLexicon): string | null {
  const head = page.querySelector('h1') ?? page.querySelector('h2');
  let at: Element | null = head;
  // What stands beside the heading, then beside what it stands in, and so on outwards.
  for (let up = 0; at !== null && up < 4; up++, at = at.parentElement) {
    let next = at.nextElementSibling;
    for (let n = 0; next !== null && n < 6; n++, next = next.nextElementSibling) {
      const words = textOf(next);
      const date = writtenDate(words.slice(0, longest * 2), lexicon.months);
      if (date && date.at < longest) return date.date;
    }
    const before = at.parentElement?.firstElementChild;
    if (before && before !== at && up < 2) {
      const date = writtenDate(textOf(before).slice(0, longest), lexicon.months);
      if (date) return date.date;
    }
  }
  return null;
}
