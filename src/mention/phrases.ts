import type { Item, Items } from './items.ts';
import { type MentionLexicon, SORT } from './lexicon.ts';
import { type Cut, type Determiner, mayBegin, readBase } from './phrase-base.ts';
import { isUpper } from './writing.ts';

/** Something in a noun phrase that may tell whose side it is on, in order of strength. */
export interface Owner {
  readonly item: Item | null;
  /** Set where the owner is a phrase of its own ("of the Teyl Front"). */
  readonly phrase: Phrase | null;
  readonly how: 'modifier' | 'possessor' | 'of' | 'at' | 'by';
}

/** A noun phrase with its prepositional parts: "Halvia's foreign minister Aldren Voss", "a spokesman for the Teyl Front". */
export interface Phrase {
  readonly first: number;
  last: number;
  readonly determiner: Determiner;
  /** The word of "his", "their", where the phrase begins with one; -1 elsewhere. */
  readonly possessive: number;
  /** The word that the phrase is about; its own item where there is one. */
  head: number;
  item: Item | null;
  /** The name of a person that the phrase ends in or is. */
  person: Item | null;
  /** What stands before the person's name, where it has no role of its own. */
  rest: Item | null;
  /** Words for roles, the head among them. */
  readonly roles: Item[];
  readonly owners: Owner[];
  /** Phrases inside it. */
  readonly inner: Phrase[];
  /** Why what it names is not on the side of its owner. */
  cut: Cut;
  plural: boolean;
  /** Whether a person's name at its end may belong to the phrase around it ("the leader of Maravet Oumara Tesk"). */
  loose: boolean;
  /** The phrase inside it that ends in such a name, where it could not be placed yet. */
  dangling: Phrase | null;
}

const NEAR: ReadonlySet<string> = new Set(['of', 'for']);
const FAR: ReadonlySet<string> = new Set(['at', 'in', 'from', 'inside', 'within', 'with']);
const WHO = SORT.office | SORT.alone | SORT.private;
const BODY = SORT.institution | SORT.movement | SORT.privateBody;

/** Reads the noun phrase that begins at word `from` and ends before `limit`; `null` where none does. */
export function readPhrase(
  items: Items,
  lexicon: MentionLexicon,
  from: number,
  limit: number,
  depth = 0,
): Phrase | null {
  const base = readBase(items, lexicon, from, limit);
  if (!base) return null;
  const { words, keys, at } = items;
  const part = base.parts.at(-1)!;
  const elements = part.map((i) => at[i]!);
  const phrase: Phrase = {
    first: from,
    last: base.end,
    determiner: base.determiner,
    possessive: base.possessive,
    head: part.at(-1)!,
    item: null,
    person: null,
    rest: null,
    roles: [],
    owners: [],
    inner: [],
    cut: base.cut,
    plural: false,
    loose: false,
    dangling: null,
  };
  let top = elements.length - 1;
  const final = elements[top]!;
  const isName = (item: Item | undefined): boolean =>
    item !== undefined && (item.kind === 'run' || (item.kind === 'name' && item.names[0]!.kind === 'leader'));
  const before = elements[top - 1];
  const single = (item: Item | undefined, sorts: number): boolean =>
    item?.kind === 'role' && (item.role!.sorts & sorts) !== 0 && !item.role!.plural;
  if (isName(final)) {
    const title = single(before, WHO | SORT.title);
    if (
      final.kind === 'name' ||
      final.looks === 'person' ||
      (title && final.looks !== 'organisation' && !(final.looks === 'acronym' && !single(before, SORT.title)))
    )
      phrase.person = final;
    let holder = top - 1;
    while (holder >= 0 && elements[holder]!.role?.sorts === SORT.title) holder--;
    phrase.loose = phrase.person !== null && holder >= 0 && !single(elements[holder], WHO);
    phrase.rest = elements[holder] ?? null;
    phrase.item = final;
  } else if (final.kind === 'role' && top > 0) {
    // "Hadi al-Bahra president of the Coalition": a person's name and then, its comma lost, the role.
    let name = top - 1;
    while (name > 0 && elements[name]!.kind === 'word') name--;
    const run = elements[name];
    if (
      single(final, WHO) &&
      run &&
      isName(run) &&
      (run.looks === 'person' || run.kind === 'name') &&
      run.last - run.first > 1 &&
      !isUpper(words[final.first]!)
    ) {
      phrase.person = run;
      phrase.item = run;
      top = name;
      for (const item of elements.slice(name + 1)) if (item.kind === 'role') phrase.roles.push(item);
    } else phrase.item = final;
  } else if (final.kind !== 'word') phrase.item = final;
  else {
    // "Ukrainian army personnel carriers": an unknown noun; a role before it is only a modifier.
    phrase.item = null;
  }
  phrase.head = phrase.item ? phrase.item.last - 1 : part.at(-1)!;
  const headWord = words[phrase.head]!;
  phrase.plural =
    phrase.person === null &&
    (phrase.item?.role
      ? phrase.item.role.plural ||
        // "the minister of foreign affairs" is one.
        (/s$/u.test(keys[phrase.head]!) && /s$/u.test(phrase.item.role.word) && !phrase.item.role.word.includes(' of '))
      : headWord.tag === 'NOUN' && /[^s]s$/u.test(headWord.lower));
  elements.forEach((item, i) => {
    if (item.kind === 'role' && i <= top && !phrase.roles.includes(item)) phrase.roles.push(item);
    const ownerAt = item !== phrase.item && i < top;
    if (!ownerAt || (item.kind !== 'name' && item.kind !== 'run')) return;
    if (base.cutItems.has(item)) {
      if (top === elements.length - 1)
        phrase.cut ??=
          phrase.person || (phrase.item?.role && phrase.item.role.sorts & (WHO | BODY)) ? 'compound' : null;
      return;
    }
    phrase.owners.push({ item, phrase: null, how: 'modifier' });
  });
  // "Ukraine's foreign minister", "President Putin's spokesman": what stands before the possessive is a phrase itself.
  for (let p = base.parts.length - 2; p >= 0; p--) {
    const first = p === 0 ? from : base.parts[p]![0]!;
    const endOf =
      at[base.parts[p]!.at(-1)!]!.kind === 'word' ? base.parts[p]!.at(-1)! + 1 : at[base.parts[p]!.at(-1)!]!.last;
    const possessor = readPhrase(items, lexicon, first, endOf, depth + 1);
    if (!possessor) continue;
    // Where the apostrophe is lost, its s makes no plural.
    if (p === base.lost) possessor.plural = false;
    phrase.inner.push(possessor);
    phrase.owners.push({ item: possessor.item, phrase: possessor, how: 'possessor' });
  }
  if (depth < 5) readPrepositions(items, lexicon, phrase, limit, depth);
  return phrase;
}

/** Adds "of the Teyl Front", "for Halvia's ministry of defence", "in Drenholm" to a phrase. */
function readPrepositions(items: Items, lexicon: MentionLexicon, phrase: Phrase, limit: number, depth: number): void {
  const { words, keys, at } = items;
  const sorts = phrase.item?.role?.sorts ?? 0;
  const document = (sorts & SORT.document) !== 0;
  if (phrase.item?.kind === 'name' || (phrase.person && phrase.roles.length === 0)) return;
  for (let count = 0; count < 4 && phrase.last < limit; count++) {
    let j = phrase.last;
    let key = keys[j]!;
    if (items.sentence[j] !== items.sentence[phrase.first]) return;
    if (lexicon.close.has(key) && (keys[j + 1] === 'to' || keys[j + 1] === 'with')) {
      const inner = j + 2 < limit ? readPhrase(items, lexicon, j + 2, limit, depth + 1) : null;
      if (!inner) return;
      phrase.cut ??= 'close';
      phrase.inner.push(inner);
      phrase.last = inner.last;
      return;
    }
    if (document && words[j]!.tag === 'VERB' && keys[j + 1] === 'by') key = keys[++j]!;
    const how = NEAR.has(key)
      ? 'of'
      : FAR.has(key)
        ? 'at'
        : key === 'by' && (document || sorts === 0)
          ? 'by'
          : key === 'to'
            ? 'to'
            : null;
    if (!how || j + 1 >= limit || at[j]!.kind === 'name' || !mayBegin(items, j + 1)) return;
    if (
      how === 'at' &&
      (key === 'from' ? !(sorts & (WHO | BODY | SORT.document | SORT.generic)) : !(sorts & (WHO | BODY | SORT.generic)))
    )
      return;
    if (how === 'to' && !(sorts & SORT.office)) return;
    const inner = readPhrase(items, lexicon, j + 1, limit, depth + 1);
    if (!inner) return;
    phrase.last = inner.last;
    // "the president of Maravet Oumara Tesk", "the leader of the Teyl Front Sael Otray": two words after the name of a state or
    // body are a person's, if an office leads up to them.
    const { rest } = inner;
    if (inner.person === null && sorts & SORT.office && inner.item?.looks === 'unknown' && rest)
      if (inner.item.last - inner.item.first > 1 && (isOwner(rest) || lexicon.countries.has(keys[rest.first]!))) {
        inner.person = inner.item;
        inner.loose = true;
      }
    const holder = inner.loose ? inner : inner.dangling;
    if (holder && phrase.person === null && sorts & WHO && !phrase.plural) {
      // "the leader of Maravet Oumara Tesk": the name belongs to the leader.
      const { first } = holder.person!;
      phrase.person = holder.person;
      phrase.item = holder.person;
      holder.person = null;
      holder.item =
        holder.rest && holder.rest.kind !== 'word'
          ? holder.rest
          : (holder.owners.findLast((owner) => owner.how === 'modifier')?.item ?? null);
      if (holder.item) holder.head = holder.item.last - 1;
      holder.loose = false;
      phrase.head = phrase.last - 1;
      for (let within: Phrase | undefined = inner; within; within = within.inner.at(-1))
        within.last = Math.min(within.last, first);
      phrase.owners.push({ item: inner.item, phrase: inner, how: how === 'of' ? 'of' : 'at' });
      phrase.inner.push(inner);
      return;
    }
    phrase.dangling = holder;
    phrase.inner.push(inner);
    const served = how === 'to' && phrase.item?.role?.offices.some((o) => lexicon.serveTo.has(o));
    if (how !== 'to') phrase.owners.push({ item: inner.item, phrase: inner, how });
    else if (served) phrase.owners.push({ item: inner.item, phrase: inner, how: 'of' });
  }
}

/** Whether an item names a state or body that may have an office. */
const isOwner = (item: Item): boolean =>
  item.kind === 'name'
    ? ['state', 'body', 'group', 'organ'].includes(item.names[0]!.kind)
    : item.kind === 'run'
      ? item.looks === 'organisation'
      : item.kind === 'role' && (item.role!.sorts & BODY) !== 0 && (item.role!.sorts & WHO) === 0;

/** All top-level phrases of a report, in order. */
export function readPhrases(items: Items, lexicon: MentionLexicon): Phrase[] {
  const out: Phrase[] = [];
  const n = items.words.length;
  for (let i = 0; i < n; ) {
    const phrase = mayBegin(items, i) ? readPhrase(items, lexicon, i, n) : null;
    if (phrase && phrase.last > i) {
      out.push(phrase);
      i = phrase.last;
    } else i++;
  }
  return out;
}
