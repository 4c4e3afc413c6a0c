/** A first case file from what the reports say: who the sides are, who speaks for them, which outlets there are. */
import type { CaseFile } from '../../case.ts';
import { sameSource } from '../../consolidate/copies/copies.ts';
import type { Document, Reading } from '../../record.ts';
import { Names, Tally } from './names.ts';

/** A side is proposed where at least so many reports tell of it, and it is among the first so many. */
const REPORTS = 2;
const SIDES = 12;
/** So many who speak for each are named, the most often named first. */
const MEMBERS = 12;

/** Words that are a name as they stand: from a capital to a capital, and nobody's ("Maravet's coastguard" is). */
const NAME = /^\p{Lu}(?!.*['’]s\b)(?:.*[\s-]\p{Lu})?[^\s]*$/u;

/** Collects from report after report what a case file can say; holds no report. */
export class Proposal {
  readonly #sides = new Tally();
  readonly #members = new Map<string, Tally>();
  readonly #names = new Names();
  readonly #outlets = new Tally();
  readonly #agencies = new Set<string>();
  #reports = 0;

  add(document: Document, reading: Reading): void {
    this.#reports++;
    // Whoever takes a stand, speaks or acts is a side; one that is only spoken of may be anybody.
    const sides = [
      ...reading.positions.map((p) => p.holder),
      ...reading.statements.flatMap((s) => s.speaker.party ?? []),
      ...reading.talks.flatMap((t) => t.participants.filter((name) => this.#isParty(name, reading))),
    ];
    this.#sides.add(sides);
    this.#names.add(reading);
    const members = new Map<string, Set<string>>();
    for (const { party, name, kind, generic } of reading.referents) {
      if (party === null || party === name || generic || (kind !== 'person' && kind !== 'organisation')) continue;
      // A surname alone may be anybody's; a body goes by its one name. What is only described ("his ministry") has none.
      if (kind === 'person' && !/\s/.test(name)) continue;
      if (!NAME.test(name) || name.startsWith(party)) continue;
      members.set(party, (members.get(party) ?? new Set()).add(name));
    }
    for (const [party, names] of members) {
      const tally = this.#members.get(party) ?? new Tally();
      this.#members.set(party, tally);
      tally.add(names);
    }
    if (document.outlet) this.#outlets.add([document.outlet]);
    if (reading.filing.agency) {
      const { start, end } = reading.filing.agency;
      const agency = document.text.slice(start, end).trim();
      if (document.outlet !== null && sameSource(agency, document.outlet)) this.#agencies.add(document.outlet);
    }
  }

  #isParty(name: string, { referents }: Reading): boolean {
    return referents.some((r) => r.party === name);
  }

  /** Who speaks for a side under any of its names. */
  #membersOf(sides: readonly string[], least: number): readonly string[] {
    const all = sides.flatMap((side) => this.#members.get(side)?.first(MEMBERS, least) ?? []);
    return [...new Set(all)].slice(0, MEMBERS);
  }

  /** The case file, with the name given. */
  file(name: string): CaseFile {
    const least = this.#reports < 2 * REPORTS ? 1 : REPORTS;
    // Two sides in one breath are two sides.
    const sides = this.#sides.first(2 * SIDES, least).filter((side) => !/\sand\s/.test(side));
    const usual = this.#names.usualOf(sides);
    const parties = sides.filter((side) => !usual.has(side)).slice(0, SIDES);
    return {
      name,
      parties: parties.map((party) => {
        const folded = sides.filter((side) => usual.get(side) === party);
        const others = this.#names.othersOf(party, least).filter((other) => !sides.includes(other));
        return {
          name: party,
          aliases: [...new Set([...folded, ...others])],
          members: this.#membersOf([party, ...folded], least),
        };
      }),
      actors: [],
      places: [],
      maps: [],
      issues: [],
      sources: this.#outlets.first(1000).map((outlet) => ({
        outlet,
        aliases: [],
        side: null,
        agency: this.#agencies.has(outlet),
      })),
    };
  }
}
