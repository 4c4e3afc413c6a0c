import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ItemOf, Judgement } from '../../case.ts';
import { isSure } from '../../record.ts';
import { eventItem, grown, happeningsOf, LEXICON, made, PLACES, QUADS } from '../join/testing.ts';
import { eventsFamily } from './events.ts';

const family = eventsFamily(LEXICON, QUADS);
type Given = Parameters<typeof eventItem>[0];

/** How many happenings items make. */
const count = (...given: readonly Given[]): number => happeningsOf(made(family, given.map(eventItem))).length;

const PIER: Given = {
  in: 'Courier',
  words: 'Shells struck the pier and the customs house, killing four dockers',
  at: PLACES.nerith,
  when: '2031-03-14',
  mode: 'shelling',
  actor: 'Halvia',
  figures: [['killed', 4, 4]],
};

test('one attack told by several reports is one happening', () => {
  const same: readonly (readonly [string, Given])[] = [
    ['same words', { ...PIER, in: 'Post' }],
    ['another wording, same number', { ...PIER, in: 'Post', words: 'Four dockers died when the pier came under fire' }],
    [
      'a mode that is mixed up',
      { ...PIER, in: 'Post', mode: 'missile', words: 'A rocket hit the pier and the customs house' },
    ],
    ['another culprit', { ...PIER, in: 'Post', actor: 'Teyl Front' }],
    ['told without a day, a day later', { ...PIER, in: 'Post', day: '2031-03-15', when: null }],
    ['a toll that rises', { ...PIER, in: 'Post', figures: [['killed', 5, 5]] }],
    ['recalled months later by its day', { ...PIER, in: 'Post', day: '2031-06-01', status: 'background' }],
    ['the day wrong by one, the numbers the same', { ...PIER, in: 'Post', when: '2031-03-15' }],
  ];
  for (const [name, other] of same) assert.equal(count(PIER, other), 1, name);
});

test('one attack at a place that no gazetteer knows is one, where another report names no place', () => {
  const unknown = { ...PLACES.nerith, country: null, entry: null, precision: null };
  assert.equal(count({ ...PIER, at: unknown }, { ...PIER, in: 'Post', at: null }), 1);
  assert.equal(count({ ...PIER, at: unknown }, { ...PIER, in: 'Post', at: { ...unknown, name: 'Skarn' } }), 2);
});

test('a mention of some days later is of the one thing told of that day, whatever else is only mentioned', () => {
  const later = { words: 'the pier came under fire', mode: null, actor: null, figures: [] } as const;
  assert.equal(
    count(
      PIER,
      { ...PIER, ...later, in: 'Post', day: '2031-03-20' },
      { ...PIER, ...later, in: 'Ledger', day: '2031-03-22' },
    ),
    1,
  );
});

test('a war that reports recall without a time is one, however far apart they are', () => {
  const war: Given = {
    in: 'Courier',
    words: "Halvia's invasion of Maravet",
    at: PLACES.maravet,
    when: null,
    mode: 'ground',
    actor: 'Halvia',
    target: 'Maravet',
    status: 'background',
  };
  assert.equal(
    count(war, { ...war, in: 'Post', day: '2031-09-02', words: 'Since Halvia began its war against Maravet' }),
    1,
  );
  assert.equal(count(war, { ...war, in: 'Post', day: '2031-09-02', actor: 'Cantara', words: 'the war of Cantara' }), 2);
  assert.equal(count(war, { ...war, in: 'Post', words: 'an attack by a gang on the market', mode: 'bombing' }), 2);
  assert.equal(count(war, { ...war, in: 'Post', at: PLACES.cantara }), 2);
});

test('accusations do not add up: whoever is only accused stays possible, however many accuse', () => {
  const accused = { confidence: 0.79, made: [{ stage: 'interpret', rule: 'interpret/event-accused' }] } as const;
  const sure = (...given: readonly Given[]): boolean => {
    const [only] = happeningsOf(made(family, given.map(eventItem)));
    return isSure(only!);
  };
  const others = ['Post', 'Ledger'].map((name) => ({ ...PIER, in: name }));
  assert.equal(sure({ ...PIER, ...accused }, ...others.map((one) => ({ ...one, ...accused }))), false);
  assert.equal(sure({ ...PIER, ...accused }, ...others.map((one) => ({ ...one, confidence: 0.79 }))), true);
  assert.equal(sure({ ...PIER, ...accused }, { ...others[0]!, actor: null, confidence: 0.9 }), false);
});

test('what may be another attack is kept apart', () => {
  const other: readonly (readonly [string, Given])[] = [
    ['told in one report', { ...PIER, words: 'Shells struck the pier again' }],
    ['another place', { ...PIER, in: 'Post', at: PLACES.ombra }],
    ['another kind of event', { ...PIER, in: 'Post', type: 'COERCE', mode: null }],
    ['another hour', { ...PIER, in: 'Post', when: '2031-03-14T21:00', words: 'Shells struck the school' }],
    [
      'other numbers, targets, words',
      { ...PIER, in: 'Post', mode: 'bombing', words: 'A bomb in a market left 30 dead', figures: [['killed', 30, 30]] },
    ],
    [
      'nothing but the place and day',
      { ...PIER, in: 'Post', mode: null, actor: null, words: 'There was firing', figures: [] },
    ],
    [
      'a day later, other words',
      { ...PIER, in: 'Post', when: '2031-03-15', words: 'Shells hit a school', figures: [] },
    ],
    ['a week later', { ...PIER, in: 'Post', day: '2031-03-21', when: '2031-03-21' }],
    ['the whole month', { ...PIER, in: 'Post', when: '2031-03' }],
  ];
  const first = { ...PIER, when: '2031-03-14T04:00' };
  for (const [name, given] of other) assert.equal(count(name === 'another hour' ? first : PIER, given), 2, name);
});

test('a few words that recall a day are of the one thing told of it', () => {
  const recalled: Given = {
    in: 'Post',
    day: '2031-05-02',
    words: 'the pier came under fire',
    at: PLACES.nerith,
    when: '2031-03-14',
    mode: 'ground',
    status: 'background',
  };
  assert.equal(count(PIER, recalled), 1);
  // Another doer, no word shared, or two attacks of that day.
  assert.equal(count(PIER, { ...recalled, actor: 'Teyl Front' }), 2);
  assert.equal(count(PIER, { ...recalled, words: 'the two armies clashed' }), 2);
  const other = { ...PIER, in: 'Gazette', words: 'A bomb left 30 dead on another pier', mode: 'bombing' } as const;
  assert.equal(count(PIER, { ...other, figures: [['killed', 30, 30]] }, recalled), 3);
});

test('two attacks of one report stay two, and one that fits both joins neither', () => {
  const morning = { ...PIER, words: 'Shells struck the pier in the morning', figures: [] };
  const evening = { ...PIER, words: 'Shells struck the pier in the evening', figures: [] };
  const unclear = { ...PIER, in: 'Post', words: 'Shells struck the pier', figures: [] };
  assert.equal(count(morning, evening), 2);
  assert.equal(count(morning, evening, unclear), 3);
});

test('accounts stand side by side, and each number by who gives it', () => {
  const [happening] = happeningsOf(
    made(family, [
      eventItem({ ...PIER, figures: [['killed', 4, 4, 'Halvia']] }),
      eventItem({ ...PIER, in: 'Post', actor: 'Teyl Front', figures: [['killed', 4, null, 'Maravet']] }),
      eventItem({ ...PIER, in: 'Ledger', day: '2031-03-16', figures: [['killed', 6, 6, 'Halvia']] }),
    ]),
  );
  assert.deepEqual(
    happening!.actors.map(({ name, evidence }) => [name, evidence.length]),
    [
      ['Halvia', 2],
      ['Teyl Front', 1],
    ],
  );
  assert.deepEqual(
    happening!.figures.map(({ by, told }) => [by, told.map(({ day, low, high }) => [day, low, high])]),
    [
      [
        'Halvia',
        [
          ['2031-03-14', 4, 4],
          ['2031-03-16', 6, 6],
        ],
      ],
      ['Maravet', [['2031-03-14', 4, null]]],
    ],
  );
  assert.equal(happening!.support.reports, 3);
});

test('a later mention is background of what was told, and support does not count it', () => {
  const [happening] = happeningsOf(
    made(family, [eventItem(PIER), eventItem({ ...PIER, in: 'Post', day: '2031-05-02', status: 'background' })]),
  );
  assert.equal(happening!.status, 'happened');
  assert.equal(happening!.evidence.length, 1);
  assert.equal(happening!.background.length, 1);
  assert.equal(happening!.support.reports, 1);
});

test('what is recalled for years is counted, not listed for ever', () => {
  const items = Array.from({ length: 60 }, (_, i) =>
    eventItem({ ...PIER, in: `report ${i}`, day: '2031-09-01', status: 'background' }),
  );
  const [happening, ...others] = happeningsOf(made(family, items));
  assert.equal(others.length, 0);
  assert.equal(happening!.support.reports, 60);
  assert.ok(happening!.evidence.length < 20);
});

const judgement = (action: Judgement['action']): Judgement => ({
  id: 'j',
  at: '2031-04-01T00:00:00Z',
  who: 'a user',
  why: null,
  action,
});
const target = (id: string) => ({ kind: 'happening', id, report: null, words: null }) as const;

test('judgements merge happenings, and part items from one', () => {
  const items = [
    eventItem(PIER),
    eventItem({ ...PIER, in: 'Post' }),
    eventItem({ ...PIER, in: 'Ledger', at: PLACES.ombra }),
  ];
  const before = happeningsOf(made(family, items));
  assert.equal(before.length, 2);
  const [two, one] = [...before].sort((a, b) => b.evidence.length - a.evidence.length);
  const merged = happeningsOf(
    made(family, items, [judgement({ do: 'merge', targets: [target(one!.id), target(two!.id)] })]),
  );
  assert.deepEqual(
    merged.map(({ id, evidence }) => [id, evidence.length]),
    [[one!.id, 3]],
  );
  const split = happeningsOf(
    made(family, items, [judgement({ do: 'split', target: target(two!.id), away: [items[1]!.id] })]),
  );
  assert.equal(split.length, 3);
});

test('an entry keeps the id by which it was judged when an earlier report comes', () => {
  const first = eventItem({ ...PIER, in: 'Post' });
  const earlier = eventItem({ ...PIER, in: 'Ledger', day: '2031-03-09' });
  const [before] = happeningsOf(made(family, [first]));
  const ledger = [judgement({ do: 'note', target: target(before!.id), text: 'See the photograph.' })];
  const [unjudged] = happeningsOf(made(family, [first, earlier]));
  assert.notEqual(unjudged!.id, before!.id);
  const after = happeningsOf(made(family, [first, earlier], ledger));
  assert.deepEqual(
    after.map(({ id, evidence }) => [id, evidence.length]),
    [[before!.id, 2]],
  );
});

const DAYS = ['2031-03-09', '2031-03-10', '2031-03-11', '2031-03-12'];
const WORDS = ['the pier burned', 'shells struck the customs house', 'a boat sank in the harbour', 'dockers died'];

const anyEvent: fc.Arbitrary<ItemOf<'event'>> = fc
  .record({
    in: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    day: fc.option(fc.constantFrom(...DAYS)),
    when: fc.option(fc.constantFrom(...DAYS, '2031-03', '2031-03-10..2031-03-11')),
    words: fc.constantFrom(...WORDS).chain((one) => fc.constantFrom(...WORDS).map((other) => `${one}, ${other}`)),
    at: fc.option(fc.constantFrom(...Object.values(PLACES))),
    mode: fc.option(fc.constantFrom('shelling' as const, 'missile' as const, 'ground' as const)),
    actor: fc.option(fc.constantFrom('Halvia', 'Maravet')),
    status: fc.constantFrom('happened' as const, 'background' as const, 'planned' as const),
    figures: fc.array(fc.tuple(fc.constantFrom('killed' as const, 'wounded' as const), fc.nat(4), fc.nat(9)), {
      maxLength: 2,
    }),
  })
  .map(({ in: report, ...given }) => eventItem({ in: `${report} ${given.day}`, ...given }));

/** Items of one id once: a reading has each record once. */
const anyEvents = fc
  .array(anyEvent, { maxLength: 24 })
  .map((items) => [...new Map(items.map((item) => [item.id, item])).values()]);

test('whatever comes later, what was judged is found under its id', () => {
  fc.assert(
    fc.property(anyEvents, fc.nat(23), fc.nat(), (items, some, which) => {
      const before = happeningsOf(made(family, items.slice(0, some)));
      const id = before[which % Math.max(1, before.length)]?.id;
      if (id === undefined) return;
      const after = happeningsOf(made(family, items, [judgement({ do: 'accept', target: target(id) })]));
      assert.equal(after.filter((one) => one.id === id).length, 1);
    }),
  );
});

test('the order of arrival changes nothing', () => {
  fc.assert(
    fc.property(
      anyEvents.chain((items) => fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length }))),
      ([items, shuffled]) => assert.deepEqual(made(family, shuffled), made(family, items)),
    ),
  );
});

test('every item stands in one happening', () => {
  fc.assert(
    fc.property(anyEvents, (items) => {
      const all = happeningsOf(made(family, items));
      const stood = all.flatMap(({ evidence, background }) => [...evidence, ...background].map(({ item }) => item));
      assert.deepEqual([...stood].sort(), items.map(({ id }) => id).sort());
      assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    }),
  );
});

test('items added one by one make what they make at once', () => {
  fc.assert(
    fc.property(anyEvents, (items) => assert.deepEqual(grown(family, items), made(family, items))),
    { numRuns: 40 },
  );
});
