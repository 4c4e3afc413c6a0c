/** What "the plan", "their release", "it" take up from the sentences before, as far as it tells an issue. */

import { phraseEnd, phrasesAt } from '../../text/phrases.ts';
import type { Scene } from '../scene.ts';
import { addIssueScores, type Taxonomy } from './issues.ts';
import type { PositionLexicon } from './lexicon.ts';
import { hullOf, type Unit } from './unit.ts';

const PRONOUNS = new Set(['it', 'they', 'them', 'this', 'that', 'these', 'those', 'so', 'one']);
const ARTICLES = new Set(['the', 'this', 'that', 'these', 'those', 'such', 'its', 'their', 'his', 'her', 'any']);
/** Only so near the beginning is a word taken for what the whole is about. */
const NEAR = 10;
/** How much the words before count: those of the same sentence, of the one before it, of the one before that. */
const SHARES = [0.5, 0.5, 0.25];

/** Whether the words of a candidate name what they are about only by taking it up. */
function takesUp({ words }: Scene, { content }: Unit, { index }: PositionLexicon): boolean {
  const { first, last } = content[0]!;
  const stop = Math.min(last, first + NEAR);
  for (let i = first; i < stop; i++) {
    const word = words[i]!;
    if (word.tag === 'PRON' && PRONOUNS.has(word.lower)) return true;
    if (i === first || !ARTICLES.has(words[i - 1]!.lower)) continue;
    for (const phrase of phrasesAt(index, word) ?? []) {
      if (phrase.value.kind === 'carrier' && phraseEnd(words, i, stop, phrase) >= 0) return true;
    }
  }
  return false;
}

/** The scores of the words before a candidate that takes them up; `null` where it does not. */
export function antecedentScores(
  scene: Scene,
  unit: Unit,
  taxonomy: Taxonomy,
  lexicon: PositionLexicon,
): Float64Array | null {
  if (!takesUp(scene, unit, lexicon)) return null;
  const scores = new Float64Array(taxonomy.issues.length);
  const { first } = hullOf(unit);
  const at = scene.sentenceOf[first]!;
  SHARES.forEach((share, back) => {
    const sentence = scene.sentences[at - back];
    if (!sentence) return;
    const last = back === 0 ? (unit.cue && unit.cue.first < first ? unit.cue.first : first) : sentence.last;
    if (last > sentence.first) addIssueScores(scene, sentence.first, last, taxonomy, scores, share);
  });
  return scores;
}
