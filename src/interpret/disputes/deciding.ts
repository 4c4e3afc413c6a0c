/** Where the phrases may begin that decide whether there is a dispute: one look-up for each word, for all parts. */
import type { Scene } from '../scene.ts';
import type { DisputeLexicon } from './lexicon.ts';

/** A cache, let go with the scene. */
const kept = new WeakMap<Scene, { readonly lexicon: DisputeLexicon; readonly bits: Uint8Array }>();

/** For each word which phrases may begin with it, as bits of `DECIDES`. */
export function decidingIn(scene: Scene, lexicon: DisputeLexicon): Uint8Array {
  const known = kept.get(scene);
  if (known?.lexicon === lexicon) return known.bits;
  const { words } = scene;
  const bits = new Uint8Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const { lower, lemma } = words[i]!;
    bits[i] = (lexicon.firsts.get(lower) ?? 0) | (lemma === lower ? 0 : (lexicon.firsts.get(lemma) ?? 0));
  }
  kept.set(scene, { lexicon, bits });
  return bits;
}
