import type { PageLexicon } from '../lexicon.ts';
import { blocksOf, type PageBlock, proseOf } from './blocks.ts';
import { type Element, type Page, parsePage } from './dom.ts';
import { readable } from './readability.ts';
import { classesOf, partsOf } from './shown.ts';
import { standfirstOf } from './standfirst.ts';

/** Elements that hold no words that are shown. */
const SILENT = 'script, style, template, iframe, svg';
/** Elements that are not shown, or to nobody whose browser runs programs. */
const HIDDEN =
  'noscript, [style*="display:none"], [style*="display: none"], [style*="visibility:hidden"], [style*="visibility: hidden"], [aria-hidden="true"], [hidden]';
/** Elements that seldom hold words of the report. */
const FURNITURE =
  'form, nav, footer, dialog, button, select, figcaption, [role="navigation"], [role="complementary"], [role="dialog"], [role="search"]';

const lengthOf = (blocks: readonly PageBlock[]): number => blocks.reduce((sum, b) => sum + b.text.length, 0);

/** Elements that are never taken away for their names. */
const kept: ReadonlySet<string> = new Set(['html', 'body', 'article', 'main']);

/** Letters in paragraphs that are no links, and the share of an element's words that are links. */
function proseIn(element: Element): { readonly prose: number; readonly links: number } {
  let prose = 0;
  let linked = 0;
  for (const p of element.querySelectorAll('p')) prose += (p.textContent ?? '').length;
  for (const a of element.querySelectorAll('a')) linked += (a.textContent ?? '').length;
  const all = (element.textContent ?? '').trim().length;
  return { prose: Math.max(0, prose - linked), links: all === 0 ? 1 : linked / all };
}

/** Each two words that follow each other in a class name: `author-box` is named as `authorbox` is. */
const pairsOf = (element: Element): readonly string[] =>
  classesOf(element).flatMap((name) => {
    const words = name.split(/[^a-z]+/u);
    return words.slice(1).map((word, i) => `${words[i]}${word}`);
  });

/** What a frame of the page may be to be taken away with what it holds, as a share of all its letters. */
const frame = 0.4;
/** Letters of running text from which an element is more than an insertion. */
const muchProse = 600;

const paragraphs = (element: Element): number =>
  [...element.querySelectorAll('p')].reduce((sum, p) => sum + (p.textContent ?? '').length, 0);

/**
 * Takes away what is not shown, unless it holds most of what the page tells: then programs of the page show it, piece by
 * piece or when they have looked at who asks.
 */
function stripHidden(page: Page, small: (element: Element) => boolean): void {
  const hidden = new Set(page.querySelectorAll(HIDDEN));
  const within = (element: Element | null): boolean =>
    element !== null && (hidden.has(element) || within(element.parentElement));
  const outermost = [...hidden].filter((element) => !within(element.parentElement));
  const told = outermost.map(paragraphs);
  const most = told.reduce((sum, length) => sum + length, 0) > 0.5 * (page.body ? paragraphs(page.body) : 0);
  for (const [i, element] of outermost.entries()) {
    if (element.localName === 'body') continue;
    if (most && told[i]! > 0) {
      // Readability too leaves out what is not shown.
      for (const name of ['style', 'hidden', 'aria-hidden']) element.removeAttribute(name);
      continue;
    }
    if (element.localName === 'noscript' || small(element)) element.remove();
  }
  // What is kept is words like all others.
  for (const element of [...page.querySelectorAll('noscript')]) element.replaceWith(...element.childNodes);
}

/** Takes away what is marked as no part of the report. */
function strip(page: Page, lexicon: PageLexicon): void {
  for (const element of [...page.querySelectorAll(SILENT)]) element.remove();
  const most = (page.body?.textContent ?? '').length * frame;
  const small = (element: Element): boolean => (element.textContent ?? '').length < most;
  stripHidden(page, small);
  for (const element of [...page.querySelectorAll(FURNITURE)]) {
    if (element.localName !== 'body' && small(element)) element.remove();
  }
  for (const element of [...page.querySelectorAll('[class], [id]')]) {
    if (kept.has(element.localName)) continue;
    const parts = partsOf(element);
    const talk = parts.some((part) => lexicon.comments.has(part));
    const strong = talk || [...parts, ...pairsOf(element)].some((part) => lexicon.outside.has(part));
    if (!strong && !parts.some((part) => lexicon.inserted.has(part))) continue;
    // A frame that bears such a name is not thrown away with the report in it.
    if (!small(element) || element.querySelector('h1')) continue;
    const { prose, links } = proseIn(element);
    if (talk || (strong && prose < muchProse) || (!strong && links >= 0.3 && prose < muchProse)) element.remove();
  }
}

/** The element that is marked as the body, best mark first. */
function marked(page: Page, lexicon: PageLexicon): Element | null {
  const plain = page.querySelector('[itemprop="articleBody"], [property="schema:articleBody"]');
  if (plain) return plain;
  const byName = new Map<string, Element>();
  for (const element of page.querySelectorAll('[class], [id]')) {
    for (const name of classesOf(element)) {
      const known = lexicon.body.includes(name);
      if (known && !byName.has(name)) byName.set(name, element);
    }
  }
  for (const name of lexicon.body) {
    const element = byName.get(name);
    if (element) return element;
  }
  const articles = [...page.querySelectorAll('article')];
  return articles.length === 1 ? articles[0]! : null;
}

/** Whether the longest of some blocks stands nowhere among others: then these are of something else on the page. */
function isApart(blocks: readonly PageBlock[], others: readonly PageBlock[]): boolean {
  const longest = blocks.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return !others.some(({ text }) => text === longest.text);
}

/** The blocks of the report on a page. The page is used up. */
export function bodyBlocks(page: Page, html: string, lexicon: PageLexicon): readonly PageBlock[] {
  strip(page, lexicon);
  const standfirst = standfirstOf(page, blocksOf(page.body?.innerHTML ?? ''), lexicon);
  const element = marked(page, lexicon);
  const named = element ? proseOf(blocksOf(element.innerHTML)) : [];
  const content = readable(page);
  const found = content ? proseOf(blocksOf(content)) : [];
  const [a, b] = [lengthOf(named), lengthOf(found)];
  const body = b === 0 || (a > 200 && a >= b * 0.5 && (a <= b * 4 || isApart(found, named))) ? named : found;
  if (lengthOf(body) > 0) return [...standfirst(body), ...body];
  // Nothing was found: all that the page shows, less its lists of links.
  return proseOf(blocksOf(parsePage(html).body?.innerHTML ?? html));
}
