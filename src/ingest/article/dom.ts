import { createRequire } from 'node:module';
import { lighten } from './light.ts';

/** As much of a document's tree as is used here. */
export interface Element {
  readonly localName: string;
  readonly parentElement: Element | null;
  readonly children: ArrayLike<Element> & Iterable<Element>;
  readonly firstElementChild: Element | null;
  readonly nextElementSibling: Element | null;
  readonly textContent: string | null;
  innerHTML: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): ArrayLike<Element> & Iterable<Element>;
  contains(other: Element): boolean;
  readonly childNodes: Iterable<unknown>;
  remove(): void;
  replaceWith(...nodes: readonly unknown[]): void;
  cloneNode(deep: boolean): Element;
}

export interface Page {
  readonly documentElement: Element | null;
  readonly body: Element | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): ArrayLike<Element> & Iterable<Element>;
}

interface Library {
  readonly parseHTML: (html: string) => { readonly document: Page };
}

const load = createRequire(import.meta.url);
let library: Library | null = null;

/** The library, loaded once: to look for it costs as much as a small page. */
function libraryOfTrees(): Library {
  if (library !== null) return library;
  library = load('linkedom') as Library;
  const { body } = library.parseHTML('<html><body></body></html>').document;
  if (body) lighten(body);
  return library;
}

/** A page as a tree. The library is loaded with the first page. */
export function parsePage(html: string): Page {
  const { parseHTML } = libraryOfTrees();
  const page = parseHTML(html).document;
  if (page.documentElement === null || page.documentElement.localName === 'html') return page;
  // Without its outermost element the first one that stands there is taken for it, and the body is lost.
  const bare = html.replace(/<!doctype[^>]*>/iu, '');
  const framed = /<(?:head|body)[\s>]/iu.test(bare) ? bare : `<body>${bare}</body>`;
  return parseHTML(`<html>${framed}</html>`).document;
}

/**
 * What a tree may measure: beyond it, the work grows faster than the page, and the page is read without one. `weight` is
 * the sum of the depths of all tags: what it costs to ask each element for the words in it.
 */
const most = { nodes: 40_000, depth: 250, weight: 900_000 };

/** Elements that end by themselves, or whose end is often left out: they nest no further than what they stand in. */
const flat =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|th|tr|dt|dd|option|tbody|thead|path|use)$/iu;
const tag = /<(\/?)([a-z][a-z0-9:-]{0,40})/iuy;

/** Whether a page is small and shallow enough to be made a tree. One look at each `<`. */
export function fitsTree(html: string): boolean {
  let nodes = 0;
  let depth = 0;
  let weight = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (++nodes > most.nodes) return false;
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at);
      if (end < 0) break;
      at = end;
      continue;
    }
    tag.lastIndex = at;
    const m = tag.exec(html);
    if (!m) continue;
    const name = m[2]!.toLowerCase();
    weight += depth;
    if (weight > most.weight) return false;
    if (m[1] === '' && (name === 'script' || name === 'style')) {
      const end = html.indexOf(`</${name}`, at);
      if (end < 0) break;
      at = end;
    } else if (!flat.test(name)) {
      depth = m[1] === '' ? depth + 1 : Math.max(0, depth - 1);
      if (depth > most.depth) return false;
    }
  }
  return countOf(html, '&', most.nodes * 10) < most.nodes * 10;
}

/** How often a letter stands in a text, up to a number. */
function countOf(text: string, letter: string, limit: number): number {
  let count = 0;
  for (let at = text.indexOf(letter); at >= 0 && count < limit; at = text.indexOf(letter, at + 1)) count++;
  return count;
}
