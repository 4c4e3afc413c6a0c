/** What the map shows: talks and deeds by place. Pure. */
import type { Happening, PlaceRef, TalkLife } from '../../../../src/case.ts';

export interface Spot {
  readonly name: string;
  readonly precision: PlaceRef['precision'];
  /** Degrees; `null` for a place that nobody could find. */
  readonly at: readonly [longitude: number, latitude: number] | null;
  readonly deeds: readonly Happening[];
  readonly talks: readonly TalkLife[];
}

/** A place known by name, from happenings and the case's own map. */
export type KnownPlaces = ReadonlyMap<string, readonly [number, number]>;

/** One spot for each place; those with most on them first. */
export function spotsOf(
  happenings: readonly Happening[],
  talks: readonly TalkLife[],
  known: KnownPlaces,
): readonly Spot[] {
  const spots = new Map<
    string,
    { name: string; precision: PlaceRef['precision']; at: Spot['at']; deeds: Happening[]; talks: TalkLife[] }
  >();
  const spot = (name: string, precision: PlaceRef['precision'], at: Spot['at']) => {
    const key = at ? at.join() : name.toLowerCase();
    const found = spots.get(key) ?? { name, precision, at, deeds: [], talks: [] };
    spots.set(key, found);
    return found;
  };
  const atOf = (name: string, longitude: number | null, latitude: number | null): Spot['at'] =>
    longitude !== null && latitude !== null ? [longitude, latitude] : (known.get(name.toLowerCase()) ?? null);
  for (const h of happenings)
    if (h.place)
      spot(h.place.name, h.place.precision, atOf(h.place.name, h.place.longitude, h.place.latitude)).deeds.push(h);
  for (const t of talks) {
    if (!t.place) continue;
    const at = atOf(t.place, null, null);
    const same = [...spots.values()].find((s) => s.name.toLowerCase() === t.place!.toLowerCase());
    (same ?? spot(t.place, at ? 'place' : null, at)).talks.push(t);
  }
  return [...spots.values()].sort((a, b) => b.deeds.length + b.talks.length - a.deeds.length - a.talks.length);
}
