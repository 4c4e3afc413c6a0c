import type { InterpretResources } from '../interpret/interpret.ts';
import { loadGrammar } from './grammar.ts';
import { loadPositionResources } from './positions.ts';
import { loadTalkLexicon, loadTalkModel } from './talks.ts';

/** Loads the lexicons and models of interpretation. */
export function loadInterpretResources(): InterpretResources {
  const grammar = loadGrammar();
  return {
    grammar,
    positions: loadPositionResources(grammar),
    talks: { lexicon: loadTalkLexicon(), model: loadTalkModel() },
  };
}
