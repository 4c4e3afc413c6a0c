/** Whom a word of the report refers to. */
import type { Range, Scene } from '../scene.ts';

/** The party that the word's referent speaks for. */
export function partyAt(scene: Scene, word: number): string | null {
  const id = scene.mentions[scene.mentionOf[word] ?? -1]?.referent;
  return (id && scene.referents.get(id)?.party) || null;
}

/** Whether a lone "we" outside quotations is whoever put the report out, as the mention stage has found. */
export function isIssuer({ words, mentions, mentionOf }: Scene, { first, last }: Range): boolean {
  if (last !== first + 1 || words[first]!.lower !== 'we') return false;
  return mentions[mentionOf[first]!]?.made.rule === 'mention/issuer';
}
