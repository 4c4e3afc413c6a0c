/** Where and when: the places and times told with a trigger, the nearest of its own clause first. */
import type { Time } from '../../record.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import { type Range, type Scene, spanOf } from '../scene.ts';
import { isSaidThen } from '../times/only-time.ts';
import type { EventLexicon } from './lexicon.ts';
import { isDuring } from './misread.ts';
import { phraseStart } from './signs.ts';
import type { Located } from './telling.ts';
import type { Candidate } from './triggers.ts';

/** A place in another clause counts as so many words farther. */
const OTHER_CLAUSE = 12;
/** A place before the trigger counts as so many words farther than one after it. */
const BEFORE = 3;

/** The place where those who did it are counts as so many words farther. */
const BASE = 20;

/** A verb between a noun and a time counts as so many words. */
const OTHER_VERB = 6;
/** How far behind the verb that reports it the place of a speaker may stand. */
const SPOKEN = 10;
/** A time farther off than this is that of something else. */
const LATEST = 30;

const gap = (at: Range, c: Candidate): number => (at.first >= c.last ? at.first - c.last : c.first - at.last);

/** The places of the trigger's sentence, nearest first. */
export function placesOf(
  scene: Scene,
  c: Candidate,
  clause: Range,
  lexicon: EventLexicon,
  { reporting }: Grammar,
): readonly Located[] {
  const { placeOf, sentences, sentenceOf, places, statementOf } = scene;
  const s = sentences[sentenceOf[c.head]!]!;
  const found: Located[] = [];
  for (let i = s.first; i < s.last; ) {
    const index = placeOf[i]!;
    let last = i + 1;
    // "On Feb. 24": no place.
    if (index >= 0 && scene.timeOf[i]! < 0) {
      while (last < s.last && placeOf[last] === index) last++;
      // The source's own place ("activists in Lorn said") is not the event's.
      if (statementOf[i] === statementOf[c.head] || statementOf[c.head]! < 0) {
        const range = { first: i, last };
        if (
          !isLocated(scene, range, s.first) ||
          isSpeakers(scene, c, i, reporting) ||
          isBeside(scene, last, c.first) ||
          isOfTalks(scene, i, s.first, lexicon) ||
          isGiven(scene, i, c)
        ) {
          i = last;
          continue;
        }
        const inside = i >= clause.first && i < clause.last;
        if (!inside && isWhereTheyTalk(scene, i, Math.max(s.first, i < c.first ? s.first : c.last), lexicon)) {
          i = last;
          continue;
        }
        const from = isBase(scene, i, s.first, lexicon) ? BASE : 0;
        const distance = gap(range, c) + (inside ? 0 : OTHER_CLAUSE) + (i < c.first ? BEFORE : 0) + from;
        found.push({ place: places[index]!, span: spanOf(scene, range), distance });
      }
    }
    i = last;
  }
  return found.sort((a, b) => a.distance - b.distance);
}

/** Whether it is where those are who did it: "terrorists | positioned in | Teyl Major fired on Nerith". */
function isBase({ words }: Scene, at: number, floor: number, { based }: EventLexicon): boolean {
  for (let i = at - 1; i >= Math.max(floor, at - 4); i--) {
    const { lower, tag } = words[i]!;
    if (based.has(lower)) return true;
    if (tag === 'VERB' || tag === 'PUNCT') return false;
  }
  return false;
}

/** Whether a place behind the trigger is where somebody spoke of it: "the strike hit the pier, he said in Drenholm". */
function isSpeakers({ words }: Scene, c: Candidate, at: number, reporting: ReadonlySet<string>): boolean {
  for (let i = c.last; i < at; i++) {
    const { tag, lower, lemma } = words[i]!;
    if (lower === 'that' || lower === ',') return false;
    if (lower === 'speaking' || (tag === 'VERB' && reporting.has(lemma))) return at - i <= SPOKEN;
  }
  return false;
}

/** Whether a place is where talks are: "took off four of her crew, on the eve of the | talks in Lorn |". */
function isOfTalks({ words }: Scene, at: number, first: number, { gatherings }: EventLexicon): boolean {
  return at - 2 >= first && words[at - 1]!.tag === 'ADP' && gatherings.has(words[at - 2]!.lemma);
}

/** How far before a place the talks told in its clause may stand. */
const TALKS = 14;

/** Whether a place in another clause is where that tells of talks: "talks began in | Lorn | as clashes went on". */
function isWhereTheyTalk({ words }: Scene, at: number, floor: number, { gatherings }: EventLexicon): boolean {
  if (words[at - 1]?.tag !== 'ADP') return false;
  // "Was at a meeting in Lorn when the raids began" may tell where they were: only of talks with a verb of their own.
  for (let i = at - 1, verb = false; i >= Math.max(floor, at - TALKS); i--) {
    const { tag, lemma } = words[i]!;
    if (tag === 'SCONJ' || tag === 'PUNCT') return false;
    if (gatherings.has(lemma)) return verb;
    verb ||= tag === 'VERB';
  }
  return false;
}

/** Whether a place behind a war or its harm is whom something is given to: "died before it ceded the town to Halvia". */
const isGiven = ({ words }: Scene, at: number, { family, last }: Candidate): boolean =>
  at > last && (family.scale === 'war' || family.scale === 'harm') && words[at - 1]?.lower === 'to';

/** Whether a place stands in another of several phrases: "asked for the crew held in Nerith and for an inquiry into the attack". */
function isBeside({ words }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to - 1; i++) if (words[i]!.tag === 'CCONJ' && words[i + 1]!.tag === 'ADP') return true;
  return false;
}

/** Whether a name that no gazetteer knows stands as a place does: after a preposition, or with a word that says what it is. */
function isLocated({ words, placeOf, places }: Scene, { first, last }: Range, floor: number): boolean {
  if (places[placeOf[first]!]!.entry !== null || last - first > 1) return true;
  // "On the Point" too.
  const at = words[first - 1]?.tag === 'DET' ? first - 2 : first - 1;
  return at >= floor && /^(?:ADP|VERB|PART|CCONJ)$/.test(words[at]!.tag);
}

/** The time of the trigger's sentence that is told with it. */
export function timeOf(
  scene: Scene,
  c: Candidate,
  clause: Range,
  lexicon: EventLexicon,
  { reporting }: Grammar,
): Time | null {
  const { timeOf: at, sentences, sentenceOf, times, statementOf } = scene;
  const s = sentences[sentenceOf[c.head]!]!;
  let best: Time | null = null;
  let least = Number.POSITIVE_INFINITY;
  // What goes on while something else is done has no time of that.
  const during = c.kind === 'verb' && c.family.name === 'closure' && isDuring(scene, c.first, lexicon);
  const since = c.kind === 'noun' && isDating(scene, c.first, lexicon) ? c.first : s.first;
  for (let i = since; i < s.last; ) {
    const index = at[i]!;
    let last = i + 1;
    if (index >= 0) {
      while (last < s.last && at[last] === index) last++;
      const time = times[index]!;
      // When somebody said it is not when it was.
      const own =
        statementOf[i] === statementOf[c.head] ||
        (statementOf[c.head]! < 0 && !saidThen(scene, i, last, s) && !isSaidThen(scene, i, last, reporting)) ||
        isDeclared(scene, c, i, lexicon);
      if (own && time.kind !== 'duration' && time.kind !== 'set') {
        const inside = i >= clause.first && i < clause.last;
        if (during && !inside) {
          i = last;
          continue;
        }
        const verbs =
          c.kind === 'noun' ? verbsBetween(scene, c.last, i) + Math.max(0, verbsBetween(scene, last, c.first) - 1) : 0;
        const distance = gap({ first: i, last }, c) + (inside ? 0 : OTHER_CLAUSE) + verbs * OTHER_VERB;
        if (distance > LATEST) {
          i = last;
          continue;
        }
        if (distance < least) {
          least = distance;
          best = time;
        }
      }
    }
    i = last;
  }
  return best;
}

/** Whether a noun only dates something else, whose day is not its own: "spoke on Wednesday for the first time since the shelling". */
export function isDating({ words, sentences, sentenceOf }: Scene, at: number, { dating }: EventLexicon): boolean {
  const { first } = sentences[sentenceOf[at]!]!;
  const from = phraseStart(words, at, first);
  return from > first && dating.has(words[from - 1]!.lower);
}

/** How many verbs stand between a noun and a time behind it: "despite the violence they plan to vote on June 3". */
function verbsBetween({ words }: Scene, from: number, to: number): number {
  let verbs = 0;
  for (let i = from; i < to; i++) if (words[i]!.tag === 'VERB') verbs++;
  return verbs;
}

/** "A truce announced by Halvia on Monday": the verb between tells how the deed came about, not what is said of it. */
function isDeclared({ words }: Scene, c: Candidate, to: number, { light }: EventLexicon): boolean {
  if (c.kind !== 'noun') return false;
  let verb = -1;
  for (let i = c.last; i < to; i++) {
    if (words[i]!.tag !== 'VERB') continue;
    if (verb >= 0) return false;
    verb = i;
  }
  return (
    verb >= 0 && light.has(words[verb]!.lemma) && words[verb - 1]!.tag !== 'AUX' && words[verb + 1]?.lower === 'by'
  );
}

/** Whether a time stands beside the words that report a statement. */
function saidThen({ cueOf }: Scene, first: number, last: number, s: Range): boolean {
  for (let i = Math.max(s.first, first - 3); i < Math.min(s.last, last + 2); i++) if (cueOf[i]! >= 0) return true;
  return false;
}
