/**
 * Candidates from clauses: a verb, noun or adjective of wanting, refusing, offering or agreeing whose subject or owner
 * is a party, in the reporter's own words or in somebody else's ("Maravet, which has refused to cede ...").
 */
import type { Speaker, Voice } from '../../record.ts';
import { type Phrase, phraseEnd, phrasesOver } from '../../text/phrases.ts';
import { argumentsOf, nounArgumentsOf } from '../grammar/arguments.ts';
import type { NounPhrase } from '../grammar/chunks.ts';
import { clauseOf } from '../grammar/clauses.ts';
import { verbGroupAt } from '../grammar/verb-group.ts';
import { type Range, rangeOf, type Scene, spanOf } from '../scene.ts';
import { subjectBeyond } from './beyond.ts';
import { addIssueScores } from './issues.ts';
import { type Holder, joinedBefore, joinedBehind } from './joined.ts';
import type { Mark, PositionLexicon, PredicateClass } from './lexicon.ts';
import { isIssuer, partyAt } from './referents.ts';
import { isTurn, splitRange } from './split.ts';
import { holdersOf, partiesOf } from './stated.ts';
import type { Unit, UnitResources } from './unit.ts';

/** A predicate where it stands: words `[first, last)`, with its main word. */
interface Trigger extends Range {
  readonly class: PredicateClass;
  /** Whether it is an auxiliary that says what will not be done. */
  readonly modal: boolean;
  /** Whether it counts in the passive. */
  readonly passive: boolean;
  /** Whether it tells of an aim, which others can only guess at. */
  readonly guess: boolean;
  /** The issues on which alone it tells a position, as a deed does; `null` for all. */
  readonly on: readonly string[] | null;
}

/** A clause speaks of an issue from this score on; one that tells a deed has to speak of it as clearly as this. */
const LEAST = 2;
const CLEAR = 3.5;
/** So many words behind the predicate are read. */
const READ = 40;

const NOT = new Set(['not', "n't", 'n’t', 'never']);

const TAGS: Readonly<Record<PredicateClass, ReadonlySet<string>>> = {
  verb: new Set(['VERB', 'AUX']),
  noun: new Set(['NOUN']),
  adjective: new Set(['ADJ', 'VERB']),
};

/** Whether a word is the second half of a compound. */
const isJoined = ({ words }: Scene, at: number): boolean =>
  words[at - 1]?.text === '-' && !words[at]!.spaced && !words[at - 1]!.spaced;

/** The longest predicate that begins at a word; `null` for none. */
function triggerAt(scene: Scene, at: number, phrases: readonly Phrase<Mark>[]): Trigger | null {
  const { words } = scene;
  const word = words[at]!;
  const last = scene.sentences[scene.sentenceOf[at]!]!.last;
  // "US-backed rebels"
  if (isJoined(scene, at)) return null;
  let deed: Trigger | null = null;
  for (const phrase of phrases) {
    const mark = phrase.value;
    const modal = mark.kind === 'mood' && (mark.mood.name === 'future' || mark.mood.name === 'conditional');
    // "will not only": it will.
    const only = words[at + 2]?.lower === 'only';
    if (modal && phrase.words.length === 1 && NOT.has(words[at + 1]?.lower ?? '') && !only) {
      return { first: at, last: at + 2, class: 'verb', modal: true, passive: true, guess: false, on: null };
    }
    if (mark.kind !== 'predicate') continue;
    const { tells, aim, passive, on } = mark.predicate;
    if (!tells && (on.length === 0 || deed)) continue;
    if (!TAGS[mark.class].has(word.tag) && !(word.tag === 'AUX' && phrase.words.length > 1)) continue;
    const end = phraseEnd(words, at, last, phrase);
    if (end < 0) continue;
    const found = { first: at, last: end, class: mark.class, modal: false, passive };
    if (tells) return { ...found, guess: mark.class === 'verb' && aim, on: null };
    deed = { ...found, guess: false, on };
  }
  return deed;
}

/**
 * The parties that a noun phrase and those joined to it name: "Halvia and Maravet"; `itself`: not what belongs to one
 * ("Halvia's invasion will not").
 */
export function holdersIn(scene: Scene, phrase: NounPhrase | null, stop: number, itself = false): Holder[] {
  if (!phrase) return [];
  const out: Holder[] = [];
  const known = partiesOf(scene);
  const add = (p: Range, head: number): boolean => {
    const party = partyAt(scene, head) ?? (itself ? null : scene.resolve(spanOf(scene, p)).party);
    if (party === null) return false;
    // "both delegations have accepted": each of the two holds it.
    for (const one of holdersOf(party, known))
      if (!out.some((h) => h.party === one)) out.push({ party: one, phrase: p });
    return true;
  };
  if (!add(phrase, phrase.head)) return out;
  // "Halvia, Cantara and Maravet", whichever of them was found
  for (const holder of [...joinedBehind(scene, phrase.last, stop).holders, ...joinedBefore(scene, phrase.first)])
    if (!out.some(({ party }) => party === holder.party)) out.push(holder);
  return out;
}

/** Whoever's words hold the word: nobody's, or a statement's. */
export function tellerOf(scene: Scene, at: number, party: string): [Voice, Speaker | null, number] | null {
  const index = scene.statementOf[at]!;
  if (index < 0) return ['narrator', null, -1];
  const { speaker } = scene.statements[index]!;
  // The party's own words are candidates already.
  if (speaker.party === party) return null;
  return ['other', speaker, index];
}

/** The words behind a predicate that say what is wanted: to the end of its clause, and of the words of one speaker. */
export function complement(scene: Scene, { last }: Range, { grammar }: UnitResources): Range | null {
  const { words, sentences, sentenceOf, statementOf } = scene;
  const at = last - 1;
  const end = Math.min(sentences[sentenceOf[at]!]!.last, last + READ);
  let stop = Math.max(last, Math.min(end, clauseOf(scene, at, grammar).last));
  // "wants to end the war and sign", "demands that Maravet withdraw": what is wanted is a clause itself.
  while (stop < end && stop < last + 3 && words[stop]!.tag !== 'PUNCT') {
    stop = Math.min(end, clauseOf(scene, stop, grammar).last);
  }
  let k = last;
  while (k < stop && statementOf[k] === statementOf[at]) k++;
  // The content of the statement that the predicate reports goes on.
  if (k === last) for (const inside = statementOf[k]; k < stop && statementOf[k] === inside; ) k++;
  while (k > last && words[k - 1]!.tag === 'PUNCT') k--;
  return k > last ? { first: last, last: k } : null;
}

const trimEnd = (words: Scene['words'], first: number, last: number): number => {
  let end = last;
  while (end > first && words[end - 1]!.tag === 'PUNCT') end--;
  return end;
};

/** One past the verb that opens a list at `at` ("demands include"); -1 where none does. */
function listEnd({ words, sentences, sentenceOf }: Scene, at: number, { index }: PositionLexicon): number {
  const stop = sentences[sentenceOf[at - 1]!]!.last;
  let k = at;
  while (k < stop && words[k]!.tag === 'ADV') k++;
  if (k >= stop) return -1;
  for (const phrase of phrasesOver(words, index)[k] ?? []) {
    if (phrase.value.kind !== 'list') continue;
    const end = phraseEnd(words, k, stop, phrase);
    if (end >= 0) return end;
  }
  return -1;
}

/** Who holds what the predicate says, the words that carry it, and whether they are a list. */
function readTrigger(
  scene: Scene,
  trigger: Trigger,
  resources: UnitResources,
): readonly [Holder[], Range | null, boolean?] {
  const { words, sentences, sentenceOf } = scene;
  const { grammar } = resources;
  const { first, last } = trigger;
  if (trigger.class === 'noun') {
    const noun = last - 1 > first && words[first]!.tag !== 'NOUN' ? last - 1 : first;
    const found = nounArgumentsOf(scene, noun, grammar);
    const owner = found.owner ?? found.from;
    const both = found.between;
    // "Halvia's sanctions" may be those on it; "Halvian sanctions" are its own.
    if (trigger.on && owner && !both && /^['’]s?$/u.test(words[owner.last]?.text ?? '')) return [[], null];
    const holders = both
      ? holdersIn(scene, both, Math.min(words.length, both.last + 6))
      : holdersIn(scene, owner, owner && owner.first > noun ? owner.last + 6 : noun);
    const list = listEnd(scene, noun + 1, resources.lexicon);
    if (list > 0) {
      const { last: end } = sentences[sentenceOf[noun]!]!;
      return [
        holders,
        list < end ? { first: list, last: trimEnd(words, list, Math.min(end, list + READ)) } : null,
        true,
      ];
    }
    const rest = complement(scene, { first: noun, last: noun + 1 }, resources);
    // "a truce agreement": the noun's own words tell the issue too.
    let from = noun;
    while (from > 0 && words[from - 1]!.tag === 'NOUN' && scene.sentenceOf[from - 1] === scene.sentenceOf[noun]) from--;
    return [holders, { first: from, last: rest ? rest.last : noun + 1 }];
  }
  let verb = first;
  if (trigger.modal) {
    while (verb < words.length && verb < first + 4 && words[verb]!.tag !== 'VERB') verb++;
    if (words[verb]?.tag !== 'VERB') return [[], null];
  } else if (trigger.class === 'adjective' || words[first]!.tag === 'AUX') {
    while (verb > 0 && verb > first - 4 && words[verb]!.tag !== 'AUX') verb--;
    if (words[verb]!.tag !== 'AUX') return [[], null];
  }
  const group = verbGroupAt(scene, verb, grammar);
  if (group.conditional) return [[], null];
  // Behind what stands in commas a verb looks like a participle.
  const beyond = group.finite ? null : subjectBeyond(scene, group.first);
  if (beyond) return [holdersIn(scene, beyond, 0, trigger.modal), complement(scene, { first, last }, resources)];
  const { subject, agent, passive } = argumentsOf(scene, group, grammar);
  // "..., calling on it": who does so is not sure enough; "zones agreed by Halvia and Cantara" says it.
  if (!group.finite && !(passive && agent)) return [[], null];
  if (passive && !trigger.passive) return [[], null];
  const doer = passive ? agent : subject;
  const stop = passive ? (doer ? doer.last + 6 : 0) : group.first;
  const holders = holdersIn(scene, doer, stop, trigger.modal);
  const rest = trigger.modal
    ? complement(scene, { first: verb, last: verb }, resources)
    : complement(scene, { first, last }, resources);
  // What a passive verb is about stands before it: "a truce announced by Halvia".
  if (passive && subject) return [holders, { first: subject.first, last: Math.max(group.last, rest?.last ?? 0) }];
  // What is done is part of what a deed tells: "has delivered tanks".
  return [holders, trigger.on && rest ? { first, last: rest.last } : rest];
}

const OWN = new Set(['he', 'she', 'it', 'they']);

/** Whether a pronoun opens what somebody is reported to say: there the speaker speaks of himself. */
function isOwnPronoun(scene: Scene, { first, last }: Range, statement: number): boolean {
  const content = scene.statements[statement]?.content[0];
  if (!content || last !== first + 1 || !OWN.has(scene.words[first]!.lower)) return false;
  const from = rangeOf(scene, content).first;
  return first === from || (first === from + 1 && scene.words[from]!.lower === 'that');
}

/** Whether what a deed is about is clearly one of the issues on which it tells a position. */
function isAbout({ on }: Trigger, scores: Float64Array, { taxonomy }: UnitResources): boolean {
  if (!on) return true;
  let top = 0;
  for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[top]!) top = i;
  return scores[top]! >= CLEAR && on.includes(taxonomy.issues[top]!.code);
}

/** The candidates of a report that hang on such words, in order. */
export function toldUnits(scene: Scene, resources: UnitResources): Unit[] {
  const phrases = phrasesOver(scene.words, resources.lexicon.index);
  const out: Unit[] = [];
  const scores = new Float64Array(resources.taxonomy.issues.length);
  for (let at = 0; at < phrases.length; at++) {
    const here = phrases[at];
    const trigger = here ? triggerAt(scene, at, here) : null;
    if (!trigger) continue;
    addUnits(scene, trigger, resources, scores, out);
    at = trigger.last - 1;
  }
  return out;
}

/** Adds the candidates that hang on one predicate. `scores` has room for every issue. */
function addUnits(scene: Scene, trigger: Trigger, resources: UnitResources, scores: Float64Array, out: Unit[]): void {
  const [holders, content, listed = false] = readTrigger(scene, trigger, resources);
  if (holders.length === 0 || !content) return;
  scores.fill(0);
  addIssueScores(scene, content.first, content.last, resources.taxonomy, scores);
  if (!scores.some((s) => s >= LEAST) || !isAbout(trigger, scores, resources)) return;
  for (const piece of splitRange(scene, content, resources)) {
    // "..., while Maravet wants": the holder of the first piece does not hold the second.
    if (piece.first > content.first && isTurn(scene, piece)) break;
    for (const { party, phrase } of holders) {
      const cue = scene.cueOf[trigger.first]!;
      // The cue of the party's own statement: its content is a candidate already.
      if (cue >= 0 && scene.statements[cue]!.speaker.party === party) continue;
      const teller = tellerOf(scene, trigger.first, party);
      if (!teller) continue;
      const own = teller[0] === 'narrator' && isIssuer(scene, phrase);
      // "Voss said he would not rule it out": he means himself, whoever else was spoken of.
      if (teller[0] === 'other' && isOwnPronoun(scene, phrase, teller[2])) continue;
      // What somebody who speaks for no party says that it is after is a guess.
      if (teller[0] === 'other' && teller[1]?.party == null && trigger.guess) continue;
      const holderSpan = spanOf(scene, phrase);
      out.push({
        holder: party,
        holderSpan,
        content: [piece],
        cue: { first: trigger.first, last: trigger.last },
        source: trigger.class === 'noun' ? 'noun' : 'verb',
        voice: own ? 'self' : teller[0],
        by: own ? { span: holderSpan, name: party, party, referent: null } : teller[1],
        statement: teller[2],
        act: null,
        form: null,
        listed,
      });
    }
  }
}
