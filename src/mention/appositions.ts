import type { Item, Items } from './items.ts';
import { SORT } from './lexicon.ts';
import type { Phrase } from './phrases.ts';

/** A name and the role beside it: "Aldren Voss, Halvia's foreign minister". */
export interface Apposition {
  readonly name: Item;
  readonly role: Phrase;
}

const WHO = SORT.office | SORT.alone | SORT.private;

/** Whether a phrase is nothing but a role that can stand beside a name ("Halvia's foreign minister"). */
const isRole = (phrase: Phrase): boolean =>
  phrase.person === null && phrase.item?.kind === 'role' && (phrase.item.role!.sorts & WHO) !== 0 && !phrase.plural;

/**
 * Names with roles beside them: in commas, in brackets, after "is", or with nothing between where a text lost its
 * commas. Each role is one phrase; what stands in brackets between the two does not part them.
 */
export function findAppositions(items: Items, top: readonly Phrase[]): Apposition[] {
  const { words } = items;
  const found: Apposition[] = [];
  const beside = top.filter((phrase) => phrase.item !== null || phrase.owners.length > 0);
  for (let p = 0; p + 1 < beside.length; p++) {
    const left = beside[p]!;
    const right = beside[p + 1]!;
    const gap = right.first - left.last;
    if (gap > 8 || items.sentence[left.first] !== items.sentence[right.first]) continue;
    let between = '';
    for (let i = left.last; i < right.first; i++) between += items.keys[i]! + ' ';
    const bracket = between.startsWith('( ') && between.endsWith(') ');
    const comma = between === ', ' || between === '( ' || between === '– ' || between === '— ';
    const copula = /^(?:, )?(?:who )?(?:is|was|as) $/u.test(between);
    const leftName = left.person ?? (left.item?.kind === 'run' ? left.item : null);
    const rightName = right.person ?? (right.item?.kind === 'run' ? right.item : null);
    if (leftName && isRole(right) && (comma || copula || (gap === 0 && right.determiner !== 'none'))) {
      if (closes(right.last)) found.push({ name: leftName, role: right });
    } else if (
      rightName &&
      isRole(left) &&
      between === 'and ' &&
      right.person &&
      right.owners.length === 0 &&
      right.roles.length > 0
    ) {
      found.push({ name: rightName, role: left });
    } else if (
      rightName &&
      // "A spokesman, Sheikh Sael Otray, said": a title is no office of its own.
      right.roles.every((r) => r.role!.sorts === SORT.title) &&
      isRole(left) &&
      (between === ', ' || bracket || (between === '' && left.determiner !== 'a')) &&
      !left.owners.some((o) => o.how === 'at') &&
      (between !== ', ' || bounded(left, right)) &&
      closes(right.last)
    )
      found.push({ name: rightName, role: left });
  }
  return found;

  /** "The foreign minister, Aldren Voss, said": a comma on the other side too, or the head of the sentence. */
  function bounded(left: Phrase, right: Phrase): boolean {
    const after = words[right.last];
    if (after === undefined || after.tag === 'PUNCT') return true;
    return left.determiner !== 'a' && items.sentences[items.sentence[left.first]!]!.first >= left.first - 1;
  }

  /** Whether an apposition may end before word `i`. */
  function closes(i: number): boolean {
    const word = words[i];
    return (
      word === undefined ||
      ['PUNCT', 'VERB', 'AUX', 'ADV', 'SCONJ', 'PRON'].includes(word.tag) ||
      items.sentence[i] !== items.sentence[i - 1]
    );
  }
}
