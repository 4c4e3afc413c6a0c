import { readFileSync } from 'node:fs';
import { type DisputeLexicon, parseDisputeLexicon } from '../interpret/disputes/lexicon.ts';
import { parse } from './yaml.ts';

/** Reads the words by which contradictions are found from data/lexicons/en/disputes.yaml. */
export const loadDisputeLexicon = (): DisputeLexicon =>
  parseDisputeLexicon(parse(readFileSync(new URL('../../data/lexicons/en/disputes.yaml', import.meta.url), 'utf8')));
