/** Whose a deed is where no verb says so, and to whom a thing is given: of both sides of a fight, of the side that a pronoun or what is asked of it tells. */
import type { Participant } from '../../record.ts';
import { type NounPhrase, nounPhrasesIn } from '../grammar/chunks.ts';
import { type Scene, spanOf } from '../scene.ts';
import { type Around, actorOf, participantOf } from './participants.ts';

/** How far before the second side the word that sets it against the first may stand. */
const AGAINST = 24;

/** "The war between Halvia and | the Front": the second of two sides, which stands next to the verb but is not its subject. */
export function isSecond({ words, sentences, sentenceOf }: Scene, { first }: NounPhrase): boolean {
  const { first: floor } = sentences[sentenceOf[first]!]!;
  let joined = false;
  for (let i = first - 1; i >= Math.max(floor, first - AGAINST); i--) {
    const { lower, tag } = words[i]!;
    if (lower === 'between') return joined;
    if (lower === 'and') joined = true;
    else if (tag === 'VERB' && words[i - 1]?.text !== ',') return false;
  }
  return false;
}

/** Both sides of a fight "between Halvia and the Front", which each does to the other; `null` where one has no name. */
export function bothOf(around: Around, first: NounPhrase): Participant | null {
  const { scene, grammar } = around;
  const { words, sentences, sentenceOf } = scene;
  if (words[first.last]?.lower !== 'and') return null;
  const { last } = sentences[sentenceOf[first.head]!]!;
  const second = nounPhrasesIn(scene, first.last + 1, last, grammar)[0];
  if (second?.first !== first.last + 1) return null;
  const [one, other] = [actorOf(around, first), actorOf(around, second)];
  if (one === null || other === null || one.name === other.name) return null;
  const span = spanOf(scene, { first: first.first, last: second.last });
  return { name: `${one.name} and ${other.name}`, span };
}

/** "Halvia and Maravet | fired on each other", "talks between Halvia and Maravet, whose navies fired on each other": the two sides joined last before a word. */
export function eachOf(around: Around, at: number): Participant | null {
  const { scene, grammar } = around;
  const { first } = scene.sentences[scene.sentenceOf[at]!]!;
  const phrases = nounPhrasesIn(scene, first, at, grammar);
  for (let i = phrases.length - 2; i >= 0; i--) {
    const both = bothOf(around, phrases[i]!);
    if (both) return both;
  }
  return null;
}

/** The side named last before a word of its sentence, other than the one struck. */
export function lastSide(
  { mentions, mentionOf, sentences, sentenceOf, resolve }: Scene,
  at: number,
  target: Participant | null,
): Participant | null {
  for (let i = at - 1; i >= sentences[sentenceOf[at]!]!.first; i--) {
    const mention = mentions[mentionOf[i]!];
    if (mention?.form !== 'name') continue;
    const { party } = resolve(mention.span);
    if (party !== null && party !== target?.name) return { name: party, span: mention.span };
    i = mention.first;
  }
  return null;
}

/** "Cantara condemned Halvia for | its raid": the side named last before a pronoun, other than the one struck. */
export function whoseOf(
  { scene, lexicon }: Around,
  owner: NounPhrase | null,
  target: Participant | null,
): Participant | null {
  const { words } = scene;
  // Only where something is asked or said of a side for it: "its" may be anybody's else.
  if (owner === null || words[owner.head]!.tag !== 'PRON' || !lexicon.answered.has(words[owner.first - 1]?.lower ?? ''))
    return null;
  return lastSide(scene, owner.first, target);
}

/** "Sanctions on Halvia for | the seizure of the port": who is made to answer for a deed did it. */
export function answerable(around: Around, from: number): Participant | null {
  const { scene, grammar, lexicon } = around;
  const { words, sentences, sentenceOf } = scene;
  const { first } = sentences[sentenceOf[from]!]!;
  if (from - 1 <= first || !lexicon.answered.has(words[from - 1]!.lower)) return null;
  const before = nounPhrasesIn(scene, first, from - 1, grammar).at(-1);
  if (before?.last !== from - 1 || !grammar.targets.has(words[before.first - 1]?.lower ?? '')) return null;
  return actorOf(around, before);
}

/** How many words behind what is given the one it is given to may stand. */
const GIVEN = 8;

/** "Supplied | Cantara with grain", "sent grain to | Cantara": the side that is given to. */
export function givenTo(around: Around, gift: NounPhrase | null, last: number): Participant | null {
  const { scene, grammar } = around;
  const { words, sentences, sentenceOf } = scene;
  const itself = gift !== null && gift.first >= last ? participantOf(around, gift) : null;
  if (itself !== null && itself.span !== null && scene.resolve(itself.span).party !== null) return itself;
  const from = Math.max(last, gift?.last ?? last);
  const { last: end } = sentences[sentenceOf[last - 1]!]!;
  for (let i = from; i < Math.min(end, from + GIVEN); i++) {
    if (words[i]!.tag === 'PUNCT' || words[i]!.tag === 'VERB') return null;
    if (words[i]!.lower !== 'to' && words[i]!.lower !== 'for') continue;
    const to = nounPhrasesIn(scene, i + 1, end, grammar)[0];
    return to?.first === i + 1 ? participantOf(around, to) : null;
  }
  return null;
}
