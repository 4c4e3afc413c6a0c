import type { PageLexicon } from '../lexicon.ts';
import { dateInAddress, dayOf, isoDate, orderIn } from './dates.ts';
import type { Page } from './dom.ts';
import type { LinkedArticle } from './linked-data.ts';
import { inZone, localDay, localTime, zoneOfAddress } from './local-day.ts';
import { datesShown, type ShownDates } from './shown.ts';

/** What is known of a page when its dates are asked for. */
export interface DatedPage {
  readonly page: Page;
  readonly html: string;
  /** The content of each `<meta>` by its name, lower case. */
  readonly meta: ReadonlyMap<string, string>;
  readonly article: LinkedArticle;
  /** The address that the page gives itself, and the one that it was got from. */
  readonly url: string | null;
  readonly from: string | null;
  readonly language: string | null;
}

/** Names of `<meta>` that say when a report was published, as they are in use, best first. */
const publishedNames = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'og:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'publish-date',
  'publish_date',
  'published-date',
  'publication_date',
  'publicationdate',
  'citation_publication_date',
  'cxenseparse:publishtime',
  'cxenseparse:recs:publishtime',
  'cxense:publishtime',
  'article.published',
  'article:post_date',
  'originalpublicationdate',
  'pubdate',
  'pub_date',
  'rnews:datepublished',
  'displaydate',
  'date_published',
  'article_date_original',
  'citation_date',
  'og:pubdate',
  'bt:pubdate',
  'article:publication_date',
  'article:publicationdate',
  'article_publish_time',
  'og:publish_date',
  'og:release_date',
  'publishdate',
  'publishtime',
  'publish_time',
  'published_time',
  'published_at',
  'date.published',
  'prism.publicationdate',
  'dc.date.published',
  'dc.date.publication',
  'dcsext.articlefirstpublished',
  'iso-8601-publish-date',
  'rbpubdate',
  'pdate',
  'post_date',
  'release_date',
];

/** Names that say only that they are a date: of many pages it is the day of the last change. */
const vagueNames = ['dc.date', 'dcterms.date', 'datecreated', 'ptime', 'date'];

const modifiedNames = [
  'article:modified_time',
  'og:updated_time',
  'og:modified_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'lastmod',
  'last-modified',
  'article:updated_time',
  'revision_date',
  'dateupdate',
];

const day = (date: string): string => date.slice(0, 10);

const languageOf = (language: string | null): string => (language ?? '').toLowerCase().split(/[-_]/u)[0]!;

/**
 * Whether dates of figures put the day first here, `undefined` where that cannot be known: by the country of the address,
 * else by the language of the page, else by those of its dates that can be read in one way only.
 */
function dayFirst({ page, url, from, language }: DatedPage, lexicon: PageLexicon): boolean | undefined {
  const { dayFirst: places, monthFirst } = lexicon;
  const ending = /^https?:\/\/[^/:?#]+?\.([a-z]+)(?:[/:?#]|$)/iu.exec(from ?? url ?? '')?.[1]?.toLowerCase() ?? '';
  if (places.has(`.${ending}`)) return true;
  if (monthFirst.has(`.${ending}`)) return false;
  const regions = (language ?? '').toLowerCase().split(/[-_]/u).slice(1);
  if (places.has(languageOf(language)) || regions.some((region) => places.has(`.${region}`))) return true;
  return orderIn(page.body?.textContent ?? '');
}

/** When the report on a page was published and when changed, in ISO 8601; `null` where the page does not tell. */
export function datesOf(
  given: DatedPage,
  lexicon: PageLexicon,
): { readonly published: string | null; readonly modified: string | null } {
  const { page, html, meta, article, url, from } = given;
  const first = dayFirst(given, lexicon);
  const months = lexicon.monthsOf.get(languageOf(given.language)) ?? lexicon.months;
  const dateOf = (words: string | null | undefined): string | null => (words ? isoDate(words, months, first) : null);
  const datesIn = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => dateOf(meta.get(name)) ?? []);
  const shown = datesShown(page, html, lexicon, { dayFirst: first, months, address: from ?? url });
  const metas = datesIn(publishedNames);
  const vague = datesIn(vagueNames);
  const inAddress = (url && dateInAddress(url, months)) || (from && dateInAddress(from, months)) || null;
  const data = agreed(dateOf(article.published), metas, vague, shown);
  const told = data && (beforeMove(data, from ?? url) ?? data);
  const zone = zoneOfAddress(from ?? url ?? '', lexicon.zones);
  const published = told === null ? (shown.published ?? inAddress ?? shown.near) : null;
  const local =
    told &&
    (localTime(told, [...metas, ...vague, ...(shown.published === null ? [] : [shown.published])]) ??
      // An address that has the same day leaves nothing to ask.
      (inAddress === day(told) ? null : (localDay(told, inAddress) ?? localDay(told, shown.published))));
  const date = local ?? told ?? published;
  const modified = dateOf(article.modified) ?? datesIn(modifiedNames)[0] ?? shown.modified;
  const best = date === null ? modified : local || !zone ? date : (inZone(date, zone) ?? date);
  return { published: best, modified: modified === best ? null : modified };
}

/**
 * The date that the page's data tell. What the page shows wins over a date that does not say of what it is one, and over
 * JSON-LD that both the page and its `<meta>` contradict.
 */
function agreed(
  linked: string | null,
  metas: readonly string[],
  vague: readonly string[],
  shown: ShownDates,
): string | null {
  const seen = shown.published ?? shown.near;
  if (linked !== null) {
    if (seen === null || day(seen) === day(linked) || [...metas, ...vague].some((m) => day(m) === day(linked)))
      return linked;
    return [...metas, ...vague].find((m) => day(m) === day(seen) && apart(m, linked)) ?? linked;
  }
  if (metas.length > 0) return metas[0]!;
  if (vague.length === 0) return null;
  return seen === null || vague.some((m) => day(m) === day(seen)) || !apart(vague[0]!, seen) ? vague[0]! : seen;
}

/** Whether two dates are more than one instant that two clocks show, the minutes the same or a quarter of an hour apart. */
const apart = (a: string, b: string): boolean => {
  if (a.length < 16 || b.length < 16) return day(a) !== day(b);
  const minutes = Math.abs(Date.parse(a) - Date.parse(b)) / 60_000;
  return !(minutes <= 14 * 60 && minutes % 15 < 2);
};

/** Days by which the address of a page is older than the date that the page tells, from which on the address counts. */
const moved = 3;

/**
 * The day in the path of an address that was given to the report long before the date that the page tells: sites that move
 * keep their addresses, and their data have the day of the move.
 */
function beforeMove(told: string, address: string | null): string | null {
  const m = address === null ? null : /\/((?:19|20)\d\d)\/(\d{1,2})\/(\d{1,2})\/[^/]*\p{L}/u.exec(address);
  const given = m ? dayOf(Number(m[1]), Number(m[2]), Number(m[3])) : null;
  return given !== null && Date.parse(day(told)) - Date.parse(given) >= moved * 86_400_000 ? given : null;
}
