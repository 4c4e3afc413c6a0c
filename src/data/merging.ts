import { readFileSync } from 'node:fs';
import { parseUndertakingTable, type UndertakingTable } from '../consolidate/deeds/undertaking-table.ts';
import {
  type MergingLexicon,
  parseMergingLexicon,
  parseQuadTable,
  type QuadTable,
} from '../consolidate/join/lexicon.ts';
import type { SubjectLexicon } from '../consolidate/positions/subject.ts';
import { EVENT_TYPES } from '../record.ts';
import { parse } from './yaml.ts';

const read = (name: string): unknown => parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'));

/** Reads which words tell little of what a sentence is about, and which modes are mixed up, from merging.yaml. */
export const loadMergingLexicon = (): MergingLexicon => parseMergingLexicon(read('lexicons/en/merging.yaml'));

/** Reads which deeds are on which issue from undertakings.yaml. */
export const loadUndertakingTable = (lexicon: SubjectLexicon): UndertakingTable =>
  parseUndertakingTable(read('taxonomies/undertakings.yaml'), EVENT_TYPES, lexicon);

/** Reads which quad of PLOVER an act or type of event counts for from quads.yaml. */
export const loadQuadTable = (): QuadTable => parseQuadTable(read('taxonomies/quads.yaml'));
