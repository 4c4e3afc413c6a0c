import { readFileSync } from 'node:fs';
import { parse } from '../data/yaml.ts';
import { type PloverMapping, parsePloverMapping } from '../export/plover/mapping.ts';

/** Reads how records are named in PLOVER. Loaded only where that form is asked for. */
export const loadPloverMapping = (): PloverMapping =>
  parsePloverMapping(parse(readFileSync(new URL('../../data/taxonomies/plover.yaml', import.meta.url), 'utf8')));
