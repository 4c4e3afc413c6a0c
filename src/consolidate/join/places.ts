import type { PlaceRef } from '../../case.ts';
import { plainName } from '../parties.ts';

/** How two places lie to each other, as far as the record knows. */
export type PlaceRelation = 'same' | 'within' | 'namesake' | 'apart' | 'open';

const tokens = (name: string): readonly string[] => plainName(name).split(/[^\p{L}\p{N}]+/u);

/** Whether all words of one name stand in the other: "eastern Nerith" and "Nerith". */
function nameWithin(a: string, b: string): boolean {
  const [few, many] = [tokens(a), tokens(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  return few.every((word) => many.includes(word));
}

/**
 * `same`: one entry of the gazetteer, or one name; `within`: one is the region or country that holds the other, or its
 * name is a part of the other's; `namesake`: one is a city whose region, which has its name too, holds the other, and
 * the report may mean the region; `open`: one is not told.
 */
export function placeRelation(a: PlaceRef | null, b: PlaceRef | null): PlaceRelation {
  if (!a || !b) return 'open';
  if (a.entry !== null && a.entry === b.entry) return 'same';
  if (a.name === b.name || a.name.toLowerCase() === b.name.toLowerCase()) return 'same';
  const unknown = a.entry === null || b.entry === null;
  if (unknown && plainName(a.name) === plainName(b.name)) return 'same';
  if (holds(a, b) || holds(b, a)) return 'within';
  if (unknown && nameWithin(a.name, b.name)) return 'within';
  return namesake(a, b) || namesake(b, a) ? 'namesake' : 'apart';
}

/** Whether a place has the name of its region. */
export const isNamesake = ({ name, region }: PlaceRef): boolean =>
  region !== null && plainName(name) === plainName(region);

const namesake = (city: PlaceRef, inner: PlaceRef): boolean =>
  isNamesake(city) && city.country !== null && city.country === inner.country && city.region === inner.region;

function holds(outer: PlaceRef, inner: PlaceRef): boolean {
  if (outer.country === null || outer.country !== inner.country) return false;
  if (outer.precision === 'country') return true;
  return outer.precision === 'region' && outer.region !== null && outer.region === inner.region && inner !== outer;
}

/**
 * The stretch of the world that a place is looked for in: its region, else its country. Places that can be one within the other
 * below the country stand in one area; those that no gazetteer knows stand with what is told without a place, since one report
 * may name them and another not.
 */
export function areaOf(place: PlaceRef | null): string {
  if (!place || place.country === null) return '-';
  return place.precision === 'country' ? place.country : `${place.country}:${place.region ?? ''}`;
}

/** How exactly a place is known: 3 a place or a name of its own, 2 a region, 1 a country, 0 not told. */
export const exactness = (place: PlaceRef | null): number =>
  !place ? 0 : place.precision === 'country' ? 1 : place.precision === 'region' ? 2 : 3;
