/** Items for tests: what is not given is what most reports leave out. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { EntryRow, Happening, Item, ItemOf, Judgement, PlaceRef, Sayer, TalkLife, Thread } from '../../case.ts';
import type { Dispute, Event, Figure, Interval, Side, Statement, Talk } from '../../record.ts';
import { idOf, sha256 } from '../../text/digest.ts';
import { span } from '../../text/span.ts';
import { byItem, type Family } from '../family.ts';
import { parseMergingLexicon, parseQuadTable } from './lexicon.ts';

const data = (path: string): unknown => load(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'));

export const LEXICON = parseMergingLexicon(data('lexicons/en/merging.yaml'));
export const QUADS = parseQuadTable(data('taxonomies/quads.yaml'));

const place = (name: string, country: string, region: string | null, precision: PlaceRef['precision']): PlaceRef => ({
  name,
  entry: `own:${name}`,
  country,
  region,
  latitude: 1,
  longitude: 1,
  precision,
});

/** The islands are a region of Maravet, Drenholm stands in Halvia. */
export const PLACES = {
  nerith: place('Nerith', 'MV', 'Teyl', 'place'),
  ombra: place('Ombra Point', 'MV', 'Teyl', 'place'),
  teyl: place('Teyl', 'MV', 'Teyl', 'region'),
  maravet: place('Maravet', 'MV', null, 'country'),
  drenholm: place('Drenholm', 'HV', 'Drenholm', 'place'),
  lorn: place('Lorn', 'CT', 'Lorn', 'place'),
  cantara: place('Cantara', 'CT', null, 'country'),
} as const;

/** What an item of a test says of its report and of who says it. */
export interface Given {
  /** A word that names the report. */
  readonly in: string;
  readonly day?: string | null;
  readonly words: string;
  readonly by?: Sayer | null;
  readonly originator?: string;
  readonly copyOf?: string | null;
}

function head(kind: string, given: Given): Omit<ItemOf<'talk'>, 'kind' | 'record' | 'outcome' | 'at'> {
  const { day = '2031-03-14' } = given;
  const report = sha256(given.in);
  const at = {
    id: report,
    title: null,
    titleFromText: true,
    outlet: given.in,
    agency: null,
    url: null,
    published: day,
    filed: null,
    day,
  };
  return {
    id: idOf(kind, report, given.words),
    report: at,
    words: given.words,
    spans: [span(0, given.words.length)],
    by: given.by ?? null,
    hedge: null,
    originator: given.originator ?? given.in,
    copyOf: given.copyOf == null ? null : sha256(given.copyOf),
    accepted: false,
  };
}

const NOTHING = { confidence: 1, made: [], hedge: null, named: [], statements: [] } as const;

/** A day, or a stretch `from..to`, as a time told. */
export function whenOf(
  text: string | null | undefined,
): (Interval & { readonly span: ReturnType<typeof span> }) | null {
  if (text == null) return null;
  const [start, end] = text.includes('..') ? text.split('..') : [text, text];
  return { start: start || null, end: end || null, pattern: null, span: span(0, 1) };
}

export type GivenFigure = readonly [
  what: Figure['what'],
  low: number | null,
  high: number | null,
  by?: string | null,
  words?: string,
];

export function eventItem(
  given: Given &
    Partial<Pick<Event, 'type' | 'mode' | 'actor' | 'target' | 'status' | 'statements' | 'confidence' | 'made'>> & {
      readonly at?: PlaceRef | null;
      readonly when?: string | null;
      readonly figures?: readonly GivenFigure[];
    },
): ItemOf<'event'> {
  const its = head('event', given);
  const figures = given.figures ?? [];
  return {
    ...its,
    kind: 'event',
    record: {
      ...NOTHING,
      id: its.id,
      type: given.type ?? 'ASSAULT',
      mode: given.mode ?? null,
      actor: given.actor ?? null,
      target: given.target ?? null,
      place: given.at ? { name: given.at.name, place: given.at.name, span: span(0, 1) } : null,
      when: whenOf(given.when),
      status: given.status ?? 'happened',
      statements: given.statements ?? [],
      confidence: given.confidence ?? NOTHING.confidence,
      made: given.made ?? NOTHING.made,
      figures: figures.map(([what, low, high, by = null]) => ({ what, low, high, by, span: span(0, 1) })),
      evidence: its.spans,
    },
    figureWords: figures.map(([what, low, high, , words]) => words ?? `${low ?? high} ${what}`),
    at: given.at ?? null,
  };
}

export function talkItem(
  given: Given &
    Partial<Pick<Talk, 'kind' | 'status' | 'participants' | 'mediators'>> & {
      readonly at?: PlaceRef | null;
      readonly when?: string | null;
      readonly outcome?: string | null;
    },
): ItemOf<'talk'> {
  const its = head('talk', given);
  return {
    ...its,
    kind: 'talk',
    record: {
      ...NOTHING,
      id: its.id,
      kind: given.kind ?? 'negotiation',
      status: given.status ?? 'held',
      participants: given.participants ?? ['Halvia', 'Maravet'],
      mediators: given.mediators ?? [],
      place: given.at ? { name: given.at.name, place: given.at.name, span: span(0, 1) } : null,
      when: whenOf(given.when),
      outcome: null,
      evidence: its.spans,
    },
    outcome: given.outcome ?? null,
    at: given.at ?? null,
  };
}

export function statementItem(
  given: Given &
    Partial<Pick<Statement, 'act'>> & { readonly party?: string | null; readonly places?: readonly PlaceRef[] },
): ItemOf<'statement'> {
  const party = given.party ?? null;
  const its = head('statement', { ...given, by: given.by ?? { name: party, party } });
  return {
    ...its,
    kind: 'statement',
    record: {
      id: its.id,
      content: its.spans,
      cue: null,
      speaker: { span: null, name: party, party, referent: null },
      form: 'indirect',
      act: given.act ?? 'claim',
      within: null,
      confidence: 1,
      made: [],
    },
    places: given.places ?? [],
    speaker: { kind: null, office: null, aliases: [], generic: false },
  };
}

export function disputeItem(
  given: Given &
    Partial<Pick<Dispute, 'kind'>> & {
      readonly sides: readonly (readonly [party: string | null, words: string])[];
      readonly about?: readonly ItemOf<'event'>[];
    },
): ItemOf<'dispute'> {
  const its = head('dispute', given);
  const about = given.about ?? [];
  return {
    ...its,
    kind: 'dispute',
    record: {
      id: its.id,
      kind: given.kind ?? 'denial',
      sides: given.sides.map(([party]): Side => ({ who: party, party, content: its.spans, statement: null })),
      events: about.map(({ id }) => id),
      confidence: 1,
      made: [],
    },
    sideWords: given.sides.map(([, words]) => words),
    about: about.map(({ id, at, record: { type, status, when } }) => ({ id, type, status, when, at })),
  };
}

/** All entries that items make, as a store would make them: through JSON, part by part, thread by thread. */
export function made(family: Family, items: readonly Item[], ledger: readonly Judgement[] = []): Thread {
  const parts = new Map<string, Item[]>();
  for (const item of items) for (const key of family.partsOf(item)) parts.set(key, [...(parts.get(key) ?? []), item]);
  const threads = new Map<string, { key: string; result: unknown }[]>();
  for (const [key, its] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const result: unknown = JSON.parse(JSON.stringify(family.part(key, [...its].sort(byItem))));
    const thread = family.threadOf(key);
    threads.set(thread, [...(threads.get(thread) ?? []), { key, result }]);
  }
  const all = [...threads.keys()].sort().map((key) => family.thread(key, threads.get(key)!, ledger));
  return {
    entries: all.flatMap(({ entries }) => entries),
    wordsAndDeeds: all.flatMap(({ wordsAndDeeds }) => wordsAndDeeds),
    counted: all.flatMap(({ counted }) => counted ?? []),
  };
}

/** The same as `made`, with items added one by one: only the parts and threads that each touches are made again. */
export function grown(family: Family, items: readonly Item[]): Thread {
  const parts = new Map<string, Item[]>();
  const results = new Map<string, unknown>();
  const threads = new Map<string, Thread>();
  for (const item of items) {
    const touched = family.partsOf(item);
    for (const key of touched) {
      parts.set(key, [...(parts.get(key) ?? []), item].sort(byItem));
      results.set(key, JSON.parse(JSON.stringify(family.part(key, parts.get(key)!))));
    }
    for (const thread of new Set(touched.map(family.threadOf))) {
      const its = [...results].filter(([key]) => family.threadOf(key) === thread).sort(([a], [b]) => (a < b ? -1 : 1));
      threads.set(
        thread,
        family.thread(
          thread,
          its.map(([key, result]) => ({ key, result })),
          [],
        ),
      );
    }
  }
  const all = [...threads].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, thread]) => thread);
  return {
    entries: all.flatMap(({ entries }) => entries),
    wordsAndDeeds: all.flatMap(({ wordsAndDeeds }) => wordsAndDeeds),
    counted: all.flatMap(({ counted }) => counted ?? []),
  };
}

const entriesOf = <E>(thread: Thread, kind: EntryRow['kind']): readonly E[] =>
  thread.entries.filter((row) => row.kind === kind).map(({ entry }) => entry as E);

export const happeningsOf = (thread: Thread): readonly Happening[] => entriesOf(thread, 'happening');
export const talksOf = (thread: Thread): readonly TalkLife[] => entriesOf(thread, 'talk');
export const disputesOf = (thread: Thread): readonly import('../../case.ts').CaseDispute[] =>
  entriesOf(thread, 'dispute');
