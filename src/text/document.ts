import type { Document, Filing, Reading } from '../record.ts';
import { sha256 } from './digest.ts';

/** A text as a report of which nothing else is known, or what `more` tells: for corpora, measures and tests. */
export const bareDocument = (text: string, name: string, more: Partial<Document> = {}): Document => ({
  text,
  text_sha256: sha256(text),
  origin: { path: name, line: null },
  title: null,
  url: null,
  outlet: null,
  published: null,
  language: 'en',
  notes: [],
  ...more,
});

/** The filing of a report that says nothing of where, when and by whom it was written. */
export const NO_FILING: Filing = { place: null, agency: null, date: null, author: null };

/** The reading of a report in which nothing is found: what is not read, and what tests fill. */
export function emptyReading(document: Document, producer: Reading['producer']): Reading {
  const { text: _text, notes, ...head } = document;
  return {
    document: head,
    filing: NO_FILING,
    filed: null,
    statements: [],
    positions: [],
    talks: [],
    events: [],
    disputes: [],
    times: [],
    places: [],
    referents: [],
    mentions: [],
    repeats: [],
    blocks: [],
    sentences: [],
    notes,
    producer,
  };
}
