import type { PageLexicon } from '../lexicon.ts';
import { blocksOf, type PageBlock, proseOf } from './blocks.ts';
import { type Element, type Page, parsePage } from './dom.ts';
import { readable } from './readability.ts';
import { classesOf } from './shown.ts';

/** Elements that never hold words of the report. */
const FURNITURE =
  'script, style, noscript, template, iframe, svg, form, nav, footer, dialog, button, select, figcaption, [aria-hidden="true"], [hidden], [role="navigation"], [role="complementary"], [role="dialog"], [role="search"]';

const lengthOf = (blocks: readonly PageBlock[]): number => blocks.reduce((sum, b) => sum + b.text.length, 0);

/** The parts of a class name or id: `article__relatedLinks` is article, related, links. */
const partsOf = (name: string): readonly string[] => name.split(/[^a-z0-9]+|(?<=[a-z])(?=\d)/u);

/** Takes away what is marked as no part of the report. */
function strip(page: Page, lexicon: PageLexicon): void {
  for (const element of [...page.querySelectorAll(FURNITURE)]) if (element.localName !== 'body') element.remove();
  const all = (page.body?.textContent ?? '').length;
  for (const element of [...page.querySelectorAll('[class], [id]')]) {
    const { localName } = element;
    if (localName === 'body' || localName === 'html' || localName === 'article' || localName === 'main') continue;
    const own = [element.getAttribute('class') ?? '', element.getAttribute('id') ?? '']
      .join(' ')
      .replace(/([a-z])([A-Z])/gu, '$1-$2')
      .toLowerCase()
      .split(/\s+/u);
    if (!own.some((name) => partsOf(name).some((part) => lexicon.outside.has(part)))) continue;
    // A page whose frame bears such a name is not thrown away with it.
    if ((element.textContent ?? '').length < all * 0.4) element.remove();
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

/** The blocks of the report on a page. The page is used up. */
export function bodyBlocks(page: Page, html: string, lexicon: PageLexicon): readonly PageBlock[] {
  strip(page, lexicon);
  const element = marked(page, lexicon);
  const named = element ? proseOf(blocksOf(element.innerHTML)) : [];
  const content = readable(page);
  const found = content ? proseOf(blocksOf(content)) : [];
  const [a, b] = [lengthOf(named), lengthOf(found)];
  if (a > 200 && a >= b * 0.6 && a <= b * 2.5) return named;
  if (b > 0) return found;
  if (a > 0) return named;
  // Nothing was found: all that the page shows, less its lists of links.
  return proseOf(blocksOf(parsePage(html).body?.innerHTML ?? html));
}
