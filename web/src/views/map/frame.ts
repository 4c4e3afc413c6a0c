/** What of the world the map draws, and how: around the places of the case, made once for all looks at it. */
import { type GeoPermissibleObjects, geoBounds, geoMercator, geoPath } from 'd3-geo';
import type { FeatureCollection, MultiPoint } from 'geojson';
import { turned } from './rings.ts';
import { coreOf, type Spot } from './spots.ts';

/** The case's own maps. */
export type OwnMaps = readonly { readonly name: string; readonly geojson: unknown }[];

/** Room around the outermost place, in units of the drawing; less of it where there is little. */
const marginOf = (width: number): number => Math.min(60, width / 10);

/** Where everything goes: the places that matter and the case's own areas fill the drawing. */
function frameOf(core: readonly Spot[], maps: OwnMaps, width: number, height: number) {
  const own = maps.flatMap((m) => ((m.geojson as FeatureCollection).features ?? []).map(turned));
  const points: MultiPoint = {
    type: 'MultiPoint',
    coordinates: [
      ...core.map((s) => [...s.at!]),
      ...own.filter((f) => f.geometry?.type === 'Point').map((f) => (f.geometry as GeoJSON.Point).coordinates),
    ],
  };
  const areas = own.filter((f) => f.geometry && f.geometry.type !== 'Point');
  const all: GeoPermissibleObjects = {
    type: 'GeometryCollection',
    geometries: [points, ...areas.map((f) => f.geometry)],
  };
  const margin = marginOf(width);
  const projection = geoMercator().fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    points.coordinates.length || areas.length ? all : { type: 'Sphere' },
  );
  // A single place would be a map of a street: never closer than some hundred kilometres.
  if (projection.scale() > 40_000) projection.scale(40_000);
  const [[west], [east]] = points.coordinates.length ? geoBounds(points) : [[-180], [180]];
  return { own, areas, projection, path: geoPath(projection).digits(1), wide: (east ?? 180) - (west ?? -180) };
}

/** Whether the places of one list lie where most of another's is told. */
function holdsMost(around: readonly Spot[], spots: readonly Spot[]): boolean {
  const inside = new Set(coreOf(around).map((s) => s.at!.join()));
  const weight = (all: readonly Spot[]): number => all.reduce((n, s) => n + s.deeds.length + s.talks.length, 0);
  const placed = spots.filter((s) => s.at !== null);
  return weight(placed.filter((s) => inside.has(s.at!.join()))) * 2 >= weight(placed);
}

/** The places that the drawing is made for: those of the whole case, unless most of what is shown lies elsewhere. */
export const framedBy = (around: readonly Spot[], spots: readonly Spot[]): readonly Spot[] =>
  coreOf(holdsMost(around, spots) ? around : spots);

/** The last frame and its outlines: whoever comes back to the map finds them made. */
let lastFrame: {
  readonly of: string;
  readonly maps: OwnMaps;
  readonly frame: ReturnType<typeof frameOf>;
} | null = null;
/** Whether the map of a case was made already, for whatever width. */
export const isMade = (maps: OwnMaps): boolean => lastFrame?.maps === maps;

export function keptFrame(core: readonly Spot[], maps: OwnMaps, width: number, height: number) {
  const of = `${width} ${height} ${core.map((s) => s.at!.join()).join(' ')}`;
  if (lastFrame?.of !== of || lastFrame.maps !== maps)
    lastFrame = { of, maps, frame: frameOf(core, maps, width, height) };
  return lastFrame.frame;
}
