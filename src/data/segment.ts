import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { parseSegmentLexicon, type SegmentLexicon } from '../segment/lexicon.ts';

/** Reads the segment stage's word lists from data/lexicons/en/segment.yaml. */
export const loadSegmentLexicon = (): SegmentLexicon =>
  parseSegmentLexicon(parse(readFileSync(new URL('../../data/lexicons/en/segment.yaml', import.meta.url), 'utf8')));
