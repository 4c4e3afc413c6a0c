/** Which of the places of one name is meant: the one in the states, and near the places, that the report speaks of. */
import { type Candidate, SIGN } from './candidate.ts';
import type { Entry, Match } from './gazetteer.ts';

/** What the report as a whole tells about where it is set. */
export interface Setting {
  /** For each state, by code: its share of what the report names, where places weigh most and actors least. */
  readonly states: ReadonlyMap<string, number>;
  /** For each first-order region, by code: its share of the places that its name may be one of. */
  readonly regions: ReadonlyMap<string, number>;
  /** How many names spoke for regions. */
  readonly names: number;
  /** States of the case. */
  readonly case: ReadonlySet<string>;
}

/** A chosen place with how sure the choice is, 0 to 1. */
export interface Choice extends Match {
  readonly confidence: number;
}

/** Below these a place counts only in a state that the report or the case speaks of: 200,000 people. */
const KNOWN_EVERYWHERE = 5.3;

/** Places of fewer people (100,000) need a state that much of the report is about. */
const SMALL = 5;
const SHARE_FOR_SMALL = 0.1;
/** Towns of fewer people (20,000) bear the names of too many people to be known without a sign of a place. */
const SMALL_TOWN = 4.3;
/** A small place in the shadow of one six times its size counts for its state only where the report is set there. */
const SHADOW = 0.8;
const SHARE_FOR_SHADOWED = 0.6;
/** Names of so many letters that one state alone has are seldom somebody else's. */
const LONG_NAME = 7;

/** What a region that all places of a report may lie in weighs. */
const FOR_REGION = 4;

/** What a small place loses that bears the name of a first-order region of its state ("Oregon" in Ohio). */
const IN_SHADE = 3;

/** Smaller places (1,000 people) speak for no region. */
const SMALLEST = 3;

/** The first-order regions, by code, that have something of one name. */
export function regionsOf(matches: readonly Match[]): ReadonlySet<string> {
  const regions = new Set<string>();
  for (const { entry } of matches)
    if (entry.regionCode !== null && (entry.kind !== 'place' || entry.size >= SMALLEST)) regions.add(entry.regionCode);
  return regions;
}

/** Kilometres between two places. */
export function kilometres(a: Entry, b: Entry): number {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return Infinity;
  const radian = Math.PI / 180;
  const [p, q] = [a.latitude * radian, b.latitude * radian];
  const h =
    Math.sin((q - p) / 2) ** 2 + Math.cos(p) * Math.cos(q) * Math.sin(((b.longitude - a.longitude) * radian) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Whether the larger place holds the smaller, as far as the gazetteer tells. */
export function holds(larger: Entry, smaller: Entry): boolean {
  if (larger.country === null || larger.country !== smaller.country || larger.id === smaller.id) return false;
  if (larger.kind === 'state') return smaller.kind !== 'state';
  if (larger.kind === 'region') return larger.regionCode === smaller.regionCode;
  if (larger.kind === 'county') return larger.regionCode === smaller.regionCode && kilometres(larger, smaller) < 80;
  return (larger.kind === 'area' || larger.seat) && kilometres(larger, smaller) < 250;
}

const shareOf = (entry: Entry, setting: Setting): number =>
  entry.country === null ? 0 : (setting.states.get(entry.country) ?? 0);

/** What other names than this one say for the region of an entry; `own` is what this one said for each of its own. */
const regionShare = (entry: Entry, setting: Setting, own: number): number =>
  entry.regionCode === null ? 0 : Math.max(0, (setting.regions.get(entry.regionCode) ?? 0) - own);

/** How much speaks for a match, before the places beside it are looked at. About the logarithm of a population. */
function weigh(
  { entry, by }: Match,
  candidates: readonly Candidate[],
  setting: Setting,
  shadowed: boolean,
  own: number,
  shaded: boolean,
): number {
  const region = candidates.some((c) => c.kind === 'region');
  const place = candidates.some((c) => c.kind === 'place');
  let weight = entry.kind === 'place' || entry.kind === 'region' ? entry.size : 6.8;
  if (entry.kind === 'state') weight = 8.5;
  if (by === 'name') weight += 0.4;
  if (by === 'spelling') weight += 0.2;
  if (by === 'sound') weight -= 0.5;
  if (entry.capital && !region) weight += by === 'other' ? 1.5 : 3;
  else if (entry.seat) weight += 0.3;
  if (entry.own) weight += 8;
  const share = shareOf(entry, setting);
  if (share > 0 && !(shadowed && share < SHARE_FOR_SHADOWED)) weight += 0.5 + 3.5 * share;
  if (entry.country !== null && setting.case.has(entry.country)) weight += 2.5;
  weight += FOR_REGION * regionShare(entry, setting, own);
  for (const c of candidates) if (c.holder) weight += c.holder.matches.some((m) => holds(m.entry, entry)) ? 4 : -1;
  if (entry.kind === 'region' || entry.kind === 'county') weight += region && !place ? 3 : -2;
  else if (entry.kind === 'place' && place) weight += 1;
  else if (shaded && !candidates.some((c) => c.holder && holdsOne(c.holder, entry))) weight -= IN_SHADE;
  return weight;
}

/** Whether a match may stand at all: nothing absurd, and nothing that is mostly a plain word. */
function allowed({ entry, by }: Match, candidates: readonly Candidate[], setting: Setting, only: boolean): boolean {
  if (entry.own) return true;
  // A name of a quarter or street is not that of a town, wherever one lies.
  if (entry.kind === 'place' && !entry.capital && candidates.every((c) => c.kind === 'quarter')) return false;
  if (candidates.some((c) => c.holder && holdsOne(c.holder, entry))) return true;
  if (entry.kind === 'state') return true;
  if (candidates.some((c) => c.held && c.holder && !sameState(c.holder, entry))) return false;
  const share = shareOf(entry, setting);
  const home = entry.country !== null && setting.case.has(entry.country);
  const small = entry.size < SMALL && !(only && candidates[0]!.key.length >= LONG_NAME);
  const near = home || share >= (small ? SHARE_FOR_SMALL : 0.01);
  const placed = candidates.some((c) => c.signs & (SIGN.at | SIGN.kind));
  if (entry.ordinary)
    return near && placed && (entry.kind === 'region' || candidates.some((c) => c.signs & SIGN.mention));
  if (near && entry.kind === 'place' && entry.size < SMALL_TOWN && !placed) return false;
  if (near) return by === 'name' || by === 'spelling' || entry.size > 3 || placed;
  if (entry.kind !== 'place' && entry.kind !== 'region') return true;
  if (entry.capital) return true;
  if (by === 'sound') return false;
  return entry.size >= (by === 'other' ? 6 : entry.seat ? 5.2 : KNOWN_EVERYWHERE);
}

const holdsOne = (holder: Candidate, entry: Entry): boolean => holder.matches.some((m) => holds(m.entry, entry));
const sameState = (holder: Candidate, entry: Entry): boolean =>
  holder.matches.some((m) => m.entry.country === null || m.entry.country === entry.country);

/**
 * Chooses among the matches of one name, over all its candidates in the report. `beside` are places chosen already.
 * `null` where none is likely enough.
 */
export function choose(
  matches: readonly Match[],
  candidates: readonly Candidate[],
  setting: Setting,
  beside: readonly Entry[],
): Choice | null {
  const only = matches.every(({ entry }) => entry.country === matches[0]!.entry.country);
  let largest = 0;
  for (const { entry } of matches) if (entry.kind !== 'county' && entry.size > largest) largest = entry.size;
  const own = setting.names === 0 ? 0 : 1 / (regionsOf(matches).size * setting.names);
  const regions = new Set<string | null>();
  for (const { entry, by } of matches) if (entry.kind === 'region' && by === 'name') regions.add(entry.country);
  let best: Match | null = null;
  let most = -Infinity;
  let second = -Infinity;
  for (const match of matches) {
    if (!allowed(match, candidates, setting, only)) continue;
    const { size, kind } = match.entry;
    const shadowed = kind === 'place' && size < SMALL && largest >= Math.max(SMALL, size + SHADOW);
    const shaded = kind === 'place' && size < SMALL && regions.has(match.entry.country);
    let weight = weigh(match, candidates, setting, shadowed, own, shaded);
    if (match.entry.kind === 'place' && beside.length > 0) {
      let nearest = Infinity;
      for (const other of beside)
        if (other.kind === 'place') nearest = Math.min(nearest, kilometres(match.entry, other));
      if (nearest < 100) weight += 1;
      else if (nearest < 300) weight += 0.5;
    }
    if (weight > most) {
      second = most;
      most = weight;
      best = match;
    } else if (weight > second) second = weight;
  }
  if (!best) return null;
  const lead = second === -Infinity ? 1 : 1 - 0.5 * Math.exp(second - most);
  return { ...best, confidence: Math.round(lead * (best.by === 'sound' ? 0.85 : 1) * 100) / 100 };
}
