/** Reads the words before and after a name: signs of a place, its kind, its part, and how far the whole phrase goes. */
import { type Candidate, SIGN } from './candidate.ts';
import { SORTS, WORD } from './lexicon.ts';
import type { Sight } from './sight.ts';
import { placeKey } from './spelling.ts';

/** How many words may stand between a preposition and the name: "in the Russian-held eastern town of". */
const MOST_PASSED = 7;
/** How far before "from", "to", "on" a word of movement or attack may stand. */
const REACH = 4;

const isOwner = (text: string): boolean => text === "'s" || text === '’s';

/** Whether a word is written as a noun: "stated" is none, though its lemma is that of "states". */
const isNoun = ({ words }: Sight, i: number): boolean => words[i] !== undefined && words[i]!.tag !== 'VERB';

/** What follows the name: "X province", "X's east", "the X and Y regions". `end` is the end of the capitalised run. */
export function readAfter(sight: Sight, c: Candidate, end: number): void {
  const { words, sentenceOf, flagsAt, textAt, capitalAt, look } = sight;
  const next = c.nameLast;
  if (next >= words.length || sentenceOf[next] !== sentenceOf[c.nameFirst]) return;
  const flags = flagsAt(next);
  const state = c.matches.some(({ entry }) => entry.kind === 'state');
  const goesOn = next + 1 < end && capitalAt(next) && capitalAt(next + 1);
  // "the Police Department", whatever town is called Police.
  const plain = c.matches.every(({ entry }) => entry.ordinary);
  const named = flags & WORD.body && next < end && (plain || !(flags & WORD.region));
  if (flags & SORTS && isNoun(sight, next) && !goesOn && !named) {
    // States have no kind after them but at their edges: "the X border", not "the X state department".
    if (state) {
      if (flags & WORD.bounded) {
        c.signs |= SIGN.at;
        c.part = words[next]!.lower;
        c.last = next + 1;
      } else c.loose = true;
      return;
    }
    // "Humanitarian corridors", "Tupolev bases": more is needed for a name that nobody knows.
    if (c.matches.length === 0 && (!(flags & WORD.kept) || flags & WORD.body)) {
      c.loose = true;
      return;
    }
    // "Shiite villages": of several, one name alone tells what they are like, not what they are called.
    const { lower, lemma } = words[next]!;
    const listed = words[c.nameFirst - 1]?.lower === 'and' || textAt(c.nameFirst - 1) === ',';
    if (
      c.matches.length === 0 &&
      lower !== lemma &&
      next - c.nameFirst === 1 &&
      !listed &&
      textAt(c.nameFirst - 1) !== '-'
    ) {
      c.loose = true;
      return;
    }
    c.signs |= SIGN.kind;
    c.sort = words[next]!.lemma;
    c.kind = flags & WORD.quarter ? 'quarter' : flags & WORD.region ? 'region' : 'place';
    if (flags & WORD.kept || (capitalAt(next) && next < end)) {
      c.last = next + 1;
      if (flags & WORD.bounded) c.part = words[next]!.lower;
    }
    return;
  }
  if (flags & WORD.talks && isNoun(sight, next)) {
    if (state) c.loose = true;
    else c.signs |= SIGN.talks;
    return;
  }
  if (isOwner(textAt(next))) {
    let at = next + 1;
    if (flagsAt(at) & WORD.direction && !(flagsAt(at) & WORD.part)) at++;
    const owned = flagsAt(at);
    if (owned & (WORD.part | WORD.kind | WORD.region) && isNoun(sight, at)) {
      // "Russia's capital, Moscow": the other is where it is.
      if (owned & WORD.appositive && capitalAt(textAt(at + 1) === ',' ? at + 2 : at + 1)) return;
      c.signs |= SIGN.at;
      if (owned & WORD.bounded) {
        c.part = words[at]!.lower;
        c.last = at + 1;
      }
    } else if (capitalAt(at) && look(placeKey(textAt(at))).length > 0) c.signs |= SIGN.to;
    return;
  }
  // "X forces", "the X grain deal": the name only says which.
  const { tag, lower, lemma } = words[next]!;
  if (next >= end && tag === 'NOUN' && textAt(next) !== '-') c.loose = true;
  // "X-backed"
  if (textAt(next) === '-' && !capitalAt(next + 1) && words[next]!.spaced === false) c.loose = true;
  if (tag === 'VERB' || tag === 'AUX') c.subject = true;
  if (textAt(next) === ',' || lower === 'and') {
    let at = next + 1;
    while (at < next + 8 && (capitalAt(at) || words[at]?.lower === 'and' || textAt(at) === ',')) at++;
    if (sentenceOf[at] === sentenceOf[next] && flagsAt(at) & WORD.region && words[at]!.lower !== words[at]!.lemma) {
      c.signs |= SIGN.kind;
      c.kind = 'region';
    }
  } else if (lemma === 'also') c.subject = true;
}

/** Direction words right before the name: they say which part of it is meant. Answers the word before them. */
function readDirection({ words, sentenceOf, flagsAt, textAt }: Sight, c: Candidate): number {
  let first = c.nameFirst;
  const sentence = sentenceOf[first];
  for (;;) {
    let at = first - 1;
    if (first < c.nameFirst && (textAt(at) === '-' || words[at]?.lower === 'and' || words[at]?.lower === 'or')) at--;
    else if (textAt(at) === '-') at--;
    if (at < 0 || sentenceOf[at] !== sentence || !(flagsAt(at) & WORD.direction)) break;
    first = at;
  }
  if (first === c.nameFirst) return first - 1;
  c.part = '';
  for (let i = first; i < c.nameFirst; i++)
    if (textAt(i) !== '-') c.part += (c.part === '' ? '' : words[i]!.spaced ? ' ' : '-') + words[i]!.lower;
  // "the eastern X region" is a region in the east, not the east of a region.
  if (c.kind === 'region') c.part = '';
  else c.first = first;
  c.signs |= SIGN.to;
  return first - 1;
}

/** "the outskirts of X", "the border with X": the part is meant, and its word belongs to the phrase. */
function takePart({ words, flagsAt }: Sight, c: Candidate, noun: number, link: string): void {
  if (!(flagsAt(noun) & WORD.bounded) || c.part !== '') return;
  c.part = link === 'of' ? words[noun]!.lower : `${words[noun]!.lower} ${link}`;
  c.first = noun;
}

/** What stands before the name, back to a preposition or to a word that ends the phrase. */
export function readBefore(sight: Sight, c: Candidate): void {
  const { words, sentenceOf, flagsAt, mentionAt, textAt, capitalAt } = sight;
  const sentence = sentenceOf[c.nameFirst];
  let at = readDirection(sight, c);
  // "Russia's capital, Moscow"
  if (
    c.matches.length > 0 &&
    textAt(at) === ',' &&
    flagsAt(at - 1) & WORD.appositive &&
    words[at - 1]!.tag === 'NOUN'
  ) {
    const { lower, lemma } = words[at - 1]!;
    const state = c.matches.some(({ entry }) => entry.kind === 'state');
    if (lower === lemma && sentenceOf[at - 1] === sentence && !state) {
      c.signs |= SIGN.kind;
      return;
    }
  }
  // "countries such as X"
  if (words[at]?.lower === 'as' && words[at - 1]?.lower === 'such' && flagsAt(at - 2) & (SORTS | WORD.part)) {
    c.signs |= SIGN.at;
    return;
  }
  for (let passed = 0; at >= 0 && passed < MOST_PASSED && sentenceOf[at] === sentence; at--, passed++) {
    const flags = flagsAt(at);
    const { lower, lemma, tag } = words[at]!;
    if (lower === 'of') {
      const noun = flagsAt(at - 1);
      // "the Department of Agriculture"
      if (noun & WORD.body && c.matches.length === 0) return;
      if (noun & (SORTS | WORD.part) && isNoun(sight, at - 1)) {
        c.signs |= noun & WORD.bounded ? SIGN.at : SIGN.kind;
        if (noun & WORD.region) c.kind ??= 'region';
        else if (noun & WORD.quarter) {
          // "the X neighbourhood of Y" names a part of Y; "the neighbourhood of X" names X.
          if (capitalAt(at - 2) || words[at - 1]!.lower !== words[at - 1]!.lemma) return;
          c.kind ??= 'quarter';
          return;
        } else if (noun & WORD.kind && !(noun & WORD.bounded)) c.kind ??= 'place';
        if (words[at - 1]!.lower !== words[at - 1]!.lemma) c.plural = true;
        if (noun & WORD.part) c.signs |= SIGN.at;
        takePart(sight, c, at - 1, 'of');
      } else if (noun & (WORD.moves | WORD.direction)) c.signs |= SIGN.at;
      return;
    }
    if (lower === 'with') {
      if (flagsAt(at - 1) & WORD.bounded) {
        c.signs |= SIGN.at;
        takePart(sight, c, at - 1, 'with');
      }
      return;
    }
    if (flags & WORD.at) {
      c.signs |= SIGN.at;
      return;
    }
    if (flags & WORD.takes && (tag === 'VERB' || words[at - 1]?.tag === 'AUX')) {
      c.signs |= SIGN.at;
      return;
    }
    if (flags & WORD.to) {
      c.signs |= SIGN.to;
      const open = lower === 'including' ? WORD.part | SORTS : WORD.moves | WORD.takes;
      for (let back = at - 1; back >= at - REACH && sentenceOf[back] === sentence; back--)
        if (flagsAt(back) & open) c.signs |= SIGN.at;
      return;
    }
    if (flags & WORD.appositive && passed === 0 && tag === 'NOUN' && lower === lemma && c.part === '') {
      c.signs |= SIGN.kind;
      c.kind ??= 'place';
    }
    const between =
      (flags & (WORD.passed | WORD.kind | WORD.direction)) !== 0 ||
      textAt(at) === '-' ||
      tag === 'ADJ' ||
      tag === 'DET' ||
      mentionAt(at)?.kind === 'group';
    if (!between) return;
  }
}
