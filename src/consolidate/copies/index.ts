import { newPostings } from './postings.ts';
import { precedenceOf } from './precedence.ts';
import type { ReportHead, Sketch } from './sketch.ts';
import { newStandingText, UNKNOWN } from './standing.ts';

/** Kept shingles that two reports must share to be compared. Fewer stand in some 10 words. */
const FEWEST = 2;
/** Candidates of one report: those that share the most with it. No report has words of more that matter. */
const MOST = 12;
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
  const standing = newStandingText();
  const heads: ReportHead[] = [];
  const numbers = new Map<string, number>();
  /** Made when asked for: of a hundred thousand reports they would be many strings. */
  const precedence = (report: number): string => precedenceOf(heads[report]!);
  /** Outlets and agencies once each: every head would hold a copy of its own. */
  const names = new Map<string, string>();
  const nameOnce = (name: string | null): string | null => {
    if (name === null) return null;
    const known = names.get(name);
    if (known === undefined) names.set(name, name);
    return known ?? name;
  };
  /** Outlets by number, from 1. */
  const outlets = new Map<string, number>();
  const outletOf: number[] = [];
  const days: (number | null)[] = [];

  /** Counts the holders of a shingle that more than one report holds; gives whether it became standing text by `me`. */
  const countHolders = (slot: number, shingle: number, me: number): boolean => {
    const holders: number[] = [];
    postings.eachHolder(slot, (report) => holders.push(report) < 3);
    // The first holder was not counted while it was the only one: most shingles stand in one report alone.
    if (holders.length === 2) {
      const other = holders[1]!;
      standing.count(outletOf[other]!, shingle, days[other]!);
    }
    return holders.length > 1 && standing.count(outletOf[me]!, shingle, days[me]!);
  };

  /** The reports that are the first to have words of a report: how many kept shingles, and how many are standing text. */
  const sharedWith = (me: number): Map<number, { all: number; standing: number }> => {
    const shared = new Map<number, { all: number; standing: number }>();
    for (const shingle of postings.shinglesOf(me)) {
      const first = postings.firstOf(postings.slotOf(shingle));
      if (first === me) continue;
      const count = shared.get(first) ?? { all: 0, standing: 0 };
      shared.set(first, count);
      count.all += 1;
      if (outletOf[first] === outletOf[me] && standing.stands(outletOf[me]!, shingle)) count.standing += 1;
    }
    return shared;
  };
  /** Whether standing text can matter to a report: only where it shares words with one of its own outlet. */
  const sharesAtHome = (me: number): boolean =>
    [...sharedWith(me)].some(([first, { all }]) => all >= FEWEST && outletOf[first] === outletOf[me]);

  return {
    get size() {
      return heads.length;
    },
    has: (id) => numbers.has(id),
    headOf: (id) => heads[numbers.get(id) ?? -1],
    add(sketch) {
      if (numbers.has(sketch.id)) return [];
      const me = heads.length;
      const outlet = sketch.outlet === null ? UNKNOWN : (outlets.get(sketch.outlet) ?? outlets.size + 1);
      if (sketch.outlet !== null) outlets.set(sketch.outlet, outlet);
      numbers.set(sketch.id, me);
      const { shingles: _, ...head } = sketch;
      heads.push({ ...head, outlet: nameOnce(head.outlet), agency: nameOnce(head.agency) });
      const mine = precedence(me);
      outletOf.push(outlet);
      days.push(dayOf(sketch.published));
      postings.add(sketch.shingles);
      const touched = new Set<number>([me]);
      const home = new Set<number>();
      for (const shingle of sketch.shingles) {
        const slot = postings.slotOf(shingle);
        const first = postings.firstOf(slot);
        const isNew = countHolders(slot, shingle, me);
        const isFirst = first !== me && mine < precedence(first);
        if (isFirst) postings.setFirst(slot, me);
        if (!isFirst && !isNew) continue;
        postings.eachHolder(slot, (report) => {
          if (isFirst) touched.add(report);
          else if (outletOf[report] === outlet) home.add(report);
          return true;
        });
      }
      for (const report of home) if (!touched.has(report) && sharesAtHome(report)) touched.add(report);
      return [...touched].map((report) => heads[report]!.id);
    },
    candidatesOf(id) {
      const me = numbers.get(id);
      if (me === undefined) return [];
      const most = Math.max(FEWEST, postings.shinglesOf(me).length * MOST_OF_IT);
      return [...sharedWith(me)]
        .filter(([, { all, standing }]) => all - standing >= FEWEST || all >= most)
        .sort((a, b) => b[1].all - a[1].all || (precedence(a[0]) < precedence(b[0]) ? -1 : 1))
        .slice(0, MOST)
        .map(([first]) => first)
        .sort((a, b) => (precedence(a) < precedence(b) ? -1 : 1))
        .map((first) => heads[first]!.id);
    },
    isStanding(shingle, a, b) {
      const outlet = outletOf[numbers.get(a) ?? -1];
      return outlet !== undefined && outletOf[numbers.get(b) ?? -1] === outlet && standing.stands(outlet, shingle);
    },
  };
}

/** Days since 1970 in the calendar as written; `null` for none. */
function dayOf(published: string | null): number | null {
  const at = published === null ? Number.NaN : Date.parse(`${published.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? null : Math.floor(at / 86_400_000);
}
