import { decodePage } from '../article/charset.ts';
import { IngestError } from '../error.ts';
import { isObject } from '../jsonl.ts';
import { digestOf, documentsOf, type Entry, newEntry } from './entries.ts';
import type { Context, Ingested, Source } from './reader.ts';

const words = (raw: unknown): string => (typeof raw === 'string' ? raw : '');
const listOf = (raw: unknown): readonly unknown[] => (Array.isArray(raw) ? raw : []);

/** Plain words as HTML that says the same, line ends kept. */
const asHtml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/\r?\n/gu, '<br>');

const namesOf = (item: Readonly<Record<string, unknown>>): string =>
  [...listOf(item['authors']), item['author']]
    .flatMap((a) => (isObject(a) ? words(a['name']) || [] : []))
    .slice(0, 8)
    .join(', ');

/** JSON Feed 1.1 (jsonfeed.org): a report for each item. */
export async function* readJsonFeed(source: Source, context: Context): AsyncGenerator<Ingested> {
  const bytes = await source.bytes.all(context.budget.limits.page, 'The feed');
  let feed: unknown;
  try {
    feed = JSON.parse(decodePage(bytes, 'utf-8').text);
  } catch (cause) {
    throw new IngestError('not-json', `It is not JSON (${(cause as Error).message}). Get the feed again.`);
  }
  const items = isObject(feed) ? listOf(feed['items']).filter(isObject).slice(0, 20_000) : [];
  if (!isObject(feed) || items.length === 0) {
    throw new IngestError('empty', 'There are no entries in this feed. Check that it was saved whole.');
  }
  const entries = items.map(
    (item): Entry => ({
      ...newEntry(),
      title: asHtml(words(item['title'])),
      url: words(item['url']) || words(item['external_url']),
      published: words(item['date_published']),
      modified: words(item['date_modified']),
      byline: asHtml(namesOf(item)),
      language: words(item['language']),
      content: words(item['content_html']) || asHtml(words(item['content_text'])),
      summary: asHtml(words(item['summary'])),
    }),
  );
  const [title, language] = [words(feed['title']), words(feed['language'])];
  yield* documentsOf(entries, title || null, language || null, digestOf(bytes), source, context);
}
