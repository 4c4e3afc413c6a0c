import type { Note } from '../../record.ts';
import { sha256 } from '../../text/digest.ts';
import { articleIn } from '../article/article.ts';
import { decodePage } from '../article/charset.ts';
import { documentFromText, type Metadata } from '../document.ts';
import { IngestError } from '../error.ts';
import type { Context, Ingested, Source } from './reader.ts';

const note = (code: string, severity: Note['severity'], message: string): Note => ({
  code,
  severity,
  message,
  span: null,
  stage: 'ingest',
});

/** A web page: one report, the words of the article alone. */
export async function* readHtml(source: Source, context: Context): AsyncGenerator<Ingested> {
  const bytes = await source.bytes.all(context.budget.limits.page, 'The page');
  const { text, notes } = decodePage(bytes, source.charset);
  yield { document: pageDocument(text, bytes, notes, source, context) };
}

/** What to do about a page without a report: follow the feed that it offers, if it does. */
function remedyFor(html: string, address: string | null): string {
  const link = /<link\b[^>]{0,500}\btype=["']?application\/(?:rss|atom)\+xml[^>]{0,500}>/iu.exec(html)?.[0];
  const href = link ? /\bhref=["']?([^"'\s>]{1,1000})/iu.exec(link)?.[1] : undefined;
  const feed = href && URL.canParse(href, address ?? undefined) ? new URL(href, address ?? undefined).href : null;
  return feed === null
    ? 'Pages that a program fills in must be saved from the browser after they are shown.'
    : `Give the pages of the reports that it leads to, or follow its feed with rapporteur watch (${feed}).`;
}

/** The report on a page that is decoded. What is known from outside counts before what the page says. */
export function pageDocument(
  html: string,
  bytes: Uint8Array,
  notes: readonly Note[],
  source: Pick<Source, 'origin' | 'known'>,
  context: Context,
): Extract<Ingested, { document: unknown }>['document'] {
  const { text, meta, whole } = articleIn(html, source.known.url ?? null, context.lexicon().pages);
  if (text === '') {
    throw new IngestError(
      'no-article',
      `There is no report on this page: no paragraphs of text. ${remedyFor(html, source.known.url ?? null)}`,
    );
  }
  const told: Note[] = [...notes];
  if (whole) {
    told.push(
      note(
        'page-frame',
        'warning',
        'The page is too large or too deeply nested to tell the article from the rest; all its text was taken.',
      ),
    );
  }
  return documentFromText(text, source.origin, joined(meta, source.known), told, sha256(bytes));
}

/** Metadata where the second counts first, but for what it leaves open. */
export function joined(meta: Partial<Metadata>, known: Partial<Metadata>): Partial<Metadata> {
  const out: { -readonly [K in keyof Metadata]?: string | null } = { ...meta };
  for (const [key, value] of Object.entries(known) as [keyof Metadata, string | null][]) {
    // The page's own canonical address is better than the one that it was got from.
    if (value !== null && !(key === 'url' && out.url)) out[key] = value;
  }
  return out as Partial<Metadata>;
}
