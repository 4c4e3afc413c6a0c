import assert from 'node:assert/strict';
import { test } from 'node:test';
import { happenings, talks } from '../../../fixture/whole.ts';
import { placeLabels } from './labels.ts';
import { coreOf, type Spot, spotsOf } from './spots.ts';

test('talks and deeds of one place are one spot', () => {
  const spots = spotsOf(happenings, talks, new Map([['lorn', [-123.4, -45.55]]]));
  const lorn = spots.filter((s) => s.name === 'Lorn');
  assert.equal(lorn.length, 1);
  assert.ok(lorn[0]!.talks.length > 2);
  assert.deepEqual(lorn[0]!.at, [-123.4, -45.55]);
  assert.equal(
    spots.reduce((n, s) => n + s.deeds.length, 0),
    happenings.filter((h) => h.place).length,
  );
});

test('a place that nobody can find stays in the list, without coordinates', () => {
  const [spot] = spotsOf([], [talks.find((t) => t.place)!], new Map());
  assert.equal(spot!.at, null);
});

test('names lie over no other name; what fits nowhere is left out', () => {
  const free = placeLabels([
    { name: 'Ombra Point', x: 100, y: 100, r: 6 },
    { name: 'the narrows', x: 125, y: 106, r: 6 },
  ]);
  assert.equal(free.length, 2);
  assert.notEqual(free[0]!.anchor, free[1]!.anchor);
  const crowd = Array.from({ length: 9 }, (_, i) => ({ name: 'Nerith', x: 100 + i, y: 100, r: 6 }));
  assert.ok(placeLabels(crowd).length < crowd.length);
});

test('a spot has the name that most give it, the shortest of as many', () => {
  const at = { longitude: -123.4, latitude: -45.55, precision: 'place' } as const;
  const [h] = happenings;
  const named = (name: string) => ({ ...h!, place: { ...h!.place!, ...at, name } });
  const nameOf = (...names: string[]) => spotsOf(names.map(named), [], new Map())[0]!.name;
  assert.equal(nameOf('the quay of Lorn', 'Lorn'), 'Lorn');
  assert.equal(nameOf('Lorn', 'the quay of Lorn', 'the quay of Lorn'), 'the quay of Lorn');
});

test('one far place does not shrink the rest of the map', () => {
  const spot = (name: string, x: number, y: number, deeds: number): Spot => ({
    name,
    precision: 'place',
    at: [x, y],
    deeds: Array.from({ length: deeds }, () => happenings[0]!),
    talks: [],
  });
  const near = [0, 1, 2, 3, 4, 5].map((i) => spot(`near ${i}`, i / 2, i / 3, 5));
  const far = spot('far', 120, 10, 1);
  assert.deepEqual(new Set(coreOf([far, ...near])), new Set(near));
  assert.equal(coreOf([far, ...near.slice(0, 3)]).length, 4);
});
