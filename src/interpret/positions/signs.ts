/** What the words of a candidate show: predicates, moods, issues, its first verb and subject. Read once for all models. */

import { phraseEnd, phrasesOver } from '../../text/phrases.ts';
import type { Frame } from '../grammar/lexicon.ts';
import { type VerbGroup, verbGroupAt } from '../grammar/verb-group.ts';
import type { Scene } from '../scene.ts';
import { antecedentScores } from './antecedent.ts';
import {
  conditionAhead,
  conditionBehind,
  conditionsAmong,
  type FoundCondition,
  type FoundMark,
  isAdverb,
} from './conditions.ts';
import { addMainScores, matterOf } from './issue-words.ts';
import { addIssueScores } from './issues.ts';
import type { PositionLexicon, Predicate, PredicateClass } from './lexicon.ts';
import { partyAt } from './referents.ts';
import type { Unit, UnitResources } from './unit.ts';

/** A predicate where it stands. */
export interface FoundPredicate {
  readonly predicate: Predicate;
  readonly class: PredicateClass;
  readonly at: number;
  readonly negated: boolean;
}

/** Whom the first noun or pronoun names: the speaker, the holder, another party, something else. */
export type SubjectKind = 'first' | 'own' | 'other' | 'thing' | 'none';

export interface Signs {
  /** How strongly its words speak for each issue, in the taxonomy's order. */
  readonly issues: Float64Array;
  /** The same of the words around it: its cue and the rest of its sentence. */
  readonly around: Float64Array;
  /** The same of what it takes up from before; `null` where its own words tell enough. */
  readonly before: Float64Array | null;
  /** Predicates of the content, in order. */
  readonly predicates: readonly FoundPredicate[];
  /** Predicates of the cue. */
  readonly cue: readonly FoundPredicate[];
  /** Moods of the content, bit `i` for the mood numbered so. */
  readonly moods: number;
  /** The first word of the content that says what has to be done ("must"); -1 for none. */
  readonly obliged: number;
  readonly marks: readonly FoundMark[];
  /** The conditions of the content. */
  readonly conditions: readonly FoundCondition[];
  /** The first verb of the content that is no auxiliary; -1 for none. */
  readonly verb: number;
  readonly verbNegated: boolean;
  /** The tense of the first verb or auxiliary: `past`, `present perfect`, `infinitive`, ...; `none` without one. */
  readonly tense: string;
  /** How that verb stands to fact: `fact`, `would`, `possible`, `obligation`, `wish`, ...; `none` without one. */
  readonly frame: Frame | 'none';
  /** Whether the words before the cue make what it tells a mere possibility or a duty: "may demand", "must state". */
  readonly hedged: boolean;
  /** Whether the cue is an auxiliary that says what will not be done. */
  readonly refused: boolean;
  readonly subject: SubjectKind;
  readonly length: number;
  /** Words of the content in quotation marks. */
  readonly quoted: number;
  /** Whether most of the words are said, inside, by somebody who does not speak for the holder. */
  readonly nested: boolean;
  /** Whether it begins as a condition: "if Maravet were to accept". */
  readonly hypothetical: boolean;
}

/** From this score on a candidate's own words tell the issue. */
const ENOUGH = 3.5;

const NEGATIVE = new Set([
  'not',
  'no',
  'never',
  "n't",
  'neither',
  'nor',
  'without',
  'cannot',
  'hardly',
  'nothing',
  'n’t',
]);
const FIRST = new Set(['i', 'we', 'us', 'our', 'my']);
const OWN = new Set(['he', 'she', 'it', 'they', 'his', 'her', 'its', 'their']);
const POSSESSIVE = new Set(['his', 'her', 'its', 'their']);
/** How far before a word its denial may stand. */
const REACH = 4;

/** Whether the word at `at` is denied by one of the few words before it, back to `from`. */
export function deniedAt(scene: Scene, at: number, from: number): boolean {
  const { words } = scene;
  for (let i = at - 1; i >= Math.max(from, at - REACH); i--) {
    const word = words[i]!;
    if (NEGATIVE.has(word.lower) || NEGATIVE.has(word.lemma)) return true;
    if (word.tag === 'PUNCT' || word.tag === 'CCONJ' || word.tag === 'SCONJ') return false;
  }
  return false;
}

const FITTING: Readonly<Record<PredicateClass, ReadonlySet<string>>> = {
  verb: new Set(['VERB', 'AUX']),
  noun: new Set(['NOUN', 'PROPN']),
  adjective: new Set(['ADJ', 'ADP', 'ADV', 'VERB']),
};

/** Among so many first words a noun says what has to be done: "the importance of". */
const OPENING = 3;

/** Reads the signs of words `[first, last)` into lists; gives the moods. */
function readMarks(
  scene: Scene,
  first: number,
  last: number,
  { index }: PositionLexicon,
  predicates: FoundPredicate[],
  marks: FoundMark[] | null,
): readonly [moods: number, obliged: number] {
  const { words } = scene;
  let moods = 0;
  let obliged = -1;
  const over = phrasesOver(words, index);
  for (let i = first; i < last; i++) {
    const phrases = over[i];
    if (!phrases) continue;
    const word = words[i]!;
    let taken = false;
    for (const phrase of phrases) {
      const mark = phrase.value;
      if (mark.kind === 'predicate') {
        if (taken) continue;
        if (!FITTING[mark.class].has(word.tag) && phrase.words.length === 1) continue;
        if (phraseEnd(words, i, last, phrase) < 0) continue;
        taken = true;
        predicates.push({ predicate: mark.predicate, class: mark.class, at: i, negated: deniedAt(scene, i, first) });
        continue;
      }
      const end = phraseEnd(words, i, last, phrase);
      // "once again", "as before"
      if (end < 0 || (mark.kind === 'condition' && end === i + 1 && isAdverb(scene, i))) continue;
      // "the remaining ports"
      if (mark.kind === 'movement' && words[i - 1]?.tag === 'DET') continue;
      if (mark.kind === 'mood') {
        moods |= 1 << mark.mood.at;
        if (
          obliged < 0 &&
          (mark.mood.name === 'obligation' || (mark.mood.name === 'importance' && i < first + OPENING))
        ) {
          obliged = i;
        }
      } else marks?.push({ mark, first: i, last: end });
    }
  }
  return [moods, obliged];
}

/** So many words before the cue are looked at. */
const BEFORE = 9;
const HEDGES = new Set(['obligation', 'possible', 'question']);

/** Whether a mood that hedges stands close before a word, back to `from`, with no mark between. */
function isHedged({ words }: Scene, at: number, from: number, { index }: PositionLexicon): boolean {
  for (let i = at - 1; i >= Math.max(from, at - BEFORE); i--) {
    if (words[i]!.tag === 'PUNCT') return false;
    for (const phrase of phrasesOver(words, index)[i] ?? []) {
      const mark = phrase.value;
      if (mark.kind === 'mood' && HEDGES.has(mark.mood.name) && phraseEnd(words, i, at, phrase) >= 0) return true;
    }
  }
  return false;
}

/** The tense of a verb in words. */
const tenseOf = ({ finite, tense, perfect, progressive, conditional }: VerbGroup): string =>
  finite
    ? `${tense}${perfect ? ' perfect' : ''}${progressive ? ' progressive' : ''}${conditional ? ' conditional' : ''}`
    : 'infinitive';

/**
 * The verb group that tells a candidate's tense: its first verb's. "would open the road to aid": where a verb is taken for
 * another word, its auxiliary stands alone before the "to" of the next one.
 */
function groupOf(scene: Scene, verb: number, auxiliary: number, grammar: UnitResources['grammar']): VerbGroup | null {
  const at = verb >= 0 ? verb : auxiliary;
  if (at < 0) return null;
  if (auxiliary >= 0 && auxiliary < verb - 2 && scene.words[verb - 1]!.lower === 'to') {
    const alone = verbGroupAt(scene, auxiliary, grammar);
    if (alone.frame === 'would' || alone.tense === 'future') return alone;
  }
  return verbGroupAt(scene, at, grammar);
}

/** The signs of a candidate. Time grows with its words and those of its sentence. */
export function signsOf(scene: Scene, unit: Unit, { lexicon, taxonomy, grammar }: UnitResources): Signs {
  const { words } = scene;
  const issues = new Float64Array(taxonomy.issues.length);
  const around = new Float64Array(taxonomy.issues.length);
  const predicates: FoundPredicate[] = [];
  const cue: FoundPredicate[] = [];
  const marks: FoundMark[] = [];
  const conditions: FoundCondition[] = [];
  let moods = 0;
  let obliged = -1;
  let verb = -1;
  let auxiliary = -1;
  let subject: SubjectKind = 'none';
  let length = 0;
  let quoted = 0;
  let others = 0;
  const matter = matterOf(scene, unit.content, lexicon);
  for (const { first, last } of unit.content) {
    const read = marks.length;
    const [here, must] = readMarks(scene, first, last, lexicon, predicates, marks);
    moods |= here;
    if (obliged < 0) obliged = must;
    const own = marks.slice(read);
    const depends = conditionsAmong(scene, own);
    conditions.push(...depends);
    addMainScores(scene, { first, last }, own, depends, taxonomy, issues, Math.max(first, matter));
    // "If Maravet withdraws, we will sign": what hangs on a condition says who does what.
    const opening = depends.find((c) => c.first <= first + 1 && c.clause.last < last - 1)?.clause.last ?? first;
    for (let i = first; i < last; i++) {
      const word = words[i]!;
      length++;
      if (word.quote > 0) quoted++;
      if (unit.source === 'statement' && saidByOther(scene, i, unit)) others++;
      if (i < opening) continue;
      if (verb < 0 && word.tag === 'VERB') verb = i;
      if (auxiliary < 0 && word.tag === 'AUX') auxiliary = i;
      if (subject !== 'none' || verb >= 0) continue;
      if (FIRST.has(word.lower) && word.text !== 'US') subject = 'first';
      // In quoted words "they" are others.
      else if (OWN.has(word.lower)) subject = word.quote > 0 && !POSSESSIVE.has(word.lower) ? 'other' : 'own';
      else if (word.tag === 'PROPN' || scene.mentionOf[i]! >= 0) {
        const party = partyAt(scene, i);
        const owner = /^['’]s?$/u.test(words[i + 1]?.text ?? '');
        subject = party === unit.holder ? 'own' : party === null || owner ? 'thing' : 'other';
      } else if (word.tag === 'NOUN' || word.tag === 'PRON') subject = 'thing';
    }
  }
  const ahead = conditionAhead(scene, unit.content[0]!.first, lexicon);
  if (ahead) conditions.push(...conditionsAmong(scene, [ahead]));
  const behind = conditionBehind(scene, unit.content[unit.content.length - 1]!.last, lexicon);
  if (behind) {
    marks.push(behind);
    conditions.push(...conditionsAmong(scene, [behind]));
  }
  if (unit.cue) {
    const read = marks.length;
    readMarks(scene, unit.cue.first, unit.cue.last, lexicon, cue, marks);
    conditions.push(...conditionsAmong(scene, marks.slice(read)));
    addIssueScores(scene, unit.cue.first, unit.cue.last, taxonomy, around);
  }
  const start = unit.content[0]!.first;
  const sentence = scene.sentences[scene.sentenceOf[start]!];
  if (sentence) addIssueScores(scene, sentence.first, sentence.last, taxonomy, around);
  const from = sentence ? sentence.first : start;
  const own = issues.reduce((a, b) => Math.max(a, b), 0);
  const group = groupOf(scene, verb, auxiliary, grammar);
  return {
    issues,
    around,
    tense: group ? tenseOf(group) : 'none',
    frame: group ? group.frame : 'none',
    before: own < ENOUGH ? antecedentScores(scene, unit, taxonomy, lexicon) : null,
    predicates: predicates.filter((p) => p.at >= matter),
    cue: unit.cue ? cue.map((p) => ({ ...p, negated: p.negated || deniedAt(scene, unit.cue!.first, from) })) : cue,
    moods,
    obliged,
    marks,
    conditions,
    verb,
    verbNegated: verb >= 0 && deniedAt(scene, verb, start),
    hedged: unit.cue !== null && isHedged(scene, unit.cue.first, from, lexicon),
    refused:
      unit.act === null && unit.cue !== null && cue.length === 0 && NEGATIVE.has(words[unit.cue.last - 1]!.lower),
    subject,
    length,
    quoted,
    nested: others * 2 > length,
    hypothetical: conditions.some(
      (c) =>
        !c.mark.must && c.first <= start + 1 && c.clause.last >= unit.content[0]!.last - 1 && c.clause.last > start,
    ),
  };
}

/** Whether a word is said, inside the statement, by somebody who does not speak for the holder. */
function saidByOther(scene: Scene, word: number, { statement, holder }: Unit): boolean {
  const inner = scene.statementOf[word]!;
  return inner >= 0 && inner !== statement && scene.statements[inner]!.speaker.party !== holder;
}
