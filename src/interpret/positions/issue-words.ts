/** Which issue the words of a candidate speak for: those of what is wanted count in full, what stands beside it less. */

import { phraseEnd, phrasesAt } from '../../text/phrases.ts';
import type { Range, Scene } from '../scene.ts';
import type { FoundCondition, FoundMark } from './conditions.ts';
import { addIssueScores, type Taxonomy } from './issues.ts';
import type { PositionLexicon } from './lexicon.ts';
import { mainEnd } from './split.ts';

/** How much a word counts in a relative clause, or in one that tells when or why. */
const ASIDE = 0.4;
/** What is said for what purpose counts less where the words before tell an issue as clearly as this. */
const CLEAR = 3;
/** How much one counts before what a sentence says that the matter is. */
const BEFORE = 0.2;
/** What is wanted stands first: each so many words further on count so much less. */
const STEP = 4;
const FALL = 0.9;

/** So far on the verb may stand behind such a noun. */
const REACH = 14;

/**
 * Where the matter begins in words that say what something is: behind "is" in "the hurdle to peace is his signature".
 * The first word of the content where they do not.
 */
export function matterOf({ words }: Scene, content: readonly Range[], { index }: PositionLexicon): number {
  const start = content[0]!.first;
  let topic = false;
  let read = 0;
  for (const { first, last } of content) {
    for (let i = first; i < last; i++) {
      if (++read > REACH) return start;
      const word = words[i]!;
      if (topic && word.lemma === 'be' && word.tag === 'AUX' && words[i + 1]?.tag !== 'VERB') return i + 1;
      if (word.tag === 'VERB') return start;
      for (const phrase of phrasesAt(index, word) ?? []) {
        if (phrase.value.kind === 'topic' && phraseEnd(words, i, last, phrase) >= 0) topic = true;
      }
    }
  }
  return start;
}

/** Whether "to" behind a noun says what for: "talks to end the war". */
const isPurpose = ({ words }: Scene, at: number, last: number): boolean =>
  words[at]!.lower === 'to' &&
  at + 1 < last &&
  words[at + 1]!.tag === 'VERB' &&
  (words[at - 1]?.tag === 'NOUN' || words[at - 1]?.tag === 'PROPN');

/**
 * Adds to `scores` how strongly the words of a range speak for each issue. The words of a condition do not count: what
 * has to be so first is another matter. What stands before `matter` counts less.
 */
export function addMainScores(
  scene: Scene,
  { first, last }: Range,
  marks: readonly FoundMark[],
  conditions: readonly FoundCondition[],
  taxonomy: Taxonomy,
  scores: Float64Array,
  matter = first,
): void {
  const { words } = scene;
  const relative = mainEnd(words, first, last);
  let main = 1;
  let much = first < matter ? BEFORE : 1;
  let from = first;
  let condition = -1;
  const turn = (at: number, next: number): void => {
    if (at > from && much > 0) addIssueScores(scene, from, at, taxonomy, scores, main * much, last);
    from = at;
    much = next;
  };
  for (let i = first; i < last; i++) {
    if (i > first && (i - first) % STEP === 0) {
      turn(i, much);
      main *= FALL;
    }
    if (i === matter && i > first) {
      turn(i, 1);
      main = 1;
      continue;
    }
    if (i < matter) continue;
    const opens = conditions.find((c) => c.first === i);
    if (opens) {
      turn(i, 0);
      condition = opens.clause.last;
    } else if (i === condition) {
      turn(i, 1);
      condition = -1;
    } else if (condition < 0 && much === 1 && isPurpose(scene, i, last)) {
      turn(i, much);
      if (scores.some((s) => s >= CLEAR)) much = ASIDE;
    } else if (condition < 0 && (i === relative || marks.some((m) => m.first === i && m.mark.kind === 'aside'))) {
      turn(i, ASIDE);
    } else if (condition < 0 && i < relative && much < 1 && words[i]!.text === ',') {
      turn(i, 1);
    }
  }
  turn(last, 1);
}
