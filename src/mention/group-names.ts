import { isAdjective } from './demonyms.ts';
import type { Items } from './items.ts';
import { type MentionLexicon, SORT } from './lexicon.ts';
import type { Survey } from './survey.ts';
import { asWritten, isAllUpper, isLetter, isS, isUpper, joins } from './writing.ts';

/** A stretch of capitalised words that may be the name of a side no lexicon has, where it stands. */
export interface GroupName {
  readonly first: number;
  readonly last: number;
  /** Folded words, as names that the report tells are looked up by. */
  readonly key: string;
  readonly text: string;
  /** What its last word, or the one before "of", tells. */
  readonly head: 'strong' | 'weak' | 'plural' | 'none';
  /** That word, folded. */
  readonly word: string;
  /** The first letters of its capitalised words. */
  readonly initials: string;
  /** The letters in brackets behind it, folded, where they are those; empty elsewhere. */
  readonly letters: string;
}

/** How many words a name may have. */
const MOST = 9;

const isApostrophe = (text: string): boolean => text === "'" || text === '’';

/** The names that may be those of sides, in order. What the lexicons know is left to them. Work grows with the text. */
export function groupNames(items: Items, survey: Survey, lexicon: MentionLexicon): GroupName[] {
  const { words, keys, at, sentence } = items;
  const { strong, weak, generic, private: never, owners, local } = lexicon.groups;
  const { weekdays, months } = lexicon.times;
  const found: GroupName[] = [];
  const inName = (i: number): boolean => {
    const word = words[i];
    if (!word || !isUpper(word) || !isLetter(word.text)) return false;
    return !weekdays.has(keys[i]!) && !months.has(keys[i]!);
  };
  // A newspaper may be called as a word is ("Dawn"), and so may a side ("Dawn Brigades").
  const known = (i: number): boolean => {
    const item = at[i];
    return item?.kind === 'name' && !(item.names[0]!.kind === 'media' && item.last === i + 1 && inName(i + 1));
  };
  const begins = (i: number): boolean => {
    // "President Oumara Tesk"
    const role = at[i]?.role;
    if (role && role.sorts & (SORT.title | SORT.office) && !(role.sorts & SORT.movement) && !owners.has(keys[i]!))
      return false;
    if (!inName(i) || known(i) || survey.headline[sentence[i]!]) return false;
    if (!survey.opens[i]) return true;
    if (lexicon.neverNames.has(keys[i]!)) return false;
    return words[i]!.tag === 'PROPN' || inName(i + 1) || isApostrophe(words[i + 1]?.text ?? '');
  };
  for (let i = 0; i < words.length; i++) {
    if (!begins(i)) continue;
    const name = nameAt(i);
    if (name.known) {
      i = name.last - 1;
      continue;
    }
    const text = asWritten(words, i, name.last);
    // "the Halvian Security Council", "the National Assembly": what any state has is no side of its own.
    let initials = '';
    let other = false;
    let common = false;
    let apart = false;
    for (let k = i; k < name.last; k++) {
      if (inName(k)) initials += keys[k]![0]!;
      apart ||= never.has(keys[k]!);
      if (k === name.head || !isLetter(words[k]!.text) || keys[k]!.length < 3) continue;
      if (generic.has(keys[k]!)) common = true;
      else if (k > i || !isAdjective(keys[k]!)) other = true;
    }
    const word = keys[name.head]!;
    const open = words[name.last]?.text === '(' && words[name.last + 2]?.text === ')' ? keys[name.last + 1]! : '';
    const letters = open !== '' && isAllUpper(words[name.last + 1]!) && open === initials ? open : '';
    const several = name.last - i > 1;
    const head =
      several && strong.has(word)
        ? 'strong'
        : several && weak.has(word)
          ? 'weak'
          : several && keys[i - 1] === 'the' && /[^s]s$/u.test(word)
            ? // "the Sons of Teyl" are nobody's team.
              name.head < name.last - 1
              ? 'weak'
              : 'plural'
            : 'none';
    if (!apart && (head !== 'weak' || other || !common))
      found.push({
        first: i,
        last: name.last,
        key: keys.slice(i, name.last).join(' '),
        text,
        head,
        word,
        initials,
        letters,
      });
    i = name.last - 1;
  }
  return found;

  /** The longest name that begins at `first`; `known` where the lexicons know a part of it. */
  function nameAt(first: number): { last: number; head: number; known: boolean } {
    let last = first + 1;
    let head = -1;
    const bodies = (i: number): boolean => strong.has(keys[i]!) || weak.has(keys[i]!);
    while (last < words.length && last - first < MOST && sentence[last] === sentence[first]) {
      const word = words[last]!;
      const next = last + 1;
      if (known(last)) return { last: at[last]!.last, head: last, known: true };
      if (inName(last)) last++;
      else if (isS(word.text) && owners.has(keys[last - 1]!) && inName(next)) last += 2;
      else if (isApostrophe(word.text) && keys[last - 1]!.endsWith('s') && inName(next)) last += 2;
      else if (joins(words, last) && inName(next)) last += 2;
      else if (word.lower === 'of' || word.lower === 'for') {
        const after = keys[next] === 'the' ? next + 1 : next;
        const plural = keys[first - 1] === 'the' && /[^s]s$/u.test(keys[last - 1]!);
        if (!(bodies(last - 1) || plural || head >= 0) || !inName(after) || known(after)) break;
        if (head < 0) head = last - 1;
        last = after + 1;
      } else if (word.lower === 'and' && inName(next) && joinsLetters(first, next)) last = next + 1;
      else break;
    }
    // "the Bani Rusal tribal council"
    if (head < 0 && local.has(words[last]?.text ?? '')) {
      const noun = isApostrophe(words[last + 1]?.text ?? '') ? last + 2 : last + 1;
      if (bodies(noun) && !isUpper(words[noun]!) && sentence[noun] === sentence[first])
        return { last: noun + 1, head: noun, known: false };
    }
    return { last, head: head >= 0 ? head : last - 1, known: false };
  }

  /** "the Port and Tram Workers' Union (PTWU)": whether a name goes on behind "and", as the letters in brackets tell. */
  function joinsLetters(first: number, from: number): boolean {
    let end = from;
    while (end < first + MOST && (inName(end) || isApostrophe(words[end]?.text ?? '') || isS(words[end]?.text))) end++;
    if (words[end]?.text !== '(' || !words[end + 1]) return false;
    let initials = '';
    for (let k = first; k < end; k++) if (inName(k)) initials += keys[k]![0]!;
    return keys[end + 1] === initials;
  }
}
