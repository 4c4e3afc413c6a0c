import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ItemOf, Judgement } from '../../case.ts';
import { grown, LEXICON, made, PLACES, talkItem, talksOf } from '../join/testing.ts';
import { talksFamily } from './talks.ts';

const family = talksFamily(LEXICON);
type Given = Parameters<typeof talkItem>[0];
const lives = (...given: readonly Given[]) => talksOf(made(family, given.map(talkItem)));

const HELD: Given = {
  in: 'Ledger',
  day: '2031-03-06',
  words: 'talks between Halvia and Maravet ended in Lorn on Wednesday',
  when: '2031-03-05',
  at: PLACES.lorn,
};

test('one talk told by several reports is one', () => {
  const same: readonly (readonly [string, Given])[] = [
    [
      'the host counted among the participants',
      { ...HELD, in: 'Post', participants: ['Halvia', 'Maravet', 'Cantara'], mediators: ['Cantara'] },
    ],
    ['the country for the city', { ...HELD, in: 'Post', at: PLACES.cantara }],
    ['as a mere contact', { ...HELD, in: 'Post', kind: 'contact', words: 'delegations of both sides met' }],
    ['without its day, a day later', { ...HELD, in: 'Post', day: '2031-03-06', when: null }],
    ['planned for the day when it was held', { ...HELD, in: 'Post', day: '2031-03-01', status: 'scheduled' }],
    ['one participant alone, the same place and day', { ...HELD, in: 'Post', participants: ['Halvia'] }],
  ];
  for (const [name, other] of same) assert.equal(lives(HELD, other).length, 1, name);
});

test('what may be another talk is kept apart', () => {
  const other: readonly (readonly [string, Given])[] = [
    ['a call of the same day', { ...HELD, in: 'Post', kind: 'call' }],
    ['other participants', { ...HELD, in: 'Post', participants: ['Halvia', 'Teyl Front'] }],
    ['another city', { ...HELD, in: 'Post', at: PLACES.drenholm }],
    ['another day', { ...HELD, in: 'Post', day: '2031-03-12', when: '2031-03-12' }],
    ['another round', { ...HELD, in: 'Post', words: 'the third round ended in Lorn' }],
    ['told in one report', { ...HELD, words: 'talks in Lorn, again' }],
    ['of other people', { ...HELD, in: 'Post', at: null, words: 'in Lorn, ministers Ivo Marn and Pell Oster met' }],
  ];
  for (const [name, given] of other) {
    const first =
      name === 'another round'
        ? { ...HELD, words: 'the second round ended in Lorn' }
        : name === 'of other people'
          ? { ...HELD, at: null, words: 'on Wednesday, presidents Tor Vane and Oumara Tesk met' }
          : HELD;
    assert.equal(lives(first, given).length, 2, name);
  }
});

test('who mediates and takes part by different reports has one role', () => {
  const rolesIn = (...given: readonly Partial<Given>[]): readonly string[] => {
    const [life, ...others] = lives(...given.map((one, i) => ({ ...HELD, in: `Paper ${i}`, ...one })));
    assert.equal(others.length, 0);
    return [life!.participants.join('+'), life!.mediators.join('+')];
  };
  const both = { participants: ['Halvia', 'Maravet', 'Cantara'] };
  const hosted = { participants: ['Halvia', 'Maravet'], mediators: ['Cantara'] };
  assert.deepEqual(rolesIn(both, hosted), ['Halvia+Maravet', 'Cantara']);
  assert.deepEqual(rolesIn(both, both, hosted), ['Halvia+Maravet', 'Cantara']);
  assert.deepEqual(rolesIn(both, both), ['Cantara+Halvia+Maravet', '']);
  const alone = { participants: ['Halvia', 'Cantara'] };
  assert.deepEqual(rolesIn({ ...alone, mediators: ['Cantara'] }), ['Cantara+Halvia', '']);
  assert.deepEqual(rolesIn({ participants: ['Cantara'], mediators: ['Cantara'] }), ['', 'Cantara']);
});

test('the life of a talk runs from proposed to held, and tells what came of it', () => {
  const [life, ...others] = lives(
    { ...HELD, outcome: 'a line of contact between the navies' },
    {
      ...HELD,
      in: 'Post',
      day: '2031-02-20',
      status: 'proposed',
      when: null,
      at: null,
      words: 'Cantara offered to host talks',
    },
    { ...HELD, in: 'Courier', day: '2031-03-02', status: 'scheduled', words: 'they will meet in Lorn on Wednesday' },
    // A report that repeats older words makes no plan of what was held.
    { ...HELD, in: 'Herald', day: '2031-03-09', status: 'scheduled', words: 'talks in Lorn are due' },
  );
  assert.equal(others.length, 0);
  assert.deepEqual(
    life!.steps.map(({ day, status }) => [day, status]),
    [
      ['2031-02-20', 'proposed'],
      ['2031-03-02', 'scheduled'],
      ['2031-03-06', 'held'],
      ['2031-03-09', 'scheduled'],
    ],
  );
  assert.equal(life!.status, 'held');
  assert.equal(life!.place, 'Lorn');
  assert.equal(life!.when!.start, '2031-03-05');
  assert.equal(life!.outcome!.words, 'a line of contact between the navies');
});

test('a copy that comes later tells nothing later, and nobody tells that what is to come took place', () => {
  const off: Given = { ...HELD, day: '2031-02-20', status: 'cancelled', words: 'the round planned for 5 March is off' };
  const [life] = lives(off, { ...off, in: 'Post', day: '2031-02-21', status: 'scheduled', copyOf: 'Ledger' });
  assert.deepEqual(
    [life!.status, life!.steps.map(({ day, status }) => `${day} ${status}`)],
    ['cancelled', ['2031-02-20 cancelled']],
  );
  assert.equal(life!.evidence.length, 2);
  const [early] = lives({ ...HELD, day: '2031-03-01' });
  assert.equal(early!.status, 'scheduled');
});

test('a proposal without a date is of the next talk of the same sides, if nothing contradicts', () => {
  const proposed: Given = {
    ...HELD,
    in: 'Post',
    day: '2031-02-20',
    status: 'proposed',
    when: null,
    at: null,
    words: 'an offer to host talks',
  };
  const later: Given = {
    ...HELD,
    in: 'Courier',
    day: '2031-03-20',
    when: '2031-03-19',
    words: 'talks went on in Lorn',
  };
  const withOffer = lives(proposed, HELD, later).find(({ steps }) => steps.some(({ status }) => status === 'proposed'));
  assert.equal(withOffer!.when!.start, '2031-03-05');
  const apart: readonly (readonly [string, Partial<Given>])[] = [
    ['refused', { status: 'refused' }],
    ['called off', { status: 'cancelled' }],
    ['for another city', { at: PLACES.drenholm }],
    ['with another side', { participants: ['Halvia', 'Teyl Front'] }],
    ['months before', { day: '2031-01-03' }],
    ['after it', { day: '2031-03-08' }],
    ['of people who were not there', { words: 'an offer that Ivo Marn host talks' }],
  ];
  for (const [name, change] of apart) assert.equal(lives({ ...proposed, ...change }, HELD).length, 2, name);
});

test('the number of a round finds its talk, though participants are not named', () => {
  const all = lives(
    {
      ...HELD,
      in: 'Post',
      day: '2031-02-20',
      status: 'proposed',
      when: '2031-03',
      participants: [],
      words: 'a second round in Lorn',
    },
    { ...HELD, words: 'the second round of talks in Lorn' },
    { ...HELD, in: 'Courier', day: '2031-03-20', when: '2031-03-18', words: 'the third round of talks in Lorn' },
  );
  assert.deepEqual(all.map(({ evidence }) => evidence.length).sort(), [1, 2]);
});

test('what is recalled for years is counted, and told alike is one', () => {
  const items = Array.from({ length: 90 }, (_, i) =>
    talkItem({
      ...HELD,
      in: `report ${i}`,
      day: `2032-0${1 + (i % 3)}-10`,
      when: '2031',
      words: i < 60 ? 'talks in Lorn last year' : `talk no ${i}`,
    }),
  );
  const [life] = [...talksOf(made(family, items))].sort((a, b) => b.support.reports - a.support.reports);
  assert.ok(life!.support.reports >= 60);
  assert.ok(life!.evidence.length < life!.support.reports);
});

test('judgements merge talks of two threads, and part items from one', () => {
  const items = [talkItem(HELD), talkItem({ ...HELD, in: 'Post', day: '2031-08-20', when: '2031-08-19' })];
  const before = talksOf(made(family, items));
  const target = (id: string) => ({ kind: 'talk', id, report: null, words: null }) as const;
  const judgement = (action: Judgement['action']): Judgement => ({
    id: 'j',
    at: '2031-05-01T00:00:00Z',
    who: 'a user',
    why: null,
    action,
  });
  // As a store hands over what a merge joins: the parts of both threads.
  const parts = items.map((item) => {
    const [key] = family.partsOf(item);
    return { key: key!, result: family.part(key!, [item]) };
  });
  const merge = judgement({ do: 'merge', targets: [target(before[1]!.id), target(before[0]!.id)] });
  const merged = talksOf(family.thread(family.threadOf(parts[0]!.key), parts, [merge]));
  assert.deepEqual(
    merged.map(({ id, evidence }) => [id, evidence.length]),
    [[before[1]!.id, 2]],
  );
  const two = [talkItem(HELD), talkItem({ ...HELD, in: 'Post' })];
  const [one] = talksOf(made(family, two));
  const split = judgement({ do: 'split', target: target(one!.id), away: [two[0]!.id] });
  assert.equal(talksOf(made(family, two, [split])).length, 2);
});

const DAYS = ['2031-03-03', '2031-03-04', '2031-03-20', '2031-04-02'];
const anyTalk: fc.Arbitrary<ItemOf<'talk'>> = fc
  .record({
    in: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    day: fc.option(fc.constantFrom(...DAYS)),
    when: fc.option(fc.constantFrom(...DAYS, '2031-03', '2031')),
    words: fc.constantFrom(
      'talks in Lorn',
      'the second round',
      'a meeting of Tor Vane and Ivo Marn',
      'an offer to meet',
    ),
    at: fc.option(fc.constantFrom(PLACES.lorn, PLACES.cantara, PLACES.drenholm)),
    kind: fc.constantFrom('negotiation' as const, 'contact' as const, 'summit' as const, 'call' as const),
    status: fc.constantFrom('proposed' as const, 'scheduled' as const, 'held' as const, 'cancelled' as const),
    participants: fc.subarray(['Halvia', 'Maravet', 'Teyl Front', 'Cantara']),
    mediators: fc.subarray(['Cantara']),
  })
  .map(({ in: report, ...given }) => talkItem({ in: `${report} ${given.day}`, ...given }));
const anyTalks = fc
  .array(anyTalk, { maxLength: 20 })
  .map((items) => [...new Map(items.map((item) => [item.id, item])).values()]);

test('the order of arrival changes nothing, and every item stands in one talk', () => {
  fc.assert(
    fc.property(
      anyTalks.chain((items) => fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length }))),
      ([items, shuffled]) => {
        const thread = made(family, items);
        assert.deepEqual(made(family, shuffled), thread);
        const stood = talksOf(thread).flatMap(({ evidence }) => evidence.map(({ item }) => item));
        assert.deepEqual(stood.sort(), items.map(({ id }) => id).sort());
      },
    ),
  );
});

test('items added one by one make what they make at once', () => {
  fc.assert(
    fc.property(anyTalks, (items) => assert.deepEqual(grown(family, items), made(family, items))),
    { numRuns: 40 },
  );
});
