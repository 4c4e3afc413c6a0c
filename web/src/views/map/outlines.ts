/** Outlines of states as the world atlas has them, made ready to draw. */
import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export function outlinesOf(atlas: unknown): FeatureCollection {
  const topology = atlas as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  return feature(topology, topology.objects.countries);
}
