import { createRequire } from 'node:module';
import { sha256 } from '../../text/digest.ts';
import { blocksOf, proseOf, textOfBlocks } from '../article/blocks.ts';
import { isoDate } from '../article/dates.ts';
import { documentFromText } from '../document.ts';
import { IngestError } from '../error.ts';
import { joined } from './html.ts';
import type { Context, Ingested, Source } from './reader.ts';

interface Message {
  readonly subject?: string;
  readonly date?: string;
  readonly text?: string;
  readonly html?: string;
  readonly from?: { readonly name?: string; readonly address?: string };
}
const load = createRequire(import.meta.url);

/** A message: one report, with its subject as the title and its sender as the byline. */
export async function* readEml(source: Source, context: Context): AsyncGenerator<Ingested> {
  const bytes = await source.bytes.all(context.budget.limits.document, 'The message');
  yield await messageReport(bytes, source, context);
}

/** The report in the bytes of a message. Throws {@link IngestError}. */
export async function messageReport(
  bytes: Uint8Array,
  source: Pick<Source, 'origin' | 'known'>,
  context: Context,
): Promise<Ingested> {
  const { default: PostalMime } = load('postal-mime') as {
    default: { parse(bytes: Uint8Array, options: object): Promise<Message> };
  };
  let message: Message;
  try {
    message = await PostalMime.parse(bytes, { maxNestingDepth: 20, maxHeadersSize: 1 << 20 });
  } catch (cause) {
    throw new IngestError('damaged', `The message cannot be read (${(cause as Error).message}). Save it again.`);
  }
  const plain = paragraphsIn(message.text ?? '');
  const text = plain === '' ? textOfBlocks(proseOf(blocksOf(message.html ?? ''))) : plain;
  if (text === '') {
    throw new IngestError('empty', 'There is no text in this message. If the report is attached, save the attachment.');
  }
  const { months } = context.lexicon().pages;
  const meta = {
    title: message.subject?.trim() || null,
    byline: message.from?.name?.trim() || null,
    published: message.date ? isoDate(message.date, months) : null,
  };
  return { document: documentFromText(text, source.origin, joined(meta, source.known), [], sha256(bytes)) };
}

/** A message's lines as paragraphs: lines broken to a width are joined again, empty lines stay. */
function paragraphsIn(words: string): string {
  return words
    .replace(/\r\n?/gu, '\n')
    .split(/\n[ \t]*\n+/u)
    .map((p) => p.trim())
    .filter((p) => p !== '')
    .join('\n\n');
}
