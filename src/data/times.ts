import { readFileSync } from 'node:fs';
import { parseTimeLexicon, type TimeLexicon } from '../interpret/times/lexicon.ts';
import { parse } from './yaml.ts';

/** Reads the words that tell when from data/lexicons/en/times-words.yaml. */
export const loadTimeLexicon = (): TimeLexicon =>
  parseTimeLexicon(parse(readFileSync(new URL('../../data/lexicons/en/times-words.yaml', import.meta.url), 'utf8')));
