import type { Document } from '../record.ts';
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
