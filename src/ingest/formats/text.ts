import { documentFromBytes } from '../document.ts';
import type { Context, Ingested, Source } from './reader.ts';

/** Plain text and Markdown: one report. */
export async function* readText(source: Source, _context: Context): AsyncGenerator<Ingested> {
  const bytes = await source.bytes.all(Number.MAX_SAFE_INTEGER);
  yield { document: documentFromBytes(bytes, source.origin, source.known, source.name) };
}
