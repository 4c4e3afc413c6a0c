import type { Context } from './context.ts';
import type { Entity } from './entities.ts';
import { SORT } from './lexicon.ts';
import { TOLD } from './party.ts';
import type { Phrase } from './phrases.ts';

const BODY = SORT.institution | SORT.movement | SORT.privateBody | SORT.standIn | SORT.side;

/**
 * "The Red Lantern Movement, a rebel group", "a breakaway faction, Lantern Renewal": what stands beside the name of a side that
 * only the report tells of is that side. It may be called so from there on.
 */
export function bodiesBeside(context: Context): Map<Phrase, Entity> {
  const { top, named, items } = context;
  const found = new Map<Phrase, Entity>();
  const groupOf = (phrase: Phrase): Entity | null => {
    const { item } = phrase;
    return item?.kind === 'name' && item.names[0]!.kind === 'group' && item.names[0]!.entry === TOLD
      ? (named.get(item) ?? null)
      : null;
  };
  const isBody = (phrase: Phrase): boolean =>
    phrase.person === null &&
    phrase.item?.kind === 'role' &&
    (phrase.item.role!.sorts & BODY) !== 0 &&
    !(phrase.item.role!.sorts & SORT.office) &&
    (phrase.determiner === 'a' || phrase.determiner === 'the') &&
    !phrase.plural;
  for (let p = 0; p + 1 < top.length; p++) {
    const left = top[p]!;
    const right = top[p + 1]!;
    let gap = left.last;
    if (items.words[gap]?.text === '(' && items.words[gap + 2]?.text === ')') gap += 3;
    if (items.words[gap]?.text !== ',' || right.first !== gap + 1) continue;
    const [name, body] = isBody(right) ? [groupOf(left), right] : isBody(left) ? [groupOf(right), left] : [null, left];
    if (!name) continue;
    found.set(body, name);
    name.words.add(body.item!.role!.word);
  }
  return found;
}
