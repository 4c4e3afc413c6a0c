import { oneOfTwo } from './between.ts';
import type { Item, Items } from './items.ts';
import type { MentionLexicon } from './lexicon.ts';

/** How far behind a name what it owns may stand, in words. */
const REACH = 12;

/**
 * How much shows that a name is a state's beside its offices: it is one of two who fight or treat with each other, it has forces,
 * a border or an airspace of its own ("Halvia has shut its border"), or takes a stand as no person is told to ("Halvia, which
 * has refused").
 */
export function framesOf(items: Items, lexicon: MentionLexicon, item: Item): number {
  const { words, keys, at, sentence } = items;
  const { last } = item;
  const start = keys[item.first - 1] === 'the' ? item.first - 1 : item.first;
  // "clashes between Halvian militias and ...": an adjective is none of the two.
  const noun = at[last]?.kind === 'role' || words[last]?.tag === 'NOUN' || words[last]?.tag === 'ADJ';
  const pair = noun ? null : oneOfTwo(items, lexicon, start);
  let shows = pair === 'war' ? 2 : pair === 'dealing' ? 1 : 0;
  const before = words[start - 1]?.tag;
  if (before === 'ADP') return shows;
  // "Maravet wants Halvia to pull its marines out"
  if (before === 'VERB') return shows + ownOf(last);
  const which = keys[last] === ',' && keys[last + 1] === 'which';
  if (which) shows++;
  let i = which ? last + 2 : last;
  while (i < last + 4 && (words[i]?.tag === 'AUX' || words[i]?.tag === 'ADV')) i++;
  const verb = words[i];
  if (verb?.tag !== 'VERB' || sentence[i] !== sentence[last]) return shows;
  if (which && lexicon.groups.stances.has(verb.lemma)) shows++;
  return shows + ownOf(i + 1);

  /** "its forces", "its border", from word `from` on, where nobody else stands between. */
  function ownOf(from: number): number {
    for (let k = from; k < words.length && k < from + REACH && sentence[k] === sentence[from - 1]; k++) {
      if (at[k]!.kind === 'run' || at[k]!.kind === 'name') return 0;
      if (keys[k] !== 'its') continue;
      for (let n = k + 1; n < k + 4 && words[n]; n++) if (lexicon.groups.states.has(words[n]!.lemma)) return 2;
      return 0;
    }
    return 0;
  }
}
