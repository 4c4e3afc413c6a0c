import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PlaceRef } from '../../case.ts';
import { dayAfter, daysBetween, halfOf, mondayOf, thirdOf } from './days.ts';
import { type GroupingRules, grouped } from './group.ts';
import { MergingLexiconError, parseMergingLexicon, parseQuadTable } from './lexicon.ts';
import { areaOf, placeRelation } from './places.ts';
import { LEXICON, PLACES, QUADS } from './testing.ts';
import { isAfter, timingOf } from './timing.ts';
import { likeness, tellingIn, topicOf } from './words.ts';

test('days, and the stretches that they lie in', () => {
  assert.equal(dayAfter('2031-02-28', 1), '2031-03-01');
  assert.equal(daysBetween('2031-02-27', '2031-03-01'), 2);
  for (const [day, monday] of [
    ['2031-03-10', '2031-03-10'],
    ['2031-03-16', '2031-03-10'],
    ['1969-12-31', '1969-12-29'],
  ] as const) {
    assert.equal(mondayOf(day), monday);
  }
  assert.deepEqual(['2031-03-10', '2031-03-11', '2031-03-31'].map(thirdOf), ['2031-03a', '2031-03b', '2031-03c']);
  assert.deepEqual(['2031-06-30', '2031-07-01'].map(halfOf), ['2031-H1', '2031-H2']);
});

test('how exactly a time is told', () => {
  const kindOf = (start: string | null, end: string | null) => timingOf({ start, end, pattern: null }).kind;
  assert.equal(timingOf(null).kind, 'none');
  assert.equal(kindOf('2031-03-14T04:00', '2031-03-14T04:00'), 'days');
  assert.equal(kindOf('2031-03-14', '2031-03-16'), 'days');
  assert.equal(kindOf('2031-03-01', '2031-03-16'), 'coarse');
  assert.equal(kindOf('2031-03', '2031-03'), 'coarse');
  assert.equal(kindOf('2031-03-14', null), 'coarse');
  assert.equal(kindOf(null, null), 'none');
});

test('what begins after a report is still to come', () => {
  const after = (start: string, day = '2031-03-14'): boolean => isAfter({ start, end: start, pattern: null }, day);
  for (const start of ['2031-03-16', '2031-04', '2032']) assert.ok(after(start), start);
  for (const start of ['2031-03-15', '2031-03-14', '2031-03', '2031', '2031-02', '2030'])
    assert.ok(!after(start), start);
  assert.ok(!isAfter(null, '2031-03-14'));
});

test('how two places lie to each other', () => {
  const { nerith, ombra, teyl, maravet, lorn } = PLACES;
  const unknown = (name: string): PlaceRef => ({
    ...nerith,
    name,
    entry: null,
    country: null,
    region: null,
    precision: null,
  });
  const city: PlaceRef = { ...teyl, entry: 'own:Teyl city', precision: 'place' };
  const cases: readonly (readonly [PlaceRef | null, PlaceRef | null, ReturnType<typeof placeRelation>])[] = [
    [nerith, { ...nerith, name: 'the port of Nerith' }, 'same'],
    [nerith, teyl, 'within'],
    [nerith, maravet, 'within'],
    [unknown('eastern Nerith'), nerith, 'within'],
    [unknown('Old Quay'), unknown('old quay'), 'same'],
    [nerith, ombra, 'apart'],
    [nerith, lorn, 'apart'],
    [unknown('Old Quay'), nerith, 'apart'],
    // "Teyl" may be the city or its region, which holds Nerith.
    [city, nerith, 'namesake'],
    [city, lorn, 'apart'],
    [null, nerith, 'open'],
  ];
  for (const [a, b, relation] of cases) {
    assert.equal(placeRelation(a, b), relation, `${a?.name} ${b?.name}`);
    assert.equal(placeRelation(b, a), relation, `${b?.name} ${a?.name}`);
  }
});

test('places of which one may hold the other below the country stand in one area', () => {
  const { nerith, ombra, teyl, maravet, lorn } = PLACES;
  assert.equal(areaOf(nerith), areaOf(teyl));
  assert.equal(areaOf(nerith), areaOf(ombra));
  assert.notEqual(areaOf(nerith), areaOf(lorn));
  assert.notEqual(areaOf(nerith), areaOf(maravet));
  const unknown = { ...nerith, country: null, entry: null };
  assert.equal(areaOf({ ...unknown, name: 'eastern Nerith' }), areaOf(unknown));
  assert.equal(areaOf(unknown), areaOf(null), 'one report may name it, and another not');
});

test('words that tell what a sentence is about', () => {
  assert.deepEqual([...topicOf('On Monday 14 people were killed at the Customs House', LEXICON)], ['custo', 'house']);
  assert.equal(likeness(new Set(['custo', 'house', 'pier']), new Set(['pier', 'house', 'custo'])), 1);
  assert.ok(likeness(new Set(['pier']), new Set(['pier'])) < 0.5, 'one word proves little');
  assert.equal(likeness(new Set(), new Set(['pier'])), 0);
  assert.deepEqual(tellingIn('chlorine', LEXICON), tellingIn('a toxic cloud', LEXICON));
  assert.equal(tellingIn('the weather', LEXICON).size, 0);
});

const RULES: GroupingRules<{ readonly report: string; readonly at: number }> = {
  reportsOf: ({ report }) => [report],
  score: (a, b) => (Math.abs(a.at - b.at) > 9 ? Number.NEGATIVE_INFINITY : 10 - Math.abs(a.at - b.at)),
  enough: 7,
  sure: 10,
  margin: 1,
};

test('the most alike are joined first, and never two of one report', () => {
  const things = [
    { report: 'a', at: 0 },
    { report: 'b', at: 1 },
    { report: 'b', at: 30 },
    { report: 'c', at: 31 },
    { report: 'd', at: 60 },
  ];
  assert.deepEqual(
    grouped(things, RULES).map((group) => group.map(({ at }) => at)),
    [[0, 1], [30, 31], [60]],
  );
});

test('what fits two things of one report nearly as well joins neither', () => {
  const rivals = [
    { report: 'a', at: 0 },
    { report: 'b', at: 1 },
    { report: 'b', at: -1 },
  ];
  assert.equal(grouped(rivals, RULES).length, 3);
  assert.equal(grouped([rivals[0]!, { report: 'b', at: 0 }, rivals[2]!], RULES).length, 2, 'unless one fits exactly');
});

test('a chain of likeness does not join what is too far apart', () => {
  const chain = [0, 2, 4, 6, 8, 10, 12].map((at, i) => ({ report: `r${i}`, at }));
  for (const group of grouped(chain, RULES)) {
    assert.ok(Math.max(...group.map(({ at }) => at)) - Math.min(...group.map(({ at }) => at)) <= 9);
  }
});

test('groups hold everything once, none of them a report twice', () => {
  const any = fc.array(fc.record({ report: fc.constantFrom('a', 'b', 'c', 'd'), at: fc.nat(40) }), { maxLength: 20 });
  fc.assert(
    fc.property(any, (things) => {
      const groups = grouped(things, RULES);
      assert.equal(groups.flat().length, things.length);
      assert.equal(new Set(groups.flat()).size, things.length);
      for (const group of groups) assert.equal(new Set(group.map(({ report }) => report)).size, group.length);
    }),
  );
});

test('the data that ships is whole', () => {
  assert.equal(LEXICON.rounds.numbers.get('third'), 3);
  assert.ok(LEXICON.kin.get('missile')!.has('shelling'));
  assert.ok(!LEXICON.kin.get('missile')!.has('ground'));
  // Every type of event stands in a quad; of acts, those that only tell do not.
  assert.deepEqual([...QUADS.events.keys()].sort(), [
    'AID',
    'ASSAULT',
    'COERCE',
    'COOPERATE',
    'MOBILIZE',
    'PROTEST',
    'RETREAT',
    'SANCTION',
  ]);
  for (const act of ['claim', 'admit', 'assess'] as const) assert.equal(QUADS.acts.get(act), undefined);
  assert.equal(QUADS.acts.get('deny'), 'verbalConflict');
});

test('faults of the data name the file, the entry and the remedy', () => {
  const whole = {
    little: 'the',
    common: 'attack',
    days: 'monday',
    modes: ['missile, drone'],
    telling: ['bus'],
    wars: 'war',
    named: 'ferry',
    people: 'people',
    rounds: { words: 'round', numbers: ['first 1st'] },
  };
  assert.equal(parseMergingLexicon(whole).rounds.numbers.get('1st'), 1);
  for (const [change, message] of [
    [{ little: '' }, /merging\.yaml, little: the list is empty/],
    [{ common: 'Attack' }, /"Attack" has capitals/],
    [{ modes: 'missile' }, /modes: expected a list/],
    [{ telling: null }, /telling: expected a list/],
    [{ rounds: { words: 'round', numbers: [1] } }, /rounds: expected a list of ordinals/],
    [{ rounds: [] }, /rounds: expected names with values/],
  ] as const) {
    assert.throws(() => parseMergingLexicon({ ...whole, ...change }), { name: 'MergingLexiconError', message });
  }
  const quads = {
    verbalCooperation: { acts: 'agree' },
    materialCooperation: { events: 'AID' },
    verbalConflict: { acts: 'deny' },
    materialConflict: { events: 'ASSAULT' },
  };
  assert.equal(parseQuadTable(quads).events.get('AID'), 'materialCooperation');
  assert.throws(() => parseQuadTable({ ...quads, verbalConflict: { acts: 'agree' } }), /agree stands in two quads/);
  assert.throws(() => parseQuadTable({}), MergingLexiconError);
});
