/** Outlines of states as the world atlas has them, made ready to draw one by one, each when it is first asked for. */
import type { Feature } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type Outline = () => Feature;

export function outlinesOf(atlas: unknown): readonly Outline[] {
  const topology = atlas as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  return topology.objects.countries.geometries.map((geometry) => {
    let made: Feature | undefined;
    return () => {
      made ??= feature(topology, geometry) as Feature;
      return made;
    };
  });
}
