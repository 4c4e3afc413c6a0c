/** Who did it and to whom: the arguments of the trigger, resolved to parties. */
import type { Participant } from '../../record.ts';
import { argumentPhrases, argumentsByRule } from '../grammar/arguments.ts';
import { type NounPhrase, nounPhrasesIn } from '../grammar/chunks.ts';
import { conditionalAt } from '../grammar/conditions.ts';
import { nounArgumentsOf } from '../grammar/noun-arguments.ts';
import { verbGroupAt } from '../grammar/verb-group.ts';
import type { Scene } from '../scene.ts';
import { blamedByNoun, blamedFor } from './blame.ts';
import { type Standing, standingOf } from './contested.ts';
import { doerOf, ownerBefore } from './doer.ts';
import { EVENT_TYPES } from './lexicon.ts';
import { type Around, actorOf, argumentsAt, participantOf, targetOf } from './participants.ts';
import { phraseStart } from './signs.ts';
import { type Candidate, setsOf } from './triggers.ts';
import { agentMark } from './unreal.ts';
import { answerable, bothOf, eachOf, givenTo, lastSide, whoseOf } from './whose.ts';

export interface Who {
  readonly actor: Participant | null;
  readonly target: Participant | null;
}

/** Who is who in a mention, and how the report stands to that. */
export interface Told extends Who {
  readonly standing: Standing;
}

/** Whether someone only tells of the deed: "Voss said that shooting broke out". */
function isTeller({ words, statements, statementOf, cueOf }: Scene, c: Candidate, { span }: Participant): boolean {
  const speaker = statements[statementOf[c.head]!]?.speaker.span;
  if (!speaker || !span || span.end <= speaker.start || span.start >= speaker.end) return false;
  // "Halvia admitted shelling", "threatened to shell" tell of the speaker's own deed.
  for (let i = c.first - 1; i >= Math.max(0, c.first - 3); i--) {
    if (cueOf[i]! >= 0 || words[i]!.lower === 'to') return false;
  }
  return true;
}

/** Who does what a trigger says, and to whom, as its own sentence tells. Nobody does it to himself. */
export function whoOf(around: Around, c: Candidate): Told {
  const standing = standingOf(around, c);
  const told = c.kind === 'verb' ? byVerb(around, c) : byNoun(around, c);
  const { target } = told;
  // Who denies a deed, or is cleared of it, is not told to have done it.
  if (standing.as === 'denied') return { actor: null, target, standing };
  const teller =
    c.kind === 'verb' && told.actor !== null && standing.as === 'told' && isTeller(around.scene, c, told.actor);
  const actor = teller ? null : told.actor;
  if (actor === null || actor.name !== target?.name) return { actor, target, standing };
  // "Voss deployed his troops", "Maravet retook its port": what is its own was not done to it.
  return c.kind === 'verb' ? { actor, target: null, standing } : { actor: null, target, standing };
}

/** "Killed in rebel | shelling of Nerith", "Halvian shelling": a form in "-ing" that stands as a noun, with a side right before it. */
function isNominal({ scene, lexicon }: Around, { first, last }: Candidate): boolean {
  const { words, mentions, mentionOf, sentences, sentenceOf } = scene;
  const [before, next] = [words[first - 1], words[last]];
  if (!words[first]!.lower.endsWith('ing') || (next && !/^(?:ADP|PUNCT|CCONJ|SCONJ|AUX|VERB)$/.test(next.tag)))
    return false;
  // "Fighting in Nerith has killed nine."
  if (first === sentences[sentenceOf[first]!]!.first) return next?.tag === 'ADP';
  if (before === undefined) return false;
  // "Killed | in fighting near Nerith"
  if (lexicon.amid.has(before.lower)) return next?.tag === 'ADP';
  if (lexicon.bands.has(before.lower) || lexicon.rulers.has(before.lower)) return before.tag !== 'VERB';
  return before.tag === 'ADJ' || (before.tag === 'PROPN' && mentions[mentionOf[first - 1]!]?.kind === 'group');
}

function byVerb(around: Around, c: Candidate): Who {
  const { scene, lexicon, grammar } = around;
  const { words } = scene;
  if (isNominal(around, c)) return byNoun(around, c);
  // "Their navies fired on | each other"
  if (lexicon.mutual.has(words[c.last]?.lower ?? '') && words[c.last + 1]?.lower.endsWith('other'))
    return { actor: eachOf(around, c.first), target: null };
  const { subject, object, agent, passive } = argumentsAt(around, c.first);
  const harm = c.family.scale === 'harm';
  if (harm && lexicon.dying.has(words[c.first]!.lemma))
    return { actor: null, target: targetOf(around, wholeOf(around, subject)) };
  const plain = passive && agent === null ? plainObject(around, c) : null;
  if (plain !== null) return { actor: doerOf(around, subject), target: c.family.deed ? null : targetOf(around, plain) };
  // "two killed and nine wounded": nobody wounds without an object.
  // "Halvian troops deployed near Nerith": who is moved moves.
  if (passive && c.family.people === 'moved' && agent === null)
    return { actor: actorOf(around, subject), target: null };
  if (passive || (harm && object === null && endsBare(words, c.last))) return sufferedBy(around, c, subject, agent);
  // "The truce brokered by Halvia took effect", "halted the fighting": who brought it about is not who does it.
  if (EVENT_TYPES[c.family.types[0]!] === 'RETREAT' && subject !== null && agentMark(scene, subject.first, 0) >= 0)
    return { actor: null, target: null };
  const group = verbGroupAt(scene, c.first, grammar);
  const blamed = group.finite ? null : (blamedFor(around, group.first) ?? reportedDoer(around, group.first));
  // "The ferry struck a mine": it suffers that.
  if (object && c.family.name === 'attack' && lexicon.hazards.has(words[object.head]!.lemma))
    return { actor: null, target: targetOf(around, subject) };
  // "opened fire on the crowd": the object is a part of the trigger.
  if (object && object.first < c.last)
    return {
      actor: blamed ?? doerOf(around, subject),
      target: targetOf(around, nounArgumentsOf(scene, c.last - 1, grammar).on),
    };
  // "Maravet received grain": whoever receives does not give.
  if (lexicon.receiving.has(words[c.first]!.lemma) && c.family.name === 'give-aid')
    return { actor: null, target: participantOf(around, subject) };
  // "Massed troops", "fled the town", "sent grain to Cantara": what is moved, left or given is not struck.
  if (c.family.people === 'moved' || c.family.name === 'flight' || c.family.name === 'stop-force')
    return { actor: blamed ?? doerOf(around, subject), target: null };
  if (c.family.name === 'give-aid')
    return { actor: blamed ?? doerOf(around, subject), target: givenTo(around, object ?? subject, c.last) };
  // "launched a strike on the port": what is launched is not what is struck.
  const deed =
    c.family.deed || (lexicon.light.has(words[c.first]!.lemma) && c.family.needs !== 0 && c.family.types[0] === 0);
  return {
    actor: blamed ?? doerOf(around, subject),
    target: deed ? struckBy(around, object) : targetOf(around, object),
  };
}

/** Of a verb in the passive: what it befell, or what it was done with. */
function sufferedBy(around: Around, c: Candidate, subject: NounPhrase | null, agent: NounPhrase | null): Who {
  const { scene, lexicon, grammar } = around;
  const { words, sentences, sentenceOf } = scene;
  // "Halvian missiles were fired at | the port"
  const thrown =
    c.last - c.first > 1 && subject !== null && (setsOf(words[subject.head]!, lexicon) & lexicon.means) !== 0;
  if (thrown) {
    const at = nounPhrasesIn(scene, c.last, sentences[sentenceOf[c.head]!]!.last, grammar)[0];
    const target = at?.first === c.last ? targetOf(around, at) : null;
    return { actor: doerOf(around, agent) ?? ownerOf(around, subject), target };
  }
  // "Grain was sent to Cantara"
  if (c.family.name === 'give-aid') return { actor: doerOf(around, agent), target: givenTo(around, subject, c.last) };
  if (c.family.people === 'moved' || c.family.name === 'stop-force')
    return { actor: doerOf(around, agent), target: null };
  // "Mortars fired by the Front": the subject is the means.
  if (c.family.deed)
    return { actor: doerOf(around, agent) ?? (agent === null ? ownerOf(around, subject) : null), target: null };
  return { actor: doerOf(around, agent), target: targetOf(around, wholeOf(around, subject)) };
}

/** "Halvian missiles were fired at the port": whose the means are. */
function ownerOf(around: Around, phrase: NounPhrase | null): Participant | null {
  return phrase && actorOf(around, nounArgumentsOf(around.scene, phrase.head, around.grammar).owner);
}

/** "Front fighters targeted | Nerith": a form without an auxiliary and with an object right behind it is no passive. */
function plainObject({ scene, grammar }: Around, c: Candidate): NounPhrase | null {
  const { words, sentences, sentenceOf } = scene;
  const [before, next] = [words[c.first - 1], words[c.last]];
  if ((before?.tag !== 'NOUN' && before?.tag !== 'PROPN') || (next?.tag !== 'PROPN' && next?.tag !== 'DET'))
    return null;
  const object = nounPhrasesIn(scene, c.last, sentences[sentenceOf[c.head]!]!.last, grammar)[0];
  return object?.first === c.last && scene.timeOf[object.head]! < 0 ? object : null;
}

/** "Five civilians, including three children": the phrase that the last one is a part of. */
function wholeOf({ scene, lexicon, grammar }: Around, phrase: NounPhrase | null): NounPhrase | null {
  if (phrase === null || !lexicon.parts.has(scene.words[phrase.first - 1]?.lower ?? '')) return phrase;
  const { first } = scene.sentences[scene.sentenceOf[phrase.head]!]!;
  return nounPhrasesIn(scene, first, phrase.first - 1, grammar).at(-1) ?? phrase;
}

/** What a deed told as an object is directed at. */
function struckBy(around: Around, deed: NounPhrase | null): Participant | null {
  if (deed === null) return null;
  const { on, of } = nounArgumentsOf(around.scene, deed.head, around.grammar);
  return targetOf(around, on ?? of);
}

/** "the army reported Halvian forces shelling the port": who is told right before the deed, after the word that reports it. */
function reportedDoer(around: Around, at: number): Participant | null {
  const { scene, grammar } = around;
  const { first } = scene.sentences[scene.sentenceOf[at]!]!;
  const before = nounPhrasesIn(scene, first, at, grammar).at(-1);
  return before && before.last === at && (scene.cueOf[before.first - 1] ?? -1) >= 0 ? actorOf(around, before) : null;
}

/** Whether no object follows: a preposition of place or time, a conjunction or a mark comes next. */
function endsBare(words: Scene['words'], at: number): boolean {
  const next = words[at];
  if (!next || next.tag === 'PUNCT' || next.tag === 'CCONJ' || next.tag === 'SCONJ' || next.tag === 'AUX') return true;
  const after = words[at + 1];
  return next.tag === 'ADP' && after?.lower !== 'least' && after?.lower !== 'to' && after?.tag !== 'NUM';
}

/** Where a phrase begins whose first word was taken for a verb: "US-led | coalition strikes". */
function ledStart({ scene, lexicon }: Around, from: number, floor: number): number {
  const { words } = scene;
  const at = lexicon.led.has(words[from]!.lower) ? from : from - 1;
  const joined = at - 2 >= floor && lexicon.led.has(words[at]!.lower) && /^[-–]$/.test(words[at - 1]!.text);
  return joined ? at - 2 : from;
}

function byNoun(around: Around, c: Candidate): Who {
  const { scene, lexicon, grammar } = around;
  const { words, sentences, sentenceOf } = scene;
  const s = sentences[sentenceOf[c.head]!]!;
  const from = ledStart(around, phraseStart(words, c.first, s.first), s.first);
  const args = nounArgumentsOf(scene, c.last - 1, grammar);
  if (args.between !== null) return { actor: bothOf(around, args.between), target: null };
  // "the massing of Halvian troops", "the withdrawal of its forces": whoever is moved moves.
  const moved = c.family.people === 'moved' && args.of !== null;
  // "The Halvian plan of aid": what is given is given to somebody, and done to nobody.
  const given = EVENT_TYPES[c.family.types[0]!] === 'AID';
  let target = given || moved ? null : (targetOf(around, args.on) ?? targetOf(around, args.of));
  if (given || (args.on === null && args.of === null))
    target = participantOf(around, args.to ?? (given ? args.for : null));
  const verb = verbOver(scene, from, s.first);
  let actor =
    whoseOf(around, args.owner, target) ??
    reflexive(around, args.owner?.head ?? from, verb) ??
    ownerBefore(around, c, from) ??
    sureOf(around, args.owner, target) ??
    (moved ? actorOf(around, args.of) : null);
  // "A US-Russian brokered ceasefire": who brought it about is not who keeps it.
  if (c.family.name === 'truce' && lexicon.brokering.has(words[c.first - 1]?.lemma ?? '')) actor = null;
  // "The monitor gave a death toll": whoever tells of the harm did not do it.
  if (verb >= 0 && actor === null && c.family.scale !== 'harm' && lexicon.light.has(words[verb]!.lemma)) {
    const { subject, agent, passive } = argumentsAt(around, verb);
    actor = actorOf(around, passive ? agent : subject);
  }
  const next = words[c.last];
  if (actor === null && c.last < s.last && next && grammar.doers.has(next.lower))
    actor = actorOf(around, nounPhrasesIn(scene, c.last + 1, s.last, grammar)[0] ?? null);
  // "Its invasion of Halvia": nobody does it to himself.
  if (actor !== null && actor.name === target?.name) actor = null;
  actor ??= answerable(around, from);
  // "the Halvian conflict" is where, not who.
  if (c.family.name === 'war' && args.on === null && verb < 0) actor = null;
  // "If the raids were carried out by ...": nobody says that they were.
  if (!conditionalAt(scene, c.first, grammar))
    actor ??= blamedByNoun(around, c, from) ?? byParticiple(around, c, s.last);
  return { actor, target };
}

/** "Maravet lifts | its blockade": a pronoun in the object of a verb stands for the verb's own subject. */
function reflexive(around: Around, owner: number, verb: number): Participant | null {
  if (verb < 0 || around.scene.words[owner]!.tag !== 'PRON') return null;
  const { subject, passive } = argumentsAt(around, verb);
  return passive || subject === null || subject.last > verb ? null : actorOf(around, subject);
}

/** Whose a deed is; of a pronoun only where the side named last before it is the one that it stands for. */
function sureOf(around: Around, owner: NounPhrase | null, target: Participant | null): Participant | null {
  const who = actorOf(around, owner);
  if (who === null || around.scene.words[owner!.head]!.tag !== 'PRON') return who;
  return lastSide(around.scene, owner!.first, target)?.name === who.name ? who : null;
}

/** The verb that a noun phrase beginning at `from` is the object of; -1 for none. */
function verbOver({ words }: Scene, from: number, floor: number): number {
  for (let i = from - 1; i >= Math.max(floor, from - 3); i--) {
    const { tag, lower } = words[i]!;
    // "Halvia | lifts | its blockade": no noun stands right before "its", whatever it is tagged.
    const taken = i === from - 1 && tag === 'NOUN' && lower.endsWith('s') && words[from]!.tag === 'PRON';
    if (tag === 'VERB' || taken) return i;
    if (tag !== 'ADV' && tag !== 'PART' && lower !== 'out' && lower !== 'up') return -1;
  }
  return -1;
}

/** "strikes carried out by Halvia", "sanctions imposed by the Union". */
function byParticiple(around: Around, c: Candidate, until: number): Participant | null {
  const { scene, lexicon, grammar } = around;
  const { words } = scene;
  for (let i = c.last; i < Math.min(until, c.last + 7); i++) {
    if (words[i]!.tag !== 'VERB') continue;
    if (!lexicon.light.has(words[i]!.lemma)) return null;
    const group = { ...verbGroupAt(scene, i, grammar), passive: true };
    return actorOf(around, argumentsByRule(scene, group, argumentPhrases(scene, group, grammar), grammar).agent);
  }
  return null;
}
