/** Who the words around a deed name as its doer: a phrase, or the side right before a noun. */
import type { Participant } from '../../record.ts';
import { isPossessive, type NounPhrase } from '../grammar/chunks.ts';
import { nounArgumentsOf } from '../grammar/noun-arguments.ts';
import { spanOf } from '../scene.ts';
import { withS } from './lexicon.ts';
import { type Around, actorOf, ledOf } from './participants.ts';
import { type Candidate, setsOf } from './triggers.ts';
import { isSecond } from './whose.ts';

/** "The war | between Halvia and the Front": both do it, to each other. */
const isBetween = ({ scene, grammar }: Around, noun: number): boolean =>
  nounArgumentsOf(scene, noun, grammar).between !== null;

/** Whether a phrase names a war by the land it is fought in, without a possessive. */
function isWarOf({ scene, lexicon }: Around, { first, head }: NounPhrase): boolean {
  if (!lexicon.nouns.get(scene.words[head]!.lower)?.some((t) => t.family.name === 'war')) return false;
  for (let i = first; i < head; i++) if (isPossessive(scene.words[i]!)) return false;
  return true;
}

/** "Halvian and Maravetian | troops": the two sides whose people are told as one; `null` where there is one. */
function sidesOf(around: Around, { first, last, head }: NounPhrase): Participant | null {
  const { words, mentions, mentionOf } = around.scene;
  let and = first - 1;
  for (let i = first + 1; i < head; i++) if (words[i]!.lower === 'and') and = i;
  if (words[and]?.lower !== 'and' || mentions[mentionOf[and - 1]!]?.kind !== 'group') return null;
  // "Rebels and their families": no two sides.
  if (words[and + 1]!.tag === 'PRON' || words[and + 1]!.tag === 'DET') return null;
  const one = actorOf(around, { first: and - 1, last: and, head: and - 1 });
  const other = actorOf(around, { first: and + 1, last, head });
  if (one === null || other === null || one.name === other.name) return null;
  return { name: `${one.name} and ${other.name}`, span: spanOf(around.scene, { first: and - 1, last }) };
}

/** The doer that a phrase names; of a deed ("Halvian strikes killed ..."), whose deed it is. */
export function doerOf(around: Around, phrase: NounPhrase | null): Participant | null {
  if (phrase === null) return null;
  if (isBetween(around, phrase.head) || isSecond(around.scene, phrase)) return null;
  const { words } = around.scene;
  // "The Halvian war": where it is, not whose.
  if (isWarOf(around, phrase)) return null;
  // "Halvia's second largest rebel group": what is Halvia's here is no deed of its own.
  for (let i = phrase.first; i <= phrase.head; i++)
    if (around.lexicon.bands.has(words[i]!.lower)) return actorOf(around, phrase);
  const both = sidesOf(around, phrase);
  if (both !== null) return both;
  return actorOf(around, phrase) ?? actorOf(around, nounArgumentsOf(around.scene, phrase.head, around.grammar).owner);
}

/** The side named right before a noun: "Halvian strikes", "rebel shelling", "US-led coalition air raids". */
export function ownerBefore(around: Around, c: Candidate, from: number): Participant | null {
  const { scene, lexicon } = around;
  const { mentions, mentionOf, words } = scene;
  for (let i = c.first - 1; i >= from; i--) {
    const mention = mentions[mentionOf[i]!];
    if (!mention || mention.last > c.last) {
      const band = bandOf(around, i);
      if (band) return band;
      continue;
    }
    // "US-led coalition strikes", "Saudi-backed rebel fire"
    if (/^[-–]$/.test(words[mention.last]?.text ?? '') && lexicon.led.has(words[mention.last + 1]?.lower ?? '')) {
      const led = ledOf(around, { first: mention.first, last: c.first, head: c.first - 1 });
      return led;
    }
    let first = Math.max(from, mention.first);
    // "Halvian and Cantaran jets": two sides joined before one noun.
    while (first - 2 >= from && words[first - 1]!.lower === 'and' && mentionOf[first - 2]! >= 0)
      first = Math.max(from, mentions[mentionOf[first - 2]!]!.first);
    const last = Math.min(mention.last, c.first);
    const who = actorOf(around, { first, last, head: last - 1 });
    if (who && !isMeans(around, who, last)) return who;
  }
  return null;
}

/** "Sula rockets", "Point bombs": the make of what is fired, and nobody's name. */
function isMeans({ scene, lexicon }: Around, { span }: Participant, last: number): boolean {
  const next = scene.words[last];
  if (span === null || next === undefined || scene.resolve(span).party !== null) return false;
  return (setsOf(next, lexicon) & lexicon.means) !== 0 || lexicon.modes.has(next.lower);
}

/** "rebel shelling", "regime strikes": those under arms or in power, by a common noun in the singular. */
function bandOf(around: Around, at: number): Participant | null {
  const { scene, lexicon } = around;
  const { lower, tag } = scene.words[at]!;
  if (tag !== 'NOUN' && tag !== 'ADJ') return null;
  // "anti-government protests" are not the government's.
  if (/^[-–]$/.test(scene.words[at - 1]?.text ?? '') && !scene.words[at]!.spaced) return null;
  const range = { first: at, last: at + 1 };
  if (lexicon.rulers.has(lower)) return actorOf(around, { ...range, head: at });
  return lexicon.bands.has(lower) ? { name: withS(lower), span: spanOf(scene, range) } : null;
}
