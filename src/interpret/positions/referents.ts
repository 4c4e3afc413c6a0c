/** Whom a word of the report refers to. */
import type { Scene } from '../scene.ts';

/** The party that the word's referent speaks for. */
export function partyAt(scene: Scene, word: number): string | null {
  const id = scene.mentions[scene.mentionOf[word] ?? -1]?.referent;
  return (id && scene.referents.get(id)?.party) || null;
}
