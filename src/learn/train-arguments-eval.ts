/** Scores the arguments of verbs against silver trees: how often the phrase chosen holds the tree's word. */
import { argumentsOf } from '../interpret/grammar/arguments.ts';
import type { Grammar } from '../interpret/grammar/lexicon.ts';
import { verbGroupAt } from '../interpret/grammar/verb-group.ts';
import type { Range, Scene } from '../interpret/scene.ts';
import type { VerbExample } from './train-arguments.ts';

/** Counts of one slot. */
export interface SlotScore {
  right: number;
  given: number;
  wanted: number;
}

export type Slot = 'subject' | 'object' | 'agent';
export const SLOTS: readonly Slot[] = ['subject', 'object', 'agent'];

export const f1 = ({ right, given, wanted }: SlotScore): number => (200 * right) / Math.max(1, given + wanted);

/** One wrong answer, for reading. */
export type Miss = (scene: Scene, example: VerbExample, slot: Slot, given: Range | null) => void;

/** Scores every verb that `among` lets through. */
export function scoreArguments(
  examples: readonly VerbExample[],
  grammar: Grammar,
  among: (lemma: string) => boolean = () => true,
  onMiss?: Miss,
): Record<Slot, SlotScore> {
  const scores = Object.fromEntries(SLOTS.map((s) => [s, { right: 0, given: 0, wanted: 0 }])) as Record<
    Slot,
    SlotScore
  >;
  for (const example of examples) {
    const { scene, verb } = example;
    if (!among(scene.words[verb]!.lemma)) continue;
    const found = argumentsOf(scene, verbGroupAt(scene, verb, grammar), grammar);
    for (const slot of SLOTS) {
      const wanted = example[slot];
      if (wanted === -2) continue;
      const given = found[slot];
      const score = scores[slot];
      if (given) score.given++;
      if (wanted >= 0) score.wanted++;
      const right = given !== null && given.first <= wanted && wanted < given.last;
      if (right) score.right++;
      else if (given || wanted >= 0) onMiss?.(scene, example, slot, given);
    }
  }
  return scores;
}
