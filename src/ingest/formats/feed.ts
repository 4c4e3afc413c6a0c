import { readTags } from '../article/blocks.ts';
import { decodePage } from '../article/charset.ts';
import { IngestError } from '../error.ts';
import { digestOf, documentsOf, type Entry, newEntry } from './entries.ts';
import type { Context, Ingested, Source } from './reader.ts';

/** Which field of an entry an element fills, by its name with the usual prefix. The first one that is not empty counts. */
const fields: Readonly<Record<string, keyof Entry>> = {
  title: 'title',
  link: 'url',
  pubdate: 'published',
  published: 'published',
  'dc:date': 'published',
  'dcterms:created': 'published',
  issued: 'published',
  updated: 'modified',
  modified: 'modified',
  'dcterms:modified': 'modified',
  author: 'byline',
  'dc:creator': 'byline',
  name: 'byline',
  'dc:language': 'language',
  'content:encoded': 'content',
  content: 'content',
  'turbo:content': 'content',
  description: 'summary',
  summary: 'summary',
};

/** Elements that are filled from outside an entry. */
interface Feed {
  readonly entries: readonly Entry[];
  readonly title: string;
  readonly language: string;
}

/** Most entries of one feed: one that never ends is cut there. */
const most = 20_000;

/**
 * Reads RSS (0.9 to 2.0, RDF) and Atom. Declarations of entities are passed over: nothing is expanded but the five of
 * XML and characters by number.
 */
export function parseFeed(xml: string): Feed {
  const entries: Entry[] = [];
  const about = { title: '', language: '' };
  let entry: Entry | null = null;
  let field: keyof Entry | null = null;
  let depth = 0;
  let words: string[] = [];
  let outer = 0;
  readTags(
    xml,
    {
      onopentag(given, attributes) {
        const name = given.toLowerCase();
        outer++;
        if (field !== null) {
          depth++;
          // XHTML inside Atom: its tags are kept, so that its paragraphs are.
          if (field === 'content' || field === 'summary') words.push(`<${name.replace(/^\w+:/u, '')}>`);
          else if (name !== 'name') field = field === 'byline' ? field : null;
          return;
        }
        if ((name === 'item' || name === 'entry') && !entry) {
          if (entries.length < most) entry = newEntry();
          return;
        }
        if (entry && name === 'link' && attributes['href'] !== undefined) {
          const { rel = 'alternate', href } = attributes;
          if (rel === 'alternate' && entry.url === '') entry.url = href;
          return;
        }
        const known = fields[name];
        if (known && (entry ? entry[known] === '' : outer <= 3 && known === 'title' && about.title === '')) {
          field = known;
          depth = 0;
          words = [];
        }
        if (!entry && name === 'language') {
          field = 'language';
          words = [];
          depth = 0;
        }
        if (attributes['xml:lang'] && !entry && about.language === '') about.language = attributes['xml:lang'];
      },
      ontext(text) {
        if (field !== null) words.push(text);
      },
      onclosetag(given) {
        const name = given.toLowerCase();
        outer--;
        if (field !== null) {
          if (depth > 0) {
            depth--;
            if (field === 'content' || field === 'summary') words.push(`</${name.replace(/^\w+:/u, '')}>`);
            return;
          }
          const value = words.join('').trim();
          if (entry) entry[field] = value;
          else if (field === 'title') about.title = value;
          else if (field === 'language') about.language = value;
          field = null;
          return;
        }
        if ((name === 'item' || name === 'entry') && entry) {
          entries.push(entry);
          entry = null;
        }
      },
    },
    true,
  );
  // A feed that was cut off: what there is of its last entry counts if it has words.
  if (entry !== null && ((entry as Entry).content || (entry as Entry).summary || (entry as Entry).title))
    entries.push(entry);
  return { entries, ...about };
}

/** RSS and Atom: a report for each entry. */
export async function* readFeed(source: Source, context: Context): AsyncGenerator<Ingested> {
  const bytes = await source.bytes.all(context.budget.limits.page, 'The feed');
  const { text } = decodePage(bytes, source.charset);
  const { entries, title, language } = parseFeed(text);
  if (entries.length === 0) {
    throw new IngestError('empty', 'There are no entries in this feed. Check that it was saved whole.');
  }
  yield* documentsOf(entries, title.replace(/\s+/gu, ' ') || null, language || null, digestOf(bytes), source, context);
}
