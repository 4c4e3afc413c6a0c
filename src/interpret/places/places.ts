/** Places that a report names: found by the words around them, looked up, and told apart by what else it speaks of. */
import type { Place, Producer, Span } from '../../record.ts';
import { idOf } from '../../text/digest.ts';
import { span } from '../../text/span.ts';
import { rangeOf, type Scene } from '../scene.ts';
import { type Candidate, SIGN } from './candidate.ts';
import { type Choice, choose, holds, type Setting } from './choose.ts';
import { findCandidates } from './find.ts';
import type { Entry, Gazetteer, Match } from './gazetteer.ts';
import type { PlaceLexicon } from './lexicon.ts';
import { sightOf } from './sight.ts';

/** What the reading of places needs beside the report. */
export interface PlaceResources {
  readonly gazetteer: Gazetteer;
  readonly lexicon: PlaceLexicon;
}

export interface PlaceOptions {
  /** Codes of the states that the case is about (ISO 3166-1 alpha-2): they weigh among places of one name. */
  readonly countries?: readonly string[];
}

/** Words `[first, last)` that name a place. */
export interface PlaceMention {
  readonly first: number;
  readonly last: number;
  readonly place: Place;
}

/** The places of a report, with where each stands among its words, in order. */
export interface PlaceReading {
  readonly places: readonly Place[];
  readonly mentions: readonly PlaceMention[];
}

const made = (rule: string, entry: string | null, confidence: number): Producer =>
  entry === null
    ? { stage: 'interpret', rule, confidence }
    : { stage: 'interpret', rule, entry: `places.bin: ${entry}`, confidence };

/** Which states the report names, people's sides included, as shares. */
function settingOf(scene: Scene, gazetteer: Gazetteer, countries: readonly string[]): Setting {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { referent, form } of scene.mentions) {
    const party = form === 'name' && referent !== null ? scene.referents.get(referent)?.party : null;
    const code = party ? gazetteer.codeOf(party) : null;
    if (code === null) continue;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    all++;
  }
  for (const [code, count] of counts) counts.set(code, count / all);
  return { states: counts, case: new Set(countries) };
}

/** Joins what stands side by side: "in X and Y", "X, Y" where Y holds X, "Y's X". */
function join(candidates: readonly Candidate[], scene: Scene): void {
  const { words, sentenceOf } = scene;
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
    if (comma && !and && b.matches.some((m) => a.matches.some((n) => holds(m.entry, n.entry)))) a.holder = b;
    else if (owner) b.holder = a;
    else if (!and && !comma && words[a.last]?.lower === 'in') a.holder = b;
    if ((and || comma) && a.signs & (SIGN.at | SIGN.kind | SIGN.joined)) b.signs |= SIGN.joined;
  }
}

/** Reads the places of a report. Pure. */
export function readPlaces(
  scene: Scene,
  { gazetteer, lexicon }: PlaceResources,
  options: PlaceOptions = {},
): PlaceReading {
  const { words, document } = scene;
  const candidates = findCandidates(sightOf(scene, gazetteer, lexicon));
  join(candidates, scene);
  const setting = settingOf(scene, gazetteer, options.countries ?? []);
  const filed = scene.filing.place ? rangeOf(scene, scene.filing.place) : null;
  if (filed) for (const c of candidates) if (c.first >= filed.first && c.last <= filed.last) c.signs |= SIGN.at;

  // One name means one place throughout a report.
  const byKey = new Map<string, Candidate[]>();
  for (const c of candidates) {
    const key = c.kind === 'region' ? `${c.key} region` : c.key;
    const list = byKey.get(key);
    if (list) list.push(c);
    else byKey.set(key, [c]);
  }
  const near = new Set([...setting.states.keys(), ...setting.case]);
  const choices = new Map<Candidate, Choice | null>();
  const chosen: Entry[] = [];
  const late: [readonly Match[], Candidate[]][] = [];
  const settle = (matches: readonly Match[], list: readonly Candidate[], beside: readonly Entry[]): void => {
    const choice = choose(matches, list, setting, beside);
    for (const c of list) choices.set(c, choice);
    if (choice) chosen.push(choice.entry);
  };
  for (const list of byKey.values()) {
    const [first] = list;
    let matches = first!.matches;
    if (
      matches.length === 0 &&
      first!.key.length > 3 &&
      list.some((c) => c.signs & (SIGN.at | SIGN.kind | SIGN.joined))
    )
      matches = gazetteer.alike(first!.key, near);
    if (matches.length > 1) late.push([matches, list]);
    else settle(matches, list, []);
  }
  for (const [matches, list] of late) settle(matches, list, [...chosen]);
  return record(candidates, choices, scene, words, document.text_sha256);
}

/** Whether a name stands for a place here: a state or capital only where the words around it say so. */
function stands(c: Candidate, choice: Choice | null, firm: boolean): boolean {
  const strong =
    (c.signs & (SIGN.at | SIGN.kind | SIGN.joined)) !== 0 || c.part !== '' || (c.holder !== null && choice !== null);
  if (!choice) return strong && (c.signs & (SIGN.mention | SIGN.kind)) !== 0 && !c.acts;
  if (c.acts || choice.entry.kind === 'state' || choice.entry.capital) return strong;
  return strong || firm;
}

function record(
  candidates: readonly Candidate[],
  choices: ReadonlyMap<Candidate, Choice | null>,
  scene: Scene,
  words: Scene['words'],
  sha256: string,
): PlaceReading {
  // What cannot act is a place at every mention once one mention says so.
  const firm = new Set<string>();
  for (const c of candidates) {
    const choice = choices.get(c);
    if (choice && c.signs & (SIGN.at | SIGN.kind | SIGN.joined | SIGN.to | SIGN.mention)) firm.add(choice.entry.id);
  }
  interface Draft {
    name: string;
    readonly spans: Span[];
    readonly ranges: [number, number][];
    readonly choice: Choice | null;
    readonly first: Candidate;
  }
  const drafts = new Map<string, Draft>();
  for (const c of candidates) {
    const choice = choices.get(c) ?? null;
    if (!stands(c, choice, choice !== null && firm.has(choice.entry.id))) continue;
    const where = span(words[c.first]!.start, words[c.last - 1]!.end);
    const name = scene.document.text.slice(where.start, where.end);
    const key = `${choice?.entry.id ?? c.key}|${c.part}`;
    const draft = drafts.get(key);
    if (draft) {
      draft.spans.push(where);
      draft.ranges.push([c.first, c.last]);
      if (name.length > draft.name.length) draft.name = name;
    } else drafts.set(key, { name, spans: [where], ranges: [[c.first, c.last]], choice, first: c });
  }
  const places: Place[] = [];
  const mentions: PlaceMention[] = [];
  for (const { name, spans, ranges, choice, first } of drafts.values()) {
    const place = placeOf(idOf(sha256, 'place', spans[0]!.start, first.part), name, spans, choice);
    places.push(place);
    for (const [a, b] of ranges) mentions.push({ first: a, last: b, place });
  }
  mentions.sort((a, b) => a.first - b.first);
  return { places, mentions };
}

const PRECISION: Readonly<Record<Entry['kind'], Place['precision']>> = {
  place: 'place',
  spot: 'place',
  region: 'region',
  water: 'region',
  area: 'region',
  state: 'country',
  wide: null,
};

const RULES: Readonly<Record<Match['by'], string>> = {
  name: 'interpret/place-by-name',
  other: 'interpret/place-by-other-name',
  sound: 'interpret/place-by-sound',
};

function placeOf(id: string, name: string, spans: readonly Span[], choice: Choice | null): Place {
  const entry = choice?.entry;
  return {
    id,
    name: name.replace(/\s+/gu, ' '),
    spans,
    entry: entry?.id ?? null,
    country: entry?.country ?? null,
    region: entry?.region ?? null,
    latitude: entry?.latitude ?? null,
    longitude: entry?.longitude ?? null,
    precision: entry && entry.latitude !== null ? PRECISION[entry.kind] : null,
    made: [
      choice ? made(RULES[choice.by], choice.entry.id, choice.confidence) : made('interpret/place-unknown', null, 0.5),
    ],
  };
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
