import type { Context } from './context.ts';
import type { Item } from './items.ts';
import { SORT } from './lexicon.ts';
import { isUpper } from './writing.ts';

/** How far a sentence's subject may stand behind its beginning, in words. */
export const HEAD = 4;

export interface State {
  readonly party: string;
  readonly item: Item;
}

/** The state that an item names, by its name or its capital's. */
export function stateAt(context: Context, i: number): State | null {
  const item = context.items.at[i];
  if (!item || item.first !== i || item.kind === 'word' || item.kind === 'role') return null;
  const entity = context.named.get(item);
  return entity?.party != null && entity.sort === 'state' ? { party: entity.party, item } : null;
}

/** The side that is no state and that an item names in full or for short ("the Front"). */
function groupAt(context: Context, i: number): State | null {
  const item = context.items.at[i];
  if (!item || item.first !== i || item.kind === 'word') return null;
  const entity =
    item.kind !== 'role'
      ? context.named.get(item)
      : item.role!.sorts & SORT.standIn && isUpper(context.items.words[item.last - 1]!)
        ? context.bodies.get(context.items.keys[item.last - 1]!)
        : null;
  return entity?.party != null && (entity.sort === 'unknown' || entity.sort === 'group')
    ? { party: entity.party, item }
    : null;
}

/** Whether what follows tells what a side will do: only its own people say that for it. */
export function will(context: Context, i: number): boolean {
  const word = context.items.words[i];
  return word?.lower === 'would' || word?.lower === 'will';
}

/**
 * "Halvia would accept a truce, Aldren Voss wrote": whose will the sentence that begins at word `first` begins with, where the
 * words `[from, to)` name who tells of it.
 */
export function willBefore(context: Context, first: number, from: number, to: number): string | null {
  const { words, at } = context.items;
  const after = words[to];
  let lead = from - 1;
  while (lead > first && lead > from - HEAD && at[lead]!.kind === 'role') lead--;
  const tells =
    (after?.tag === 'VERB' && context.lexicon.speech.has(after.lemma) && words[lead]?.tag === 'PUNCT') ||
    (words[lead]?.tag === 'VERB' && context.lexicon.speechBeforeSubject.has(words[lead]!.lemma));
  if (!tells) return null;
  for (let i = first; i < Math.min(first + HEAD, from); i++) {
    const side = stateAt(context, i) ?? groupAt(context, i);
    if (side) return will(context, side.item.last) ? side.party : null;
  }
  return null;
}
