import { newPostings } from './postings.ts';
import { precedenceOf } from './precedence.ts';
import type { ReportHead, Sketch } from './sketch.ts';

/** Reports of one outlet that hold the same words: from this many on they are its standing text, not a copy. */
const STANDING = 4;
/** Where the outlet is not known, they must also lie this many days apart: copies of news come close together. */
const STANDING_DAYS = 14;
/** Kept shingles that two reports must share to be compared. Fewer stand in some 10 words. */
const FEWEST = 2;
/** Or this share of the later one's, standing text or not: a report sent out again by its own outlet. */
const MOST_OF_IT = 1 / 3;

/**
 * Which reports may share words with which, by their heads. Adding costs what it touches. All answers depend on which
 * sketches were added, not on the order.
 */
export interface CopyIndex {
  readonly size: number;
  has(id: string): boolean;
  /** What was said of a report when it was added. */
  headOf(id: string): ReportHead | undefined;
  /**
   * Adds a report, and gives the ids of those whose `candidatesOf` may be other than before: its own, and where it came
   * late or made words standing text, those of reports that share such words. A report already there changes nothing.
   */
  add(sketch: Sketch): readonly string[];
  /** The earlier reports that a report may have words of, each the first to have some of them; in order of precedence. */
  candidatesOf(id: string): readonly string[];
  /** Whether a kept shingle is standing text for a pair of reports: words that stand in many reports of their outlet. */
  isStanding(shingle: number, a: string, b: string): boolean;
}

export function newCopyIndex(): CopyIndex {
  const postings = newPostings();
  const heads: ReportHead[] = [];
  const numbers = new Map<string, number>();
  const precedence: string[] = [];
  /** Outlets by number; 0 is unknown. */
  const outlets = new Map<string, number>();
  const outletOf: number[] = [];
  const days: (number | null)[] = [];

  /** Whether the words are standing text of an outlet, the report `without` left out. */
  const standsIn = (slot: number, outlet: number, without = -1): boolean => {
    let holders = 0;
    let first = Infinity;
    let last = -Infinity;
    let stands = false;
    postings.eachHolder(slot, (report) => {
      if (outletOf[report] !== outlet || report === without) return true;
      holders += 1;
      const day = days[report] ?? null;
      if (day !== null) {
        first = Math.min(first, day);
        last = Math.max(last, day);
      }
      stands = holders >= STANDING && (outlet !== 0 || last - first >= STANDING_DAYS);
      return !stands;
    });
    return stands;
  };

  return {
    get size() {
      return heads.length;
    },
    has: (id) => numbers.has(id),
    headOf: (id) => heads[numbers.get(id) ?? -1],
    add(sketch) {
      if (numbers.has(sketch.id)) return [];
      const me = heads.length;
      const outlet = sketch.outlet === null ? 0 : (outlets.get(sketch.outlet) ?? outlets.size + 1);
      if (sketch.outlet !== null) outlets.set(sketch.outlet, outlet);
      numbers.set(sketch.id, me);
      const { shingles: _, ...head } = sketch;
      heads.push(head);
      precedence.push(precedenceOf(sketch));
      outletOf.push(outlet);
      days.push(dayOf(sketch.published));
      postings.add(sketch.shingles);
      const touched = new Set<number>([me]);
      for (const shingle of sketch.shingles) {
        const slot = postings.slotOf(shingle);
        const first = postings.firstOf(slot);
        if (first === me) continue;
        if (precedence[me]! < precedence[first]!) {
          postings.setFirst(slot, me);
          postings.eachHolder(slot, (report) => {
            touched.add(report);
            return true;
          });
        } else if (standsIn(slot, outlet) && !standsIn(slot, outlet, me)) {
          postings.eachHolder(slot, (report) => {
            if (outletOf[report] === outlet) touched.add(report);
            return true;
          });
        }
      }
      return [...touched].map((report) => heads[report]!.id);
    },
    candidatesOf(id) {
      const me = numbers.get(id);
      if (me === undefined) return [];
      const own = postings.shinglesOf(me);
      const shared = new Map<number, { all: number; standing: number }>();
      for (const shingle of own) {
        const slot = postings.slotOf(shingle);
        const first = postings.firstOf(slot);
        if (first === me) continue;
        const count = shared.get(first) ?? { all: 0, standing: 0 };
        shared.set(first, count);
        count.all += 1;
        if (outletOf[first] === outletOf[me] && standsIn(slot, outletOf[me]!)) count.standing += 1;
      }
      return [...shared]
        .filter(([, { all, standing }]) => all - standing >= FEWEST || all >= Math.max(FEWEST, own.length * MOST_OF_IT))
        .map(([first]) => first)
        .sort((a, b) => (precedence[a]! < precedence[b]! ? -1 : 1))
        .map((first) => heads[first]!.id);
    },
    isStanding(shingle, a, b) {
      const outlet = outletOf[numbers.get(a) ?? -1];
      const slot = postings.slotOf(shingle);
      if (outlet === undefined || slot < 0 || outletOf[numbers.get(b) ?? -1] !== outlet) return false;
      return standsIn(slot, outlet);
    },
  };
}

/** Days since 1970 in the calendar as written; `null` for none. */
function dayOf(published: string | null): number | null {
  const at = published === null ? Number.NaN : Date.parse(`${published.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? null : Math.floor(at / 86_400_000);
}
