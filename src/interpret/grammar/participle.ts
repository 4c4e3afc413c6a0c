/** Tells "the Front attacked ..." from "the port attacked by ...". */
import type { Word } from '../../record.ts';
import type { Scene } from '../scene.ts';
import { sentenceAt } from './chunks.ts';
import type { Grammar } from './lexicon.ts';

const OBJECTS = new Set(['DET', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ']);

/** Whether a form in -ed (or its like) without an auxiliary is a participle rather than the verb of a clause. */
export function isParticiple(scene: Scene, verb: number, g: Grammar): boolean {
  const { words } = scene;
  const { first, last } = sentenceAt(scene, verb);
  const w = words[verb]!;
  if (g.participles.has(w.lower)) return true;
  if (g.pasts.has(w.lower) || w.lower.endsWith('s')) return false;
  const next = verb + 1 < last ? words[verb + 1]! : undefined;
  if (next && g.doers.has(next.lower)) return true;
  if (next && OBJECTS.has(next.tag)) return false;
  const before = words[verb - 1];
  if (before === undefined || verb === first) return true;
  if (g.relatives.has(before.lower) || before.tag === 'PRON') return false;
  if (before.tag !== 'NOUN' && before.tag !== 'PROPN') return before.text === ',';
  return governed(words, verb, first, g) || answered(words, verb, last, g);
}

/** Whether a verb before it, in the same clause, has taken the noun between them. */
function governed(words: readonly Word[], verb: number, first: number, g: Grammar): boolean {
  for (let i = verb - 1; i >= first; i--) {
    const w = words[i]!;
    if (w.text === ',' || g.coordinators.has(w.lower) || g.subordinators.has(w.lower) || g.relatives.has(w.lower))
      return false;
    if (w.tag === 'VERB' || w.tag === 'AUX') return !g.clauseVerbs.has(w.lemma);
  }
  return false;
}

/** Whether another verb follows that has no subject but the noun before this one. */
function answered(words: readonly Word[], verb: number, last: number, g: Grammar): boolean {
  for (let i = verb + 1; i < last; i++) {
    const w = words[i]!;
    if (w.text === ',' || g.coordinators.has(w.lower) || g.subordinators.has(w.lower) || g.relatives.has(w.lower))
      return false;
    if (w.tag === 'AUX') return true;
    if (w.tag === 'VERB') return !w.lower.endsWith('ing') && words[i - 1]!.lower !== 'to';
  }
  return false;
}
