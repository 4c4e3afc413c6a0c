/** Who the words of a phrase name, and who can do or suffer what events tell. */
import type { Participant } from '../../record.ts';
import { type Arguments, argumentPhrases, argumentsByRule } from '../grammar/arguments.ts';
import { type NounPhrase, nounPhrasesIn } from '../grammar/chunks.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import { verbGroupAt } from '../grammar/verb-group.ts';
import { type Scene, spanOf } from '../scene.ts';
import { homeOf } from './home.ts';
import type { EventLexicon } from './lexicon.ts';
import { setsOf } from './triggers.ts';

/** What the search for a participant looks at. */
export interface Around {
  readonly scene: Scene;
  readonly lexicon: EventLexicon;
  readonly grammar: Grammar;
}

/** "DRENHOLM A raid on ...": the place from which a report was sent, in capitals before its first words. */
function isDateline(
  { words, sentences, sentenceOf, placeOf, mentions, mentionOf }: Scene,
  { first, last }: NounPhrase,
): boolean {
  const { text } = words[last - 1]!;
  return (
    first === sentences[sentenceOf[first]!]!.first &&
    text.length > 3 &&
    text === text.toUpperCase() &&
    text !== text.toLowerCase() &&
    (placeOf[last - 1]! >= 0 || mentions[mentionOf[last - 1]!]?.kind === 'place')
  );
}

/** "Halvia's second largest rebel group", "a Halvian militant group": of that country, but not its side. */
function isBandOf({ scene, lexicon }: Around, { first, last, head }: NounPhrase): boolean {
  const { words, mentions, mentionOf } = scene;
  let band = -1;
  for (let i = first + 1; i < head && band < 0; i++) if (lexicon.bands.has(words[i]!.lower)) band = i;
  if (band < 0) return false;
  for (let i = first; i <= head; i++) {
    const mention = mentions[mentionOf[i]!];
    if (mention?.form === 'name' && mention.kind !== 'place' && mention.kind !== 'group') return false;
  }
  const { party } = scene.resolve(spanOf(scene, { first, last }));
  for (let i = first; party !== null && i < band; i++) {
    const { tag } = words[i]!;
    if (tag === 'DET' || tag === 'ADP') continue;
    return scene.resolve(spanOf(scene, { first: i, last: i + 1 })).party === party;
  }
  return false;
}

/** Whether a phrase tells whom somebody is against: "anti-Halvian fighters". */
function isAgainst({ words }: Scene, { first, head }: NounPhrase): boolean {
  for (let i = first; i + 1 < head; i++)
    if (words[i]!.lower === 'anti' && /^[-–]$/.test(words[i + 1]!.text)) return true;
  return false;
}

/** Who the words of a phrase name: the party, else a person or body; `null` for anything else. */
export function participantOf(around: Around, phrase: NounPhrase | null): Participant | null {
  const { scene } = around;
  if (phrase === null || isDateline(scene, phrase) || isBandOf(around, phrase)) return null;
  // "The border of Halvia and Maravet" is nobody.
  if (around.lexicon.borders.has(scene.words[phrase.head]!.lower)) return null;
  const span = spanOf(scene, phrase);
  const { name, party } = scene.resolve(span);
  // "The anti-government alliance": against whom, not who.
  const against = scene.words[phrase.head]!.tag === 'NOUN' && isAgainst(scene, phrase);
  if (party !== null && !against) return { name: party, span };
  const mention = scene.mentions[scene.mentionOf[phrase.head]!];
  if (!mention || mention.kind === 'place') return null;
  if (mention.form === 'name' || mention.kind === 'group') return name === null ? null : { name, span };
  return null;
}

/** "Government forces", "regime jets": of the state that the report is about. */
function rulersOf({ scene, lexicon }: Around, { first, last }: NounPhrase): Participant | null {
  let rules = false;
  for (let i = first; i < last; i++) {
    if (lexicon.rulers.has(scene.words[i]!.lower)) {
      // "anti-government militias" are against it.
      if (/^[-–]$/.test(scene.words[i - 1]?.text ?? '') && scene.words[i - 2]?.lower !== 'pro') return null;
      rules = true;
    } else if (scene.mentions[scene.mentionOf[i]!]?.kind === 'group' || scene.placeOf[i]! >= 0) return null;
  }
  const name = rules ? homeOf(scene) : null;
  return name === null ? null : { name, span: spanOf(scene, { first, last }) };
}

/** "AA fighters", "RSF troops": those under arms of the side that is named before them. */
function fightersOf({ scene, lexicon }: Around, { first, last, head }: NounPhrase): Participant | null {
  if ((setsOf(scene.words[head]!, lexicon) & lexicon.fighters) === 0) return null;
  for (let i = head - 1; i >= first; i--) {
    const mention = scene.mentions[scene.mentionOf[i]!];
    if (mention?.form !== 'name' || mention.first < first || mention.kind === 'place') continue;
    const { party } = scene.resolve(mention.span);
    if (party !== null) return { name: party, span: spanOf(scene, { first, last }) };
  }
  return null;
}

/** "The US-led coalition" is not its leader, nor "Saudi-backed rebels" their backer: named by their own words. */
export function ledOf({ scene, lexicon }: Around, { first, last, head }: NounPhrase): Participant | null {
  const { words, document } = scene;
  for (let i = first; i + 2 < last; i++) {
    if (!/^[-–]$/.test(words[i + 1]!.text) || !lexicon.led.has(words[i + 2]!.lower)) continue;
    let at = i + 3;
    while (at <= head && !lexicon.alliances.has(words[at]!.lower)) at++;
    if (at > head) return null;
    const span = spanOf(scene, { first: i, last: at + 1 });
    return { name: document.text.slice(span.start, span.end), span };
  }
  return null;
}

/** "Dozens | of Front fighters", "a column | of its troops": the phrase of those who are so many, or gathered; any other as it is. */
function counted(around: Around, phrase: NounPhrase): NounPhrase {
  const { scene, lexicon, grammar } = around;
  const { words, sentences, sentenceOf } = scene;
  const { lower } = words[phrase.head]!;
  if (words[phrase.last]?.lower !== 'of' || !(lexicon.untargeted.has(lower) || lexicon.massed.has(lower)))
    return phrase;
  const { last } = sentences[sentenceOf[phrase.head]!]!;
  const next = nounPhrasesIn(scene, phrase.last + 1, last, grammar)[0];
  return next && next.first === phrase.last + 1 ? next : phrase;
}

/** As `participantOf`, of those who can do such things: a party, a body by name, or people under arms. */
export function actorOf(around: Around, given: NounPhrase | null): Participant | null {
  if (given === null) return null;
  const phrase = counted(around, given);
  const led = ledOf(around, phrase);
  if (led) return led;
  const { scene, lexicon } = around;
  // "US-led strikes": by whom is not said.
  const third = scene.words[phrase.first + 2];
  if (third && third.lower === 'led' && /^[-–]$/.test(scene.words[phrase.first + 1]!.text)) return null;
  const who = participantOf(around, phrase);
  // "fighters from Nerith": a town that is no side of its own does nothing.
  const town = scene.places[scene.placeOf[phrase.head]!];
  const sided = who !== null && scene.resolve(who.span!).party !== null;
  if (town && town.precision !== 'country' && (!sided || town.name === who?.name)) return null;
  if (sided) return who;
  const rulers = rulersOf(around, phrase) ?? fightersOf(around, phrase);
  if (rulers || who === null) return rulers;
  if (scene.words[phrase.first]!.tag === 'NUM') return null;
  const mention = scene.mentions[scene.mentionOf[phrase.head]!];
  if (isDeed(lexicon, scene.words[phrase.head]!.lower)) return null;
  if (mention?.form === 'name' && mention.kind !== 'person') return who;
  // "Troops": whose is not said.
  let told = false;
  for (let i = phrase.first; i < phrase.head; i++) {
    const { tag } = scene.words[i]!;
    if (tag !== 'DET' && tag !== 'PRON' && scene.timeOf[i]! < 0) told = true;
  }
  if (!told && lexicon.anyForce.has(scene.words[phrase.head]!.lower)) return null;
  return (setsOf(scene.words[phrase.head]!, lexicon) & lexicon.fighters) !== 0 ? who : null;
}

/** Whether a noun tells a deed by itself: "attacks", "the truce". */
export const isDeed = ({ nouns }: EventLexicon, lower: string): boolean =>
  nouns.get(lower)?.some((t) => t.kind === 'noun' && t.rest.length === 0 && t.family.needs === 0) ?? false;

/** As `participantOf`; what is struck may also be a thing, told as the report has it. */
export function targetOf(around: Around, given: NounPhrase | null): Participant | null {
  if (given === null) return null;
  const phrase = counted(around, given);
  const { scene } = around;
  const head = scene.words[phrase.head]!;
  // "The Halvian city of Lorn", "the centre of Drenholm": ground is struck, not the side whose it is.
  const ground = head.tag === 'NOUN' && (setsOf(head, around.lexicon) & around.lexicon.grounds) !== 0;
  const who = ground ? null : participantOf(around, phrase);
  if (who) return who;
  if (head.tag !== 'NOUN' && head.tag !== 'PROPN') return null;
  if (scene.timeOf[phrase.head]! >= 0 || around.lexicon.untargeted.has(head.lower)) return null;
  // "escalates attacks": a deed is not what is struck.
  if (isDeed(around.lexicon, head.lower)) return null;
  const opens = scene.words[phrase.first]!.tag === 'DET' && phrase.first < phrase.head;
  // "the province | of Lorn"
  const named = ground && scene.words[phrase.last]?.lower === 'of' && (scene.placeOf[phrase.last + 1] ?? -1) >= 0;
  let last = phrase.last;
  if (named) for (last++; scene.placeOf[last] === scene.placeOf[phrase.last + 1]; ) last++;
  const span = spanOf(scene, { first: opens ? phrase.first + 1 : phrase.first, last });
  return { name: scene.document.text.slice(span.start, span.end), span };
}

/** How often a subject may be looked for further to the left. */
const CLIMBS = 3;

/** "Forces in | Halvia fired", "the fleet fighting | the Front struck": what stands behind a preposition or a participle is no subject. */
function subjectOf({ scene, grammar }: Around, given: NounPhrase | null): NounPhrase | null {
  const { words, sentences, sentenceOf, placeOf, mentions, mentionOf } = scene;
  let phrase = given;
  for (let k = 0; phrase !== null && k < CLIMBS; k++) {
    const { first } = sentences[sentenceOf[phrase.head]!]!;
    let link = phrase.first - 1;
    if (link <= first) return phrase;
    // "comprising of"
    const bare: NounPhrase = phrase;
    const within =
      words[link]!.tag === 'ADP' && (placeOf[bare.head]! >= 0 || mentions[mentionOf[bare.head]!]?.kind === 'place');
    if (words[link]!.tag === 'ADP' && words[link - 1]!.tag === 'VERB') link--;
    const { tag, lower } = words[link]!;
    if (!within && !(tag === 'VERB' && lower.endsWith('ing'))) return phrase;
    let end = link;
    if (words[end - 1]?.tag === 'ADV') end--;
    const before: NounPhrase | undefined = nounPhrasesIn(scene, first, end, grammar).at(-1);
    if (before?.last !== end) return phrase;
    phrase = before;
  }
  return phrase;
}

/** "As a first step | Halvia freed four men", "the town | Halvia shelled": where a side right before the verb is its subject, the words before it are none of it; where it begins, else -1. */
function sideStart({ scene, lexicon }: Around, { first, last, head }: NounPhrase): number {
  const { words, mentions, mentionOf } = scene;
  const mention = mentions[mentionOf[last - 1]!];
  if (head !== last - 1 || mention?.form !== 'name' || mention.kind === 'person' || mention.first <= first) return -1;
  const { tag, text } = words[mention.first - 1]!;
  if (tag !== 'NOUN' || text !== text.toLowerCase() || words[first]!.tag === 'PROPN') return -1;
  // "The rebel group Teyl Front": what it is.
  if (mention.kind !== 'place' && (setsOf(words[mention.first - 1]!, lexicon) & lexicon.fighters) !== 0) return -1;
  return scene.resolve(mention.span).party === null ? -1 : mention.first;
}

/** The phrase right before a verb, where it ends with a name: behind a preposition it is no subject, but may end with one. */
function besides({ scene, grammar }: Around, verb: number): NounPhrase | null {
  const { words, mentions, mentionOf, sentences, sentenceOf } = scene;
  if (mentions[mentionOf[verb - 1] ?? -1]?.form !== 'name' || words[verb]!.tag === 'PUNCT') return null;
  const phrase = nounPhrasesIn(scene, sentences[sentenceOf[verb]!]!.first, verb, grammar).at(-1);
  return phrase?.last === verb ? phrase : null;
}

/** By rules: on news of events they find more objects than what was learned from parsers' trees. */
export function argumentsAt(around: Around, verb: number): Arguments {
  const { scene, grammar } = around;
  const group = verbGroupAt(scene, verb, grammar);
  const found = argumentsByRule(scene, group, argumentPhrases(scene, group, grammar), grammar);
  const subject = subjectOf(around, found.subject ?? besides(around, group.first));
  const side = subject === null || subject.last !== group.first ? -1 : sideStart(around, subject);
  if (side < 0) return { ...found, subject: found.subject === null ? null : subject };
  const own: NounPhrase = { ...subject!, first: side };
  if (group.first < verb || found.agent !== null) return { ...found, subject: own };
  // Without an auxiliary the verb is no passive: what stands before the side is its object, unless a preposition brings it in.
  const before = scene.words[subject!.first - 1];
  const object = { first: subject!.first, last: side, head: side - 1 };
  const brought = before?.tag === 'ADP' || before?.tag === 'SCONJ';
  return { ...found, subject: own, passive: false, object: found.object ?? (brought ? null : object) };
}
