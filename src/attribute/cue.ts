import type { Upos, Word } from '../record.ts';
import { type Phrase, phrasesAt } from '../text/phrases.ts';
import type { CueEntry, CueKind, CueLexicon } from './cue-lexicon.ts';
import { cueEnd, phrasesNear } from './cue-phrase.ts';

/** A cue found in the words of a report: entry and words `[first, last)`. */
export interface CueMatch {
  readonly entry: CueEntry;
  readonly first: number;
  readonly last: number;
}

/** How far a cue's phrase may run on past the words that were marked as the cue ("called | on Maravet"). */
const OVERRUN = 4;

const KIND_OF: Readonly<Partial<Record<Upos, CueKind>>> = {
  VERB: 'verb',
  AUX: 'verb',
  NOUN: 'noun',
  PROPN: 'noun',
  ADJ: 'adjective',
};

/** How well an entry's class of word goes with the word's tag: 2 the same, 1 a likely slip of the tagger, 0 no. */
function fit(kind: CueKind, tag: Upos): number {
  if (kind === 'phrase' || KIND_OF[tag] === kind) return 2;
  return tag === 'PROPN' || tag === 'X' || KIND_OF[tag] !== undefined ? 1 : 0;
}

/**
 * The entry that stands at word `at`: the longest phrase, and of equals the one whose class of word goes with the tag.
 * `stop` is one past the last word that may belong to it. `null` where none stands there. A word that only looks like
 * a cue but is of another class is not found unless `loose`.
 */
export function cueAt(
  words: readonly Word[],
  at: number,
  stop: number,
  lexicon: CueLexicon,
  loose = false,
): CueMatch | null {
  const word = words[at];
  const phrases = word && (loose ? phrasesNear : phrasesAt)(lexicon.index, word);
  if (!word || !phrases) return null;
  let best: CueMatch | null = null;
  let score = 0;
  let size = 0;
  for (const phrase of phrases as readonly Phrase<CueEntry>[]) {
    if (phrase.words.length < size) continue;
    const how = fit(phrase.value.kind, word.tag);
    if (how === 0 || (how === 1 && !loose && phrase.words.length === 1)) continue;
    if (phrase.words.length === size && how <= score) continue;
    const last = cueEnd(words, at, stop, phrase);
    if (last < 0) continue;
    best = { entry: phrase.value, first: at, last };
    score = how;
    size = phrase.words.length;
  }
  return best;
}

/**
 * The entry that best says what the marked cue words `[first, last)` do: of several ("repeated warnings", "was quoted
 * as saying") the one that suggests an act most strongly, and of equals the first. `null` where the lexicon has none.
 */
export function cueIn(words: readonly Word[], first: number, last: number, lexicon: CueLexicon): CueMatch | null {
  let best: CueMatch | null = null;
  let score = -1;
  for (let at = first; at < last; at++) {
    const match = cueAt(words, at, Math.min(words.length, last + OVERRUN), lexicon, true);
    if (!match) continue;
    const s = match.entry.family.strength + 0.1 * (match.last - match.first);
    if (s > score) {
      best = match;
      score = s;
    }
    // The words of a longer phrase are not looked at again: "insist on" is no "on".
    if (match.last - 1 > at) at = match.last - 1;
  }
  return best;
}

/**
 * Looks a cue up by its base form and the base forms that follow, without tags: the entries of the longest phrase that
 * stands there, one for each class of word. Empty where the lexicon has none.
 */
export function cueClass(lexicon: CueLexicon, lemma: string, next: readonly string[] = []): readonly CueEntry[] {
  const found: CueEntry[] = [];
  let length = 0;
  for (const phrase of lexicon.index.get(lemma) ?? []) {
    if (phrase.words.length < length) break;
    if (!phrase.words.every((form, i) => i === 0 || form === next[i - 1])) continue;
    found.push(phrase.value);
    length = phrase.words.length;
  }
  return found;
}
