/** Documents and readings made by hand, for tests of what shows them. */
import type { CaseFile } from '../src/case.ts';
import type { Document, Reading, Span } from '../src/record.ts';
import { bareDocument, emptyReading } from '../src/text/document.ts';
import { span } from '../src/text/span.ts';

/** A case of which nothing is set. */
export const NO_FILE: CaseFile = { name: '', parties: [], actors: [], places: [], maps: [], issues: [], sources: [] };

export const reportOf = (text: string, more: Partial<Document> = {}): Document =>
  bareDocument(text, 'report.txt', more);

export const readingOf = (document: Document, more: Partial<Reading> = {}): Reading => ({
  ...emptyReading(document, { version: '0.0.0', models: {} }),
  ...more,
});

/** Where words stand in a text, for the `nth` time (from 1). */
export function find(text: string, words: string, nth = 1): Span {
  let at = -1;
  for (let i = 0; i < nth; i++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`not in the text: ${words}`);
  return span(at, at + words.length);
}
