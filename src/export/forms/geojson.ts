/** Talks and events with their places as GeoJSON (RFC 7946), each with how exact its place is. */
import type { CaseFile, CaseRecord, Evidence, PlaceRef, Support } from '../../case.ts';
import { jsonLine } from '../json-lines.ts';

/** Where a place that a talk names is; `null` where nobody knows. */
export type PlaceOf = (name: string, evidence: readonly Evidence[]) => Promise<PlaceRef | null>;

/** What a case file says of places. */
export function ownPlace(file: CaseFile, name: string): PlaceRef | null {
  const plain = (s: string): string => s.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const own = file.places.find((p) => [p.name, ...p.aliases].some((n) => plain(n) === plain(name)));
  return own
    ? {
        name: own.name,
        entry: null,
        country: null,
        region: null,
        latitude: own.latitude,
        longitude: own.longitude,
        precision: 'place',
      }
    : null;
}

const of = (evidence: readonly Evidence[], { reports, originators, first, last }: Support) => ({
  words: evidence[0]?.words ?? null,
  outlet: evidence[0]?.outlet ?? null,
  agency: evidence[0]?.agency ?? null,
  told_first: first,
  told_last: last,
  reports,
  originators,
  evidence: evidence.map((e) => ({
    report: e.report,
    offsets: e.spans.map(({ start, end }) => [start, end]),
    by: e.by?.name ?? null,
    party: e.by?.party ?? null,
    copy_of: e.copyOf,
  })),
});

function feature(id: string, place: PlaceRef | null, properties: Readonly<Record<string, unknown>>): string {
  const known = place !== null && place.latitude !== null && place.longitude !== null;
  return jsonLine({
    type: 'Feature',
    id,
    // A feature without coordinates is still one (RFC 7946, 3.2): no report says where, or nobody knows where that is.
    geometry: known ? { type: 'Point', coordinates: [place.longitude, place.latitude] } : null,
    properties: {
      ...properties,
      place: place?.name ?? null,
      precision: known ? place.precision : null,
      gazetteer: place?.entry ?? null,
      country: place?.country ?? null,
    },
  });
}

/** The pieces of one FeatureCollection: talks first, then events, each in the order of the record. */
export async function* caseGeojson(record: CaseRecord, placeOf: PlaceOf): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[\n';
  let before = '';
  for (const talk of record.talks) {
    const place = talk.place === null ? null : await placeOf(talk.place, talk.evidence);
    const named: PlaceRef | null =
      place ??
      (talk.place === null
        ? null
        : {
            name: talk.place,
            entry: null,
            country: null,
            region: null,
            latitude: null,
            longitude: null,
            precision: null,
          });
    yield before +
      feature(talk.id, named, {
        kind: 'talk',
        type: talk.kind,
        status: talk.status,
        confidence: talk.confidence,
        participants: talk.participants,
        mediators: talk.mediators,
        start: talk.when?.start ?? null,
        end: talk.when?.end ?? null,
        pattern: talk.when?.pattern ?? null,
        ...of(talk.evidence, talk.support),
      });
    before = ',\n';
  }
  for (const h of record.happenings) {
    yield before +
      feature(h.id, h.place, {
        kind: 'event',
        type: h.type,
        mode: h.mode,
        status: h.status,
        confidence: h.confidence,
        actors: h.actors.map((a) => a.name),
        targets: h.targets.map((a) => a.name),
        start: h.when?.start ?? null,
        end: h.when?.end ?? null,
        pattern: h.when?.pattern ?? null,
        ...of(h.evidence, h.support),
      });
    before = ',\n';
  }
  yield '\n]}\n';
}
