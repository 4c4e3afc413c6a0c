/** Who did it and to whom: the arguments of the trigger, resolved to parties. */
import type { Participant } from '../../record.ts';
import { type Arguments, argumentPhrases, argumentsByRule } from '../grammar/arguments.ts';
import type { NounPhrase } from '../grammar/chunks.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import { nounArgumentsOf } from '../grammar/noun-arguments.ts';
import { verbGroupAt } from '../grammar/verb-group.ts';
import { type Scene, spanOf } from '../scene.ts';
import { blamedByNoun, blamedFor } from './blame.ts';
import { EVENT_TYPES, type EventLexicon } from './lexicon.ts';
import { phraseStart } from './signs.ts';
import { type Candidate, setsOf } from './triggers.ts';

export interface Who {
  readonly actor: Participant | null;
  readonly target: Participant | null;
}

/** What the search for a participant looks at. */
export interface Around {
  readonly scene: Scene;
  readonly lexicon: EventLexicon;
  readonly grammar: Grammar;
}

/** Who the words of a phrase name: the party, else a person or body; `null` for anything else. */
export function participantOf({ scene }: Around, phrase: NounPhrase | null): Participant | null {
  if (phrase === null) return null;
  const span = spanOf(scene, phrase);
  const { name, party } = scene.resolve(span);
  if (party !== null) return { name: party, span };
  const mention = scene.mentions[scene.mentionOf[phrase.head]!];
  if (!mention || mention.kind === 'place') return null;
  if (mention.form === 'name' || mention.kind === 'group') return name === null ? null : { name, span };
  return null;
}

/** As `participantOf`, of those who can do such things: a party, a body by name, or people under arms. */
export function actorOf(around: Around, phrase: NounPhrase | null): Participant | null {
  const who = participantOf(around, phrase);
  if (who === null || phrase === null) return null;
  const { scene, lexicon } = around;
  if (scene.resolve(who.span!).party !== null) return who;
  if (scene.words[phrase.first]!.tag === 'NUM') return null;
  const mention = scene.mentions[scene.mentionOf[phrase.head]!];
  if (mention?.form === 'name' && mention.kind !== 'person') return who;
  return (setsOf(scene.words[phrase.head]!, lexicon) & lexicon.fighters) !== 0 ? who : null;
}

/** As `participantOf`; what is struck may also be a thing, told as the report has it. */
function targetOf(around: Around, phrase: NounPhrase | null): Participant | null {
  if (phrase === null) return null;
  const who = participantOf(around, phrase);
  if (who) return who;
  const { scene } = around;
  const head = scene.words[phrase.head]!;
  if (head.tag !== 'NOUN' && head.tag !== 'PROPN') return null;
  if (scene.timeOf[phrase.head]! >= 0 || around.lexicon.untargeted.has(head.lower)) return null;
  const opens = scene.words[phrase.first]!.tag === 'DET' && phrase.first < phrase.head;
  const span = spanOf(scene, { first: opens ? phrase.first + 1 : phrase.first, last: phrase.last });
  return { name: scene.document.text.slice(span.start, span.end), span };
}

/** The doer that a phrase names; of a deed ("Halvian strikes killed ..."), whose deed it is. */
function doerOf(around: Around, phrase: NounPhrase | null): Participant | null {
  if (phrase === null) return null;
  return actorOf(around, phrase) ?? actorOf(around, nounArgumentsOf(around.scene, phrase.head, around.grammar).owner);
}

/** The side named right before a noun: "Halvian strikes", "rebel shelling", "US-led coalition air raids". */
function ownerBefore(around: Around, c: Candidate, from: number): Participant | null {
  const { mentions, mentionOf, words } = around.scene;
  for (let i = c.first - 1; i >= from; i--) {
    const mention = mentions[mentionOf[i]!];
    if (!mention || mention.last > c.last) continue;
    let first = Math.max(from, mention.first);
    // "Halvian and Cantaran jets": two sides joined before one noun.
    while (first - 2 >= from && words[first - 1]!.lower === 'and' && mentionOf[first - 2]! >= 0)
      first = Math.max(from, mentions[mentionOf[first - 2]!]!.first);
    const last = Math.min(mention.last, c.first);
    const who = actorOf(around, { first, last, head: last - 1 });
    if (who) return who;
  }
  return null;
}

/** By rules: on news of events they find more objects than what was learned from parsers' trees. */
export function argumentsAt({ scene, grammar }: Around, verb: number): Arguments {
  const group = verbGroupAt(scene, verb, grammar);
  return argumentsByRule(scene, group, argumentPhrases(scene, group, grammar), grammar);
}

/** Who does what a trigger says, and to whom, as its own sentence tells. Nobody does it to himself. */
export function whoOf(around: Around, c: Candidate): Who {
  const { actor, target } = c.kind === 'verb' ? byVerb(around, c) : byNoun(around, c);
  return { actor: actor && actor.name === target?.name ? null : actor, target };
}

function byVerb(around: Around, c: Candidate): Who {
  const { scene, lexicon, grammar } = around;
  const { words } = scene;
  const { subject, object, agent, passive } = argumentsAt(around, c.first);
  const harm = c.family.scale === 'harm';
  if (harm && lexicon.dying.has(words[c.first]!.lemma)) return { actor: null, target: targetOf(around, subject) };
  // "two killed and nine wounded": nobody wounds without an object.
  if (passive || (harm && object === null && endsBare(words, c.last)))
    return { actor: doerOf(around, agent), target: targetOf(around, subject) };
  const group = verbGroupAt(scene, c.first, grammar);
  const blamed = group.finite ? null : blamedFor(around, group.first);
  // "launched a strike on the port": what is launched is not what is struck.
  const deed = lexicon.light.has(words[c.first]!.lemma) && c.family.needs !== 0 && c.family.types[0] === 0;
  return {
    actor: blamed ?? doerOf(around, subject),
    target: deed ? struckBy(around, object) : targetOf(around, object),
  };
}

/** What a deed told as an object is directed at. */
function struckBy(around: Around, deed: NounPhrase | null): Participant | null {
  if (deed === null) return null;
  const { on, of } = nounArgumentsOf(around.scene, deed.head, around.grammar);
  return targetOf(around, on ?? of);
}

/** Whether no object follows: a preposition of place or time, a conjunction or a mark comes next. */
function endsBare(words: Scene['words'], at: number): boolean {
  const next = words[at];
  if (!next || next.tag === 'PUNCT' || next.tag === 'CCONJ' || next.tag === 'SCONJ' || next.tag === 'AUX') return true;
  const after = words[at + 1];
  return next.tag === 'ADP' && after?.lower !== 'least' && after?.lower !== 'to' && after?.tag !== 'NUM';
}

function byNoun(around: Around, c: Candidate): Who {
  const { scene, lexicon, grammar } = around;
  const { words, sentences, sentenceOf } = scene;
  const s = sentences[sentenceOf[c.head]!]!;
  const from = phraseStart(words, c.first, s.first);
  const args = nounArgumentsOf(scene, c.last - 1, grammar);
  const type = EVENT_TYPES[c.family.types[0]!]!;
  // "the massing of Halvian troops", "the withdrawal of its forces": whoever is moved moves.
  const moved = (type === 'MOBILIZE' || c.family.name === 'withdrawal') && args.of !== null;
  let actor = ownerBefore(around, c, from) ?? actorOf(around, args.owner) ?? (moved ? actorOf(around, args.of) : null);
  let target = targetOf(around, args.on) ?? (moved ? null : targetOf(around, args.of));
  if (args.on === null && args.of === null) target = participantOf(around, args.to);
  const verb = verbOver(scene, from, s.first);
  if (verb >= 0 && actor === null && lexicon.light.has(words[verb]!.lemma)) {
    const { subject, agent, passive } = argumentsAt(around, verb);
    actor = actorOf(around, passive ? agent : subject);
  }
  // "the Syrian conflict" is where, not who.
  if (c.family.name === 'war' && args.on === null && verb < 0) actor = null;
  actor ??= blamedByNoun(around, c, from) ?? byParticiple(around, c, s.last);
  return { actor, target };
}

/** The verb that a noun phrase beginning at `from` is the object of; -1 for none. */
function verbOver({ words }: Scene, from: number, floor: number): number {
  for (let i = from - 1; i >= Math.max(floor, from - 3); i--) {
    const { tag, lower } = words[i]!;
    if (tag === 'VERB') return i;
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
