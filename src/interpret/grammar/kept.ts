/**
 * What has been found about a scene already, for it is asked about by several parts: a cache, let go with the scene. What
 * is kept depends on the scene and the grammar alone.
 */
import type { Scene } from '../scene.ts';
import type { Grammar, GrammarLexicon } from './lexicon.ts';

/** A cache for one sort of finding: gives what has been found about a scene so far, by what was asked. */
export function keptBy<Asked, Found>(): (scene: Scene, grammar: Grammar | GrammarLexicon) => Map<Asked, Found> {
  const all = new WeakMap<Scene, { readonly grammar: Grammar | GrammarLexicon; readonly found: Map<Asked, Found> }>();
  return (scene, grammar) => {
    let kept = all.get(scene);
    if (kept?.grammar !== grammar) {
      kept = { grammar, found: new Map() };
      all.set(scene, kept);
    }
    return kept.found;
  };
}
