import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { type Grammar, type GrammarLexicon, parseGrammarLexicon } from '../interpret/grammar/lexicon.ts';

/** Reads the words that tell the build of clauses from data/lexicons/en/grammar.yaml. */
export const loadGrammarLexicon = (): GrammarLexicon =>
  parseGrammarLexicon(parse(readFileSync(new URL('../../data/lexicons/en/grammar.yaml', import.meta.url), 'utf8')));

/** The words and the model by which interpretation tells who does what. */
export const loadGrammar = (): Grammar => ({ ...loadGrammarLexicon(), model: null });
