import type { Page } from './dom.ts';

/** What JSON-LD (schema.org) in a page says of the report. */
export interface LinkedArticle {
  readonly title: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly byline: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  readonly body: string | null;
}

const NONE: LinkedArticle = {
  title: null,
  url: null,
  published: null,
  modified: null,
  byline: null,
  outlet: null,
  language: null,
  body: null,
};

type Item = Readonly<Record<string, unknown>>;

const isItem = (raw: unknown): raw is Item => typeof raw === 'object' && raw !== null && !Array.isArray(raw);
const listOf = (raw: unknown): readonly unknown[] => (Array.isArray(raw) ? raw : raw === undefined ? [] : [raw]);
const wordsOf = (raw: unknown): string | null => {
  const one: unknown = Array.isArray(raw) ? raw[0] : raw;
  return typeof one === 'string' && one.trim() !== '' ? one.replace(/\s+/gu, ' ').trim() : null;
};
const nameOf = (raw: unknown): string | null =>
  isItem(raw) ? wordsOf(raw['name']) : typeof raw === 'string' ? wordsOf(raw) : null;

const articleType =
  /^(?:(?:\w*News|Blog|Scholarly|Social|Tech|Medical|Analysis|Opinion|Review|Reportage|Background|Satirical)?Article|BlogPosting|\w*Posting|Report|ReportageNewsArticle|LiveBlogPosting|Review)$/u;
const pageType = /^(?:WebPage|ItemPage|AboutPage|VideoObject|CreativeWork)$/u;

/** Items of JSON-LD at any place of it, up to a number. */
function* itemsIn(raw: unknown, left: { count: number }, depth = 0): Generator<Item> {
  if (depth > 6 || left.count-- <= 0) return;
  if (Array.isArray(raw)) {
    for (const one of raw) yield* itemsIn(one, left, depth + 1);
  } else if (isItem(raw)) {
    if (raw['@type'] !== undefined) yield raw;
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item']) {
      if (raw[key] !== undefined) yield* itemsIn(raw[key], left, depth + 1);
    }
  }
}

/** JSON as pages have it: in a comment or CDATA, with line ends in its strings, with a comma too many. */
function parseLoosely(words: string): unknown {
  const bare = words.replace(
    /^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\/\/\]\]>|\]\]>)\s*$/gu,
    '',
  );
  try {
    return JSON.parse(bare);
  } catch {
    try {
      return JSON.parse(
        bare
          .replace(/\p{Cc}+/gu, ' ')
          .replace(/,\s*([}\]])/gu, '$1')
          .replace(/;\s*$/u, ''),
      );
    } catch {
      return null;
    }
  }
}

const typesOf = (item: Item): readonly string[] =>
  listOf(item['@type'])
    .filter((t): t is string => typeof t === 'string')
    .map((t) => t.replace(/^.*[/#]/u, ''));

/** Of several reports, the one whose headline the page's title has: others are linked to. */
function ownOf(reports: readonly Item[], page: Page): Item | undefined {
  const title = wordsOf(page.querySelector('title')?.textContent)?.toLowerCase() ?? '';
  const named = reports.find((i) => {
    const headline = (wordsOf(i['headline']) ?? wordsOf(i['name']))?.toLowerCase() ?? '';
    return headline.length > 10 && title.includes(headline);
  });
  return named ?? reports[0];
}

/** The report that a page's JSON-LD describes; everything `null` where it describes none. */
export function articleOf(page: Page): LinkedArticle {
  const items: Item[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const words = script.textContent ?? '';
    if (words.length > 2_000_000) continue;
    for (const item of itemsIn(parseLoosely(words), { count: 500 })) items.push(item);
  }
  const reports = items.filter((i) => typesOf(i).some((t) => articleType.test(t)));
  const item = reports.length > 1 ? ownOf(reports, page) : reports[0];
  const around = items.find((i) => typesOf(i).some((t) => pageType.test(t)));
  if (!item && !around) return NONE;
  const main = item ?? {};
  const authors = listOf(main['author'])
    .flatMap((a) => nameOf(a) ?? personOf(a, items) ?? [])
    .slice(0, 8);
  const publisher = main['publisher'];
  return {
    title: wordsOf(main['headline']) ?? wordsOf(main['name']),
    url:
      wordsOf(main['url']) ??
      (isItem(main['mainEntityOfPage']) ? wordsOf(main['mainEntityOfPage']['@id']) : wordsOf(main['mainEntityOfPage'])),
    published: wordsOf(main['datePublished']) ?? wordsOf(main['dateCreated']) ?? wordsOf(around?.['datePublished']),
    modified: wordsOf(main['dateModified']) ?? wordsOf(around?.['dateModified']),
    byline: authors.length > 0 ? authors.join(', ') : null,
    outlet: nameOf(Array.isArray(publisher) ? publisher[0] : publisher) ?? personOf(publisher, items),
    language: wordsOf(main['inLanguage']),
    body: typeof main['articleBody'] === 'string' ? main['articleBody'] : null,
  };
}

/** A name that stands in another item: `{"@id": "#author"}`. */
function personOf(raw: unknown, items: readonly Item[]): string | null {
  const id = isItem(raw) ? raw['@id'] : undefined;
  return typeof id === 'string' ? nameOf(items.find((i) => i['@id'] === id)) : null;
}
