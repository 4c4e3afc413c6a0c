import { readFileSync } from 'node:fs';
import { ARGUMENT_BITS } from '../interpret/grammar/features.ts';
import {
  type ArgumentModel,
  type Grammar,
  type GrammarLexicon,
  parseGrammarLexicon,
} from '../interpret/grammar/lexicon.ts';
import { PARTICIPLE_BITS } from '../interpret/grammar/participle.ts';
import { ModelFileError, rankerFrom, readModelFile } from '../learn/model-file.ts';
import { sha256 } from '../text/digest.ts';
import { parse } from './yaml.ts';

/** Reads the words that tell the build of clauses from data/lexicons/en/grammar.yaml. */
export const loadGrammarLexicon = (): GrammarLexicon =>
  parseGrammarLexicon(parse(readFileSync(new URL('../../data/lexicons/en/grammar.yaml', import.meta.url), 'utf8')));

/** Reads the model that chooses subjects and objects. Throws a `ModelFileError` that says what to do. */
export function loadArgumentModel(path: URL = new URL('../../models/arguments.bin', import.meta.url)): ArgumentModel {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new ModelFileError(
      `models/arguments.bin cannot be read (${(cause as Error).message}). Restore the file, or make it again with \`npm run train -- arguments\`.`,
    );
  }
  const file = readModelFile(bytes, 'models/arguments.bin');
  const participle = rankerFrom(file, 'participle');
  const chosen = rankerFrom(file, 'arguments');
  if (participle.bits !== PARTICIPLE_BITS || chosen.bits !== ARGUMENT_BITS)
    throw new ModelFileError(
      'models/arguments.bin was trained with other features than the program has. Make it again with `npm run train -- arguments`, or restore both from one version.',
    );
  return {
    participle,
    arguments: chosen,
    version: `arguments@${sha256(bytes).slice(0, 8)}`,
  };
}

/** The words and the model by which interpretation tells who does what. */
export const loadGrammar = (): Grammar => ({ ...loadGrammarLexicon(), model: loadArgumentModel() });
