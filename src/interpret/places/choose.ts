/** Which of the places of one name is meant: the one in the states, and near the places, that the report speaks of. */
import { type Candidate, SIGN } from './candidate.ts';
import type { Entry, Match } from './gazetteer.ts';

/** What the report as a whole tells about where it is set. */
export interface Setting {
  /** For each state named, by code: the share of all namings of states. */
  readonly states: ReadonlyMap<string, number>;
  /** States of the case. */
  readonly case: ReadonlySet<string>;
}

/** A chosen place with how sure the choice is, 0 to 1. */
export interface Choice extends Match {
  readonly confidence: number;
}

/** Below these a place counts only in a state that the report or the case speaks of: 300,000 people. */
const KNOWN_EVERYWHERE = 5.45;

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
  return (larger.kind === 'area' || larger.seat) && kilometres(larger, smaller) < 250;
}

/** How much speaks for a match, before the places beside it are looked at. About the logarithm of a population. */
function weigh({ entry, by }: Match, candidates: readonly Candidate[], setting: Setting): number {
  let weight = entry.kind === 'place' || entry.kind === 'region' ? entry.size : 6;
  if (entry.kind === 'state') weight = 8.5;
  if (by === 'name') weight += 0.4;
  if (by === 'sound') weight -= 0.5;
  if (entry.capital && by === 'name') weight += 3;
  else if (entry.capital) weight += 1.5;
  else if (entry.seat) weight += 0.3;
  if (entry.own) weight += 8;
  const share = entry.country === null ? 0 : setting.states.get(entry.country);
  if (share !== undefined && share > 0) weight += 2.5 + 1.5 * share;
  if (entry.country !== null && setting.case.has(entry.country)) weight += 2.5;
  let [region, place] = [false, false];
  for (const c of candidates) {
    if (c.kind === 'region') region = true;
    if (c.kind === 'place') place = true;
    if (c.holder) weight += c.holder.matches.some((m) => holds(m.entry, entry)) ? 4 : -1;
  }
  if (entry.kind === 'region') weight += region && !place ? 3 : -2;
  else if (entry.kind === 'place' && place) weight += 1;
  return weight;
}

/** Whether a match may stand at all: nothing absurd, and nothing that is mostly a plain word. */
function allowed({ entry, by }: Match, candidates: readonly Candidate[], setting: Setting): boolean {
  if (entry.own || entry.kind === 'state') return true;
  const held = candidates.some((c) => c.holder?.matches.some((m) => holds(m.entry, entry)));
  const near =
    entry.country !== null && ((setting.states.get(entry.country) ?? 0) > 0 || setting.case.has(entry.country));
  if (held) return true;
  if (entry.ordinary) return near && candidates.some((c) => c.signs & (SIGN.at | SIGN.kind) && c.signs & SIGN.mention);
  if (near) return by !== 'other' || entry.size > 3 || candidates.some((c) => c.signs & (SIGN.at | SIGN.kind));
  if (entry.kind !== 'place' && entry.kind !== 'region') return true;
  return by === 'name' ? entry.size >= KNOWN_EVERYWHERE || entry.capital : entry.capital || entry.size >= 5.3;
}

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
  let best: Match | null = null;
  let most = -Infinity;
  let second = -Infinity;
  for (const match of matches) {
    if (!allowed(match, candidates, setting)) continue;
    let weight = weigh(match, candidates, setting);
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
