import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { parseTimeLexicon, type TimeLexicon } from '../interpret/times/lexicon.ts';

/** Reads the words that tell when from data/lexicons/en/times-words.yaml. */
export const loadTimeLexicon = (): TimeLexicon =>
  parseTimeLexicon(parse(readFileSync(new URL('../../data/lexicons/en/times-words.yaml', import.meta.url), 'utf8')));
