import type { Metadata } from '../document.ts';
import type { PageLexicon } from '../lexicon.ts';
import type { Page } from './dom.ts';
import { articleOf, type LinkedArticle } from './linked-data.ts';
import { datesOf } from './published.ts';
import { classesOf } from './shown.ts';

const clean = (words: string | null | undefined): string | null => {
  const line = words?.replace(/\s+/gu, ' ').trim() ?? '';
  return line === '' || line.length > 2000 ? null : line;
};

/** The content of each `<meta>`, by its name, property or itemprop in lower case; the first of a name counts. */
function metaOf(page: Page): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const meta of page.querySelectorAll('meta[content]')) {
    const content = clean(meta.getAttribute('content'));
    if (content === null) continue;
    for (const attribute of ['name', 'property', 'itemprop', 'http-equiv']) {
      // A property may hold several names.
      for (const name of (meta.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/u)) {
        if (name !== '' && !out.has(name)) out.set(name, content);
      }
    }
  }
  return out;
}

const first = (meta: ReadonlyMap<string, string>, names: readonly string[]): string | null => {
  for (const name of names) {
    const value = meta.get(name);
    if (value !== undefined) return value;
  }
  return null;
};

/** Names of `<meta>`, as they are in use, best first. */
const names = {
  title: [
    'og:title',
    'twitter:title',
    'dc.title',
    'dcterms.title',
    'headline',
    'parsely-title',
    'sailthru.title',
    'title',
  ],
  byline: [
    'author',
    'article:author_name',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'byl',
  ],
  outlet: [
    'og:site_name',
    'application-name',
    'article:publisher_name',
    'dc.publisher',
    'dcterms.publisher',
    'cre',
    'publisher',
  ],
  language: ['content-language', 'og:locale', 'language', 'dc.language', 'dcterms.language', 'inlanguage'],
} as const;

const mark = /\s(?:[|–—·•«»›>]|-|::)\s*$/u;

/** A title without a name that a mark parts from its end; `null` where it has no such end. */
function withoutEnd(title: string, name: string): string | null {
  if (title.length <= name.length || !title.toLowerCase().endsWith(name.toLowerCase())) return null;
  const rest = title.slice(0, title.length - name.length);
  return mark.test(rest) && rest.length > 10 ? rest.replace(mark, '').trim() : null;
}

/** The name of the site, where the page's title is the report's title, a mark, and that name. */
function siteInTitle(page: Page, title: string | null): string | null {
  const whole = clean(page.querySelector('title')?.textContent);
  if (title === null || title.length < 10 || !whole?.startsWith(title)) return null;
  return /^\s(?:[|–—·•«»›>]|-|::)\s([^|–—·•«»›>]{2,40})$/u.exec(whole.slice(title.length))?.[1]?.trim() ?? null;
}

/** A byline that names no more than the site says nothing. */
function writer(by: string | null, outlet: string | null): string | null {
  if (by === null || isAddress(by)) return null;
  const bare = by.replace(/^(?:by|von|par|por)(?:\s*:|\s)\s*/iu, '');
  // What stands behind it in one element: "Mira Lann5 Feb 2031941".
  const name = bare.replace(/(?<=\p{L}{2})\d.*$/su, '').replace(/[\s,;|]+$/u, '');
  return name === '' || name.toLowerCase() === outlet?.toLowerCase() ? null : name;
}

/** The title without the name of the site that many pages put after or before it. */
function titleOf(
  page: Page,
  meta: ReadonlyMap<string, string>,
  article: LinkedArticle,
  outlet: string | null,
): string | null {
  const heads = [...page.querySelectorAll('h1')].slice(0, 20).map((h) => clean(h.textContent));
  const whole = clean(page.querySelector('title')?.textContent);
  // A heading that the page's title repeats is the report's.
  const head = heads.find((h) => h !== null && h.length > 10 && whole?.includes(h));
  const given = article.title ?? first(meta, names.title) ?? head ?? (heads.length === 1 ? heads[0]! : null) ?? whole;
  if (given === null) return heads.find((h) => h !== null) ?? null;
  const ended = outlet === null ? null : withoutEnd(given, outlet);
  if (ended !== null) return ended;
  const cut = /^(.{15,})\s(?:[|–—·•«»›>:]|-|::)\s(.{2,60})$/su.exec(given);
  if (!cut) return given;
  const [, before, after] = cut;
  const isSite = (words: string): boolean =>
    outlet !== null && words.toLowerCase().includes(outlet.toLowerCase().slice(0, 20));
  return isSite(after!) || heads.includes(before!) ? before! : given;
}

/** The address of a page inside that of the archive which holds a copy: a time of fourteen figures stands before it. */
const archived = /^https?:\/\/[^/]+\/(?:[a-z]+\/)?\d{14}(?:[a-z]{2}_)?\/(https?:\/\/\S+)$/iu;

/** An address that can be kept: absolute, of the web. */
function addressOf(words: string | null | undefined, base: string | null): string | null {
  if (!words) return null;
  try {
    const url = new URL(archived.exec(words)?.[1] ?? words.trim(), base ?? undefined);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

const isAddress = (words: string): boolean => /^(?:https?:)?\/\/|^www\.|@\w+\.\w+/iu.test(words);

/** The address that a browser wrote into the page that it saved. */
function savedFrom(html: string): string | null {
  const head = html.slice(0, 3000);
  return (
    /<!-{2}\s*saved from url=\(\d+\)(\S{1,2000}?)\s*-->/iu.exec(head)?.[1] ??
    /\burl:\s(https?:\/\/\S{1,2000})\s/iu.exec(
      /<!--\s*Page saved with SingleFile[\s\S]{0,2500}?-->/iu.exec(head)?.[0] ?? '',
    )?.[1] ??
    null
  );
}

/** What a page tells of the report on it. `address` is where it was got from, if that is known. */
export function metadataOfPage(page: Page, html: string, address: string | null, lexicon: PageLexicon): Metadata {
  const meta = metaOf(page);
  const article = articleOf(page);
  const from = addressOf(address, null) ?? addressOf(savedFrom(html), null);
  const canonical =
    addressOf(page.querySelector('link[rel="canonical"]')?.getAttribute('href'), from) ??
    addressOf(first(meta, ['og:url', 'twitter:url']), from) ??
    addressOf(article.url, from);
  // A canonical address that is only the site's front is a mistake of the site.
  const url = canonical !== null && (from === null || new URL(canonical).pathname !== '/') ? canonical : from;
  const named = article.outlet ?? first(meta, names.outlet);
  const told = named === null || isAddress(named) ? null : named;
  const title = titleOf(page, meta, article, told);
  const outlet = told ?? siteInTitle(page, title);
  const language =
    (page.documentElement?.getAttribute('lang') || first(meta, names.language) || article.language)?.replace(
      '_',
      '-',
    ) ?? null;
  const by = article.byline ?? first(meta, names.byline) ?? signature(page, lexicon);
  return {
    title,
    url,
    outlet,
    ...datesOf({ page, html, meta, article, url, from, language }, lexicon),
    byline: writer(by, outlet),
    language,
  };
}

/** Who an element names as the writer. */
function signature(page: Page, { signed }: PageLexicon): string | null {
  const marked = page.querySelector('[rel="author"], [itemprop="author"]');
  const words = clean(marked?.textContent);
  if (words !== null && words.length < 100) return words;
  for (const element of page.querySelectorAll('[class]')) {
    const classes = classesOf(element);
    if (!signed.some((name) => classes.includes(name))) continue;
    const line = clean(element.textContent);
    if (line !== null && line.length > 2 && line.length < 100) return line;
  }
  return null;
}
