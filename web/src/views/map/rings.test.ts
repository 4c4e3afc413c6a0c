import assert from 'node:assert/strict';
import { test } from 'node:test';
import { geoArea } from 'd3-geo';
import type { Feature, Position } from 'geojson';
import { turned } from './rings.ts';

const square = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const back = (ring: Position[]): Position[] => [...ring].reverse();
const region = (...rings: Position[][]): Feature => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'Polygon', coordinates: rings },
});

test('a region covers itself, whichever way round its file goes', () => {
  const small = geoArea(turned(region(square(0, 0, 2))));
  assert.ok(small < 0.01);
  assert.equal(geoArea(turned(region(back(square(0, 0, 2))))), small);
});

test('a hole is taken out, whichever way round it goes', () => {
  const whole = geoArea(turned(region(square(0, 0, 4))));
  for (const hole of [square(1, 1, 2), back(square(1, 1, 2))]) {
    const left = geoArea(turned(region(square(0, 0, 4), hole)));
    assert.ok(left < whole && left > whole / 2, `${left} of ${whole}`);
  }
});

test('lines, points and features without a place stay as they are', () => {
  const line: Feature = {
    type: 'Feature',
    properties: {},
    geometry: { type: 'LineString', coordinates: square(0, 0, 1) },
  };
  assert.deepEqual(turned(line), line);
  const nowhere = { type: 'Feature', properties: {}, geometry: null } as unknown as Feature;
  assert.deepEqual(turned(nowhere), nowhere);
});
