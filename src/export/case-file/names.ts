import { plainName } from '../../consolidate/parties.ts';
import type { Reading, Referent } from '../../record.ts';

/** How often each was seen, over reports: once a report. */
export class Tally {
  readonly #counts = new Map<string, number>();
  add(names: Iterable<string>): void {
    for (const name of new Set(names)) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }
  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }
  /** The most often seen first, and by name among equals, so that the order of reports does not matter. */
  first(most: number, least = 1): readonly string[] {
    return [...this.#counts]
      .filter(([, n]) => n >= least)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, most)
      .map(([name]) => name);
  }
}

/** One or two words, each with a capital: a name, and no description. */
const NAME = /^\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?$/u;
const OTHERS = 6;

const isName = (name: string, party: string): boolean => NAME.test(name) && plainName(name) !== plainName(party);

/**
 * Other names of sides, as single reports show them: what one report takes for a side of its own, since it never names the
 * state ("Halvian", or the capital that stands for its government), others lead back to the state.
 */
export class Names {
  /** By a name as compared: how many reports have it stand for which side. */
  readonly #sideOf = new Map<string, Tally>();
  /** By side: in how many reports it goes by a name. */
  readonly #others = new Map<string, Tally>();
  /** Sides that stand beside each other, as names as compared: they are two. */
  readonly #beside = new Set<string>();

  add({ referents, talks, disputes }: Reading): void {
    const seen = new Map<string, Set<string>>();
    const others = new Map<string, Set<string>>();
    for (const referent of referents) {
      const { party } = referent;
      if (party === null || referent.kind === 'person') continue;
      const names = namesOf(referent).filter((name) => NAME.test(name));
      for (const name of names) put(seen, plainName(name), party);
      for (const name of names) if (isName(name, party)) put(others, party, name);
    }
    for (const [name, parties] of seen) tallyIn(this.#sideOf, name).add(parties);
    for (const [party, names] of others) tallyIn(this.#others, party).add(names);
    const together = [
      ...talks.map(({ participants }) => participants),
      ...disputes.map(({ sides }) => sides.flatMap(({ party }) => party ?? [])),
    ];
    for (const names of together) {
      for (const a of names) for (const b of names) this.#beside.add(`${plainName(a)}|${plainName(b)}`);
    }
  }

  /** Of sides, the most often told first: those that are another name of one told more often, with that one. */
  usualOf(sides: readonly string[]): ReadonlyMap<string, string> {
    const usual = new Map<string, string>();
    for (const [at, side] of sides.entries()) {
      const tally = this.#sideOf.get(plainName(side));
      const before = sides
        .slice(0, at)
        .filter((other) => !usual.has(other) && !this.#beside.has(`${plainName(side)}|${plainName(other)}`))
        .sort((a, b) => (tally?.of(b) ?? 0) - (tally?.of(a) ?? 0));
      const [first, second] = before;
      if (!tally || first === undefined || tally.of(first) === 0) continue;
      // Where two sides share a name, it is neither's.
      if (second !== undefined && tally.of(second) === tally.of(first)) continue;
      usual.set(side, first);
    }
    return usual;
  }

  /** Names that at least so many reports have a side go by, besides its own. */
  othersOf(party: string, least: number): readonly string[] {
    const names = this.#others.get(party)?.first(OTHERS * 2, least) ?? [];
    const own = (name: string): boolean => this.#sideOf.get(plainName(name))?.first(1)[0] === party;
    const left: string[] = [];
    for (const name of names.filter(own)) {
      // In other capitals, or with the "s" of an owner or of many, it is the same name.
      const bare = plainName(name).replace(/s$/, '');
      if (![party, ...left].some((other) => plainName(other).replace(/s$/, '') === bare)) left.push(name);
    }
    return left.slice(0, OTHERS);
  }
}

/** The name of a referent that is a side or its people, and what else it is called. */
function namesOf({ kind, name, aliases, party }: Referent): readonly string[] {
  if (kind === 'group') return [name];
  return party !== null && plainName(party) === plainName(name) ? [name, ...aliases] : [];
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

function tallyIn(map: Map<string, Tally>, key: string): Tally {
  const known = map.get(key) ?? new Tally();
  map.set(key, known);
  return known;
}
