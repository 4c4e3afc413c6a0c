import { readFileSync } from 'node:fs';
import type { Grammar } from '../interpret/grammar/lexicon.ts';
import { parseIssues, type Taxonomy } from '../interpret/positions/issues.ts';
import { type PositionLexicon, parsePositionLexicon } from '../interpret/positions/lexicon.ts';
import { type PositionModel, parsePositionModel } from '../interpret/positions/model.ts';
import type { PositionResources } from '../interpret/positions/positions.ts';
import { ModelFileError } from '../learn/model-file.ts';
import { sha256 } from '../text/digest.ts';
import { parse } from './yaml.ts';

const pathOf = (path: string): URL => new URL(`../../${path}`, import.meta.url);

/** Reads the issues from data/taxonomies/issues.yaml. */
export const loadIssues = (): Taxonomy =>
  parseIssues(parse(readFileSync(pathOf('data/taxonomies/issues.yaml'), 'utf8')));

/** Reads the words by which positions are told from data/lexicons/en/positions.yaml. */
export const loadPositionLexicon = (): PositionLexicon =>
  parsePositionLexicon(parse(readFileSync(pathOf('data/lexicons/en/positions.yaml'), 'utf8')));

/** Reads the learned part from models/positions.bin. Throws a `ModelFileError` that says what is wrong and what to do. */
export function loadPositionModel(): PositionModel {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(pathOf('models/positions.bin'));
  } catch (cause) {
    throw new ModelFileError(
      `models/positions.bin cannot be read (${(cause as Error).message}). Restore the file, or make it again with \`npm run train -- positions\`.`,
    );
  }
  return parsePositionModel(bytes, `positions@${sha256(bytes).slice(0, 8)}`);
}

/** All that the reading of positions rests on. */
export const loadPositionResources = (grammar: Grammar): PositionResources => ({
  taxonomy: loadIssues(),
  lexicon: loadPositionLexicon(),
  model: loadPositionModel(),
  grammar,
});
