/** What stands beside a position: its condition, whether it must be met first, change as a source tells it, its objects. */
import type { Movement, Span } from '../../record.ts';
import { phraseEnd, phrasesAt } from '../../text/phrases.ts';
import { type Range, type Scene, spanOf } from '../scene.ts';
import type { PositionLexicon } from './lexicon.ts';
import type { Cluster } from './merge.ts';
import { partyAt } from './referents.ts';
import { hullOf, type Unit } from './unit.ts';

/** Whether a word stands in a title or heading. */
function isTitle({ blocks, sentences, sentenceOf }: Scene, word: number): boolean {
  const kind = blocks[sentences[sentenceOf[word]!]?.block ?? -1]?.kind;
  return kind === 'title' || kind === 'heading';
}

/** The condition that the words name, and whether what is wanted has to be met before the holder does something else. */
export function conditionOf(
  scene: Scene,
  cluster: Cluster,
  lexicon: PositionLexicon,
): { readonly condition: Span | null; readonly precondition: boolean } {
  let condition: Span | null = null;
  let inTitle = true;
  let first = false;
  for (const { unit, signs, stance, asked } of cluster) {
    if (asked) first = true;
    for (const { mark, clause, first: opens } of signs.conditions) {
      if (clause.last <= clause.first || (mark.beside.length > 0 && !mark.beside.includes(stance))) continue;
      // "Refuses to sit with the Front, while the Front demands a chair": behind a comma it only contrasts.
      if (mark.beside.length > 0 && scene.words[opens - 1]?.text === ',') continue;
      if (stance === 'demands' && mark.must) first = true;
      // A title shortens: the condition as the text words it goes before.
      const title = isTitle(scene, clause.first);
      if (condition !== null && (title || !inTitle)) continue;
      condition = spanOf(scene, clause);
      inTitle = title;
    }
    if (stance === 'demands' && calledPrecondition(scene, unit, lexicon)) first = true;
  }
  return { condition, precondition: first };
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
