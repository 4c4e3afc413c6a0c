import { documentFromBytes } from '../document.ts';
import type { Context, Ingested, Source } from './reader.ts';

/** A text may not be longer than a string can be. */
const largest = 400 * 1024 * 1024;

/** Plain text and Markdown: one report. */
export async function* readText(source: Source, _context: Context): AsyncGenerator<Ingested> {
  const bytes = await source.bytes.all(largest);
  yield { document: documentFromBytes(bytes, source.origin, source.known) };
}
