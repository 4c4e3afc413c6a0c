import type { InterpretResources } from '../interpret/interpret.ts';
import { loadGrammar } from './grammar.ts';
import { loadTalkLexicon, loadTalkModel } from './talks.ts';

/** Loads the lexicons and models of interpretation. */
export const loadInterpretResources = (): InterpretResources => ({
  grammar: loadGrammar(),
  talks: { lexicon: loadTalkLexicon(), model: loadTalkModel() },
});
