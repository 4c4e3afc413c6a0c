/**
 * Polygons turned the way that d3-geo needs. GeoJSON (RFC 7946) goes round an outer ring against the clock, older files go
 * either way, and d3-geo takes what lies to the right of a ring for its inside: a ring the wrong way round would be all of
 * the world but the region. No region of a conflict covers more than half of the world, so the smaller side is meant.
 */
import { geoArea } from 'd3-geo';
import type { Feature, Geometry, Position } from 'geojson';

const HALF = 2 * Math.PI;

/** An outer ring with its holes. A hole goes the other way round than what it lies in. */
function turnedRings(rings: readonly Position[][]): Position[][] {
  return rings.map((ring, i) => {
    const outside = geoArea({ type: 'Polygon', coordinates: [ring] }) > HALF;
    const isHole = i > 0;
    return outside === isHole ? ring : [...ring].reverse();
  });
}

function turnedGeometry(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Polygon':
      return { ...geometry, coordinates: turnedRings(geometry.coordinates) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map(turnedRings) };
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map(turnedGeometry) };
    default:
      return geometry;
  }
}

export const turned = (feature: Feature): Feature =>
  // A feature may have no place at all.
  feature.geometry ? { ...feature, geometry: turnedGeometry(feature.geometry) } : feature;
