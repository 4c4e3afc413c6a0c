/** What stands beside a position: its condition, whether it must be met first, change as a source tells it, its objects. */
import type { Movement, Span } from '../../record.ts';
import { type Range, type Scene, spanOf } from '../scene.ts';
import type { PositionLexicon } from './lexicon.ts';
import type { Cluster } from './merge.ts';
import { phraseEnd, phrasesAt } from './phrases.ts';
import { partyAt } from './signs.ts';
import { hullOf, type Unit } from './unit.ts';

/** A condition is no longer than so many words. */
const LONGEST = 30;

/** Where the clause that begins at `from` ends: at a comma with a clause behind it, a mark, or the end. */
function clauseEnd(scene: Scene, from: number, last: number): number {
  const { words } = scene;
  const stop = Math.min(last, from + LONGEST);
  let verbs = 0;
  for (let i = from; i < stop; i++) {
    const word = words[i]!;
    if (word.tag === 'VERB' || word.tag === 'AUX') verbs++;
    if (/^[;:—–]$/u.test(word.text) || word.lower === 'then') return i;
    if (word.text === ',' && verbs > 0) return i;
  }
  return stop;
}

/** The condition that the words name, and whether it has to be met before the holder does something else. */
export function conditionOf(
  scene: Scene,
  cluster: Cluster,
  lexicon: PositionLexicon,
): { readonly condition: Span | null; readonly precondition: boolean } {
  const { words } = scene;
  let must = false;
  let condition: Span | null = null;
  for (const { unit, signs } of cluster) {
    const sentence = scene.sentences[scene.sentenceOf[hullOf(unit).first]!];
    for (const { mark, last } of signs.marks) {
      if (mark.kind !== 'condition') continue;
      if (mark.condition.must) must = true;
      if (condition !== null || !sentence) continue;
      let end = clauseEnd(scene, last, sentence.last);
      while (end > last && words[end - 1]!.tag === 'PUNCT') end--;
      if (end > last) condition = spanOf(scene, { first: last, last: end });
    }
  }
  return { condition, precondition: must || cluster.some(({ unit }) => calledPrecondition(scene, unit, lexicon)) };
}

/** How far from a demand the word may stand that calls it a precondition. */
const NEAR = 8;

/** Whether words in or near a candidate, in its sentence, call it a precondition. */
function calledPrecondition({ words, sentences, sentenceOf }: Scene, unit: Unit, { index }: PositionLexicon): boolean {
  const { first, last } = hullOf(unit);
  const from = Math.max(sentences[sentenceOf[first]!]!.first, first - NEAR);
  const to = Math.min(sentences[sentenceOf[last - 1]!]!.last, last + NEAR);
  for (let i = from; i < to; i++) {
    for (const phrase of phrasesAt(index, words[i]!) ?? []) {
      if (phrase.value.kind === 'precondition' && phraseEnd(words, i, to, phrase) >= 0) return true;
    }
  }
  return false;
}

/** Change that a source tells of, with the words; of several the first in the surest mention. */
export function movementOf(
  scene: Scene,
  cluster: Cluster,
): { readonly movement: Movement | null; readonly movementSpan: Span | null } {
  for (const { signs } of cluster) {
    for (const { mark, first, last } of signs.marks) {
      if (mark.kind === 'movement') return { movement: mark.movement, movementSpan: spanOf(scene, { first, last }) };
    }
  }
  return { movement: null, movementSpan: null };
}

/** Places named in the words, states that are parties left out. */
export function objectsOf(scene: Scene, content: readonly Range[]): readonly string[] {
  const names = new Set<string>();
  for (const { first, last } of content) {
    for (let i = first; i < last; i++) {
      const place = scene.places[scene.placeOf[i] ?? -1];
      if (place && partyAt(scene, i) === null) names.add(place.name);
    }
  }
  return [...names];
}
