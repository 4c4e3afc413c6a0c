import type { Document, Origin } from '../record.ts';
import { decode, sniff } from './decode.ts';
import { documentFromText, type Metadata } from './document.ts';
import { IngestError } from './error.ts';
import type { Fields } from './fields.ts';

/** One line of a JSONL file: a report, or why it is none. */
export type Line =
  | { readonly line: number; readonly document: Document }
  | { readonly line: number; readonly code: string; readonly message: string };

/** A line longer than this is no report: it costs only itself. */
const longest = 256 * 1024 * 1024;

const fields = ['title', 'url', 'outlet', 'published', 'language', 'byline', 'modified'] as const;

/** Metadata of a parsed object; fields of another type than text are passed over. */
export function metadataOf(raw: Readonly<Record<string, unknown>>): Partial<Metadata> {
  const meta: { -readonly [K in keyof Metadata]?: string } = {};
  for (const field of fields) {
    const value = raw[field];
    if (typeof value === 'string' && value.trim() !== '') meta[field] = value;
  }
  return meta;
}

export const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/**
 * A report from one line of JSONL. `defaults` fill what it does not say; `guess` knows its fields by other names too.
 * Throws {@link IngestError}.
 */
export function documentFromLine(
  words: string,
  origin: Origin,
  defaults: Partial<Metadata>,
  guess: Pick<Fields, 'read'>,
): Document {
  let raw: unknown;
  try {
    raw = JSON.parse(words);
  } catch (cause) {
    throw new IngestError(
      'not-json',
      `It is not JSON (${(cause as Error).message}). Correct this line; the others are read.`,
    );
  }
  if (!isObject(raw)) {
    throw new IngestError(
      'not-report',
      'It is not an object. Each line must be one, as {"text": "...", "outlet": "..."}.',
    );
  }
  const { text, meta } = guess.read(raw);
  if (text === null) {
    throw new IngestError(
      'no-text',
      'It has no "text". Put the report\'s text under "text"; the other lines are read.',
    );
  }
  return documentFromText(text, origin, { ...defaults, ...meta });
}

/** Lines of a stream of bytes, with their numbers from 1. Holds one line at a time. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ line: number; words: string | null }> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let held: string[] = [];
  let length = 0;
  let line = 1;
  let early: Uint8Array | null = null;
  const take = (part: string): void => {
    length += part.length;
    // Of a line beyond all measure nothing is kept but that it was there.
    if (length <= longest) held.push(part);
    else held = [];
  };
  const end = (): { line: number; words: string | null } => {
    const words = length <= longest ? held.join('') : null;
    held = [];
    length = 0;
    return { line: line++, words };
  };
  for await (const chunk of chunks) {
    let bytes = chunk;
    if (!decoder) {
      // A byte order mark may come in pieces.
      if (early) bytes = Buffer.concat([early, chunk]);
      early = bytes.length < 4 ? bytes : null;
      if (early) continue;
      const { encoding, skip } = sniff(bytes);
      // Without a mark, the first bytes decide between UTF-8 and Windows-1252, in which older tools still write.
      decoder = new TextDecoder(encoding ?? (decodes(bytes) ? 'utf-8' : 'windows-1252'), { ignoreBOM: true });
      bytes = bytes.subarray(skip);
    }
    const text = decoder.decode(bytes, { stream: true });
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      take(text.slice(from, at));
      yield end();
      from = at + 1;
    }
    if (from < text.length) take(text.slice(from));
  }
  const rest = decoder ? decoder.decode() : early ? decode(early).text : '';
  if (rest) take(rest);
  if (length > 0) yield end();
}

/** Whether bytes are UTF-8; the last few may be the beginning of a character. */
function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return decode(bytes).encoding === 'utf-8';
  }
}

/** Reports of a JSONL stream, one at a time; a broken line costs only itself. */
export async function* reportsOf(
  chunks: AsyncIterable<Uint8Array>,
  origin: Origin,
  defaults: Partial<Metadata>,
  guess: Pick<Fields, 'read'>,
): AsyncGenerator<Line> {
  for await (const { line, words } of linesOf(chunks)) {
    if (words === null) {
      yield { line, code: 'too-large', message: 'The line is longer than 256 MB. Split it; the other lines are read.' };
      continue;
    }
    if (words.trim() === '') continue;
    let outcome: Line;
    try {
      outcome = { line, document: documentFromLine(words, { ...origin, line }, defaults, guess) };
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      outcome = { line, code: error.code, message: error.message };
    }
    yield outcome;
  }
}
