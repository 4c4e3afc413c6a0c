import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGazetteer, loadPlaceLexicon } from '../../data/gazetteer.ts';
import { ModelFileError } from '../../learn/model-file.ts';
import { readGazetteer } from './gazetteer.ts';
import { PlaceLexiconError, parsePlaceLexicon } from './lexicon.ts';
import { distance, placeKey, plainKey, soundKey } from './spelling.ts';

const gazetteer = loadGazetteer();
const ids = (name: string): string[] => gazetteer.find(placeKey(name)).map(({ entry }) => entry.id);

test('names are found whatever their accents, case and hyphens', () => {
  for (const name of ['Łódź', 'Lodz', 'LODZ', 'lódz']) assert.ok(ids(name).includes('geonames:3093133'), name);
  assert.deepEqual(ids('Port-au-Prince'), ids('Port au Prince'));
  assert.deepEqual(ids('St. Petersburg'), ids('Saint Petersburg'));
  for (const name of ['', 'x', 'Nerith', 'Zzyzzx', 'a'.repeat(60)]) assert.deepEqual(ids(name), [], name);
});

test('every state of the lexicon has coordinates and its code', () => {
  assert.deepEqual(ids('Ukraine'), ['state:UA']);
  assert.ok(ids('DR Congo').includes('state:CD'));
  assert.ok(ids('Democratic Republic of Congo').includes('state:CD'));
  assert.equal(gazetteer.codeOf('Russia'), 'RU');
  assert.equal(gazetteer.codeOf('Halvia'), null);
});

test('coordinates lie where the places lie', () => {
  const at = (name: string, kind: string): readonly [number | null, number | null] => {
    const match = gazetteer.find(placeKey(name)).find(({ entry }) => entry.kind === kind)!;
    return [match.entry.latitude, match.entry.longitude];
  };
  const cases: readonly (readonly [string, string, number, number, number])[] = [
    ['Kyiv', 'place', 50.45, 30.52, 0.02],
    ['Sydney', 'place', -33.87, 151.21, 0.02],
    ['Bogota', 'place', 4.61, -74.08, 0.02],
    ['Idlib', 'region', 35.8, 36.7, 0.3],
    ['Chad', 'state', 15, 18, 4],
    ['Canada', 'state', 60, -96, 1],
    ['Queensland', 'region', -22.5, 144.5, 1],
    ['Suffolk', 'county', 52.2, 1, 0.3],
    ['Fiji', 'state', -17.5, 178.5, 1.5],
    ['Red Sea', 'water', 20, 38.5, 1],
  ];
  for (const [name, kind, latitude, longitude, within] of cases) {
    const [y, x] = at(name, kind);
    assert.ok(Math.abs(y! - latitude) <= within && Math.abs(x! - longitude) <= within, `${name}: ${y}, ${x}`);
  }
});

test('spellings that sound alike are found in the states asked for only', () => {
  const alike = (name: string, ...states: string[]): string[] =>
    gazetteer.alike(placeKey(name), new Set(states)).map(({ entry }) => entry.id);
  assert.deepEqual(alike('Seraqeb', 'SY'), ['geonames:164816']);
  assert.deepEqual(alike('Seraqeb', 'UA'), []);
  assert.deepEqual(alike('Seraqeb'), []);
  assert.deepEqual(alike('Zzyzzx', 'SY', 'UA'), []);
});

test('names are made comparable', () => {
  assert.equal(placeKey("Sa'dah"), 'sadah');
  assert.equal(placeKey('Deir ez-Zor'), 'deir ez zor');
  assert.equal(soundKey(placeKey('Talbisseh')), soundKey(placeKey('Talbeesah')));
  assert.notEqual(soundKey(placeKey('Homs')), soundKey(placeKey('Hama')));
  assert.equal(plainKey('al hasakah'), 'hasaka');
  assert.deepEqual([distance('abc', 'abd', 2), distance('abc', 'abc', 2), distance('abc', 'xyz', 1)], [1, 0, 2]);
});

test('a damaged file or lexicon is refused in plain words', () => {
  assert.throws(() => readGazetteer(new Uint8Array([1, 2, 3]), 'places.bin'), ModelFileError);
  assert.throws(() => parsePlaceLexicon({}), PlaceLexiconError);
  assert.ok(loadPlaceLexicon().size > 100);
});
