/** Who and what a noun of action is about: "Halvia's demand", "the Front's strikes on Nerith", "an attack by fighters". */
import type { Scene } from '../scene.ts';
import { isPossessive, type NounPhrase, nounPhraseAt, nounPhrasesIn, sentenceAt } from './chunks.ts';
import type { Grammar } from './lexicon.ts';

export interface NounArguments {
  /** Who does it or holds it: a possessive, an adjective or name of a people before it, "by ...". */
  readonly owner: NounPhrase | null;
  /** After "of". */
  readonly of: NounPhrase | null;
  /** What it is directed at: after "on", "against", "at". */
  readonly on: NounPhrase | null;
  /** After "to": "a threat to shipping", "a visit to Lorn". */
  readonly to: NounPhrase | null;
  /** After "for": "calls for a truce". */
  readonly for: NounPhrase | null;
  /** After "with": "talks with the Front". */
  readonly with: NounPhrase | null;
  /** After "between": "talks between Halvia and Maravet"; the first of those joined. */
  readonly between: NounPhrase | null;
  /** After "from": "demands from the Front". */
  readonly from: NounPhrase | null;
  /** After "in". */
  readonly in: NounPhrase | null;
}

const NONE: NounArguments = {
  owner: null,
  of: null,
  on: null,
  to: null,
  for: null,
  with: null,
  between: null,
  from: null,
  in: null,
};

/** At most this many words stand between a noun and what hangs on it. */
const REACH = 24;

/** What hangs on the noun at word `noun`. Pure; linear in the sentence. */
export function nounArgumentsOf(scene: Scene, noun: number, g: Grammar): NounArguments {
  const { words } = scene;
  const { last } = sentenceAt(scene, noun);
  const found = { ...NONE } as { -readonly [K in keyof NounArguments]: NounPhrase | null };
  found.owner = ownerBefore(scene, noun, g);
  const until = Math.min(last, noun + REACH);
  const phrases = nounPhrasesIn(scene, noun + 1, until, g);
  for (let i = noun + 1; i < until; ) {
    const w = words[i]!;
    const phrase = phrases.find((p) => p.first === i + 1);
    if (w.tag !== 'ADP' && w.lower !== 'to') break;
    if (!phrase) break;
    const slot = g.doers.has(w.lower) ? 'owner' : g.targets.has(w.lower) ? 'on' : w.lower;
    if (slot in found && found[slot as keyof NounArguments] === null) found[slot as keyof NounArguments] = phrase;
    i = phrase.last;
    // "Halvia and Maravet": those joined go with the first.
    while (words[i]?.lower === 'and' || words[i]?.text === ',') {
      const next = phrases.find((p) => p.first === i + 1);
      if (!next || next.last >= until) break;
      i = next.last;
    }
  }
  return found;
}

/** "Halvia's", "its", "Halvian", "Front" before a noun. */
function ownerBefore(scene: Scene, noun: number, g: Grammar): NounPhrase | null {
  const { words } = scene;
  const whole = nounPhraseAt(scene, noun, g);
  for (let i = noun - 1; i >= whole.first; i--) {
    const w = words[i]!;
    if (g.possessives.has(w.lower)) return { first: i, last: i + 1, head: i };
    if (isPossessive(w) && i - 1 >= whole.first) return { first: whole.first, last: i, head: i - 1 };
  }
  // A name or a people's adjective: what the mentions know as somebody.
  for (let i = noun - 1; i >= whole.first; i--) {
    const m = scene.mentions[scene.mentionOf[i]!];
    if (m && m.referent !== null && m.last <= noun && m.first >= whole.first)
      return { first: m.first, last: m.last, head: m.last - 1 };
  }
  return null;
}
