import type { InterpretResources } from '../interpret/interpret.ts';
import { loadGrammar } from './grammar.ts';

/** Loads the lexicons and models of interpretation. */
export const loadInterpretResources = (): InterpretResources => ({ grammar: loadGrammar() });
