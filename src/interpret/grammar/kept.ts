/**
 * What has been found about a scene already, for it is asked about by several parts: a cache, let go with the scene. What
 * is kept depends on the scene and the grammar alone.
 */
import type { Scene } from '../scene.ts';
import type { Arguments } from './arguments.ts';
import type { NounPhrase } from './chunks.ts';
import type { Grammar, GrammarLexicon } from './lexicon.ts';
import type { VerbGroup } from './verb-group.ts';

export interface Kept {
  readonly grammar: GrammarLexicon;
  /** By the first word of the sentence. */
  readonly phrases: Map<number, readonly NounPhrase[]>;
  /** By the verb's word. */
  readonly groups: Map<number, VerbGroup>;
  readonly arguments: Map<VerbGroup, Arguments>;
}

const all = new WeakMap<Scene, Kept>();

export function keptOf(scene: Scene, grammar: Grammar | GrammarLexicon): Kept {
  let kept = all.get(scene);
  if (kept?.grammar !== grammar) {
    kept = { grammar, phrases: new Map(), groups: new Map(), arguments: new Map() };
    all.set(scene, kept);
  }
  return kept;
}
