/** What stands over a verb that is not the verb of its clause: "refused | to sign", "a plan | to sign", "without | signing". */
import type { Word } from '../../record.ts';
import type { Scene } from '../scene.ts';
import { sentenceAt } from './chunks.ts';
import type { Frame, Grammar } from './lexicon.ts';

export interface Over {
  readonly frame: Frame;
  /** The verb, noun or adjective over it, where the lexicon knows one. */
  readonly governor: number | null;
  /** The verb whose denial counts for this one as well. */
  readonly verb: number | null;
  readonly negated: boolean;
  /** Set where the words over it make one verb with it: "is going to meet". */
  readonly tense: 'past' | 'present' | 'future' | null;
  readonly first: number;
  /** Whether the governor's object does what the verb says: "urged Halvia to sign". */
  readonly objectControl: boolean;
}

interface Before {
  readonly first: number;
  readonly to: number;
}

const PHRASE = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'PRON', 'ADP', 'PART']);

/** Looks left of "to" + verb, or of a verb in -ing, for what governs it. */
export function frameOver(scene: Scene, _verb: number, aux: Before, g: Grammar): Over {
  const { words } = scene;
  const { first: floor } = sentenceAt(scene, aux.first);
  const base = { verb: null, negated: false, tense: null, first: aux.first, objectControl: false };
  let i = aux.first - 1;
  while (i >= floor && words[i]!.tag === 'ADV') i--;
  const w = words[i];
  const infinitive = aux.to >= 0;
  if (!w || i < floor) return { ...base, frame: infinitive ? 'purpose' : 'fact', governor: null };
  const { governors } = g;

  if (infinitive) {
    const semi = semiAuxiliary(words, i, floor, g);
    if (semi) return { ...base, ...semi, governor: null };
  } else if (w.tag === 'ADP' || w.tag === 'SCONJ') {
    const two = `${words[i - 1]?.lower ?? ''} ${w.lower}`;
    if (g.denyingPrepositions.has(w.lower) || g.denyingPrepositions.has(two))
      return { ...base, frame: 'fact', governor: i, negated: true };
    // "a plan for signing", "accused of shelling", "succeeded in signing"
    const noun = words[i - 1];
    const frame = noun && (governors.nouns.get(noun.lemma) ?? governors.verbs.get(noun.lemma));
    if (frame && i - 1 >= floor) return { ...base, frame, governor: i - 1, verb: noun.tag === 'VERB' ? i - 1 : null };
    return { ...base, frame: w.lower === 'for' ? 'purpose' : 'fact', governor: null };
  }
  const isVerb = w.tag === 'VERB' || w.tag === 'AUX';
  if (isVerb) {
    const frame = governors.verbs.get(w.lemma) ?? governors.adjectives.get(w.lower) ?? governors.objects.get(w.lemma);
    if (frame) return { ...base, frame, governor: i, verb: i };
    return { ...base, frame: infinitive ? 'purpose' : 'fact', governor: i, verb: null };
  }
  const adjective = w.tag === 'ADJ' || w.tag === 'ADV' ? governors.adjectives.get(w.lower) : undefined;
  if (adjective)
    return { ...base, frame: adjective, governor: i, verb: null, negated: deniedBefore(words, i, floor, g) };
  if (!infinitive) return { ...base, frame: 'fact', governor: null };
  const noun = w.tag === 'NOUN' ? governors.nouns.get(w.lemma) : undefined;
  if (noun) return { ...base, frame: noun, governor: i, verb: null, negated: deniedNoun(words, i, floor, g) };
  return overObject(words, i, floor, g) ?? { ...base, frame: 'purpose', governor: null };
}

/** A denial before an adjective: "is not ready". */
function deniedBefore(words: readonly Word[], at: number, floor: number, g: Grammar): boolean {
  for (let i = at - 1; i >= Math.max(floor, at - 4); i--) {
    const { lower, tag } = words[i]!;
    if (g.negations.has(lower) || (lower === 'longer' && words[i - 1]?.lower === 'no')) return true;
    if (tag !== 'AUX' && tag !== 'ADV' && tag !== 'VERB' && tag !== 'PART') return false;
  }
  return false;
}

/** A denial before a noun: "no plan". */
function deniedNoun(words: readonly Word[], at: number, floor: number, g: Grammar): boolean {
  for (let i = at - 1; i >= Math.max(floor, at - 4); i--) {
    if (g.negating.has(words[i]!.lower)) return true;
    if (words[i]!.tag !== 'ADJ') return false;
  }
  return false;
}

/** "is | to", "is going | to", "has | to", "ought | to", whose last word before "to" is word `i`. */
function semiAuxiliary(
  words: readonly Word[],
  i: number,
  floor: number,
  g: Grammar,
): Pick<Over, 'frame' | 'tense' | 'first' | 'negated' | 'verb'> | null {
  const w = words[i]!;
  let j = i;
  let link = false;
  if (g.futureLinks.has(w.lower)) {
    link = true;
    j--;
    while (j >= floor && words[j]!.tag === 'ADV') j--;
  }
  let negated = false;
  while (j >= floor && (g.negations.has(words[j]!.lower) || words[j]!.lower === 'longer' || words[j]!.lower === 'no')) {
    negated = true;
    j--;
  }
  const top = words[j];
  if (!top || j < floor) return null;
  if (g.be.has(top.lower) && top.lower !== 'being' && top.lower !== 'be' && top.lower !== 'been') {
    const wasLink = link && g.past.has(top.lower);
    const frame: Frame = !link || w.lower === 'going' || w.lower === 'about' ? 'fact' : 'plan';
    // What was to happen need not have happened.
    if (wasLink || (!link && g.past.has(top.lower)))
      return { frame: 'plan', tense: 'past', first: j, negated, verb: null };
    return { frame, tense: 'future', first: j, negated, verb: null };
  }
  if (link) return null;
  if (g.have.has(top.lower) && top.lower !== 'having')
    return { frame: 'obligation', tense: g.past.has(top.lower) ? 'past' : 'present', first: j, negated, verb: null };
  if (g.modals.get(top.lower) === 'obligation')
    return { frame: 'obligation', tense: 'present', first: j, negated, verb: null };
  return null;
}

/** The verb over an object: "urged | Halvia | to". `i` is the last word of what may be the object. */
function overObject(words: readonly Word[], i: number, floor: number, g: Grammar): Over | null {
  const { objects, verbs } = g.governors;
  for (let j = i; j >= floor && i - j < 25; j--) {
    const w = words[j]!;
    if (w.tag === 'VERB') {
      const next = words[j + 1]?.lower ?? '';
      const frame = objects.get(`${w.lemma} ${next}`) ?? objects.get(w.lemma);
      const base = { negated: false, tense: null, first: i + 1, governor: j, verb: j };
      if (frame) return { ...base, frame, objectControl: true };
      // "agreed with Cantara to sign": between them stands no object.
      const plain = words[j + 1]!.tag === 'ADP' ? verbs.get(w.lemma) : undefined;
      if (plain) return { ...base, frame: plain, objectControl: false };
      return null;
    }
    if (w.tag === 'NOUN' && g.governors.nouns.has(w.lemma) && words[j + 1] && words[j + 1]!.tag === 'ADP')
      return {
        negated: deniedNoun(words, j, floor, g),
        tense: null,
        first: i + 1,
        governor: j,
        verb: null,
        frame: g.governors.nouns.get(w.lemma)!,
        objectControl: words[j + 1]!.lower !== 'by',
      };
    if (!PHRASE.has(w.tag) && w.text !== ',' && w.tag !== 'CCONJ') return null;
  }
  return null;
}
