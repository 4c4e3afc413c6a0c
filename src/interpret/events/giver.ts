/** Whose a figure is, by the words that name whoever gives it. */
import type { Span } from '../../record.ts';
import { rangeOf, type Scene } from '../scene.ts';
import type { EventLexicon } from './lexicon.ts';

/** Who is named, and for which side they stand. */
interface Giver {
  readonly name: string | null;
  readonly party: string | null;
}

/** The party of whoever gives a figure, else their name. "The Halvia-based monitor" sits in Halvia, and is not Halvia. */
export function giverIn(
  scene: Scene,
  words: Span | null,
  { name, party }: Giver,
  lexicon: EventLexicon,
): string | null {
  if (words === null || party === null) return party ?? name;
  const { first, last } = rangeOf(scene, words);
  // A name may have been cut before its hyphen: the words right behind count too.
  for (let i = first; i < last + 1; i++) {
    const place = scene.words[i + 1]?.lower;
    if (!/^[-–]$/.test(scene.words[i]?.text ?? '') || place === undefined || !lexicon.based.has(place)) continue;
    return name === party || name?.toLowerCase().endsWith(place) ? null : name;
  }
  return party;
}
