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
  if (before === 'ADP' || before === 'VERB') return shows;
  const which = keys[last] === ',' && keys[last + 1] === 'which';
  if (which) shows++;
  let i = which ? last + 2 : last;
  while (i < last + 4 && (words[i]?.tag === 'AUX' || words[i]?.tag === 'ADV')) i++;
  const verb = words[i];
  if (verb?.tag !== 'VERB' || sentence[i] !== sentence[last]) return shows;
  if (lexicon.groups.stances.has(verb.lemma) && !lexicon.speech.has(verb.lemma)) shows++;
  // Nobody else may stand between a name and what is its own.
  for (let k = i + 1; k < i + REACH && sentence[k] === sentence[last]; k++) {
    if (at[k]!.kind === 'run' || at[k]!.kind === 'name') break;
    if (keys[k] !== 'its') continue;
    for (let n = k + 1; n < k + 4 && words[n]; n++) if (lexicon.groups.states.has(words[n]!.lemma)) return shows + 2;
    break;
  }
  return shows;
}
