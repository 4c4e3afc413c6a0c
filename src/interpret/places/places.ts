/** Places that a report names: found by the words around them, looked up, and told apart by what else it speaks of. */
import { rangeOf, type Scene } from '../scene.ts';
import { type Candidate, PLACED, SIGN } from './candidate.ts';
import { type Choice, choose, holds, regionsOf, type Setting } from './choose.ts';
import { findCandidates } from './find.ts';
import type { Entry, Gazetteer, Match } from './gazetteer.ts';
import type { PlaceLexicon } from './lexicon.ts';
import { sightOf } from './sight.ts';
import { placeKey } from './spelling.ts';
import { type PlaceMention, type PlaceReading, record } from './write.ts';

/** What the reading of places needs beside the report. */
export interface PlaceResources {
  readonly gazetteer: Gazetteer;
  readonly lexicon: PlaceLexicon;
}

export interface PlaceOptions {
  /** Codes of the states that the case is about (ISO 3166-1 alpha-2): they weigh among places of one name. */
  readonly countries?: readonly string[];
}

/** What naming a state weighs where it is spoken of as a place, and where it acts or a person of it does. */
const AS_PLACE = 2;
const AS_ACTOR = 0.5;
/** The size of places that show by themselves which state is spoken of: 100,000 people. */
const LARGE = 5;

/** Which states the report is set in, by the places that can be in one state only and by the sides that it names. */
function settingOf(
  scene: Scene,
  gazetteer: Gazetteer,
  candidates: readonly Candidate[],
  countries: readonly string[],
): Setting {
  const counts = new Map<string, number>();
  let all = 0;
  const count = (code: string | null | undefined, weight: number): void => {
    if (code == null) return;
    counts.set(code, (counts.get(code) ?? 0) + weight);
    all += weight;
  };
  const codes = new Map<string, string | null>();
  for (const { id, party } of scene.referents.values()) if (party !== null) codes.set(id, gazetteer.codeOf(party));
  for (const { referent, form } of scene.mentions)
    if (form === 'name' && referent !== null) count(codes.get(referent), AS_ACTOR);
  for (const { matches, signs } of candidates) {
    const [first] = matches;
    if (!first || !(signs & PLACED)) continue;
    const { country } = first.entry;
    // A small place proves no state that nothing else speaks of.
    if (matches.every(({ entry }) => entry.country === country && (entry.size >= LARGE || entry.kind === 'county')))
      count(country, AS_PLACE);
  }
  for (const [code, weight] of counts) counts.set(code, weight / all);
  return { states: counts, ...votesOf(candidates), case: new Set(countries) };
}

/** Every name of a place speaks for each region that has one of that name: the fewer these are, the more. */
function votesOf(candidates: readonly Candidate[]): Pick<Setting, 'regions' | 'names'> {
  const votes = new Map<string, number>();
  const seen = new Set<string>();
  let all = 0;
  for (const { key, matches, signs } of candidates) {
    if (matches.length === 0 || seen.has(key) || !(signs & (PLACED | SIGN.mention))) continue;
    seen.add(key);
    const regions = regionsOf(matches);
    if (regions.size === 0) continue;
    all++;
    for (const region of regions) votes.set(region, (votes.get(region) ?? 0) + 1 / regions.size);
  }
  for (const [region, vote] of votes) votes.set(region, vote / all);
  return { regions: votes, names: all };
}

/** Lists of so many regions name places, whatever stands before them: "Ohio, Oregon and Utah". */
const LIST = 3;

/** Whether a name is that of a first-order region: one that cannot act. */
const isRegion = ({ matches, acts }: Candidate): boolean =>
  !acts && matches.some(({ entry, by }) => entry.kind === 'region' && by === 'name');

/** Joins what stands side by side: "in X and Y", "X, Y" where Y holds X, "Y's X". */
function join(candidates: readonly Candidate[], scene: Scene): void {
  const { words, sentenceOf } = scene;
  let listed: Candidate | null = null;
  let run: Candidate[] = [];
  for (let i = 1; i < candidates.length; i++) {
    const a = candidates[i - 1]!;
    const b = candidates[i]!;
    if (sentenceOf[a.first] !== sentenceOf[b.first] || b.first - a.last > 4) continue;
    let and = false;
    let comma = false;
    let other = false;
    let owner = false;
    for (let w = a.last; w < b.first; w++) {
      const { lower, text } = words[w]!;
      if (lower === 'and' || lower === 'or') and = true;
      else if (text === ',') comma = true;
      else if (text === "'s" || text === '’s') owner = true;
      else if (lower !== 'the' && lower !== 'nearby' && lower !== 'in') other = true;
    }
    if (other) continue;
    const larger = b.matches.some(({ entry }) => entry.kind !== 'place' || entry.seat);
    const inside = !and && !comma && words[a.last]?.lower === 'in' && larger;
    if (owner || (b.first === a.last && a.owner)) {
      b.holder = a;
      b.held = true;
    } else if (inside) {
      a.holder = b;
      a.held = true;
    } else if (
      (comma || words[a.last]?.lower === 'in') &&
      !and &&
      b.matches.some((m) => a.matches.some((n) => holds(m.entry, n.entry)))
    )
      a.holder = b;
    if ((and || comma) && isRegion(a) && isRegion(b)) {
      if (run.at(-1) !== a) run = [a];
      run.push(b);
      if (run.length >= LIST) for (const each of run) each.signs |= SIGN.joined;
    }
    if (and || comma) {
      // "in X, Y and Z": what ends the list stands as it began.
      const list = a.signs & SIGN.at || listed === a;
      if (a.signs & PLACED) b.signs |= SIGN.joined | (list && !comma ? SIGN.at : 0);
      if (list && comma && !and) listed = b;
      if (a.plural && b.kind === null && b.part === '') [b.kind, b.plural] = [a.kind, true];
      if (and && a.sort === '' && a.kind === null && a.matches.length > 0) a.sort = b.sort;
    }
  }
}

/** Reads the places of a report. Pure. */
export function readPlaces(
  scene: Scene,
  { gazetteer, lexicon }: PlaceResources,
  options: PlaceOptions = {},
): PlaceReading {
  const candidates = findCandidates(sightOf(scene, gazetteer, lexicon));
  join(candidates, scene);
  const filed = scene.filing.place ? rangeOf(scene, scene.filing.place) : null;
  if (filed) for (const c of candidates) if (c.first >= filed.first && c.last <= filed.last) c.signs |= SIGN.at;

  const setting = settingOf(scene, gazetteer, candidates, options.countries ?? []);

  // One name means one place throughout a report.
  const byKey = new Map<string, Candidate[]>();
  for (const c of candidates) {
    const key = c.kind === 'region' || c.kind === 'quarter' ? `${c.key}|${c.kind}` : c.key;
    const list = byKey.get(key);
    if (list) list.push(c);
    else byKey.set(key, [c]);
  }
  const near = new Set(setting.case);
  for (const [code, share] of setting.states) if (share >= SHARE_FOR_SOUND) near.add(code);
  const choices = new Map<Candidate, Choice | null>();
  const chosen: Entry[] = [];
  const late: [readonly Match[], Candidate[]][] = [];
  const settle = (matches: readonly Match[], list: readonly Candidate[], beside: readonly Entry[]): void => {
    const choice = regionOf(choose(matches, list, setting, beside), list[0]!, gazetteer);
    for (const c of list) choices.set(c, choice);
    if (choice) chosen.push(choice.entry);
  };
  for (const list of byKey.values()) {
    const [first] = list;
    let { matches } = first!;
    // Of a town spelled otherwise than the region or district that is called after it, only these may bear the name.
    const other = matches.every(
      ({ entry: { kind } }) => kind === 'county' || (kind === 'region' && first!.kind === 'place'),
    );
    if (other && first!.key.length > 3 && first!.kind !== 'quarter' && list.some((c) => c.signs & PLACED))
      matches = [...matches, ...gazetteer.alike(first!.key, near)];
    // "Jackson and Barrow counties": those that bear the name with its kind.
    if (first!.sort !== '') {
      const sorted = gazetteer.find(`${first!.key} ${first!.sort}`);
      if (sorted.length > 0) matches = sorted;
    }
    if (matches.length > 1) late.push([matches, list]);
    else settle(matches, list, []);
  }
  for (const [matches, list] of late) settle(matches, list, [...chosen]);
  return record(candidates, choices, scene);
}

/** Names are heard for others only in states that much of the report is about. */
const SHARE_FOR_SOUND = 0.15;

/** Of "X region", the region whose seat X is, where the region has no such name itself. */
function regionOf(choice: Choice | null, { kind }: Candidate, gazetteer: Gazetteer): Choice | null {
  if (kind !== 'region' || choice === null) return choice;
  const { kind: what, seat, region, regionCode } = choice.entry;
  if (what !== 'place' || !seat || region === null) return choice;
  const found = gazetteer
    .find(placeKey(region))
    .find(({ entry }) => entry.kind === 'region' && entry.regionCode === regionCode);
  return found ? { ...found, by: choice.by, confidence: choice.confidence } : choice;
}

/** The places that stand in words `[first, last)`, in order. */
export function placesIn({ mentions }: PlaceReading, first: number, last: number): readonly PlaceMention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.first < first) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < mentions.length && mentions[end]!.last <= last) end++;
  return mentions.slice(low, end);
}
