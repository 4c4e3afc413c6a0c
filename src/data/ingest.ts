import { readFileSync } from 'node:fs';
import { type IngestLexicon, parseFieldLexicon, parsePageLexicon } from '../ingest/lexicon.ts';
import { parse } from './yaml.ts';

const read = (path: string): unknown => parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

let loaded: IngestLexicon | null = null;

/**
 * What reading tables and web pages needs to know of words, from data/lexicons/fields.yaml and pages.yaml. Read when it
 * is first asked for, which texts never do.
 */
export function loadIngestLexicon(): IngestLexicon {
  loaded ??= {
    fields: parseFieldLexicon(read('data/lexicons/fields.yaml')),
    pages: parsePageLexicon(read('data/lexicons/pages.yaml')),
  };
  return loaded;
}
