import type { InterpretResources } from '../interpret/interpret.ts';

/** Loads the lexicons and models of interpretation. */
export const loadInterpretResources = (): InterpretResources => ({});
