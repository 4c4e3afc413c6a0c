/** Counts told in a sentence that tells no deed, of what was told before: "Maravet put the number at six". */
import type { Scene } from '../scene.ts';
import type { FigureLexicon } from './figure-lexicon.ts';
import { type Tally, talliesIn } from './figures.ts';

/** The counts of a sentence in which a word for a count stands; none in any other. */
export function tollsIn(scene: Scene, first: number, last: number, lexicon: FigureLexicon): readonly Tally[] {
  const { words } = scene;
  for (let i = first; i < last; i++) {
    if (!lexicon.tolls.has(words[i]!.lower)) continue;
    return talliesIn(scene, first, last, lexicon).filter((t) => t.toll);
  }
  return [];
}
