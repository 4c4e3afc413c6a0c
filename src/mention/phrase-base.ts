import type { Item, Items } from './items.ts';
import { type MentionLexicon, SORT } from './lexicon.ts';
import { isS, isUpper, joins } from './writing.ts';

/** How a description begins: `the` and its like look back, `a` brings something new. */
export type Determiner = 'the' | 'a' | 'some' | 'possessive' | 'none';

const POSSESSIVE: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your', 'whose']);
const THE: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those', 'both', 'all']);
const SOME: ReadonlySet<string> = new Set([
  'some',
  'any',
  'many',
  'several',
  'few',
  'other',
  'another',
  'no',
  'each',
  'every',
  'such',
  'various',
  'most',
]);
const NOUNISH: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);
const WHO = SORT.office | SORT.alone | SORT.private;
const BODY = SORT.institution | SORT.movement | SORT.privateBody;

/** Whether a phrase may begin at word `i`. */
export function mayBegin(items: Items, i: number): boolean {
  const item = items.at[i]!;
  if (item.kind !== 'word') return item.first === i;
  const { tag } = items.words[i]!;
  return tag === 'DET' || NOUNISH.has(tag) || (tag === 'PRON' && POSSESSIVE.has(items.keys[i]!));
}

/** Why what a phrase names is not on the side of its owner. */
export type Cut = 'former' | 'opposition' | 'compound' | 'close' | null;

/** A noun phrase without what follows its head. */
export interface Base {
  end: number;
  determiner: Determiner;
  possessive: number;
  /** Parts between possessives; the last one holds the head. */
  parts: number[][];
  cutItems: Set<Item>;
  cut: Cut;
  /** The part whose possessive has lost its apostrophe, by its place; -1 for none. */
  lost: number;
}

/** "the Maravetian Coalitions committee": a body of a people that has lost the apostrophe before what it owns. */
export function lostOwner({ words, at }: Items, item: Item, before: Item | null, limit: number): boolean {
  const last = item.last - 1;
  const next = words[item.last];
  return (
    before?.kind === 'name' &&
    before.last === item.first &&
    before.names.some((e) => e.kind === 'people') &&
    item.kind === 'role' &&
    item.role!.plural &&
    (item.role!.sorts & SORT.movement) !== 0 &&
    words[last]!.text.endsWith('s') &&
    isUpper(words[last]!) &&
    item.last < limit &&
    next !== undefined &&
    !isUpper(next) &&
    (at[item.last]!.kind === 'role' || next.tag === 'ADJ' || next.tag === 'NOUN')
  );
}

/** Reads determiner, modifiers and head, without what follows. `parts` hold the first words of items. */
export function readBase(items: Items, lexicon: MentionLexicon, from: number, limit: number): Base | null {
  const { words, keys, at } = items;
  let j = from;
  let determiner: Determiner = 'none';
  let possessive = -1;
  const key = keys[j]!;
  const tag = words[j]!.tag;
  const simple =
    at[j]!.kind === 'word' || (at[j]!.kind === 'role' && at[j]!.last === j + 1 && at[j]!.role!.sorts === SORT.generic);
  if (simple && (tag === 'DET' || tag === 'PRON' || tag === 'ADJ' || tag === 'NOUN')) {
    if (POSSESSIVE.has(key)) [determiner, possessive] = ['possessive', j++];
    else if (key === 'a' || key === 'an') [determiner, j] = ['a', j + 1];
    else if (THE.has(key)) [determiner, j] = ['the', j + 1];
    else if (SOME.has(key)) [determiner, j] = ['some', j + 1];
    if (
      determiner !== 'none' &&
      j < limit &&
      at[j]!.kind === 'word' &&
      (words[j]!.tag === 'DET' || (determiner === 'some' && keys[j] === 'of'))
    )
      j++;
  }
  /** Whether "late", "former" stands here as an adverb: no word for a role or name follows it. */
  const isAdverb = (item: Item, i: number): boolean =>
    words[i]!.tag === 'ADV' ||
    item.last >= limit ||
    (at[item.last]!.kind === 'word' && !NOUNISH.has(words[item.last]!.tag));
  const parts: number[][] = [[]];
  const cutItems = new Set<Item>();
  let cut: Cut = null;
  let lost = -1;
  const end = Math.min(limit, from + 32);
  while (j < end) {
    const part = parts.at(-1)!;
    const item = at[j]!;
    const word = words[j]!;
    if (
      items.sentence[j] !== items.sentence[from] ||
      (word.quote !== words[from]!.quote && part.length > 0 && item.kind === 'word')
    )
      break;
    if (
      isS(word.text) ||
      ((word.text === "'" || word.text === '’') &&
        part.length > 0 &&
        /s$/u.test(words[j - 1]!.text) &&
        j + 1 < end &&
        NOUNISH.has(words[j + 1]!.tag))
    ) {
      if (part.length === 0) break;
      parts.push([]);
      j++;
      continue;
    }
    if (joins(words, j) && part.length > 0) {
      const before = keys[j - 1]!;
      const after = keys[j + 1]!;
      if (lexicon.compoundCut.has(after)) {
        const cutOff = at[part.at(-1)!]!;
        cutItems.add(cutOff);
        // "rebel-held" is an adjective: no rebel is spoken of.
        if (cutOff.kind !== 'name' && cutOff.kind !== 'run') part.pop();
        j += 2;
        continue;
      }
      if (before === 'ex' || before === 'former') cut = 'former';
      else if (lexicon.compoundPrefix.has(before)) cutItems.add(at[j + 1]!);
      j++;
      continue;
    }
    if (item.kind === 'word') {
      const next = words[j + 1];
      const inside = part.length > 0 || determiner !== 'none';
      if (lexicon.close.has(keys[j]!) && (keys[j + 1] === 'to' || keys[j + 1] === 'with')) break;
      if (NOUNISH.has(word.tag)) part.push(j++);
      else if (
        word.tag === 'ADV' &&
        inside &&
        next &&
        j + 1 < end &&
        (NOUNISH.has(next.tag) || next.tag === 'VERB' || next.tag === 'ADV') &&
        part.every((p) => at[p]!.kind === 'word')
      )
        j++;
      else if (
        word.tag === 'VERB' &&
        inside &&
        next &&
        j + 1 < end &&
        (NOUNISH.has(next.tag) || at[j + 1]!.kind !== 'word' || joins(words, j + 1)) &&
        /(?:ed|ing|en|made|led)$/u.test(word.lower) &&
        part.every((p) => at[p]!.kind === 'word' && words[p]!.tag !== 'NOUN')
      )
        part.push(j++);
      else if (word.text === '[' || word.text === ']') j++;
      else break;
      continue;
    }
    if (item.last > limit && item.first < limit && item.kind !== 'run') break;
    // A second name or a verb-like role after a complete name begins something else.
    const before = part.length > 0 ? at[part.at(-1)!]! : null;
    const formerly = item.kind === 'role' && (item.role!.sorts & SORT.former) !== 0;
    // "in Aleppo late on Monday": an adverb, not part of a name.
    if (formerly && before !== null && (before.kind === 'run' || before.kind === 'name') && isAdverb(item, j)) break;
    if (formerly && !(part.length === 0 && determiner === 'none' && keys[j] === 'late')) cut = 'former';
    else if (item.kind === 'role' && item.role!.sorts & SORT.opposition) cut ??= 'opposition';
    if (
      item.kind === 'role' &&
      item.last - item.first === 1 &&
      before !== null &&
      before.kind !== 'word' &&
      item.role!.sorts === SORT.generic
    )
      break;
    if (
      before?.role &&
      before.role.sorts & (WHO | BODY) &&
      !(before.role.sorts & (SORT.former | SORT.opposition | SORT.title)) &&
      item.kind === 'name' &&
      item.names.some((e) => e.kind === 'people') &&
      !joins(words, j - 1)
    )
      break;
    // "in Drenholm Maravetian officials said", its comma lost: an adjective of nationality after a place begins anew.
    if (
      before &&
      !cutItems.has(before) &&
      (before.kind === 'run' ||
        (before.kind === 'name' &&
          before.names[0]!.kind !== 'body' &&
          before.names.every((e) => e.kind !== 'people'))) &&
      item.kind === 'name' &&
      item.names.some((e) => e.kind === 'people')
    )
      break;
    part.push(item.first < from ? j : item.first);
    j = item.last;
    if (lostOwner(items, item, before, end)) {
      lost = parts.length - 1;
      parts.push([]);
    }
  }
  if (parts.at(-1)!.length === 0) parts.pop();
  if (parts.length === 0 || parts[0]!.length === 0) return null;
  return { end: Math.min(j, limit), determiner, possessive, parts, cutItems, cut, lost };
}
