import assert from 'node:assert/strict';
import { test } from 'node:test';
import { geoMercator, geoPath } from 'd3-geo';
import type { Feature } from 'geojson';
import { landAhead, landOf } from './land.ts';

/** A square of ten degrees, by its lower left corner, going round as states do. */
const state = (x: number, y: number): Feature => ({
  type: 'Feature',
  properties: {},
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x, y + 10],
        [x + 10, y + 10],
        [x + 10, y],
        [x, y],
      ],
    ],
  },
});
const countries = [state(0, 40), state(20, 40), state(150, -60)].map((one) => () => one);
const frame = () => {
  const projection = geoMercator().scale(900).center([10, 45]).translate([300, 200]);
  return { projection, path: geoPath(projection).digits(1), width: 600, height: 400 };
};
const shapes = (d: string): number => d.split('Z').length - 1;

test('what is drawn in pieces is what is drawn at once, and what cannot be seen is left out', async () => {
  const whole = landOf(frame(), countries, false);
  assert.equal(shapes(whole), 2);
  assert.equal(shapes(landOf(frame(), countries, true)), 3);
  const pieces = frame();
  let pauses = 0;
  await landAhead(pieces, countries, async () => pauses++, 0);
  assert.equal(pauses, 3);
  const asked = [() => assert.fail('drawn twice'), ...countries.slice(1)];
  assert.equal(landOf(pieces, countries, false), whole);
  assert.throws(() => landOf(pieces, asked, false), /drawn twice/);
});

test('who opens the map before all is drawn draws the rest, and what was begun for another map ends', async () => {
  const whole = landOf(frame(), countries, false);
  const here = frame();
  let left = '';
  await landAhead(here, countries, async () => (left ||= landOf(here, countries, false)), 0);
  assert.equal(left, whole);
  let asked = 0;
  const counted = countries.map((one) => () => {
    asked += 1;
    return one();
  });
  await landAhead(frame(), counted, async () => landOf(frame(), countries, false), 0);
  assert.equal(asked, 1);
});
