import { sha256 } from '../../text/digest.ts';
import { blocksOf, lineOf, proseOf, textOfBlocks } from '../article/blocks.ts';
import { isoDate } from '../article/dates.ts';
import { withoutFurniture } from '../article/lines.ts';
import { documentFromText, type Metadata } from '../document.ts';
import { type Context, failureAt, type Ingested, inside, type Source } from './reader.ts';

/** One entry of a feed, as the feed gives it; what it does not give is ''. */
export interface Entry {
  title: string;
  url: string;
  published: string;
  modified: string;
  byline: string;
  language: string;
  /** The whole text, in HTML or plain. */
  content: string;
  /** A summary, where there is no whole text. */
  summary: string;
}

export const newEntry = (): Entry => ({
  title: '',
  url: '',
  published: '',
  modified: '',
  byline: '',
  language: '',
  content: '',
  summary: '',
});

/** A summary longer than this may be the whole report. */
const short = 1000;

/** Reports of a feed's entries. `outlet` is the feed's own name. */
export async function* documentsOf(
  entries: readonly Entry[],
  outlet: string | null,
  language: string | null,
  digest: string,
  source: Source,
  context: Context,
): AsyncGenerator<Ingested> {
  const { pages } = context.lexicon();
  const date = (words: string): string | null => (words === '' ? null : (isoDate(words, pages.months) ?? words));
  let summaries = 0;
  for (const [i, entry] of entries.entries()) {
    context.budget.entry();
    const origin = inside(source.origin, `entry ${i + 1}`);
    const html = entry.content || entry.summary;
    const title = lineOf(entry.title) || null;
    const text = textOfBlocks(withoutFurniture(proseOf(blocksOf(html)), { title }, pages));
    if (text === '' && title === null) {
      yield failureAt(origin, 'empty', 'This entry of the feed has no text. The others are read.');
      continue;
    }
    if (entry.content === '' && text.length < short) summaries++;
    const meta: Partial<Metadata> = {
      ...source.known,
      title,
      url: entry.url.trim() || null,
      outlet: source.known.outlet ?? outlet,
      published: date(entry.published) ?? date(entry.modified),
      modified: date(entry.modified),
      byline: lineOf(entry.byline) || null,
      language: entry.language || language,
    };
    yield { document: documentFromText(text === '' ? title! : text, origin, meta, [], digest) };
  }
  if (summaries > 0) {
    const which = summaries === entries.length ? 'Its entries' : `${summaries} of its ${entries.length} entries`;
    context.tell({
      ...source.origin,
      code: 'summary',
      message: `${which} hold only a summary. Save the pages that they point to, and give those, for the whole reports.`,
    });
  }
}

export const digestOf = sha256;
