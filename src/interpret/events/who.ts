/** Who did it and to whom: the arguments of the trigger, resolved to parties. */
import type { Participant } from '../../record.ts';
import { argumentsOf } from '../grammar/arguments.ts';
import type { NounPhrase } from '../grammar/chunks.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import { nounArgumentsOf } from '../grammar/noun-arguments.ts';
import { verbGroupAt } from '../grammar/verb-group.ts';
import { type Scene, spanOf } from '../scene.ts';
import type { EventLexicon } from './lexicon.ts';
import { phraseStart } from './signs.ts';
import type { Candidate } from './triggers.ts';

export interface Who {
  readonly actor: Participant | null;
  readonly target: Participant | null;
}

/** Who the words of a phrase name: the party, else a person or body; `null` for anything else. */
export function participantOf(scene: Scene, phrase: NounPhrase | null): Participant | null {
  if (phrase === null) return null;
  const span = spanOf(scene, phrase);
  const { name, party } = scene.resolve(span);
  if (party !== null) return { name: party, span };
  const mention = scene.mentions[scene.mentionOf[phrase.head]!];
  if (!mention || mention.kind === 'place') return null;
  if (mention.form === 'name' || mention.kind === 'group') return name === null ? null : { name, span };
  return null;
}

/** As `participantOf`; what is struck may also be a thing, told as the report has it. */
function targetOf(scene: Scene, phrase: NounPhrase | null): Participant | null {
  if (phrase === null) return null;
  const who = participantOf(scene, phrase);
  if (who) return who;
  const head = scene.words[phrase.head]!;
  if (head.tag !== 'NOUN' && head.tag !== 'PROPN') return null;
  const first =
    scene.words[phrase.first]!.tag === 'DET' && phrase.first < phrase.head ? phrase.first + 1 : phrase.first;
  const span = spanOf(scene, { first, last: phrase.last });
  return { name: scene.document.text.slice(span.start, span.end), span };
}

/** The side named right before a noun: "Halvian strikes", "rebel shelling", "US-led coalition air raids". */
function ownerBefore(scene: Scene, c: Candidate, from: number): Participant | null {
  const { mentions, mentionOf, words } = scene;
  for (let i = c.first - 1; i >= from; i--) {
    const mention = mentions[mentionOf[i]!];
    if (!mention || (mention.kind === 'place' && mention.form !== 'name')) continue;
    if (mention.last > c.last) continue;
    let first = Math.max(from, mention.first);
    // "Halvian and Cantaran jets": two sides joined before one noun.
    while (first - 2 >= from && words[first - 1]!.lower === 'and' && mentionOf[first - 2]! >= 0)
      first = Math.max(from, mentions[mentionOf[first - 2]!]!.first);
    const who = participantOf(scene, {
      first,
      last: Math.min(mention.last, c.first),
      head: Math.min(mention.last, c.first) - 1,
    });
    if (who) return who;
  }
  return null;
}

/** Who does what a trigger says, and to whom, as its own sentence tells. */
export function whoOf(scene: Scene, c: Candidate, lexicon: EventLexicon, grammar: Grammar): Who {
  return c.kind === 'verb' ? byVerb(scene, c, grammar) : byNoun(scene, c, lexicon, grammar);
}

function byVerb(scene: Scene, c: Candidate, grammar: Grammar): Who {
  const { words } = scene;
  const group = verbGroupAt(scene, c.first, grammar);
  const { subject, object, agent, passive } = argumentsOf(scene, group, grammar);
  const { lemma } = words[c.first]!;
  if (passive) return { actor: doer(scene, agent, grammar), target: targetOf(scene, subject) };
  if (c.family.scale === 'harm' && (lemma === 'die' || lemma === 'perish'))
    return { actor: null, target: targetOf(scene, subject) };
  const actor = doer(scene, subject, grammar);
  return { actor, target: targetOf(scene, object) };
}

/** The doer that a phrase names; of a deed ("Halvian strikes killed ..."), whose deed it is. */
function doer(scene: Scene, phrase: NounPhrase | null, grammar: Grammar): Participant | null {
  if (phrase === null) return null;
  const who = participantOf(scene, phrase);
  if (who) return who;
  const { owner } = nounArgumentsOf(scene, phrase.head, grammar);
  return participantOf(scene, owner);
}

function byNoun(scene: Scene, c: Candidate, lexicon: EventLexicon, grammar: Grammar): Who {
  const { words, sentences, sentenceOf } = scene;
  const s = sentences[sentenceOf[c.head]!]!;
  const from = phraseStart(words, c.first, s.first);
  const args = nounArgumentsOf(scene, c.last - 1, grammar);
  let actor = ownerBefore(scene, c, from) ?? participantOf(scene, args.owner);
  let target = targetOf(scene, args.on) ?? targetOf(scene, args.of);
  if (args.on === null && args.of === null) target = participantOf(scene, args.to);
  const verb = verbOver(scene, from, s.first);
  if (verb >= 0 && actor === null) {
    const group = verbGroupAt(scene, verb, grammar);
    if (lexicon.light.has(words[verb]!.lemma)) {
      const { subject, agent, passive } = argumentsOf(scene, group, grammar);
      actor = participantOf(scene, passive ? agent : subject);
    }
  }
  if (actor === null) actor = byParticiple(scene, c, s.last, lexicon, grammar);
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
function byParticiple(
  scene: Scene,
  c: Candidate,
  until: number,
  lexicon: EventLexicon,
  grammar: Grammar,
): Participant | null {
  const { words } = scene;
  for (let i = c.last; i < Math.min(until, c.last + 7); i++) {
    if (words[i]!.tag !== 'VERB') continue;
    const group = verbGroupAt(scene, i, grammar);
    if (!lexicon.light.has(words[i]!.lemma)) return null;
    const { agent } = argumentsOf(scene, { ...group, passive: true }, grammar);
    return participantOf(scene, agent);
  }
  return null;
}
