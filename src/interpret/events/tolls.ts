/** Counts told in a sentence that tells no deed, of what was told before: "Maravet put the number at six". */
import { argumentPhrases, argumentsByRule } from '../grammar/arguments.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import { nounArgumentsOf } from '../grammar/noun-arguments.ts';
import { verbGroupAt } from '../grammar/verb-group.ts';
import { type Range, type Scene, spanOf } from '../scene.ts';
import type { FigureLexicon } from './figure-lexicon.ts';
import { type Tally, talliesIn } from './figures.ts';
import { giverIn } from './giver.ts';
import type { EventLexicon } from './lexicon.ts';

/** How many words before a word for a count the verb that gives it may stand. */
const VERB_REACH = 5;

/** Whether a number alone says what was told before with the same verb, or as what "it" is: "it holds 19", "it was nine". */
function isEllipsis({ words }: Scene, { counted, what, first, last }: Tally, verb: string | null): boolean {
  if (counted !== null || what !== null || !/^(?:PUNCT|CCONJ|ADP|SCONJ)$/.test(words[last]?.tag ?? 'PUNCT'))
    return false;
  return verb !== null && words[first - 1]?.lemma === verb;
}

/**
 * The counts of a sentence in which a word for a count stands, or the verb by which people were counted before; none in
 * any other.
 */
export function tollsIn(
  scene: Scene,
  first: number,
  last: number,
  lexicon: FigureLexicon,
  verb: string | null,
): readonly Tally[] {
  const { words } = scene;
  for (let i = first; i < last; i++) {
    const { lower, lemma } = words[i]!;
    if (!lexicon.tolls.has(lower) && lemma !== verb) continue;
    return talliesIn(scene, first, last, lexicon).flatMap((t) =>
      t.toll >= 0 ? [t] : isEllipsis(scene, t, verb) ? [{ ...t, toll: t.first - 1 }] : [],
    );
  }
  return [];
}

/** Who gives a count, where the words around it say: "Maravet | put the number at six", "a count by the Commission". */
export function giverOf(scene: Scene, { toll, first }: Tally, grammar: Grammar, lexicon: EventLexicon): string | null {
  const { words, sentences, sentenceOf } = scene;
  const floor = sentences[sentenceOf[toll]!]!.first;
  const named = (phrase: Range): string | null => {
    const span = spanOf(scene, phrase);
    return giverIn(scene, span, scene.resolve(span), lexicon);
  };
  const { owner } = nounArgumentsOf(scene, toll, grammar);
  if (owner && owner.last <= first) {
    const giver = named(owner);
    if (giver) return giver;
  }
  for (let i = toll; i >= Math.max(floor, toll - VERB_REACH); i--) {
    if (words[i]!.tag !== 'VERB') continue;
    const group = verbGroupAt(scene, i, grammar);
    const { subject } = argumentsByRule(scene, group, argumentPhrases(scene, group, grammar), grammar);
    if (subject === null || group.passive) return null;
    return named(subject);
  }
  return null;
}
