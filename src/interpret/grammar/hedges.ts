/** What is denied before a noun, and what is told as somebody else's word. */
import type { Span } from '../../record.ts';
import { type Range, type Scene, spanOf } from '../scene.ts';
import { nounPhraseAt, sentenceAt } from './chunks.ts';
import { clauseOf } from './clauses.ts';
import { phraseAt } from './conditions.ts';
import type { Grammar } from './lexicon.ts';

/** The words that deny a noun, "no talks", "without a truce", "a lack of trust"; `null` where nothing does. */
export function negatedNoun(scene: Scene, noun: number, g: Grammar): Span | null {
  const { words } = scene;
  const { first: floor } = sentenceAt(scene, noun);
  const { first } = nounPhraseAt(scene, noun, g);
  const deny = (i: number): Span => spanOf(scene, { first: i, last: i + 1 });
  for (let i = first; i < noun; i++) if (g.negating.has(words[i]!.lower)) return deny(i);
  const before = words[first - 1];
  if (!before || first - 1 < floor) return null;
  if (g.negating.has(before.lower) || g.negations.has(before.lower)) return deny(first - 1);
  if (before.lower === 'of' && first - 2 >= floor && g.lacking.has(words[first - 2]!.lower)) return deny(first - 2);
  return null;
}

/** The first hedge in the clause of a range: "reportedly", "is said to", "appears to"; `null` where none stands. */
export function hedgeAt(scene: Scene, range: Range, g: Grammar): Span | null {
  const { words } = scene;
  const { first, last } = clauseOf(scene, range.first, g);
  const until = Math.max(last, range.last);
  for (let i = first; i < until; i++) {
    const { lower, lemma } = words[i]!;
    if (g.hedges.has(lower)) return spanOf(scene, { first: i, last: i + 1 });
    const phrase = phraseAt(words, i, g.hedgePhrases);
    if (phrase > 0) return spanOf(scene, { first: i, last: i + phrase });
    if (words[i + 1]?.lower !== 'to' || i + 1 >= until) continue;
    if (g.hedgeVerbs.has(lemma)) return spanOf(scene, { first: i, last: i + 2 });
    if (g.hedgePassives.has(lower) && i > first && g.be.has(words[i - 1]!.lower))
      return spanOf(scene, { first: i - 1, last: i + 2 });
  }
  return null;
}
