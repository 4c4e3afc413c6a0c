/** What the words themselves say was not, is only imagined, or stands under a condition. */
import { negatedNoun } from '../grammar/hedges.ts';
import type { Frame, Grammar } from '../grammar/lexicon.ts';
import { type VerbGroup, verbGroupAt } from '../grammar/verb-group.ts';
import type { Range, Scene } from '../scene.ts';
import { EVENT_TYPES, type EventLexicon } from './lexicon.ts';
import { isAnySuch, isCarried, isHabit, isOfMishap } from './misread.ts';
import { type Around, actorOf, argumentsAt } from './participants.ts';
import { isAttributive, phraseStart } from './signs.ts';
import { type Candidate, setsOf } from './triggers.ts';

/** How far behind a noun its verb is looked for, and how far before a verb the word that opens its clause. */
const VERB_REACH = 6;
const OPENER_REACH = 12;
/** How far before a truce the verb that seeks it may stand. */
const SOUGHT_REACH = 3;

/** Whether a trigger is only a part of a joined word: "UK-supplied", "war-torn", "closed-door". */
function isJoined({ words }: Scene, c: Candidate): boolean {
  const before = words[c.first - 1];
  const after = words[c.last];
  const joins = (i: number): boolean => /^[-–]$/.test(words[i]?.text ?? '') && words[i]?.spaced === false;
  if (after && joins(c.last) && words[c.last + 1]?.spaced === false) return true;
  return c.kind === 'verb' && before !== undefined && joins(c.first - 1) && words[c.first]!.spaced === false;
}

const CAPITAL = /^\p{Lu}/u;

/** Whether a trigger is a part of a name: "Downing Street", "Main Battle Tanks", "the Winter War". */
function isNamed({ words, sentences, sentenceOf, blocks }: Scene, c: Candidate): boolean {
  const s = sentences[sentenceOf[c.head]!]!;
  const kind = blocks[s.block]?.kind;
  if (kind === 'title' || kind === 'heading' || !CAPITAL.test(words[c.first]!.text)) return false;
  const after = words[c.last];
  const next = c.last < s.last && after !== undefined && CAPITAL.test(after.text) && after.tag !== 'VERB';
  const before = c.first - 1 > s.first && words[c.first - 1]!.tag === 'PROPN' && CAPITAL.test(words[c.first - 1]!.text);
  return (next && c.first > s.first - (c.kind === 'verb' ? 1 : 0)) || before;
}

/** Whether a noun is the subject of a verb that says only that it may come: "an attack could occur". */
function mayOccur(scene: Scene, c: Candidate, lexicon: EventLexicon, grammar: Grammar): boolean {
  const { last } = scene.sentences[scene.sentenceOf[c.head]!]!;
  for (let i = c.last; i < Math.min(last, c.last + VERB_REACH); i++) {
    const { tag, lemma, text } = scene.words[i]!;
    if (tag === 'PUNCT' || text === ',') return false;
    if (tag !== 'VERB' && !(tag === 'AUX' && lemma === 'be')) continue;
    const { frame } = verbGroupAt(scene, i, grammar);
    return lexicon.occurs.has(lemma) && (frame === 'possible' || frame === 'would');
  }
  return false;
}

/** How far before the one who brought a thing about the thing itself may stand: "the truce brokered by Halvia". */
const BROUGHT_REACH = 8;

/** How many words behind a verb its "with" may stand: "supplied the Front with guns". */
const WITH = 8;

/** Whether no word that the family needs stands where it must: in the verb's subject or object, or after "with". */
function lacksArgument(around: Around, c: Candidate): boolean {
  const { scene, lexicon } = around;
  const { words, sentences, sentenceOf } = scene;
  const holds = (range: Range | null): boolean => {
    let bits = 0;
    for (let i = range?.first ?? 0; range && i < range.last; i++) bits |= setsOf(words[i]!, lexicon);
    // "diplomatic offensives"
    return (bits & c.family.needs) !== 0 && (bits & c.family.never) === 0;
  };
  const { subject, object } = argumentsAt(around, c.first);
  if ((subject === null && object === null) || holds(subject) || holds(object)) return false;
  const { first, last } = sentences[sentenceOf[c.head]!]!;
  // "the truce brokered by Halvia and Cantara took effect"
  const by = subject === null ? -1 : agentMark(scene, subject.first, first);
  if (by >= 0 && holds({ first: Math.max(first, by - BROUGHT_REACH), last: by })) return false;
  // What hangs on the object: "a number of strikes".
  const behind = object ? object.last : c.last;
  for (let i = behind; i < Math.min(last, behind + WITH); i++) {
    const { lower, tag } = words[i]!;
    if (tag === 'VERB' || tag === 'PUNCT') return true;
    if ((lower === 'with' || lower === 'of' || lower === 'and') && holds({ first: i + 1, last: Math.min(last, i + 5) }))
      return false;
  }
  return true;
}

/** The "by" of those who only brought about what is spoken of: "the truce brokered by Halvia and Cantara"; -1 for none. */
export function agentMark({ words }: Scene, at: number, first: number): number {
  for (let i = at - 1; i > first && i >= at - BROUGHT_REACH; i--) {
    const { lower, tag } = words[i]!;
    if (lower === 'by') return words[i - 1]!.tag === 'VERB' ? i : -1;
    if (tag === 'VERB' || tag === 'PUNCT' || tag === 'SCONJ') return -1;
  }
  return -1;
}

/** Whether a single noun only tells what kind another is: "combat power", "strike capability". */
function isModifier({ words, sentences, sentenceOf }: Scene, c: Candidate, { nouns }: EventLexicon): boolean {
  const { last } = sentences[sentenceOf[c.head]!]!;
  const next = words[c.last];
  return (
    c.last - c.first === 1 &&
    c.last < last &&
    next?.tag === 'NOUN' &&
    next.spaced &&
    !nouns.has(next.lower) &&
    !/s$/.test(words[c.first]!.lower)
  );
}

/** Whether a truce is only spoken of: "ceasefire talks", "a possible truce", "agreed to negotiate a ceasefire". */
function isSought({ words, sentences, sentenceOf }: Scene, c: Candidate, lexicon: EventLexicon): boolean {
  const { first, last } = sentences[sentenceOf[c.head]!]!;
  if (c.last < last && words[c.last]!.tag === 'NOUN') return true;
  const from = phraseStart(words, c.first, first);
  for (let i = Math.max(first, from - SOUGHT_REACH); i < c.first; i++) {
    const { lower, lemma, tag } = words[i]!;
    if (i >= from ? lexicon.unreal.has(lower) : tag === 'VERB' && lexicon.seeking.has(lemma)) return true;
  }
  return false;
}

/** Whether the clause of a verb of the present is what something else waits for: "once Halvia has withdrawn", "until". */
function isAwaited({ words, sentences, sentenceOf }: Scene, at: number, lexicon: EventLexicon): boolean {
  const { first } = sentences[sentenceOf[at]!]!;
  for (let i = at - 1; i >= Math.max(first, at - OPENER_REACH); i--) {
    const { lower, tag } = words[i]!;
    if (lexicon.awaiting.has(lower)) return true;
    if (tag === 'VERB' || lower === ',' || lower === 'that') return false;
  }
  return false;
}

/** Frames in which what an infinitive tells is wanted, refused or only possible, not done. */
const UNREAL: ReadonlySet<Frame> = new Set(['wish', 'refusal', 'possible', 'obligation']);

/** Whether a verb says by its own frame that it was not done: "could strike", "unable to strike", "wants to strike". */
const isUnreal = ({ frame, finite, governor }: VerbGroup): boolean =>
  UNREAL.has(frame) && (finite || governor !== null);

/** "Threatened to strike", "vowed to retaliate": words, not yet a deed. */
const isThreatened = ({ words }: Scene, { frame, governor }: VerbGroup, { vowing }: EventLexicon): boolean =>
  frame === 'plan' && governor !== null && vowing.has(words[governor]!.lemma);

/** Whether a noun is what somebody wants something to be: "was meant to be a protest". */
function isMeant(scene: Scene, c: Candidate, grammar: Grammar): boolean {
  const { words, sentences, sentenceOf } = scene;
  const { first } = sentences[sentenceOf[c.head]!]!;
  const from = phraseStart(words, c.first, first);
  const be = words[from - 1];
  return (
    from - 2 > first &&
    be?.lower === 'be' &&
    words[from - 2]!.lower === 'to' &&
    verbGroupAt(scene, from - 1, grammar).frame !== 'fact'
  );
}

/** Whether people are meant by what befell them: "the exchange of the wounded", "to count the dead", "only the wounded". */
function isThoseBefallen({ words }: Scene, { first, last }: Candidate, { befallen, handled }: EventLexicon): boolean {
  const { lower, tag } = words[first]!;
  if (last - first > 1 || !befallen.has(lower)) return false;
  const before = words[first - 1];
  // "To be counted as wounded", "the exchange of wounded".
  if (before?.lower === 'as' || (before?.lower === 'of' && handled.has(words[first - 2]?.lemma ?? ''))) return true;
  if (tag === 'VERB') return false;
  const of = words[before?.tag === 'DET' ? first - 2 : first - 1];
  if (before?.tag === 'DET' && (words[last]?.lower === 'among' || of?.lower === 'only')) return true;
  if (of?.tag === 'VERB') return handled.has(of.lemma);
  return of?.lower === 'of' && handled.has(words[before?.tag === 'DET' ? first - 3 : first - 2]?.lemma ?? '');
}

/** How far from "toll" a word for money or shipping may stand that makes it a due. */
const DUE = 8;

/** Whether a toll is one that ships or carts pay: "a toll of four marks a ton". */
function isDue({ words, sentences, sentenceOf }: Scene, { first, last }: Candidate, { dues }: EventLexicon): boolean {
  if (last - first > 1 || words[first]!.lemma !== 'toll') return false;
  const s = sentences[sentenceOf[first]!]!;
  for (let i = Math.max(s.first, first - DUE); i < Math.min(s.last, last + DUE); i++)
    if (dues.has(words[i]!.lemma)) return true;
  return false;
}

/** How many words before a verb one may stand that says that nobody of its subject did it. */
const SUBJECT_REACH = 8;

/** "Nobody was hurt", "no one of them was hit", "neither Halvia nor the Front shelled". */
function isNobody(
  { words, sentences, sentenceOf }: Scene,
  { first }: VerbGroup,
  { nobody, none }: EventLexicon,
): boolean {
  const s = sentences[sentenceOf[first]!]!;
  const before = words[first - 1];
  if (first - 1 < s.first || !before) return false;
  if (nobody.has(before.lower) || (before.lower === 'one' && words[first - 2]?.lower === 'no')) return true;
  for (let i = first - 1; i >= Math.max(s.first, first - SUBJECT_REACH); i--) {
    const { lower, tag } = words[i]!;
    if (none.has(lower)) return i === s.first || words[i - 1]!.tag !== 'ADP';
    if (tag === 'VERB' || tag === 'AUX' || tag === 'PUNCT' || tag === 'SCONJ' || tag === 'ADP') return false;
  }
  return false;
}

/** Whether forces are not what is withdrawn: "withdrew cover", "withdrew the earlier count". */
function isOtherWithdrawal(around: Around, c: Candidate): boolean {
  const { scene, lexicon } = around;
  if (c.family.name !== 'withdrawal' || c.last - c.first > 1) return false;
  const { object } = argumentsAt(around, c.first);
  if (object === null) return false;
  for (let i = object.first; i < object.last; i++)
    if ((setsOf(scene.words[i]!, lexicon) & c.family.objects) !== 0 || scene.words[i]!.tag === 'PRON') return false;
  return object.first >= c.last;
}

/** "The advancing army": what kind of thing it is, not what was done. */
function isKind({ words, sentences, sentenceOf }: Scene, { first, last }: Candidate): boolean {
  const { lower, tag } = words[first]!;
  if (last - first > 1 || !lower.endsWith('ing') || tag !== 'VERB' || words[last]?.tag !== 'NOUN') return false;
  const before = words[first - 1];
  return first - 1 >= sentences[sentenceOf[first]!]!.first && before?.tag === 'DET';
}

/** Frames in which a noun under an infinitive is not yet there: "a campaign to complete the encirclement". */
const AHEAD: ReadonlySet<Frame> = new Set(['wish', 'refusal', 'possible', 'obligation', 'purpose', 'attempt']);

/** Whether a noun is the object of a verb that only says what is wanted: "to complete the siege", "tried to launch an attack". */
function isAimedAt(scene: Scene, c: Candidate, { light, seeking }: EventLexicon, grammar: Grammar): boolean {
  const { words, sentences, sentenceOf } = scene;
  const from = phraseStart(words, c.first, sentences[sentenceOf[c.head]!]!.first);
  const verb = from - 1;
  if (verb < sentences[sentenceOf[c.head]!]!.first || words[verb]!.tag !== 'VERB') return false;
  const { lemma } = words[verb]!;
  if (c.family.scale === 'war' || !(light.has(lemma) || seeking.has(lemma))) return false;
  const group = verbGroupAt(scene, verb, grammar);
  return !group.finite && words[group.first]!.lower === 'to' && AHEAD.has(group.frame);
}

/** Whether a noun is what somebody calls for: "called for an immediate halt to the shelling". */
function isCalledFor({ words, sentences, sentenceOf }: Scene, c: Candidate, { calling }: EventLexicon): boolean {
  const { first } = sentences[sentenceOf[c.head]!]!;
  const forAt = phraseStart(words, c.first, first) - 1;
  return forAt > first && words[forAt]!.lower === 'for' && calling.has(words[forAt - 1]!.lemma);
}

/** Whether what surrounds somebody is a thing: "surrounded by debris". */
function isAmong(around: Around, c: Candidate): boolean {
  if (c.family.name !== 'siege' || around.scene.words[c.first]!.lemma !== 'surround') return false;
  const { agent } = argumentsAt(around, c.first);
  return agent !== null && actorOf(around, agent) === null;
}

/** Whether "surrounding" only tells where: "the surrounding villages". */
const isAround = ({ words }: Scene, { first, last }: Candidate): boolean =>
  words[first]!.lower === 'surrounding' && /^(?:NOUN|ADJ)$/.test(words[last]?.tag ?? '');

/** Whether the words themselves say that it was not so, or only that it would be under a condition. */
export function isDenied(scene: Scene, c: Candidate, lexicon: EventLexicon, grammar: Grammar): boolean {
  if (isJoined(scene, c) || isNamed(scene, c) || isAround(scene, c) || isKind(scene, c) || isMeant(scene, c, grammar))
    return true;
  if (isOfMishap(scene, c, lexicon)) return true;
  if (c.kind === 'noun') {
    if (isThoseBefallen(scene, c, lexicon) || isDue(scene, c, lexicon) || isAimedAt(scene, c, lexicon, grammar))
      return true;
    if (isCalledFor(scene, c, lexicon)) return true;
    // "a strike on a concentration of troops" tells of the strike alone.
    if (c.family.people === 'moved') {
      const from = phraseStart(scene.words, c.first, scene.sentences[scene.sentenceOf[c.head]!]!.first);
      const before = /^["“]$/u.test(scene.words[from - 1]?.text ?? '') ? from - 2 : from - 1;
      if (lexicon.aimed.has(scene.words[before]?.lower ?? '')) return true;
    }
    // "on a sanctions list"
    if (EVENT_TYPES[c.family.types[0]!] !== 'SANCTION' && isModifier(scene, c, lexicon)) return true;
    if (c.family.sought && (isSought(scene, c, lexicon) || isAnySuch(scene, c, lexicon))) return true;
    return negatedNoun(scene, c.head, grammar) !== null || mayOccur(scene, c, lexicon, grammar);
  }
  if (isThoseBefallen(scene, c, lexicon) || isCarried({ scene, lexicon, grammar }, c)) return true;
  if (isNobody(scene, verbGroupAt(scene, c.first, grammar), lexicon)) return true;
  if (c.family.objects !== 0 && isOtherWithdrawal({ scene, lexicon, grammar }, c)) return true;
  if (c.family.argument && lacksArgument({ scene, lexicon, grammar }, c)) return true;
  if (isAmong({ scene, lexicon, grammar }, c)) return true;
  const group = verbGroupAt(scene, c.first, grammar);
  const { negated, conditional, tense, frame, governor, finite } = group;
  if (negated || conditional) return true;
  if (isUnreal(group) || isThreatened(scene, group, lexicon) || isHabit(scene, group, lexicon)) return true;
  // "the occupied regions": territory merely held.
  if (c.family.people === 'held' && isAttributive(scene.words, c, group)) return true;
  // "offered to stop boarding ships": the boarding is what ends.
  if (!finite && governor !== null && lexicon.ending.has(scene.words[governor]!.lemma)) return true;
  if (tense === 'present' && isAwaited(scene, group.first, lexicon)) return true;
  if (tense !== 'future' && frame !== 'would') return false;
  // "will strike if the talks fail"
  const { last } = scene.sentences[scene.sentenceOf[c.head]!]!;
  for (let i = c.last; i < last; i++) if (grammar.conditionals.has(scene.words[i]!.lower)) return true;
  return false;
}
