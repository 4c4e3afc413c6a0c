import type { CaseFile, Item, ItemOf, OriginalOf, OriginOf, PlaceRef, Pledge, ReportHead, Sayer } from '../case.ts';
import type { Place, Reading, Referent, Span, Speaker, Statement, Where } from '../record.ts';
import { contains, slice } from '../text/span.ts';
import { eventsOf, talksOf } from './copied.ts';
import { daysBetween } from './join/days.ts';
import { type CaseNames, caseNames, plainName } from './parties.ts';

/** What joins the words of several spans. */
const GAP = ' … ';

const wordsOf = (text: string, spans: readonly Span[]): string => spans.map((s) => slice(text, s)).join(GAP);

/** The day of a date as sources write it; `null` where it does not begin with a whole one. */
export const dayOf = (published: string | null): string | null =>
  published !== null && /^\d{4}-\d{2}-\d{2}(?!\d)/.test(published) && !Number.isNaN(Date.parse(published.slice(0, 10)))
    ? published.slice(0, 10)
    : null;

/** By so many days a report may be written after the day that its metadata give, where theirs is wrong, not the one read. */
const WRITTEN_LATER = 62;

/**
 * The day that a report counts by: when it was published, else the day written in it. `null` where neither is a whole day.
 * Nothing is published before it is written: metadata that say so have the day wrong, or month and day exchanged. A day's
 * difference is one of clocks.
 */
export function dayOfReport(document: Reading['document'], filed: string | null): string | null {
  const [published, written] = [dayOf(document.published), dayOf(filed)];
  if (published === null || written === null) return published ?? written;
  const later = daysBetween(published, written);
  return later > 1 && later <= WRITTEN_LATER ? written : published;
}

/** What is known of the report of a reading, under the case's names for outlet and agency. */
export function headOf(reading: Reading, text: string, file: CaseFile): ReportHead {
  const { document, filing } = reading;
  const { outlet } = caseNames(file);
  const above = reading.blocks.find((block) => block.kind === 'title');
  // A reading by an earlier version of the program has no such field.
  const filed = reading.filed ?? null;
  return {
    id: document.text_sha256,
    title: document.title ?? (above ? slice(text, above.span).replace(/\s+/gu, ' ').trim() : null),
    titleFromText: document.title === null,
    outlet: document.outlet && outlet(document.outlet),
    agency: filing.agency && outlet(slice(text, filing.agency)),
    url: document.url,
    published: document.published,
    filed,
    day: dayOfReport(document, filed),
  };
}

/** So far before a condition is looked for the words that join it, in UTF-16 units. */
const REACH = 40;

/** A condition with what joins it, where that stands before it: without, "unless they go" would read as "they go". */
function withJoining(text: string, { start, end }: Span, joining: readonly string[]): string {
  const before = text.slice(Math.max(0, start - REACH), start);
  const words = before.trimEnd().toLowerCase();
  const found = joining.find((one) => words.endsWith(one) && !/[\p{L}\p{N}]$/u.test(words.slice(0, -one.length)));
  if (found === undefined) return text.slice(start, end);
  return text.slice(start - (before.length - before.trimEnd().length) - found.length, end);
}

/**
 * Every record of a reading as an item: what its spans say cut from the text, who says so, whose words they are. All
 * parties stand under the case's names. The same for the same reading, text, case file and links between copies. `joining`
 * are the words that join a condition to what it is a condition of, the longest first; `originalOf` gives the reports that
 * words of this one come from.
 */
export function itemsOf(
  reading: Reading,
  text: string,
  file: CaseFile,
  originOf: OriginOf,
  originalOf: OriginalOf = () => null,
  joining: readonly string[] = [],
): readonly Item[] {
  const names = caseNames(file);
  const report = headOf(reading, text, file);
  const statements = new Map(reading.statements.map((s) => [s.id, s]));
  const referents = new Map(reading.referents.map((r) => [r.id, r]));
  const places = new Map(reading.places.map((p) => [p.id, p]));
  const sayerOf = (speaker: Speaker | null | undefined): Sayer | null => (speaker ? sayer(speaker, names) : null);
  const sayerIn = (ids: readonly string[]): Sayer | null => sayerOf(ids[0] ? statements.get(ids[0])?.speaker : null);
  const cut = (s: Span | null): string | null => s && slice(text, s);
  const head = (id: string, spans: readonly Span[], by: Sayer | null, hedge: Span | null = null) => ({
    id,
    report,
    words: wordsOf(text, spans),
    spans,
    by,
    hedge: cut(hedge),
    ...originOf(report.id, spans),
    accepted: false,
  });
  // Whoever is only named by name takes part for the party of it.
  const partyIn = new Map<string, string>();
  for (const { kind, name, aliases, party } of reading.referents) {
    if (kind === 'person' && party !== null) for (const each of [...aliases, name]) partyIn.set(plainName(each), party);
  }
  const sideOf = (name: string): string =>
    names.partyNamed(name) ?? names.partyOfMember(name) ?? names.party(partyIn.get(plainName(name)) ?? name);
  const parties = (all: readonly string[]): string[] => [...new Set(all.map(sideOf))];

  const copyOf = (spans: readonly Span[]): string | null => originOf(report.id, spans).copyOf;
  const talks = talksOf({ talks: reading.talks, text, copyOf }, originalOf);
  const events = eventsOf({ events: reading.events, text, copyOf }, originalOf);
  const items: Item[] = [];
  for (const record of reading.statements) {
    const by = sayer(record.speaker, names);
    items.push({
      ...head(record.id, record.content, by),
      kind: 'statement',
      places: reading.places
        .filter((place) => place.spans.some((at) => record.content.some((its) => contains(its, at))))
        .map((place) => placeRef(place.name, place, names)),
      record: { ...record, speaker: { ...record.speaker, party: by.party } },
      speaker: speakerOf(record.speaker.referent === null ? undefined : referents.get(record.speaker.referent)),
    });
  }
  for (const record of reading.positions) {
    items.push({
      ...head(record.id, record.content, sayerOf(record.by)),
      kind: 'position',
      record: { ...record, holder: names.party(record.holder) },
      condition: record.condition && withJoining(text, record.condition, joining),
      movementWords: cut(record.movementSpan),
      ...pledgeIn(record.statement === null ? undefined : statements.get(record.statement)?.act),
    });
  }
  for (const record of talks) {
    items.push({
      ...head(record.id, record.evidence, sayerIn(record.statements), record.hedge),
      kind: 'talk',
      record: { ...record, participants: parties(record.participants), mediators: parties(record.mediators) },
      outcome: cut(record.outcome),
      at: placeOf(record.place, places, names),
    });
  }
  for (const record of events) {
    const { actor, target, figures } = record;
    items.push({
      ...head(record.id, record.evidence, sayerIn(record.statements), record.hedge),
      kind: 'event',
      record: {
        ...record,
        actor: actor && sideOf(actor),
        target: target && names.party(target),
        figures: figures.map((figure) => ({ ...figure, by: figure.by && sideOf(figure.by) })),
      },
      figureWords: figures.map((figure) => slice(text, figure.span)),
      at: placeOf(record.place, places, names),
    });
  }
  for (const record of reading.disputes) {
    const sides = record.sides.map((side) => ({
      ...side,
      party:
        side.party === null
          ? side.who && (names.partyNamed(side.who) ?? names.partyOfMember(side.who))
          : names.party(side.party),
    }));
    const spans = record.sides.flatMap((side) => side.content);
    items.push({
      ...head(record.id, spans, null),
      kind: 'dispute',
      record: { ...record, sides },
      sideWords: record.sides.map((side) => wordsOf(text, side.content)),
      about: events
        .filter((event) => record.events.includes(event.id))
        .map(({ id, type, status, when, place }) => ({ id, type, status, when, at: placeOf(place, places, names) })),
    });
  }
  return items;
}

/** Who says it: a name the case knows under its usual form, and the party that the case file or else the report says. */
function sayer({ name, party }: Speaker, names: CaseNames): Sayer {
  const usual = name && names.actor(name);
  const side = usual && names.partyNamed(usual);
  if (side) return { name: side, party: side };
  return { name: usual, party: (usual && names.partyOfMember(usual)) ?? (party && names.party(party)) };
}

const KINDS = ['person', 'organisation', 'group', 'place'] as const;

function speakerOf(referent: Referent | undefined): ItemOf<'statement'>['speaker'] {
  if (!referent) return { kind: null, office: null, aliases: [], generic: false };
  return {
    kind: KINDS.find((kind) => kind === referent.kind) ?? null,
    office: referent.role,
    aliases: referent.aliases,
    generic: referent.generic,
  };
}

const pledgeIn = (act: Statement['act'] | undefined): { readonly said?: Pledge } =>
  act === 'promise' || act === 'threaten' ? { said: act } : {};

/** Where something was, as the case file knows the place, else the gazetteer. */
const placeOf = (where: Where | null, places: ReadonlyMap<string, Place>, names: CaseNames): PlaceRef | null =>
  where && placeRef(where.name, places.get(where.place), names);

function placeRef(name: string, place: Place | undefined, names: CaseNames): PlaceRef {
  const known = names.place(name);
  const { country = null, region = null, entry = null } = place ?? {};
  const { latitude = null, longitude = null, precision = null } = place ?? {};
  if (!known) return { name: place?.name ?? name, entry, country, region, latitude, longitude, precision };
  const at = { latitude: known.latitude, longitude: known.longitude, precision: 'place' } as const;
  return { name: known.name, entry: `case:${known.name}`, country, region, ...at };
}
