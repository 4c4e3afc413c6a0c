import { sha256 } from '../../text/digest.ts';
import { blocksOf, proseOf, textOfBlocks } from '../article/blocks.ts';
import { decodePage } from '../article/charset.ts';
import { isoDate } from '../article/dates.ts';
import { documentFromText } from '../document.ts';
import { IngestError } from '../error.ts';
import { mediaType } from '../media-type.ts';
import { joined } from './html.ts';
import { decodedBody, fieldWords, headEnd, headersOf, latin, type Part, parameterOf, partsOf } from './mime.ts';
import type { Context, Ingested, Source } from './reader.ts';

/** A message: one report, with its subject as the title and its sender as the byline. */
export async function* readEml(source: Source, context: Context): AsyncGenerator<Ingested> {
  yield messageReport(await source.bytes.all(context.budget.limits.document, 'The message'), source, context);
}

/** Parts inside each other, and parts of one message, that are looked at. */
const most = { depth: 10, parts: 1000 };

/** The first part of a type that is not attached; a part that says no type is plain text. */
function partOfType(part: Part, type: string, depth = 0): Part | null {
  const field = part.headers.get('content-type') ?? 'text/plain';
  const own = mediaType(field).type ?? 'text/plain';
  if (/^attachment/iu.test(part.headers.get('content-disposition') ?? '')) return null;
  if (own === type) return part;
  const boundary = parameterOf(field, 'boundary');
  if (!own.startsWith('multipart/') || !boundary || depth > most.depth) return null;
  for (const inner of partsOf(part.body, boundary, most.parts)) {
    const found = partOfType(inner, type, depth + 1);
    if (found) return found;
  }
  return null;
}

const textOf = (part: Part): string =>
  decodePage(decodedBody(part), mediaType(part.headers.get('content-type') ?? '').charset).text;

/** The report in the bytes of a message. Throws {@link IngestError}. */
export function messageReport(bytes: Uint8Array, source: Pick<Source, 'origin' | 'known'>, context: Context): Ingested {
  const { end, body } = headEnd(bytes);
  const headers = headersOf(latin(bytes.subarray(0, end)));
  const message = { headers, body: bytes.subarray(body) };
  const plain = partOfType(message, 'text/plain');
  const rich = plain ? null : partOfType(message, 'text/html');
  const text = plain ? paragraphsIn(plain) : rich ? textOfBlocks(proseOf(blocksOf(textOf(rich)))) : '';
  if (text === '') {
    throw new IngestError('empty', 'There is no text in this message. If the report is attached, save the attachment.');
  }
  const sender = fieldWords(headers.get('from'));
  const meta = {
    title: fieldWords(headers.get('subject')),
    byline: sender?.replace(/\s*<[^>]*>|"/gu, '').trim() || null,
    published: isoDate(headers.get('date') ?? '', context.lexicon().pages.months),
  };
  return { document: documentFromText(text, source.origin, joined(meta, source.known), [], sha256(bytes)) };
}

/** A message's lines as paragraphs: lines that only a program broke (RFC 3676) are joined, empty lines part them. */
function paragraphsIn(part: Part): string {
  const flowed = /\bformat\s*=\s*"?flowed/iu.test(part.headers.get('content-type') ?? '');
  const words = textOf(part).replace(/\r\n?/gu, '\n');
  return (flowed ? words.replace(/ \n(?!>|-- \n)/gu, ' ') : words)
    .split(/\n[ \t]*\n/u)
    .map((p) => p.trim())
    .filter((p) => p !== '')
    .join('\n\n');
}
