import { readAfter, readBefore } from './around.ts';
import { type Candidate, SIGN } from './candidate.ts';
import type { Match } from './gazetteer.ts';
import { SORTS, WORD } from './lexicon.ts';
import type { Sight } from './sight.ts';

/** Names of more words, hyphens included, are not looked up. */
const LONGEST = 7;
/** Longer runs of capitals are headlines. */
const LONGEST_RUN = 12;

/** Finds every stretch of words that may name a place, with what speaks for it, in the order of the text. */
export function findCandidates(sight: Sight): Candidate[] {
  const { words, capitalAt, flagsAt, mentionAt, textAt } = sight;
  const candidates: Candidate[] = [];
  for (let i = 0; i < words.length; i++) {
    // A name may begin with a small article: "al-Bab".
    if (!capitalAt(i) && !(textAt(i + 1) === '-' && capitalAt(i + 2) && flagsAt(i) & WORD.inner)) continue;
    const end = runEnd(sight, i);
    const candidate = candidateAt(sight, i, end);
    if (candidate) {
      candidates.push(candidate);
      i = Math.max(i, candidate.last - 1);
    } else {
      // Other words of another name are no places either.
      const mention = mentionAt(i);
      if (mention?.form === 'name') i = Math.max(i, Math.min(mention.last, end) - 1);
    }
  }
  return candidates;
}

/** Where the run of capitalised words, hyphens and inner parts that begins at `first` ends. */
function runEnd({ words, sentenceOf, capitalAt, flagsAt, textAt }: Sight, first: number): number {
  let last = first + 1;
  const joins = (i: number): boolean => textAt(i) === '-' && !words[i]!.spaced && words[i + 1]?.spaced === false;
  while (last < words.length && sentenceOf[last] === sentenceOf[first] && last - first < LONGEST_RUN) {
    const goesOn =
      capitalAt(last) ||
      joins(last) ||
      joins(last - 1) ||
      (flagsAt(last) & WORD.inner && capitalAt(textAt(last + 1) === '-' ? last + 2 : last + 1));
    if (!goesOn) break;
    last++;
  }
  return last;
}

interface Found {
  readonly last: number;
  readonly key: string;
  readonly matches: readonly Match[];
}

/** The longest name from `first` on that the gazetteer knows. */
function longest({ words, capitalAt, textAt, keyOf, look }: Sight, first: number, end: number): Found | null {
  for (let last = Math.min(end, first + LONGEST); last > first; last--) {
    // A hyphen joins: the first half of a name is none.
    if (textAt(last - 1) === '-' || (textAt(last) === '-' && !words[last]!.spaced && capitalAt(last + 1))) continue;
    const key = keyOf(first, last);
    if (key === '') continue;
    const matches = look(key);
    if (matches.length > 0) return { last, key, matches };
    // Some texts have lost their apostrophes: "Halvias north".
    if (key.length > 4 && key.endsWith('s') && !textAt(last - 1).endsWith('S')) {
      const bare = look(key.slice(0, -1));
      if (bare.length > 0) return { last, key: key.slice(0, -1), matches: bare };
    }
  }
  return null;
}

/** The words of a name that no gazetteer has: as far as its mention reaches, or the run, without its kind. */
function nameEnd({ flagsAt, mentionAt }: Sight, first: number, end: number): number {
  const mention = mentionAt(first);
  let last = mention?.form === 'name' && mention.first <= first ? Math.min(mention.last, end) : end;
  while (last > first + 1 && flagsAt(last - 1) & SORTS) last--;
  return last;
}

function candidateAt(sight: Sight, start: number, end: number): Candidate | null {
  const { words, capitalAt, flagsAt, mentionAt, keyOf, scene } = sight;
  // Names that lexicons know to be people or bodies, or that were learned to be, need a plain sign to be places.
  const over = mentionAt(start);
  const other = over?.form === 'name' && over.kind !== 'place';
  if (other && over.made.rule !== 'mention/name') return null;

  // Directions belong to the name where the gazetteer has them so ("South Sudan"); else they tell a part.
  let first = start;
  let found = longest(sight, first, end);
  while (!found && flagsAt(first) & WORD.direction && first + 1 < end) {
    first += words[first + 1]!.text === '-' ? 2 : 1;
    found = longest(sight, first, end);
  }
  const last = found?.last ?? nameEnd(sight, first, end);
  if (last <= first || (!found && words[first]!.tag === 'DET')) return null;
  const name = mentionAt(first);
  const matches = found?.matches ?? [];
  const side = name?.kind === 'place' && name.referent !== null && scene.referents.get(name.referent)?.party != null;
  const c: Candidate = {
    first,
    last,
    nameFirst: first,
    nameLast: last,
    key: found?.key ?? keyOf(first, last),
    matches,
    signs: 0,
    kind: null,
    part: '',
    acts: side || matches.some(({ entry }) => entry.kind === 'state' || entry.capital),
    holder: null,
  };
  if (c.key === '') return null;
  readAfter(sight, c, end);
  readBefore(sight, c);
  // "X University", "X Mayor", and whatever else makes another name of it, unless the mention stage parts them.
  if (capitalAt(c.last) && c.last < end) {
    const parted = name !== null && name.last <= c.last && mentionAt(c.last) !== name;
    if (!parted || flagsAt(c.last) & WORD.body) return null;
  }
  if (other) return c.signs & (SIGN.kind | SIGN.at) && (found || c.signs & SIGN.kind) && over.last <= c.last ? c : null;
  if (name?.kind === 'place' && name.form === 'name' && name.first >= start && name.last <= c.last)
    c.signs |= SIGN.mention;
  if (!found && !(c.signs & (SIGN.mention | SIGN.kind))) return null;
  return c;
}
