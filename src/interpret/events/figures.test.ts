/** Numbers of people and things, from words to bounds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadFigureLexicon } from '../../data/events.ts';
import { sceneFrom } from '../testing.ts';
import { talliesIn } from './figures.ts';

const lexicon = loadFigureLexicon();

function read(text: string): string[] {
  const scene = sceneFrom(text, '2031-05-14');
  return scene.sentences.flatMap(({ first, last }) =>
    talliesIn(scene, first, last, lexicon).map((t) => `${t.what ?? '-'} ${t.low}..${t.high}`),
  );
}

const CASES: readonly (readonly [text: string, ...figures: string[]])[] = [
  ['Nine people were killed in Nerith.', 'killed 9..9'],
  ['At least nine people were killed and 30 wounded.', 'killed 9..null', 'wounded 30..30'],
  ['The strike killed more than 1,200 people.', 'killed 1200..null'],
  ['Up to 40 sailors were injured.', 'wounded null..40'],
  ['Nearly 14,000 people have died.', 'killed null..14000'],
  ['As many as 30 fishermen died.', 'killed null..30'],
  ['Dozens were wounded in Nerith.', 'wounded null..null'],
  ['Twenty-five people were killed.', 'killed 25..25'],
  ['Two dozen sailors were detained.', 'captured 24..24'],
  ['Between 9 and 12 people were killed.', 'killed 9..12'],
  ['The shelling killed 9 to 12 fishermen.', 'killed 9..12'],
  ['Some 3,000 families were displaced.', 'displaced 3000..3000'],
  ['The blast killed three soldiers and 13 civilians.', 'killed 3..3', 'killed 13..13'],
  ['4 killed, over 43 injured in Nerith', 'killed 4..4', 'wounded 43..null'],
  ['Halvia fired 12 missiles at the port.', 'weapons 12..12'],
  ['There were 40 casualties on the pier.', 'other 40..40'],
  ['The strike left 30 dead.', 'killed 30..30'],
  ['12 men and two women were abducted.', 'captured 12..12', 'captured 2..2'],
  // A part told beside the whole does not end what is told of the whole.
  ['Five civilians, including three children, were killed in Nerith.', 'killed 5..5'],
  ['A child was among at least eight people killed in Nerith.', 'killed 8..null'],
  ['Guns killed 12, among them five children.', 'killed 12..12'],
  ['Raiders killed 14 of them.', 'killed 14..14'],
  ['At least 70 Halvian navy and militia fighters were killed.', 'killed 70..null'],
  ['Marines boarded the ship and seized four of her crew.', 'captured 4..4'],
  ['Maravet put the number of dead at nine.', 'killed 9..9'],
  ['The toll rose to 30.', 'killed 30..30'],
  ['8 persons killed 58 others injured in Nerith', 'killed 8..8', 'wounded 58..58'],
  ['Halvia lost 70 to 80,000 soldiers killed or hurt.', 'other 70000..80000'],
  ['More than a quarter of a million people were killed.', 'killed 250000..null'],
  ['Half a million people fled.', 'displaced 500000..500000'],
  ['The war has killed more than 9000 people wounded at least 20000.', 'killed 9000..null', 'wounded 20000..null'],
  ['The strike killed nine sailors and wounded many more.', 'killed 9..9', 'wounded null..null'],
  ['Cantara puts the death toll at more than 470 people.', 'killed 470..null'],
  ['The raid killed and wounded 49 fighters.', 'other 49..49'],
  ['Two car bombs killed at least 25 people.', 'weapons 2..2', 'killed 25..null'],
  ['28 soldiers were killed as well as 41 civilians.', 'killed 28..28', 'killed 41..41'],
  ['Five civilians were killed in two other towns.', 'killed 5..5'],
  ['Shelling killed 20 civilians and left seven people injured.', 'killed 20..20', 'wounded 7..7'],
  ['The blast took the lives of two nurses and wounded several others.', 'killed 2..2', 'wounded null..null'],
  ['The raid claimed the life of one person.', 'killed 1..1'],
  ['Ten sailors were killed in the raid along with eight of the gunmen.', 'killed 10..10', 'killed 8..8'],
  ['Nine soldiers wounding several others were named.', '- 9..9', 'wounded null..null'],
  ['The strike destroyed two tanks and three armoured vehicles.', 'weapons 2..2', 'weapons 3..3'],
  ['30 manoeuvring missiles were launched.', 'weapons 30..30'],
  // Where they went, not who they were.
  ['Some 900 families arrived in the two towns and registered as displaced.', '- 900..900'],
  ['Halvia fired 900 rounds of ammunition.', 'weapons 900..900'],
  ['12 sailors killed and 30 others injured Saturday by Halvian guns were named.', 'killed 12..12', 'wounded 30..30'],
  // Not one rebel.
  ['Bombs hit three rebel-held districts of Nerith.', '- 3..3'],
];

for (const [text, ...figures] of CASES) test(`figures: ${text}`, () => assert.deepEqual(read(text), figures));

const NONE: readonly string[] = [
  'Nine rounds of talks were held.',
  'The ferry left at 7 on May 14, 2031.',
  'A 35-year-old teacher spoke for 20 minutes.',
  'The village lies 12 kilometres north of Nerith.',
  'Cantara pledged 200 million euros.',
  'A T-72 tank stood on the pier.',
  'A 48-hour truce began.',
  'The turnout was 40 percent.',
  'One of the ships sailed.',
  'That raises the number of breaches since the truce to 465.',
  'Article 5 was read out.',
  'In 2013 the rebels fired on Nerith.',
];

for (const text of NONE) test(`no figure: ${text}`, () => assert.deepEqual(read(text), []));

test('those told of by another verb are not the dead of the same sentence', () => {
  assert.deepEqual(read('A ferry with 112 people aboard sank, and both states blamed each other for the dead.'), [
    '- 112..112',
  ]);
});

test('bounds never cross, and every figure stands inside its sentence', () => {
  const word = fc.constantFrom(
    'at',
    'least',
    'nearly',
    'nine',
    '12',
    '1,300',
    'dozens',
    'of',
    'to',
    'and',
    '-',
    'people',
    'killed',
    'wounded',
    'were',
    'ships',
    'thousand',
    'between',
    'killing',
    'the',
    '.',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 25 }), (words) => {
      const scene = sceneFrom(`${words.join(' ')}`, null);
      for (const { first, last } of scene.sentences) {
        for (const t of talliesIn(scene, first, last, lexicon)) {
          assert.ok(t.low === null || t.high === null || t.low <= t.high);
          assert.ok(first <= t.first && t.first <= t.core && t.core < t.last && t.last <= t.end && t.end <= last);
        }
      }
    }),
    { numRuns: 150 },
  );
});
