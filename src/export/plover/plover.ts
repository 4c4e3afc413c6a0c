/**
 * Readings as PLOVER event records, one a line of CSV: events on the ground, talks, and what parties say where PLOVER has
 * a type for it. A record that rests on several sentences gives the first.
 */
import type { Document, Event, Reading, Span, Statement, Talk } from '../../record.ts';
import { overlaps, slice } from '../../text/span.ts';
import { csvLine } from '../csv.ts';
import { oneLine } from '../harmless.ts';
import type { PloverMapping } from './mapping.ts';

/** The columns, in order. Several actors, recipients or contexts in one field are parted by `;`. */
export const PLOVER_COLUMNS = [
  'id',
  'type',
  'mode',
  'actor',
  'recipient',
  'date',
  'date_end',
  'place',
  'latitude',
  'longitude',
  'context',
  'status',
  'figures',
  'according_to',
  'sentence',
  'outlet',
  'published',
  'url',
  'path',
  'offset',
  'confidence',
] as const;

type Row = Readonly<Partial<Record<(typeof PLOVER_COLUMNS)[number], string | number | null>>>;

export const ploverHead = (): string => csvLine(PLOVER_COLUMNS);

/** The lines of one reading, in the order of the text. */
export function ploverOf(document: Document, reading: Reading, mapping: PloverMapping): string {
  const speakers = new Map(reading.statements.map((s) => [s.id, s.speaker.name]));
  const places = new Map(reading.places.map((p) => [p.id, p]));
  const rows: { at: number; row: Row }[] = [];
  const add = (spans: readonly Span[], statement: string | null, row: Row): void => {
    const first = [...spans].sort((a, b) => a.start - b.start)[0]!;
    const sentence = reading.sentences.find((s) => overlaps(s, first)) ?? first;
    rows.push({
      at: first.start,
      row: {
        ...row,
        according_to: statement === null ? null : (speakers.get(statement) ?? null),
        sentence: oneLine(slice(document.text, sentence)),
        outlet: document.outlet,
        published: document.published,
        url: document.url,
        path: document.origin.path,
        offset: first.start,
      },
    });
  };
  const where = ({ place, when }: Event | Talk): Row => ({
    place: place?.name ?? null,
    latitude: (place && places.get(place.place)?.latitude) ?? null,
    longitude: (place && places.get(place.place)?.longitude) ?? null,
    date: when?.start ?? when?.pattern ?? null,
    date_end: when?.end ?? null,
  });
  const several = (names: readonly (string | null | undefined)[]): string =>
    [...new Set(names.filter((n) => n !== null && n !== undefined && n !== ''))].join(';');
  for (const e of reading.events)
    add(e.evidence, e.statements[0] ?? null, {
      ...where(e),
      id: e.id,
      confidence: e.confidence,
      type: e.type,
      mode: e.mode === null ? null : (mapping.modes[e.mode] ?? null),
      actor: e.actor,
      recipient: e.target,
      context: several([mapping.auxiliary[e.status]]),
      status: e.status,
      figures: e.figures
        .map(({ what, span, by }) => `${what}: ${oneLine(slice(document.text, span))}${by ? ` (${by})` : ''}`)
        .join(';'),
    });
  for (const t of reading.talks)
    add(t.evidence, t.statements[0] ?? null, {
      ...where(t),
      id: t.id,
      confidence: t.confidence,
      type: mapping.talks.type,
      mode: mapping.talks.modes[t.kind] ?? null,
      // Whoever meets is actor together: PLOVER's way with what is done by both sides.
      actor: several(t.participants),
      recipient: null,
      context: several([mapping.talks.context, mapping.auxiliary[t.status]]),
      status: t.status,
    });
  for (const s of reading.statements) {
    const type = mapping.acts[s.act];
    if (type === undefined || s.speaker.party === null || s.content.length === 0) continue;
    add(s.content, s.id, {
      id: s.id,
      confidence: s.confidence,
      type,
      actor: s.speaker.party,
      date: document.published?.slice(0, 10) ?? reading.filed,
      context: contextOf(s, reading, mapping),
      status: 'said',
    });
  }
  return rows
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => csvLine(PLOVER_COLUMNS.map((column) => row[column] ?? null)))
    .join('');
}

const contextOf = (s: Statement, reading: Reading, { contexts }: PloverMapping): string =>
  [
    ...new Set(
      reading.positions
        .filter((p) => p.statement === s.id)
        .flatMap((p) => p.issues)
        .flatMap((issue) => contexts[issue] ?? []),
    ),
  ].join(';');
