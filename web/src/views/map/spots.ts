/** What the map shows: talks and deeds by place. Pure. */
import type { Happening, PlaceRef, TalkLife } from '../../../../src/case.ts';
import { isSure } from '../../../../src/record.ts';

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
    { names: string[]; precision: PlaceRef['precision']; at: Spot['at']; deeds: Happening[]; talks: TalkLife[] }
  >();
  const spot = (name: string, precision: PlaceRef['precision'], at: Spot['at']) => {
    const key = at ? at.join() : name.toLowerCase();
    const found = spots.get(key) ?? { names: [], precision, at, deeds: [], talks: [] };
    found.names.push(name);
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
    const same = [...spots.values()].find((s) => s.names.some((n) => n.toLowerCase() === t.place!.toLowerCase()));
    (same ?? spot(t.place, at ? 'place' : null, at)).talks.push(t);
  }
  return [...spots.values()]
    .map(({ names, deeds, talks, ...rest }) => ({
      name: usualOf(names),
      ...rest,
      deeds: sureFirst(deeds),
      talks: sureFirst(talks),
    }))
    .sort((a, b) => b.deeds.length + b.talks.length - a.deeds.length - a.talks.length);
}

/** What is only possible stands behind what is sure, each in the order given. */
const sureFirst = <T extends { readonly confidence: number }>(all: readonly T[]): readonly T[] =>
  all.toSorted((a, b) => Number(isSure(b)) - Number(isSure(a)));

/** The name that most give a place; of names as frequent, the shortest ("Ukraine", not "border with Ukraine"). */
function usualOf(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const n of names) counts.set(n, (counts.get(n) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length)[0]![0];
}

/** Fewer places than these are all shown at first. */
const FEW = 6;
/** Of all that is told, so much lies in what the map shows at first. */
const CORE = 0.9;

/**
 * The places around which most is told: one far visit should not shrink the rest to a dot. Nearest to the middle first,
 * until nine of ten talks and deeds are in.
 */
export function coreOf(spots: readonly Spot[]): readonly Spot[] {
  const placed = spots.filter((s) => s.at !== null);
  if (placed.length < FEW) return placed;
  const weight = (s: Spot): number => s.deeds.length + s.talks.length;
  const total = placed.reduce((n, s) => n + weight(s), 0);
  const middle = (i: 0 | 1): number => {
    let seen = 0;
    for (const s of placed.toSorted((a, b) => a.at![i] - b.at![i])) {
      seen += weight(s);
      if (seen >= total / 2) return s.at![i];
    }
    return 0;
  };
  const [x, y] = [middle(0), middle(1)];
  const far = (s: Spot): number => Math.hypot((s.at![0] - x) * Math.cos((y * Math.PI) / 180), s.at![1] - y);
  let seen = 0;
  return placed
    .toSorted((a, b) => far(a) - far(b))
    .filter((s) => {
      const before = seen;
      seen += weight(s);
      return before < CORE * total;
    });
}
