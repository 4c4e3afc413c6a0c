import type { Word } from '../../record.ts';
import type { Scene } from '../scene.ts';
import type { EventLexicon, Family, Trigger } from './lexicon.ts';

/** A word or phrase of a report that may tell of an event. */
export interface Candidate {
  /** Words `[first, last)`. */
  readonly first: number;
  readonly last: number;
  /** The word that carries it: the verb, or the last noun of a phrase. */
  readonly head: number;
  readonly kind: 'noun' | 'verb';
  readonly family: Family;
}

/** How many words before and after a trigger count as near it. */
const NEAR = 10;
/** A word of a counter-trigger stands right beside. */
const BESIDE = 3;

/** The sets that a word belongs to, as bits. */
export const setsOf = (word: Word, { sets }: EventLexicon): number =>
  (sets.get(word.lower) ?? 0) | (word.lemma === word.lower ? 0 : (sets.get(word.lemma) ?? 0));

function matches(words: readonly Word[], at: number, end: number, { rest }: Trigger): boolean {
  if (at + rest.length >= end + 1 && rest.length > 0 && at + rest.length >= end) return false;
  for (let k = 0; k < rest.length; k++) if (words[at + 1 + k]!.lower !== rest[k]) return false;
  return true;
}

/** All triggers of a report whose needs are met, in order. Work grows with the number of words. */
export function findCandidates(scene: Scene, lexicon: EventLexicon): Candidate[] {
  const { words, sentences } = scene;
  const found: Candidate[] = [];
  for (const { first, last } of sentences) {
    for (let at = first; at < last; at++) {
      const word = words[at]!;
      const isVerb = word.tag === 'VERB' || word.tag === 'AUX';
      const triggers = isVerb
        ? (lexicon.verbs.get(word.lemma) ?? lexicon.verbs.get(word.lower) ?? lexicon.nouns.get(word.lower))
        : lexicon.nouns.get(word.lower);
      if (!triggers) continue;
      let best: Trigger | null = null;
      for (const trigger of triggers) {
        if (best && (best.rest.length > trigger.rest.length || best.family.weight >= trigger.family.weight)) continue;
        if (!matches(words, at, last, trigger)) continue;
        const { needs, never } = trigger.family;
        const end = at + 1 + trigger.rest.length;
        if (needs !== 0 && !near(scene, lexicon, at, end, first, last, needs, NEAR)) continue;
        if (never !== 0 && near(scene, lexicon, at, end, first, last, never, BESIDE)) continue;
        best = trigger;
      }
      if (!best) continue;
      const end = at + 1 + best.rest.length;
      found.push({
        first: at,
        last: end,
        head: best.kind === 'verb' ? at : headOf(words, at, end),
        kind: best.kind,
        family: best.family,
      });
      at = end - 1;
    }
  }
  return found;
}

/** The head of a noun phrase: the word before "of", else the last. */
function headOf(words: readonly Word[], first: number, last: number): number {
  for (let i = first + 1; i < last; i++) if (words[i]!.tag === 'ADP') return i - 1;
  return last - 1;
}

function near(
  { words }: Scene,
  lexicon: EventLexicon,
  first: number,
  last: number,
  from: number,
  to: number,
  bits: number,
  reach: number,
): boolean {
  for (let i = Math.max(from, first - reach); i < Math.min(to, last + reach); i++) {
    if ((i < first || i >= last) && (setsOf(words[i]!, lexicon) & bits) !== 0) return true;
  }
  return false;
}
