import { decodePage } from '../article/charset.ts';
import { IngestError } from '../error.ts';
import { mediaType } from '../media-type.ts';
import { pageDocument } from './html.ts';
import { decodedBody, fieldWords, headEnd, headersOf, latin, type Part, parameterOf, partsOf } from './mime.ts';
import type { Context, Ingested, Source } from './reader.ts';

/** How many parts of a page are looked at: pictures and frames are parts too. */
const most = 20_000;

/** A page saved with its pictures in one file (RFC 2557): its first HTML part is the report. */
export async function* readMhtml(source: Source, context: Context): AsyncGenerator<Ingested> {
  const bytes = await source.bytes.all(context.budget.limits.document, 'The page');
  const { end, body } = headEnd(bytes);
  const headers = headersOf(latin(bytes.subarray(0, end)));
  const page = pageIn({ headers, body: bytes.subarray(body) }, 0);
  if (!page) throw new IngestError('no-article', 'There is no web page in it. Save it again from the browser.');
  const address = page.headers.get('content-location') ?? fieldWords(headers.get('snapshot-content-location'));
  const html = decodedBody(page).subarray(0, context.budget.limits.page);
  const { text, notes } = decodePage(html, mediaType(page.headers.get('content-type') ?? '').charset);
  const url = source.known.url ?? (address && /^https?:/iu.test(address) ? address : null);
  const known = { ...source.known, ...(url ? { url } : {}) };
  yield { document: pageDocument(text, bytes, notes, { origin: source.origin, known }, context) };
}

function pageIn(part: Part, depth: number): Part | null {
  const field = part.headers.get('content-type') ?? '';
  const { type } = mediaType(field);
  if (type === 'text/html' || type === 'application/xhtml+xml') return part;
  const boundary = parameterOf(field, 'boundary');
  if (!type?.startsWith('multipart/') || !boundary || depth > 3) return null;
  for (const inner of partsOf(part.body, boundary, most)) {
    const page = pageIn(inner, depth + 1);
    if (page) return page;
  }
  return null;
}
