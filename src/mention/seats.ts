import type { Item, Items } from './items.ts';
import { type MentionLexicon, type NameEntry, SORT } from './lexicon.ts';
import { meaning } from './party.ts';
import type { Phrase } from './phrases.ts';
import type { Sign } from './polities.ts';

/** How much more one state must have than all others together to be given a town as its seat. */
const CLEAR = 2;

/**
 * The towns that the report shows to be a state's seat: it is called that state's capital, has its ministries, or its
 * officials, and nobody else's, speak there. Only for towns that speak or act as a state does.
 */
export function findSeats(
  items: Items,
  phrases: readonly Phrase[],
  lexicon: MentionLexicon,
  states: ReadonlyMap<string, NameEntry>,
  signs: ReadonlyMap<string, Sign>,
): Map<string, string> {
  const { words, keys, at } = items;
  const votes = new Map<string, Map<string, number>>();
  const keyOf = (item: Item): string => keys.slice(item.first, item.last).join(' ');
  const vote = (town: string, party: string, weight: number): void => {
    const sign = signs.get(town);
    if (!sign || states.has(town)) return;
    const of = votes.get(town) ?? new Map<string, number>();
    votes.set(town, of.set(party, (of.get(party) ?? 0) + weight));
  };
  /** The state that an item names. */
  const stateOf = (item: Item | null | undefined): string | null => {
    if (!item) return null;
    if (item.kind === 'name') {
      const entry = meaning(item.names, true);
      return entry.kind === 'state' || entry.kind === 'people' ? entry.party : null;
    }
    return item.kind === 'run' ? (states.get(keyOf(item))?.party ?? null) : null;
  };
  // Whose people are: "Halvia's foreign minister, Aldren Voss", by the last part of the name.
  const sides = new Map<string, string | null>();
  const ownerOf = (phrase: Phrase): string | null => {
    for (const owner of phrase.owners) {
      if (owner.how === 'at') continue;
      const state = stateOf(owner.phrase ? owner.phrase.item : owner.item);
      if (state !== null) return state;
    }
    return null;
  };
  const holds = (phrase: Phrase): boolean =>
    phrase.roles.some((r) => r.role!.sorts & SORT.office) && phrase.cut === null;
  phrases.forEach((phrase, p) => {
    const beside = phrases[p + 1];
    let name = phrase.person;
    if (!name && beside && beside.first - phrase.last === 1 && keys[phrase.last] === ',' && beside.roles.length === 0)
      name = beside.person ?? (beside.item?.kind === 'run' ? beside.item : null);
    if (!name || !holds(phrase)) return;
    const state = ownerOf(phrase);
    if (state === null) return;
    const last = keys[name.last - 1]!;
    sides.set(last, sides.has(last) && sides.get(last) !== state ? null : state);
  });
  for (let p = 0; p < phrases.length; p++) {
    const phrase = phrases[p]!;
    const next = phrases[p + 1];
    // "the Halvian capital, Drenholm", "Drenholm, the capital of Halvia"
    if (phrase.roles.some((r) => r.role!.word === 'capital')) {
      const state = ownerOf(phrase);
      const town = phrase.item?.kind === 'run' ? phrase.item : null;
      if (state !== null && town) vote(keyOf(town), state, 9);
      if (state !== null && !town && next?.item?.kind === 'run' && next.first - phrase.last <= 1)
        vote(keyOf(next.item), state, 9);
      const before = phrases[p - 1];
      if (
        state !== null &&
        !town &&
        before?.item?.kind === 'run' &&
        phrase.first - before.last === 1 &&
        keys[before.last] === ','
      )
        vote(keyOf(before.item), state, 9);
    }
    // "a Drenholm spokesman, Joss Wexel"
    if (phrase.person) {
      const side = sides.get(keys[phrase.person.last - 1]!);
      if (side && holds(phrase))
        for (const owner of phrase.owners) {
          const item = owner.phrase ? owner.phrase.item : owner.item;
          if (item?.kind === 'run' && owner.how !== 'at') vote(keyOf(item), side, 2);
        }
    }
  }
  // "Voss told reporters in Drenholm": whose officials speak where.
  let sentence = -1;
  let speaker: string | null = null;
  for (let i = 0; i < at.length; i = Math.max(i + 1, at[i]!.last)) {
    const item = at[i]!;
    if (items.sentence[i] !== sentence) [sentence, speaker] = [items.sentence[i]!, null];
    if (item.kind === 'run' && keys[i - 1] === 'in' && signs.has(keyOf(item)) && !states.has(keyOf(item))) {
      if (speaker !== null) vote(keyOf(item), speaker, 1);
      // "In Port Asker, President Oumara Tesk said"
      else if (items.sentences[sentence]!.first >= i - 2)
        for (let k = item.last; k < item.last + 8 && k < at.length && items.sentence[k] === sentence; k++) {
          const side = at[k]!.kind === 'run' ? sides.get(keys[at[k]!.last - 1]!) : null;
          if (side) {
            vote(keyOf(item), side, 1);
            break;
          }
        }
    }
    if (item.kind === 'run' && words[i - 1]?.tag !== 'ADP') speaker ??= sides.get(keys[item.last - 1]!) ?? null;
  }
  const seats = new Map<string, string>();
  for (const [town, of] of votes) {
    const sign = signs.get(town)!;
    if (lexicon.given.has(town)) continue;
    const sorted = [...of].sort((a, b) => b[1] - a[1]);
    const [party, weight] = sorted[0]!;
    const rest = sorted.slice(1).reduce((sum, [, w]) => sum + w, 0);
    if (weight < 9 && sign.speaks === 0 && sign.state === 0) continue;
    if (weight > CLEAR * rest) seats.set(town, party);
  }
  return seats;
}
