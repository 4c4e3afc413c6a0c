import { readFileSync } from 'node:fs';
import { type CleanLexicon, parseCleanLexicon } from '../clean/lexicon.ts';
import { parse } from './yaml.ts';

/** Reads the cleaning lexicon that comes with the program. Throws a `CleanLexiconError` that names entry and remedy. */
export function loadCleanLexicon(
  path: string | URL = new URL('../../data/lexicons/en/clean.yaml', import.meta.url),
): CleanLexicon {
  return parseCleanLexicon(parse(readFileSync(path, 'utf8')));
}
