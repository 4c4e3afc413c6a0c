/** Writes what was found and chosen as records, one for each place and part of a place. */
import type { Place, Producer, Span } from '../../record.ts';
import { idOf } from '../../text/digest.ts';
import { span } from '../../text/span.ts';
import type { Scene } from '../scene.ts';
import { type Candidate, PLACED, SIGN } from './candidate.ts';
import type { Choice } from './choose.ts';
import type { Entry, Match } from './gazetteer.ts';

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

/** Whether a name stands for a place here: a state or capital only where the words around it say so. */
function stands(c: Candidate, choice: Choice | null, firm: boolean): boolean {
  const strong = (c.signs & PLACED) !== 0 || c.part !== '' || (c.holder !== null && choice !== null);
  if (!choice) {
    if (c.acts) return false;
    return (c.signs & SIGN.kind) !== 0 || (strong && !c.loose && (c.signs & SIGN.mention) !== 0);
  }
  const acts = c.acts || choice.entry.kind === 'state' || choice.entry.kind === 'wide' || choice.entry.capital;
  if (!acts) return strong || firm;
  if (c.signs & (SIGN.kind | SIGN.talks) || c.part !== '') return true;
  // "X forces" and "..., X said" are of the government.
  if (c.loose) return false;
  return c.signs & SIGN.at || c.held ? true : strong && !c.subject;
}

export function record(
  candidates: readonly Candidate[],
  choices: ReadonlyMap<Candidate, Choice | null>,
  { words, document }: Scene,
): PlaceReading {
  // What cannot act is a place at every mention once one mention says so.
  const firm = new Set<string>();
  for (const c of candidates) {
    const choice = choices.get(c);
    if (choice && c.signs & (PLACED | SIGN.to | SIGN.mention)) firm.add(choice.entry.id);
  }
  interface Draft {
    readonly names: Map<string, number>;
    readonly spans: Span[];
    readonly ranges: [number, number][];
    readonly choice: Choice | null;
    readonly first: Candidate;
  }
  const drafts = new Map<string, Draft>();
  for (const c of candidates) {
    const choice = choices.get(c) ?? null;
    if (!stands(c, choice, choice !== null && firm.has(choice.entry.id))) continue;
    const where = span(words[c.first]!.start, words[c.last - 1]!.end - (c.owner && c.last === c.nameLast ? 1 : 0));
    const name = document.text.slice(where.start, where.end).replace(/\s+/gu, ' ');
    const key = `${choice?.entry.id ?? c.key}|${c.part}`;
    const draft = drafts.get(key);
    if (draft) {
      draft.spans.push(where);
      draft.ranges.push([c.first, c.last]);
      draft.names.set(name, (draft.names.get(name) ?? 0) + 1);
    } else
      drafts.set(key, { names: new Map([[name, 1]]), spans: [where], ranges: [[c.first, c.last]], choice, first: c });
  }
  const places: Place[] = [];
  const mentions: PlaceMention[] = [];
  for (const { names, spans, ranges, choice, first } of drafts.values()) {
    const place = placeOf(
      idOf(document.text_sha256, 'place', spans[0]!.start, first.part),
      fullest(names),
      spans,
      choice,
    );
    places.push(place);
    for (const [a, b] of ranges) mentions.push({ first: a, last: b, place });
  }
  mentions.sort((a, b) => a.first - b.first);
  return { places, mentions };
}

/** The commonest name, or the longest that holds it: "X city" for "X", but not another name for a common one. */
function fullest(names: ReadonlyMap<string, number>): string {
  let common = '';
  let most = 0;
  for (const [name, count] of names)
    if (count > most || (count === most && name.length > common.length)) [common, most] = [name, count];
  let best = common;
  for (const name of names.keys()) if (name.length > best.length && ` ${name} `.includes(` ${common} `)) best = name;
  return best;
}

const PRECISION: Readonly<Record<Entry['kind'], Place['precision']>> = {
  place: 'place',
  spot: 'place',
  region: 'region',
  county: 'region',
  water: 'region',
  area: 'region',
  state: 'country',
  wide: null,
};

const RULES: Readonly<Record<Match['by'], string>> = {
  name: 'interpret/place-by-name',
  spelling: 'interpret/place-by-other-name',
  other: 'interpret/place-by-other-name',
  sound: 'interpret/place-by-sound',
};

function placeOf(id: string, name: string, spans: readonly Span[], choice: Choice | null): Place {
  const entry = choice?.entry;
  return {
    id,
    name,
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
