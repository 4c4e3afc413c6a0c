import type { Entry, Gazetteer, Match } from './gazetteer.ts';
import { placeKey } from './spelling.ts';

/** A fault in a case's file of places, in plain words: which feature, what is the matter, and the remedy. */
export class OwnPlacesError extends Error {
  override readonly name = 'OwnPlacesError';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All points of a geometry's coordinates, however deep they lie. */
function points(coordinates: unknown, found: [number, number][] = []): [number, number][] {
  if (!Array.isArray(coordinates)) return found;
  const [longitude, latitude] = coordinates;
  if (typeof longitude === 'number' && typeof latitude === 'number') found.push([longitude, latitude]);
  else for (const part of coordinates) points(part, found);
  return found;
}

/** The middle of the box around a geometry, longitude first. */
function middle(all: readonly (readonly [number, number])[]): [number, number] {
  const half = (i: 0 | 1): number => {
    let [least, most] = [Infinity, -Infinity];
    for (const point of all) [least, most] = [Math.min(least, point[i]), Math.max(most, point[i])];
    return (least + most) / 2;
  };
  return [half(0), half(1)];
}

/**
 * A gazetteer that knows a case's own places first. `geojson` is a parsed GeoJSON FeatureCollection; each feature has
 * properties `name` and, where wanted, `aliases` (a list), `kind` (`capital` where the name also
 * stands for a government), `country` (ISO 3166-1 alpha-2), `region` and `id`. What
 * is no point is known by the middle of its box, at the precision of a region. Pure; throws an `OwnPlacesError`.
 */
export function withOwnPlaces(gazetteer: Gazetteer, geojson: unknown): Gazetteer {
  if (!isRecord(geojson) || geojson['type'] !== 'FeatureCollection' || !Array.isArray(geojson['features']))
    throw new OwnPlacesError('The file of places is no GeoJSON FeatureCollection. Save it with "type" and "features".');
  const own = new Map<string, Match[]>();
  const small = new Set(gazetteer.small);
  const add = (name: string, match: Match): void => {
    const key = placeKey(name).replace(/^the /u, '');
    const [first = ''] = key.split(' ');
    if (!/\p{Lu}/u.test(name.replace(/^the /iu, ''))) small.add(first);
    const list = own.get(key);
    if (list) list.push(match);
    else own.set(key, [match]);
  };
  geojson['features'].forEach((feature: unknown, index) => {
    const fault = (what: string): OwnPlacesError => new OwnPlacesError(`Place ${index + 1} of the file: ${what}`);
    if (!isRecord(feature) || !isRecord(feature['properties'])) throw fault('it has no properties. Give it a "name".');
    const { name, aliases = [], country = null, region = null, id, kind } = feature['properties'];
    if (typeof name !== 'string' || placeKey(name) === '') throw fault('it has no name. Give it one in "properties".');
    if (!Array.isArray(aliases) || aliases.some((alias) => typeof alias !== 'string'))
      throw fault(`"aliases" of ${name} is no list of names. Write ["one", "two"], or leave it out.`);
    if (country !== null && (typeof country !== 'string' || !/^[A-Z]{2}$/u.test(country)))
      throw fault(`"country" of ${name} is no code of two capital letters. Write "UA", or leave it out.`);
    if (region !== null && typeof region !== 'string')
      throw fault(`"region" of ${name} is no name. Write it as text, or leave it out.`);
    const geometry = feature['geometry'];
    const all = isRecord(geometry) ? points(geometry['coordinates']) : [];
    if (isRecord(geometry) && all.length === 0) throw fault(`the geometry of ${name} has no coordinates.`);
    const [longitude, latitude] = all.length > 0 ? middle(all) : [null, null];
    if (longitude !== null && latitude !== null && !(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
      throw fault(`${name} lies at ${longitude}, ${latitude}. Give longitude first, then latitude, in degrees.`);
    const entry: Entry = {
      id: `own:${typeof id === 'string' ? id : placeKey(name).replaceAll(' ', '-')}`,
      kind: latitude === null ? 'wide' : isRecord(geometry) && geometry['type'] === 'Point' ? 'spot' : 'area',
      country,
      regionCode: null,
      region,
      latitude,
      longitude,
      size: 6,
      seat: false,
      capital: kind === 'capital',
      ordinary: false,
      own: true,
    };
    add(name, { entry, by: 'name' });
    for (const alias of aliases as string[]) add(alias, { entry, by: 'other' });
  });
  return {
    ...gazetteer,
    small,
    find(key) {
      const mine = own.get(key);
      return mine ? [...mine, ...gazetteer.find(key)] : gazetteer.find(key);
    },
  };
}
