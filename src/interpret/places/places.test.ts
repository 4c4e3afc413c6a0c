import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadGazetteer, loadPlaceLexicon } from '../../data/gazetteer.ts';
import type { Place } from '../../record.ts';
import { sceneFrom } from '../testing.ts';
import { OwnPlacesError, withOwnPlaces } from './own.ts';
import { type PlaceOptions, placesIn, readPlaces } from './places.ts';

const gazetteer = loadGazetteer();
const lexicon = loadPlaceLexicon();
const keld: unknown = JSON.parse(
  readFileSync(new URL('../../../examples/keld-strait/places.geojson', import.meta.url), 'utf8'),
);
const own = withOwnPlaces(gazetteer, keld);

const read = (text: string, options: PlaceOptions = {}): readonly Place[] =>
  readPlaces(sceneFrom(text), { gazetteer, lexicon }, options).places;
const shown = (text: string, options: PlaceOptions = {}): string[] =>
  read(text, options).map(({ name, country, precision }) => `${name} ${country} ${precision}`);

const JACKSON = ['Jackson US region', 'Barrow counties US region', 'Georgia US region', 'United States US country'];

test('places are found by the words around them, at the precision that the words have', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Talks were held in Geneva on Monday.', ['Geneva CH place']],
    [
      'The convoy left the Kharkiv region for Poltava in Ukraine.',
      ['Kharkiv region UA region', 'Poltava UA place', 'Ukraine UA country'],
    ],
    ['Boats crossed the Black Sea to Georgia.', ['Black Sea null region', 'Georgia GE country']],
    ['Roads were cut in eastern Chad.', ['eastern Chad TD country']],
    ['Guns were heard on the outskirts of Aleppo.', ['outskirts of Aleppo SY place']],
    ['Trucks waited at the border with Rwanda.', ['border with Rwanda RW country']],
    [
      'Aid reached the Donetsk and Luhansk regions of Ukraine.',
      ['Donetsk UA region', 'Luhansk regions UA region', 'Ukraine UA country'],
    ],
    ['Observers went to Lynchburg, Virginia.', ['Lynchburg US place', 'Virginia US region']],
    ['The river rose across Europe.', ['Europe null null']],
    ['Troops crossed Western Sahara to Mauritania.', ['Western Sahara EH country', 'Mauritania MR country']],
    ['Shells fell near the Zaporizhzhia nuclear power plant.', ['Zaporizhzhia nuclear power plant UA place']],
    ["They met in Russia's capital, Moscow, on Monday.", ['Russia RU country', 'Moscow RU place']],
    ['He lived in Louisville, Ky., for a year.', ['Louisville US place', 'Ky. US region']],
    ['Rain fell in Norway, Sweden and Finland.', ['Norway NO country', 'Sweden SE country', 'Finland FI country']],
    ['Schools closed in Jackson and Barrow counties of Georgia in the United States.', JACKSON],
    ['Fairs opened in Weybridge, England, in May.', ['Weybridge GB place', 'England GB region']],
    ['Open are Ohio, Oregon and Utah.', ['Ohio US region', 'Oregon US region', 'Utah US region']],
    ['They are refugees from Chad.', ['Chad TD country']],
    ['Grain went to countries such as Egypt and Somalia.', ['Egypt EG country', 'Somalia SO country']],
    ['Buses left the northeastern Syrian city of Hasakah.', ['Hasakah SY place']],
  ];
  for (const [text, places] of cases) assert.deepEqual(shown(text), places, text);
});

test('a state or capital that acts is no place', () => {
  for (const text of [
    'Moscow said that Ankara had rejected the plan.',
    'Chad and Sudan denied it.',
    "Paris's demands were new.",
    'The Minsk agreements were signed by Kyiv.',
    'The US State Department spoke of it.',
  ])
    assert.deepEqual(shown(text), [], text);
});

test('people, bodies and plain words are no places', () => {
  for (const text of [
    'George Washington University wrote to the Washington Post.',
    'Victoria Paris spoke of a nice deal.',
    'Mobile phones caused a split in the party.',
    'Most of the men went on. Of these, ten came back.',
    'The University of Aleppo closed.',
    'The Department of Agriculture wrote to the Police Department.',
    'The United States and Arab allies met.',
    'In the south of the island, Dr Amsel Rook waits.',
    'Diplomats of France, Germany and Italy spoke.',
  ])
    assert.deepEqual(shown(text), [], text);
});

test('among places of one name, that of the states and places told of is meant', () => {
  const lebanon = read('Lebanon closed the port of Tripoli. Ships left Tripoli in northern Lebanon.');
  assert.equal(lebanon.find((p) => p.name.includes('Tripoli'))?.country, 'LB');
  const libya = read('Libya closed the port of Tripoli. Ships left Tripoli for Misrata in Libya.');
  assert.equal(libya.find((p) => p.name.includes('Tripoli'))?.country, 'LY');
  const texas = read('A fire broke out in Arlington. It spread to Dallas and Fort Worth, in Texas.');
  assert.equal(texas.find((p) => p.name === 'Arlington')?.region, 'Texas');
  const [unknown] = read('Trucks stood near Barda.');
  assert.equal(unknown?.entry, null);
  const [known] = read('Trucks stood near Barda.', { countries: ['AZ'] });
  assert.equal(known?.country, 'AZ');
});

test('other spellings and names are found, and one place is one record', () => {
  const [place, ...others] = read('Trains left Kiev. A day later they came back to Kyiv, to Kiev city.');
  assert.deepEqual(others, []);
  assert.equal(place?.entry, 'geonames:703448');
  assert.equal(place?.spans.length, 3);
  const [syria, town] = read('In Syria, a bridge near Seraqeb fell.');
  assert.equal(syria?.entry, 'state:SY');
  assert.equal(town?.region, 'Idlib');
  assert.equal(town?.made[0]?.rule, 'interpret/place-by-sound');
});

test('what no gazetteer knows keeps its name and no coordinates', () => {
  const [place] = read('Shells fell on the village of Nerith.');
  assert.equal(place?.name, 'Nerith');
  assert.deepEqual([place?.entry, place?.latitude, place?.precision], [null, null, null]);
});

test('a quarter of a city is not the town that bears its name', () => {
  const places = read('In Syria, shells fell on the Saraqib neighborhood of Aleppo.');
  const quarter = places.find((p) => p.name.startsWith('Saraqib'));
  assert.equal(quarter?.entry, null);
});

test('a case brings places of its own', () => {
  const scene = sceneFrom('Boats lay off Ombra Point, in the narrows. They sailed from Nerith to Port Asker.');
  const { places } = readPlaces(scene, { gazetteer: own, lexicon });
  assert.deepEqual(
    places.map(({ name, entry, latitude }) => [name, entry, latitude]),
    [
      ['Ombra Point', 'own:ombra-point', -46.48],
      ['narrows', 'own:the-narrows', -46.5],
      ['Nerith', 'own:nerith', -46.38],
      ['Port Asker', 'own:port-asker', -46.2],
    ],
  );
});

test('a faulty file of places is refused in plain words', () => {
  const feature = (properties: unknown, coordinates: unknown = [1, 2]): unknown => ({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates } }],
  });
  const cases: readonly (readonly [unknown, RegExp])[] = [
    [[], /no GeoJSON FeatureCollection/],
    [feature({}), /Place 1 .*no name/],
    [feature({ name: 'Nerith', aliases: 'x' }), /"aliases" of Nerith/],
    [feature({ name: 'Nerith', country: 'Maravet' }), /two capital letters/],
    [feature({ name: 'Nerith' }, [10, 95]), /longitude first/],
    [feature({ name: 'Nerith' }, []), /no coordinates/],
  ];
  for (const [geojson, message] of cases)
    assert.throws(
      () => withOwnPlaces(gazetteer, geojson),
      (error) => error instanceof OwnPlacesError && message.test(error.message),
    );
  const area = withOwnPlaces(gazetteer, {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { name: 'Keld Strait' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [0, 10],
            [2, 20],
          ],
        },
      },
    ],
  }).find('keld strait');
  assert.deepEqual([area[0]?.entry.kind, area[0]?.entry.latitude, area[0]?.entry.longitude], ['area', 15, 1]);
});

test('places can be asked for by words', () => {
  const scene = sceneFrom('Troops left Aleppo. Others went to Homs in Syria.');
  const reading = readPlaces(scene, { gazetteer, lexicon });
  const second = scene.sentences[1]!;
  assert.deepEqual(
    placesIn(reading, second.first, second.last).map(({ place }) => place.name),
    ['Homs', 'Syria'],
  );
  assert.deepEqual(placesIn(reading, 0, 1), []);
});

test('spans are exact, in order and without overlap, whatever the text', () => {
  const word = fc.constantFrom(
    'in',
    'near',
    'the',
    'eastern',
    'Aleppo',
    'province',
    'of',
    ',',
    '-',
    "'s",
    'and',
    'Kyiv',
    'New',
    'York',
    'al',
    'Bab',
    'said',
    'city',
    'Nerith',
    'West',
    'Bank',
    '.',
    'border',
    'with',
    'Syrias',
    'Sudan',
    'The',
    'Hague',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
      const text = words.join(' ');
      const scene = sceneFrom(text);
      const { places, mentions } = readPlaces(scene, { gazetteer: own, lexicon });
      for (const { name, spans } of places) {
        assert.ok(spans.length > 0);
        assert.ok(spans.some(({ start, end }) => text.slice(start, end).replace(/\s+/gu, ' ') === name));
      }
      assert.equal(new Set(places.map((p) => p.id)).size, places.length);
      for (let i = 1; i < mentions.length; i++) assert.ok(mentions[i]!.first >= mentions[i - 1]!.last);
    }),
    { numRuns: 60 },
  );
});
