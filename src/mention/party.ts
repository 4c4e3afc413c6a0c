import type { Producer } from '../record.ts';
import type { NameEntry } from './lexicon.ts';

/** A side and what made it so. */
export interface Side {
  readonly party: string | null;
  readonly made: Producer;
}

/** What stands for the entry of a lexicon where the report itself tells the name. */
export const TOLD = 'the report itself';

export const made = (rule: string, entry?: string): Producer =>
  entry === undefined ? { stage: 'mention', rule } : { stage: 'mention', rule, entry };

/** Among the meanings of one name, the one that a place in the text calls for. */
export function meaning(entries: readonly NameEntry[], before: boolean): NameEntry {
  // Before a noun an adjective is meant ("US officials"); elsewhere the state itself.
  const order = before
    ? ['people', 'state', 'body', 'group']
    : ['state', 'capital', 'organ', 'body', 'group', 'leader'];
  for (const kind of order) {
    const found = entries.find((entry) => entry.kind === kind);
    if (found) return found;
  }
  return entries[0]!;
}

/** Endings by which English makes an adjective of a country's name. */
const ADJECTIVE = /(?:etian|anian|inian|ean|ian|an|n|ese|i|ish|ic|er|s)$/u;

/**
 * What a capitalised adjective that no lexicon has may be made of: `halvian` gives `halvi`, `maravetian` `maravet`.
 * `null` where it has no such ending or too little is left to tell.
 */
export function adjectiveStem(key: string): string | null {
  const stem = key.replace(ADJECTIVE, '');
  return stem.length >= 4 && stem !== key ? stem : null;
}
