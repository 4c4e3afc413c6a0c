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
  /** The sets that words near it belong to, as bits. */
  readonly near: number;
}

/** How many words before and after a trigger count as near it. */
const NEAR = 10;
/** A word of a counter-trigger stands right beside. */
const BESIDE = 3;

/** The sets that a word belongs to, as bits. */
export const setsOf = (word: Word, { sets }: EventLexicon): number =>
  (sets.get(word.lower) ?? 0) | (word.lemma === word.lower ? 0 : (sets.get(word.lemma) ?? 0));

function matches(words: readonly Word[], at: number, end: number, { rest }: Trigger): boolean {
  if (at + rest.length >= end) return false;
  for (let k = 0; k < rest.length; k++) if (words[at + 1 + k]!.lower !== rest[k]) return false;
  return true;
}

/** The sets of each word of a sentence, looked up once and only where a trigger asks. */
class Nearby {
  readonly #words: readonly Word[];
  readonly #lexicon: EventLexicon;
  #first = -1;
  #bits: number[] = [];

  constructor(words: readonly Word[], lexicon: EventLexicon) {
    this.#words = words;
    this.#lexicon = lexicon;
  }

  /** The sets of the words within `reach` of words `[first, last)` of the sentence `[from, to)`. */
  around(first: number, last: number, from: number, to: number, reach: number): number {
    if (this.#first !== from) {
      this.#first = from;
      this.#bits.length = 0;
      for (let i = from; i < to; i++) this.#bits.push(setsOf(this.#words[i]!, this.#lexicon));
    }
    let bits = 0;
    for (let i = Math.max(from, first - reach); i < first; i++) bits |= this.#bits[i - from]!;
    for (let i = last; i < Math.min(to, last + reach); i++) bits |= this.#bits[i - from]!;
    return bits;
  }
}

/** All triggers of a report whose needs are met, in order. Work grows with the number of words. */
export function findCandidates(scene: Scene, lexicon: EventLexicon): Candidate[] {
  const { words, sentences } = scene;
  const found: Candidate[] = [];
  const nearby = new Nearby(words, lexicon);
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
        if (needs !== 0 && (nearby.around(at, end, first, last, NEAR) & needs) === 0) continue;
        if (never !== 0 && (nearby.around(at, end, first, last, BESIDE) & never) !== 0) continue;
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
        near: nearby.around(at, end, first, last, NEAR),
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
