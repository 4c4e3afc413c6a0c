import type { Sentence, Word } from '../record.ts';
import { type MentionLexicon, type NameEntry, type RoleEntry, SORT } from './lexicon.ts';
import { type Survey, surveyOf } from './survey.ts';
import { NOTHING_TOLD, toldAt } from './told.ts';
import { longest, type Trie } from './trie.ts';
import { isAllUpper, isLetter, isUpper, joins } from './writing.ts';

/**
 * One or more words that stand for one thing before grammar is looked at: a name of the lexicons, a word for a role, a
 * run of capitalised words that the lexicons do not know, or any other word.
 */
export interface Item {
  readonly first: number;
  readonly last: number;
  readonly kind: 'name' | 'role' | 'run' | 'word';
  readonly names: readonly NameEntry[];
  readonly role: RoleEntry | null;
  /** Of a run: what its own words say that it is. */
  readonly looks: 'person' | 'organisation' | 'acronym' | 'unknown' | null;
}

/** The words of a report with what the lexicons say of them. */
export interface Items {
  readonly words: readonly Word[];
  /** Folded words. */
  readonly keys: readonly string[];
  /** The item that holds each word. */
  readonly at: readonly Item[];
  /** The sentence of each word. */
  readonly sentence: Int32Array;
  readonly sentences: readonly Sentence[];
}

const NO_NAMES: readonly NameEntry[] = [];

/** Tags of words that begin with a capital only because a sentence begins. */
const CLOSED: ReadonlySet<string> = new Set([
  'DET',
  'PRON',
  'ADP',
  'ADV',
  'SCONJ',
  'CCONJ',
  'AUX',
  'INTJ',
  'NUM',
  'PART',
  'VERB',
  'PUNCT',
  'SYM',
]);

function accepts(entry: NameEntry, words: readonly Word[], first: number, last: number): boolean {
  const word = words[first]!;
  if (entry.writing === 'any') return true;
  if (entry.writing === 'upper') {
    if (!isAllUpper(word)) return false;
    // A heading in capitals is no acronym.
    const beside = [words[first - 1], words[last]];
    return !beside.some((w) => w !== undefined && w.text.length > 3 && isAllUpper(w) && isLetter(w.text));
  }
  for (let i = first; i < last; i++) if (isUpper(words[i]!)) return true;
  return false;
}

/**
 * Cuts the words of a report into items. Names that the report itself has told (`told`, by folded words) count as those of
 * the lexicons. Work grows with the number of words.
 */
export function itemise(
  words: readonly Word[],
  sentences: readonly Sentence[],
  lexicon: MentionLexicon,
  told: ReadonlyMap<string, NameEntry> = NOTHING_TOLD,
  { keys, sentence, opens, headline, proper }: Survey = surveyOf(words, sentences),
): Items {
  const n = words.length;
  const at: Item[] = [];
  const put = (item: Item): number => {
    for (let i = item.first; i < item.last; i++) at[i] = item;
    return item.last;
  };
  /** Whether word `i` may be part of a proper name that no lexicon has. */
  const capital = (i: number): boolean => {
    const word = words[i];
    if (!word || !isUpper(word) || lexicon.neverNames.has(keys[i]!)) return false;
    if (headline[sentence[i]!]) return proper.has(keys[i]!) || (lexicon.given.has(keys[i]!) && word.tag === 'PROPN');
    if (!opens[i]) return true;
    if (word.tag === 'PROPN') return true;
    if (CLOSED.has(word.tag) && !lexicon.given.has(keys[i]!)) return false;
    return i + 1 < n && words[i + 1]!.tag === 'PROPN' && isUpper(words[i + 1]!);
  };
  const roleRoot = lexicon.roles.next ?? new Map();
  const nameRoot = lexicon.names.next ?? new Map();
  const roleAt = (i: number): { last: number; value: RoleEntry } | null => {
    if (i >= n || !roleRoot.has(keys[i]!)) return null;
    return longest(lexicon.roles, keys, words, i, (role, last) => {
      const tag = words[last - 1]!.tag;
      // A word tagged as a verb is one, but for after an article, an adjective or a compound ("a Lorn-based monitor").
      const nominal = words[i - 1]?.tag === 'DET' || words[i - 1]?.tag === 'ADJ' || words[i - 2]?.text === '-';
      if (last - i === 1 && (tag === 'VERB' || tag === 'AUX') && !isUpper(words[i]!) && !nominal) return false;
      return !(role.sorts === SORT.title && !isUpper(words[i]!));
    });
  };
  const nameAt = (i: number): { last: number; value: readonly NameEntry[] } | null => {
    if (i >= n) return null;
    const heard = told.size > 0 ? toldAt(told, keys, words, i) : null;
    if (heard) return heard;
    const found = nameRoot.has(keys[i]!)
      ? longest(lexicon.names, keys, words, i, (entries, last) => entries.some((e) => accepts(e, words, i, last)))
      : null;
    const owner = found && found.last > i + 1 ? null : lostOwner(i);
    if (owner) return owner;
    if (found) return { last: found.last, value: found.value.filter((e) => accepts(e, words, i, found.last)) };
    // "Russias defence ministry": texts that have lost their apostrophes.
    const key = keys[i]!;
    if (key.length < 5 || key.charCodeAt(key.length - 1) !== 115 || !isUpper(words[i]!)) return null;
    const bare = lexicon.names.next
      ?.get(key.slice(0, -1))
      ?.value?.filter((e) => e.kind !== 'people' && e.writing === 'capital');
    return bare && bare.length > 0 ? { last: i + 1, value: bare } : null;
  };

  /** "the Halvian Coalitions committee": a group's name of several words that has lost the apostrophe of an owner. */
  function lostOwner(i: number): { last: number; value: readonly NameEntry[] } | null {
    let node: Trie<readonly NameEntry[]> | undefined = nameRoot.get(keys[i]!);
    for (let k = i + 1; node?.next && k < Math.min(i + 5, n); k++) {
      const key = keys[k]!;
      if (key.endsWith('s') && isUpper(words[k]!) && words[k + 1]?.tag !== 'PUNCT') {
        const groups = node.next.get(key.slice(0, -1))?.value?.filter((e) => e.kind === 'group');
        if (groups && groups.length > 0) return { last: k + 1, value: groups };
      }
      node = node.next.get(key);
    }
    return null;
  }

  /** "the Halvian Security Council", "the National Security Council": a state's own, and not the body that is called so. */
  function isNational(first: number, last: number): boolean {
    const before = at[first - 1];
    const nation = (names: readonly NameEntry[] | undefined): boolean =>
      names?.some((e) => e.kind === 'people' || e.kind === 'state') ?? false;
    if (keys[first - 1] === 'national' || nation(before?.names)) return true;
    // An adjective that no lexicon has ("Halvian").
    if (before?.kind === 'run' && before.looks === 'unknown' && words[first - 2]?.tag === 'DET') return true;
    return keys[last] === 'of' && nation(nameAt(last + 1)?.value);
  }

  for (let i = 0; i < n; ) i = put(itemAt(i));
  return { words, keys, at, sentence, sentences };

  /** The item that begins at `i`. */
  function itemAt(i: number): Item {
    if (!isLetter(words[i]!.text)) {
      return { first: i, last: i + 1, kind: 'word', names: NO_NAMES, role: null, looks: null };
    }
    const role = roleAt(i);
    const named = nameAt(i);
    const name = named && role?.last === named.last && isNational(i, named.last) ? null : named;
    // "Jordan Amsel" is no state: a given name before another capitalised word begins a person's name.
    const personal =
      name !== null &&
      name.last - i === 1 &&
      lexicon.given.has(keys[i]!) &&
      name.value[0]!.kind !== 'leader' &&
      capital(i + 1) &&
      !roleAt(i + 1) &&
      !nameAt(i + 1);
    if (name && !personal && (!role || name.last >= role.last)) {
      return { first: i, last: name.last, kind: 'name', names: name.value, role: null, looks: null };
    }
    // "Army of the Strait": a capitalised movement of something that is no state is a name.
    if (
      role &&
      !name &&
      role.last === i + 1 &&
      role.value.sorts & SORT.movement &&
      isUpper(words[i]!) &&
      !role.value.plural &&
      !opens[i] &&
      keys[i + 1] === 'of'
    ) {
      const next = keys[i + 2] === 'the' ? i + 3 : i + 2;
      if (capital(next) && !nameAt(next) && !roleAt(next)) {
        const last = tail(i + 1);
        if (last > i + 1) {
          return { first: i, last, kind: 'run', names: NO_NAMES, role: null, looks: 'organisation' };
        }
      }
    }
    if (role && !personal && !(name && name.last > role.last)) {
      return { first: i, last: role.last, kind: 'role', names: NO_NAMES, role: role.value, looks: null };
    }
    if (!capital(i)) {
      return { first: i, last: i + 1, kind: 'word', names: NO_NAMES, role: null, looks: null };
    }
    return runAt(i);
  }

  /** The run of capitalised words that begins at `i`. */
  function runAt(first: number): Item {
    let last = first + 1;
    let looks: Item['looks'] = 'unknown';
    const acronym = isAllUpper(words[first]!) && words[first]!.text.length > 1 && !lexicon.given.has(keys[first]!);
    if (lexicon.given.has(keys[first]!)) looks = 'person';
    if (!acronym || joins(words, last)) {
      for (let more = 0; more < 8 && last < n && sentence[last] === sentence[first]; more++) {
        let next = last;
        if (joins(words, next)) next++;
        else if (words[next]!.text === '.' && words[next - 1]!.text.length === 1) next++;
        if (!words[next] || words[next]!.text === "'s" || words[next]!.text === '’s') break;
        // "Khaled al-Attiya", "Ursula von der Leyen": joining parts of a name are in lower case.
        let inner = next;
        while (
          inner < n &&
          inner - next < 5 &&
          (lexicon.particles.has(keys[inner]!) || (inner > next && joins(words, inner)))
        )
          inner++;
        if (
          inner > next &&
          inner < n &&
          isUpper(words[inner]!) &&
          keys[next] !== 'y' &&
          keys[next] !== 'e' &&
          keys[next] !== 'la' &&
          keys[next] !== 'as' &&
          keys[next] !== 'an' &&
          keys[next] !== 'i'
        ) {
          last = inner + 1;
          continue;
        }
        if (!capital(next)) break;
        const hyphen = next > last && words[last]!.text !== '.';
        const role = roleAt(next);
        if (role && !hyphen) {
          // "Teyl Front", "Littoral Commission", "Homs Media Center"
          const body = role.value.sorts & (SORT.institution | SORT.movement | SORT.privateBody);
          // "Teyl Major": a word for a rank that ends a name is part of it, unless an article tells of "the Teyl major".
          const ends =
            role.last === next + 1 &&
            looks === 'unknown' &&
            last - first === 1 &&
            keys[first - 1] !== 'the' &&
            !role.value.plural &&
            words[role.last] !== undefined &&
            !isUpper(words[role.last]!);
          if (!body && ends && role.value.sorts === SORT.office && role.value.offices.includes('commander')) {
            last = role.last;
            break;
          }
          if (!body) break;
          if (
            looks === 'person' &&
            last - first === 1 &&
            lexicon.given.has(keys[first]!) &&
            !(role.value.sorts & SORT.movement)
          )
            break;
          last = role.last;
          looks = 'organisation';
          last = tail(last);
          if (!capital(last) || !roleAt(last)) break;
          continue;
        }
        if (!hyphen && nameAt(next) && !lexicon.given.has(keys[next]!)) {
          const entries = nameAt(next)!.value;
          // "Karim Nasr al-Amon": between a given and a family name, what is a group's name elsewhere is a person's.
          if (looks === 'person' && nameAt(next)!.last === next + 1 && lexicon.particles.has(keys[next + 1] ?? '')) {
            last = next + 1;
            continue;
          }
          if (entries[0]!.kind !== 'leader' || looks === 'organisation') break;
          last = nameAt(next)!.last;
          looks = 'person';
          continue;
        }
        if (!hyphen && isAllUpper(words[next]!) && words[next]!.text.length > 1 && !isAllUpper(words[first]!)) break;
        last = next + 1;
      }
    } else looks = 'acronym';
    return { first, last, kind: 'run', names: NO_NAMES, role: null, looks };
  }

  /** "... for the Liberation of Teyl": the end of an organisation's name, from `last` on. */
  function tail(last: number): number {
    const link = keys[last];
    if (link !== 'for' && link !== 'of') return last;
    let next = last + 1;
    if (keys[next] === 'the') next++;
    let end = next;
    while (end < n && end - next < 5 && isUpper(words[end]!) && sentence[end] === sentence[last]) end++;
    // "Front of Syria" keeps its state outside, where it is read as an owner.
    return end > next && !nameAt(next) ? end : last;
  }
}
