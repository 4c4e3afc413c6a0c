import type { Upos } from '../../record.ts';
import { readAfter, readBefore } from './around.ts';
import { type Candidate, SIGN } from './candidate.ts';
import { holds } from './choose.ts';
import { SHORT_FORM } from './format.ts';
import type { Match } from './gazetteer.ts';
import { SORTS, WORD } from './lexicon.ts';
import type { Sight } from './sight.ts';

/** Names of more words, hyphens included, are not looked up. */
const LONGEST = 7;
/** Words written small that may end a name. */
const TAIL = 3;
/** Words with a capital of a name that no gazetteer has; more are a headline. */
const MOST_UNKNOWN = 3;
/** Tags of words that are no names by themselves. */
const CLOSED: ReadonlySet<Upos> = new Set(['DET', 'PRON', 'ADP', 'CCONJ', 'SCONJ', 'AUX', 'PART', 'PUNCT', 'NUM']);
/** Places of so many people (500,000), by decimal logarithm, are known by name whatever else was learned of it. */
const WELL_KNOWN = 5.7;
/** Longer runs of capitals are headlines. */
const LONGEST_RUN = 12;

/** Finds every stretch of words that may name a place, with what speaks for it, in the order of the text. */
export function findCandidates(sight: Sight): Candidate[] {
  const { words, capitalAt, flagsAt, mentionAt, textAt, smallAt } = sight;
  const candidates: Candidate[] = [];
  for (let i = 0; i < words.length; i++) {
    // A name may begin with a small article: "al-Bab".
    if (!capitalAt(i) && !(textAt(i + 1) === '-' && capitalAt(i + 2) && flagsAt(i) & WORD.inner) && !smallAt(i))
      continue;
    const end = smallAt(i) ? sentenceEnd(sight, i) : runEnd(sight, i);
    // Most words with a capital only begin a sentence.
    if (end === i + 1 && CLOSED.has(words[i]!.tag)) continue;
    const candidate = candidateAt(sight, i, end, candidates.at(-1));
    if (candidate) {
      candidates.push(candidate);
      i = Math.max(i, candidate.last - 1);
    } else {
      // Other words of another name are no places either.
      const mention = mentionAt(i);
      if (mention) i = Math.max(i, mention.last - 1);
    }
  }
  return candidates;
}

/** As far as a name written small may reach. */
function sentenceEnd({ words, sentenceOf }: Sight, first: number): number {
  let last = first + 1;
  while (last < words.length && last - first < LONGEST && sentenceOf[last] === sentenceOf[first]) last++;
  return last;
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
  /** Whether it stands there with an `s` too many: an owner without apostrophe. */
  readonly owner: boolean;
}

/** The longest name from `first` on that the gazetteer knows. */
function longest(
  { words, capitalAt, flagsAt, textAt, keyOf, look, mentionAt }: Sight,
  first: number,
  end: number,
): Found | null {
  // A name of the lexicons may hold an apostrophe, at which runs end.
  const whole = mentionAt(first);
  if (whole && whole.first === first && whole.last > end) {
    const key = keyOf(first, whole.last);
    const matches = look(key);
    if (matches.length > 0) return { last: whole.last, key, matches, owner: false };
  }
  // "Lachin corridor", "... nuclear power plant": some are known by more than their capitalised part.
  for (let last = Math.min(end + TAIL, first + LONGEST); last > end; last--) {
    if (!(flagsAt(last - 1) & SORTS) || capitalAt(last - 1)) continue;
    const key = keyOf(first, last);
    const matches = look(key);
    if (matches.length > 0) return { last, key, matches, owner: false };
  }
  for (let last = Math.min(end, first + LONGEST); last > first; last--) {
    // A hyphen joins: the first half of a name is none.
    if (words[last - 1]!.tag === 'PUNCT' || (textAt(last) === '-' && !words[last]!.spaced && capitalAt(last + 1)))
      continue;
    const key = keyOf(first, last);
    if (key === '') continue;
    const matches = look(key);
    // "Orum al-Kubra" is no Orum, and "Tal Tamr" no Tal.
    const cut =
      last < end &&
      (flagsAt(last) & WORD.inner ? textAt(last + 1) === '-' : capitalAt(last) && mentionAt(last) === whole && whole) &&
      matches.every((m) => m.entry.size < 5 && m.entry.kind === 'place');
    if (matches.length > 0 && !cut) return { last, key, matches, owner: false };
    // Some texts have lost their apostrophes: "Halvias north".
    if (key.length > 4 && key.endsWith('s') && !textAt(last - 1).endsWith('S')) {
      const bare = look(key.slice(0, -1));
      if (bare.length > 0) return { last, key: key.slice(0, -1), matches: bare, owner: true };
    }
  }
  return null;
}

/** The words of a name that no gazetteer has: as far as its mention reaches, or the run, without its kind. */
function nameEnd({ words, flagsAt, mentionAt, textAt }: Sight, first: number, end: number): number {
  const mention = mentionAt(first);
  let last = mention && mention.first <= first ? Math.min(mention.last, end) : end;
  // A mention may end where a small article goes on with the name.
  while (
    last < end &&
    (flagsAt(last) & WORD.inner || textAt(last - 1) === '-' || (textAt(last) === '-' && !words[last]!.spaced))
  )
    last++;
  while (last > first + 1 && flagsAt(last - 1) & SORTS) last--;
  return last;
}

/** Whether only "and" or a comma stands between a list of places and what begins at `first`. */
function goesOn({ words, textAt }: Sight, before: Candidate | undefined, first: number): boolean {
  if (!before?.plural || first - before.last > 3) return false;
  for (let i = before.last; i < first; i++)
    if (words[i]!.lower !== 'and' && words[i]!.lower !== 'or' && textAt(i) !== ',') return false;
  return true;
}

/** A short form right behind a place: "Alexandria, La.". */
function shortForm({ textAt, look, keyOf }: Sight, first: number, before: Candidate | undefined): Found | null {
  if (before?.last !== first - 1 || textAt(first - 1) !== ',') return null;
  const key = SHORT_FORM + keyOf(first, first + 1);
  const matches = look(key);
  return matches.length > 0 ? { last: first + 1, key, matches, owner: false } : null;
}

/** Whether what follows a comma holds the place: "X, Kentucky". */
function backed(sight: Sight, { last, matches }: Found, end: number): boolean {
  const { textAt, capitalAt, look, keyOf } = sight;
  if (textAt(last) !== ',' || !capitalAt(last + 1)) return false;
  const larger = longest(sight, last + 1, Math.max(end, runEnd(sight, last + 1)))?.matches ?? [];
  const all = [...larger, ...look(SHORT_FORM + keyOf(last + 1, last + 2))];
  return all.some((m) => matches.some((n) => n.entry.kind === 'place' && holds(m.entry, n.entry)));
}

/** Whether a place stands right before, one of a name that nobody knows as well: "in X, Y". */
function behindName(sight: Sight, first: number, before: Candidate | undefined): boolean {
  const { words, sentenceOf, textAt, capitalAt, flagsAt } = sight;
  // "diplomats from Russia, Ukraine": a list of sides.
  if (before?.last === first - 1) return false;
  if (textAt(first - 1) !== ',' || !capitalAt(first - 2)) return false;
  let at = first - 3;
  while (at >= first - 6 && capitalAt(at)) at--;
  return sentenceOf[at] === sentenceOf[first] && words[at]?.tag === 'ADP' && (flagsAt(at) & (WORD.at | WORD.to)) !== 0;
}

/** Whether a name is that of a state, region, water or large city, and of nothing else that news speaks of. */
const wellKnown = (matches: readonly Match[]): boolean =>
  matches.some(
    ({ entry, by }) =>
      !entry.ordinary &&
      by !== 'other' &&
      (entry.kind === 'state' ||
        entry.kind === 'water' ||
        entry.kind === 'wide' ||
        (entry.size >= WELL_KNOWN && entry.kind !== 'county')),
  );

function candidateAt(sight: Sight, start: number, end: number, before: Candidate | undefined): Candidate | null {
  const { words, capitalAt, flagsAt, mentionAt, keyOf, look, scene } = sight;
  // Names that lexicons know to be people or bodies, or that were learned to be, need a plain sign to be places.
  const over = mentionAt(start);
  // A people's name may begin that of a place: "Western Sahara".
  const within = over?.kind === 'group' && over.last < end;
  const other = over !== null && over.kind !== 'place' && !within;
  if (other && (over.kind === 'date' || over.made.rule !== 'mention/name')) return null;

  // Directions belong to the name where the gazetteer has them so ("South Sudan"); else they tell a part.
  let first = start;
  const short = shortForm(sight, first, before);
  let found = short ?? longest(sight, first, end);
  while (!found && flagsAt(first) & WORD.direction && first + 1 < end) {
    first += words[first + 1]!.text === '-' ? 2 : 1;
    found = longest(sight, first, end);
  }
  if (within && (!found || found.last <= over.last)) return null;
  if (!found && !mentionAt(first) && words[first]!.tag !== 'PROPN') return null;
  const last = found?.last ?? nameEnd(sight, first, end);
  if (last <= first || (!found && !mayBeName(sight, first, last))) return null;
  if (allDirections(sight, first, last)) return null;
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
    sort: '',
    plural: false,
    loose: false,
    subject: false,
    part: '',
    acts: side || matches.some(({ entry }) => entry.kind === 'state' || entry.kind === 'wide' || entry.capital),
    owner: found?.owner ?? false,
    holder: null,
    held: false,
  };
  if (c.key === '') return null;
  if (flagsAt(last) & WORD.deal) return null;
  readAfter(sight, c, end);
  readBefore(sight, c);
  // "X University", "X Mayor", and whatever else makes another name of it, unless the mention stage parts them.
  if (capitalAt(c.last) && c.last < end) {
    const parted = name !== null && name.last <= c.last && mentionAt(c.last) !== name;
    const next = c.owner && look(keyOf(c.last, c.last + 1)).length > 0;
    if (!next && (!parted || flagsAt(c.last) & WORD.body)) return null;
  }
  if (other) {
    const listed = goesOn(sight, before, c.first);
    const known =
      short !== null ||
      (found !== null && backed(sight, found, end)) ||
      (over.made.rule === 'mention/name' && over.first >= first && wellKnown(matches));
    const told = listed || known || (c.signs & (SIGN.kind | SIGN.at)) !== 0;
    if (!told || over.last > c.last) return null;
    if (listed) c.signs |= SIGN.kind;
    if (known && behindName(sight, c.first, before)) c.signs |= SIGN.joined;
    return c;
  }
  if (found && wellKnown(matches) && behindName(sight, c.first, before)) c.signs |= SIGN.joined;
  if (name?.kind === 'place' && name.first >= start && name.last <= c.last) c.signs |= SIGN.mention;
  if (!found && !isUnknownPlace(sight, c)) return null;
  takeArticle(sight, c);
  return c;
}

/** "al-Jamila", where the gazetteer has the bare name or none: the article belongs to the name all the same. */
function takeArticle({ words, sentenceOf, flagsAt, textAt, capitalAt }: Sight, c: Candidate): void {
  const at = c.first - 2;
  if (c.first !== c.nameFirst || at < 0 || sentenceOf[at] !== sentenceOf[c.first]) return;
  if (textAt(at + 1) !== '-' || words[at + 1]!.spaced || words[c.first]!.spaced) return;
  if (flagsAt(at) & WORD.inner && !capitalAt(at)) c.first = at;
}

const allDirections = ({ flagsAt, textAt }: Sight, first: number, last: number): boolean => {
  for (let i = first; i < last; i++) if (!(flagsAt(i) & WORD.direction) && textAt(i) !== '-') return false;
  return true;
};

const isUpper = (code: number): boolean => code >= 65 && code <= 90;

/** Whether words that no gazetteer has look like a name at all: no acronym, people, office or long headline. */
function mayBeName({ words, mentionAt, textAt, capitalAt, isPeople }: Sight, first: number, last: number): boolean {
  const { tag } = words[first]!;
  if (tag === 'DET' || tag === 'PRON' || (tag === 'ADJ' && last - first === 1)) return false;
  if (mentionAt(first)?.kind === 'group' || isPeople(words[first]!.lower)) return false;
  if (!capitalAt(last - 1)) return false;
  let capitals = 0;
  for (let i = first; i < last; i++) {
    const text = textAt(i);
    if (capitalAt(i) && textAt(i - 1) !== '-' && ++capitals > MOST_UNKNOWN) return false;
    // Acronyms, their plurals, and offices ("President of X").
    if (text === 'of' || (text.length > 1 && isUpper(text.charCodeAt(0)) && isUpper(text.charCodeAt(1)))) return false;
  }
  return true;
}

/** Whether the words around a name that no gazetteer has may be enough to take it for a place. */
function isUnknownPlace({ words, flagsAt }: Sight, c: Candidate): boolean {
  if (c.signs & SIGN.mention) return true;
  if (words[c.nameFirst]!.tag !== 'PROPN' && words[c.nameLast - 1]!.tag !== 'PROPN') return false;
  const kept = c.last > c.nameLast && (flagsAt(c.nameLast) & WORD.kept) !== 0;
  return !!(kept || (c.signs & SIGN.at && !c.loose) || (c.signs & SIGN.kind && !(flagsAt(c.nameLast) & SORTS)));
}
