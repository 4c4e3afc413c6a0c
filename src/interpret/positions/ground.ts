/**
 * On what a candidate's being a position rests. A position tells what a party wants, offers, accepts or refuses; a fact
 * that it states, something that it does, or what it thinks of others tells none, however much the words are about an
 * issue. What rests on nothing of this kind is one only where its other words leave little doubt, and is never asserted.
 */

import { phraseEnd, phrasesOver } from '../../text/phrases.ts';
import { type Range, rangeOf, type Scene } from '../scene.ts';
import { PLAIN } from './given.ts';
import { addIssueScores, type Taxonomy } from './issues.ts';
import type { PositionLexicon } from './lexicon.ts';
import { partyAt } from './referents.ts';
import type { FoundPredicate, Signs } from './signs.ts';
import type { Unit } from './unit.ts';

/**
 * What a position may rest on: the words that report it ("demanded"), a wish in what is said ("wants to"), what has to
 * be done ("must"), what the holder will or will not do, a noun for it ("an end to the truce"), or only a deed of its own.
 */
export type Ground = 'cue' | 'wish' | 'duty' | 'step' | 'noun' | 'deed';

/** What a ground is found with. */
export interface GroundResources {
  readonly taxonomy: Taxonomy;
  readonly lexicon: PositionLexicon;
}

/** So many words of what is said stand for its main clause where no verb is found. */
const HEAD = 12;
/** A noun that something is announced by stands among so many first words, and from this score on tells an issue. */
const FIRST = 5;
const CLEAR = 3;

const isOwn = ({ subject }: Signs): boolean => subject === 'own' || subject === 'first';

/** Verbs that may stand behind one that tells a position: "wants to see", "is ready to have". */
const LIGHT = new Set(['be', 'have', 'see', 'get', 'make', 'do']);

/**
 * Whether the words that report it tell a position by themselves; `null` where they tell of another act that it is
 * about: "sought to clarify".
 */
function cueTells({ words }: Scene, { cue: range }: Unit, { cue }: Signs): boolean | null {
  let tells: boolean | null = false;
  if (!range) return tells;
  for (const { predicate, negated, at } of cue) {
    if (!predicate.tells || (negated && predicate.denied === null)) continue;
    let other = false;
    for (let i = at + 1; i < range.last; i++) {
      if (words[i]!.tag === 'VERB' && words[i - 1]!.lower === 'to' && !LIGHT.has(words[i]!.lemma)) other = true;
    }
    if (!other) return true;
    tells = null;
  }
  return tells;
}

/** A candidate's own words, and those that it takes up, tell an issue from this score on. */
const FAINT = 2;

/**
 * Whether a candidate's words tell no issue clearly: what names one only by the way is mostly about something else, and
 * what only points back ("This is easy") is a remark, unless something is wanted, offered or refused in it.
 */
export const isFaint = ({ issues, before, predicates, cue }: Signs): boolean =>
  !issues.some((s, i) => s + (before?.[i] ?? 0) > FAINT) ||
  (predicates.length === 0 && cue.length === 0 && !issues.some((s) => s > 0));

/** Whether its sentence is a row of links to other stories, with bars between them. */
export function isLinks({ words, sentences, sentenceOf }: Scene, unit: Unit): boolean {
  const { first, last } = sentences[sentenceOf[unit.content[0]!.first]!]!;
  for (let i = first; i < last; i++) if (words[i]!.text === '|') return true;
  return false;
}

/** Subjects of what nobody says or does. */
const NOBODY = new Set(['neither', 'no', 'none', 'nobody', 'nor']);

/**
 * Whether a candidate is told as what may, must or might be, so that nobody holds it: "can agree", "NATO must promise",
 * "if Maravet were to accept".
 */
export function isUnreal(scene: Scene, unit: Unit, signs: Signs, { index }: PositionLexicon): boolean {
  const { words, sentences, sentenceOf } = scene;
  const { cue, source, act } = unit;
  if (signs.hypothetical) return true;
  const [{ first }] = unit.content as readonly [Range];
  // "Will Maravet accept a truce?"
  if ((act === null || PLAIN.has(act)) && words[sentences[sentenceOf[first]!]!.last - 1]?.text === '?') return true;
  // "neither side has shown a readiness to talk"
  const holder = unit.holderSpan ? words[rangeOf(scene, unit.holderSpan).first]!.lower : '';
  if (NOBODY.has(holder)) return true;
  // "has offered no answer"
  if (words[first]!.lower === 'no' && signs.cue.some((p) => p.predicate.stance === 'offers')) return true;
  if (!cue || source !== 'statement') return false;
  if (words[cue.first]!.lower === 'to') return true;
  for (let i = cue.first; i < cue.last; i++) {
    for (const phrase of phrasesOver(words, index)[i] ?? []) {
      const mark = phrase.value;
      if (mark.kind !== 'mood' || (mark.mood.name !== 'obligation' && mark.mood.name !== 'possible')) continue;
      if (phraseEnd(words, i, cue.last, phrase) >= 0) return true;
    }
  }
  return false;
}

const BETWEEN = new Set(['NOUN', 'PROPN', 'PRON', 'SCONJ', 'DET']);

/** The last word of the main clause that tells what it says: its verb, or what stands next to its "is". */
function mainOf({ words }: Scene, unit: Unit, verb: number, own: boolean): number {
  const { first, last } = unit.content[0]!;
  if (verb < 0) {
    // "there are merits in its offer"; but "we have commitments" tells who has them.
    for (let i = first; !own && i < Math.min(last, first + HEAD); i++) if (words[i]!.tag === 'AUX') return i + 1;
    return Math.min(last, first + HEAD);
  }
  // "the movement is no sign that Halvia intends": the main clause ends before its verb.
  for (let i = first; i < verb; i++) {
    if (words[i]!.tag !== 'AUX') continue;
    for (let k = i + 1; k < verb; k++) if (BETWEEN.has(words[k]!.tag)) return i + 2;
    break;
  }
  return verb;
}

/** The first predicate, where it stands in the main clause. */
function headPredicate({ predicates: [first] }: Signs, main: number): FoundPredicate | null {
  return first && first.at <= main ? first : null;
}

/** Whether what is announced is named by a noun at once: "a ceasefire", "the end of the truce". */
function isNamed(scene: Scene, unit: Unit, signs: Signs, { taxonomy }: GroundResources): boolean {
  const { first, last } = unit.content[0]!;
  let stop = Math.min(last, first + FIRST);
  for (let i = first; i < stop; i++) if (scene.words[i]!.lower === 'to') stop = i;
  if (signs.predicates.some((p) => p.class === 'noun' && p.at < stop)) return true;
  const scores = new Float64Array(taxonomy.issues.length);
  addIssueScores(scene, first, stop, taxonomy, scores);
  return scores.some((s) => s >= CLEAR);
}

const NOMINAL = new Set(['DET', 'NOUN', 'ADJ', 'NUM', 'PROPN']);

const RELATIVES = new Set(['that', 'which', 'who']);

/** Whether words are a noun with what belongs to it, and no sentence: nothing is said in them of its first noun. */
function isNominal({ words }: Scene, unit: Unit, signs: Signs): boolean {
  const { tense, verb } = signs;
  const { first } = unit.content[0]!;
  if (!NOMINAL.has(words[first]!.tag) || isOwn(signs)) return false;
  if (tense === 'none' || tense === 'infinitive') return true;
  for (let i = first + 1; i < verb; i++) if (RELATIVES.has(words[i]!.lower)) return true;
  return false;
}

/** "insists that Maravet withdraw": the base form behind one name says what is wanted. */
export function isSubjunctive(scene: Scene, verb: number): boolean {
  // "insists that Maravet first withdraw"
  const before = scene.words[scene.words[verb - 1]?.tag === 'ADV' ? verb - 2 : verb - 1];
  return isBase(scene, verb) && before?.tag === 'PROPN' && !/s$/u.test(before.lower);
}

/** What has to be done is named within so many words. */
const NEXT = 5;

/** Whether all that has to be done is to understand, to remember or to say: "we must not forget". */
function isRemark({ words, sentences, sentenceOf }: Scene, obliged: number, { index }: PositionLexicon): boolean {
  const stop = Math.min(sentences[sentenceOf[obliged]!]!.last, obliged + NEXT);
  for (let i = obliged; i < stop; i++) {
    for (const phrase of phrasesOver(words, index)[i] ?? []) {
      if (phrase.value.kind === 'mind' && phraseEnd(words, i, stop, phrase) >= 0) return true;
    }
    // "need to", "have to": the verb that tells what stands behind.
    if (words[i]!.tag === 'VERB' && words[i + 1]?.lower !== 'to') return false;
  }
  return false;
}

/** Whether words join on to what is said of another: "the supplies will not help and | delay the end". */
function isBehindAnother(scene: Scene, unit: Unit): boolean {
  const { first } = unit.content[0]!;
  const content = scene.statements[unit.statement]?.content[0];
  if (!content || scene.words[first]!.tag !== 'VERB') return false;
  const from = rangeOf(scene, content).first;
  if (from >= first || scene.sentenceOf[from] !== scene.sentenceOf[first]) return false;
  for (let i = from; i < first; i++) {
    const { tag, lower } = scene.words[i]!;
    if (tag === 'VERB' || lower === 'to') return false;
    if (tag === 'PRON') return false;
    if (tag === 'NOUN' || tag === 'PROPN') return partyAt(scene, i) !== unit.holder;
  }
  return false;
}

const JOINS = new Set(['and', 'but']);

/** Whether a verb stands in its base form: a command, or behind "to". */
const isBase = ({ words }: Scene, verb: number): boolean =>
  verb >= 0 && words[verb]!.tag === 'VERB' && words[verb]!.lower === words[verb]!.lemma;

/** What a statement's content rests on; `null` for nothing. */
function groundOfContent(scene: Scene, unit: Unit, signs: Signs, resources: GroundResources): Ground | null {
  const { tense, frame, subject, obliged, verb, verbNegated } = signs;
  const { act } = unit;
  const past = tense.startsWith('past') && frame === 'fact';
  const main = mainOf(scene, unit, verb, isOwn(signs));
  // "Maravet must leave", but not "..., which has to be repaired"
  if (obliged >= 0 && (obliged <= main + 1 || JOINS.has(scene.words[obliged - 1]!.lower))) {
    return isRemark(scene, obliged, resources.lexicon) ? null : 'duty';
  }
  if (act === 'demand') {
    // "asked Cantara to send observers", "withdraw the guns"
    if (subject === 'other' && isBase(scene, verb) && verb > unit.content[0]!.first) return 'duty';
    if (subject === 'none' && isBase(scene, verb)) return 'duty';
  }
  if (isSubjunctive(scene, verb)) return 'duty';
  const head = headPredicate(signs, main);
  if (head && subject !== 'other') {
    const { tells } = head.predicate;
    if (tells && (isOwn(signs) || head.class !== 'noun' || verb < 0 || head.at < verb)) return 'wish';
    if (isOwn(signs) && (/progressive|perfect/u.test(tense) || frame === 'possible')) return 'wish';
  }
  const ahead = tense === 'future' || frame === 'would' || frame === 'wish' || frame === 'plan' || frame === 'refusal';
  if (isOwn(signs) && (ahead || (verbNegated && act === 'reject' && !past))) return 'step';
  if (act === 'threaten' && (ahead || signs.predicates.some((p) => p.predicate.name === 'impose'))) return 'step';
  // "is demanding", "to withdraw": the speaker is the subject; not of "and prevent it", where the supplies are.
  if (isBehindAnother(scene, unit)) return null;
  if (subject === 'none' && verb >= 0 && (tense === 'infinitive' || tense === 'future')) return 'step';
  // "remains its goal": who speaks of change speaks of a position.
  if (signs.marks.some((m) => m.mark.kind === 'movement')) return 'wish';
  const named = signs.cue.length > 0 || act === 'support' || !PLAIN.has(act ?? 'claim');
  if (named && isNominal(scene, unit, signs) && isNamed(scene, unit, signs, resources)) return 'noun';
  return null;
}

/** Whether what is rejected is what somebody says to be so: "the charge that Nerith ships arms". */
function isAccount({ words }: Scene, unit: Unit, { index }: PositionLexicon): boolean {
  const { first, last } = unit.content[0]!;
  const stop = Math.min(last, first + FIRST);
  for (let i = first; i < stop; i++) {
    if (words[i]!.tag === 'VERB' || words[i]!.tag === 'ADP') return false;
    for (const phrase of phrasesOver(words, index)[i] ?? []) {
      if (phrase.value.kind === 'account' && words[i]!.tag === 'NOUN') return true;
    }
  }
  return false;
}

/** Whether words say that nothing points to something: "are no sign that it intends to". */
function isNoSign({ words }: Scene, unit: Unit, { index }: PositionLexicon): boolean {
  const { first, last } = unit.content[0]!;
  for (let i = first; i < Math.min(last, first + HEAD); i++) {
    if (words[i]!.lower !== 'no') continue;
    for (const phrase of phrasesOver(words, index)[i] ?? []) {
      const mark = phrase.value;
      if (mark.kind === 'mood' && mark.mood.name === 'possible' && phraseEnd(words, i, last, phrase) >= 0) return true;
    }
  }
  return false;
}

/**
 * Whether words that report something tell that it is no position, however likely the rest makes it: a denial, an account
 * rejected, another act that is wanted ("sought to clarify").
 */
export const isOtherAct = (scene: Scene, unit: Unit, signs: Signs, { lexicon }: GroundResources): boolean =>
  unit.source === 'statement' &&
  (unit.act === 'deny' ||
    (unit.act === 'reject' && isAccount(scene, unit, lexicon)) ||
    isNoSign(scene, unit, lexicon) ||
    cueTells(scene, unit, signs) === null);

/** On what a candidate rests; `null` for nothing, so that only its other words may make it likely. */
export function groundOf(scene: Scene, unit: Unit, signs: Signs, resources: GroundResources): Ground | null {
  if (unit.source !== 'statement') return unit.source === 'deed' ? 'deed' : 'cue';
  return cueTells(scene, unit, signs) ? 'cue' : groundOfContent(scene, unit, signs, resources);
}
