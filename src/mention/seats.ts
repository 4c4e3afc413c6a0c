import type { Item, Items } from './items.ts';
import { type MentionLexicon, type NameEntry, SORT } from './lexicon.ts';
import { meaning } from './party.ts';
import type { Phrase } from './phrases.ts';
import { type Acting, type Mark, readFrames } from './seat-frames.ts';
import type { Sign } from './sign.ts';

/** How many sentences may hold the title and what the report begins with. */
const OPENING = 4;
/** What says in so many words that a town is a state's capital. */
const SAID = 9;
/** Least evidence for a seat, and by how much it must lead. */
const LEAST = 0.5;
const LEAD = 0.4;
/** How many states a seat may belong to of which nothing else tells. */
const MAIN = 5;
/** How much speaks against all other states where only one is left. */
const LEFT = -0.2;
/** Evidence from which a town acts as a government does, whosever it is. */
const SURE = 1.3;

/**
 * The towns that the report shows to be the seat of one of the states that only it tells of (`states`): it is called that
 * state's capital, its officials and nobody else's speak there, it answers for it, the report was filed there (`filed`,
 * folded words) and begins with it; and it is no seat of whom it deals with. But for those called a capital, only towns that
 * act as a government does. Work grows with the text.
 */
export function findSeats(
  items: Items,
  phrases: readonly Phrase[],
  lexicon: MentionLexicon,
  states: ReadonlyMap<string, NameEntry>,
  signs: ReadonlyMap<string, Sign>,
  filed: string | null,
  people: ReadonlySet<string>,
): Map<string, string> {
  const { words, keys, at } = items;
  const votes = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  for (const [key, { party }] of states) counts.set(party!, (counts.get(party!) ?? 0) + (signs.get(key)?.count ?? 0));
  const keyOf = (item: Item): string => keys.slice(item.first, item.last).join(' ');
  const isTown = (key: string): boolean =>
    signs.has(key) && !states.has(key) && !lexicon.given.has(key) && !people.has(key);
  const vote = (town: string, party: string, weight: number): void => {
    if (!isTown(town) || !(counts.has(party) || weight === SAID)) return;
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
  const look = (phrase: Phrase, p: number): void => {
    const next = phrases[p + 1];
    // "the Halvian capital, Drenholm", "Drenholm, the capital of Halvia"
    if (phrase.roles.some((r) => r.role!.word === 'capital')) {
      const state = ownerOf(phrase);
      const town = phrase.item?.kind === 'run' ? phrase.item : null;
      if (state !== null && town) vote(keyOf(town), state, SAID);
      if (state !== null && !town && next?.item?.kind === 'run' && next.first - phrase.last <= 1)
        vote(keyOf(next.item), state, SAID);
      const before = phrases[p - 1];
      if (
        state !== null &&
        !town &&
        before?.item?.kind === 'run' &&
        phrase.first - before.last === 1 &&
        keys[before.last] === ','
      )
        vote(keyOf(before.item), state, SAID);
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
  };
  phrases.forEach(look);
  // "Voss told reporters in Drenholm": whose officials speak where.
  let sentence = -1;
  let speaker: string | null = null;
  const marks: Mark[] = [];
  // Where holders of offices speak, whosever they are.
  const hosts = new Map<string, number>();
  const holder = (item: Item): boolean => {
    return at[item.first - 1]?.role?.offices.some((o) => lexicon.stateOffices.has(o)) ?? false;
  };
  let held = false;
  const pass = (item: Item, i: number): void => {
    const key = item.kind === 'run' ? keyOf(item) : '';
    const state = stateOf(item);
    if (state !== null) marks.push({ first: item.first, last: item.last, state, town: '' });
    else if (item.kind === 'run' && isTown(key)) {
      marks.push({ first: item.first, last: item.last, state: null, town: key });
      if (keys[i - 1] === 'in') {
        const beside = at[item.last + 1];
        if (held || (keys[item.last] === ',' && beside?.role?.offices.some((o) => lexicon.stateOffices.has(o))))
          hosts.set(key, 0.5);
        if (speaker !== null) vote(key, speaker, 1);
        // "In Port Asker, President Oumara Tesk said"
        else if (items.sentences[sentence]!.first >= i - 2)
          for (let k = item.last; k < item.last + 8 && k < at.length && items.sentence[k] === sentence; k++) {
            const side = at[k]!.kind === 'run' ? sides.get(keys[at[k]!.last - 1]!) : null;
            if (side) {
              vote(key, side, 1);
              break;
            }
          }
      }
    }
    if (item.kind === 'run' && holder(item)) held = true;
    if (item.kind === 'run' && words[i - 1]?.tag !== 'ADP') speaker ??= sides.get(keys[item.last - 1]!) ?? null;
  };
  for (let i = 0; i < at.length; i = Math.max(i + 1, at[i]!.last)) {
    const item = at[i]!;
    if (items.sentence[i] !== sentence) {
      sentence = items.sentence[i]!;
      speaker = null;
      held = false;
    }
    if (item.kind !== 'word' && item.kind !== 'role') pass(item, i);
  }
  const acts = counts.size > 0 ? readFrames(items, lexicon, marks, vote) : new Map<string, Acting>();
  // A report filed at a seat begins, as a rule, with what its state has done.
  const first = marks.find((m) => m.state !== null && items.sentences[items.sentence[m.first]!]!.first >= m.first - 1);
  if (filed !== null && first?.state != null && items.sentence[first.first]! < OPENING)
    for (const town of new Set([filed, ...acts.keys()])) vote(town, first.state, town === filed ? 1 : -0.5);
  return choose(signs, isTown, counts, votes, acts, hosts, filed);
}

/** Gives each town that acts as a seat does to the state that most speaks for, or to the only one left. */
function choose(
  signs: ReadonlyMap<string, Sign>,
  isTown: (key: string) => boolean,
  counts: ReadonlyMap<string, number>,
  votes: ReadonlyMap<string, ReadonlyMap<string, number>>,
  acts: ReadonlyMap<string, Acting>,
  hosts: ReadonlyMap<string, number>,
  filed: string | null,
): Map<string, string> {
  const seats = new Map<string, string>();
  const main = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!).slice(0, MAIN);
  const most = Math.max(1, counts.get(main[0] ?? '') ?? 1);
  const towns: string[] = [];
  for (const town of new Set([...votes.keys(), ...acts.keys()])) {
    if (!isTown(town)) continue;
    const sign = signs.get(town)!;
    const said = [...(votes.get(town) ?? [])].find(([, w]) => w >= SAID);
    if (said) seats.set(town, said[0]);
    else if (counts.size > 0) {
      const acting = acts.get(town);
      const active = (acting?.acts ?? 0) + sign.state / 2 + (hosts.get(town) ?? 0) + (town === filed ? 0.5 : 0);
      if (active >= 1 && (acting?.placed || sign.inside > 0 || town === filed)) towns.push(town);
    }
  }
  // Where one state and one seat are told of, they belong together, unless some other country may have the seat.
  const rival = [...signs].some(([key, sign]) => sign.territory > 0 && !towns.includes(key) && isTown(key));
  const alone = counts.size === 1 && towns.length === 1 && !rival ? 0.6 : 0;
  for (const town of towns) {
    const of = votes.get(town);
    // Of two states, the one that the report is more about is likelier to speak.
    const scores = [...new Set([...main, ...(of?.keys() ?? [])])].map(
      (party) => [party, (of?.get(party) ?? 0) + (0.3 * (counts.get(party) ?? 0)) / most + alone] as const,
    );
    scores.sort((a, b) => b[1] - a[1]);
    const [best, next] = scores;
    // What is nowhere seen to be a town may be a state that only its name shows.
    const isPlace = signs.get(town)!.inside > 0 || town === filed || town.includes(' ');
    const left = isPlace && best![1] > 0 && next !== undefined && next[1] <= LEFT;
    if ((best![1] >= LEAST || left) && best![1] - (next?.[1] ?? 0) >= LEAD) seats.set(town, best![0]);
    // Whose seat it is the report does not tell: then the seat's own name stands for its side.
    else if ((acts.get(town)?.acts ?? 0) >= (town.includes(' ') ? 1 : SURE) && acts.get(town)!.placed)
      seats.set(town, signs.get(town)!.text);
  }
  return seats;
}
