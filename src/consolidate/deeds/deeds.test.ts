import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Item } from '../../case.ts';
import { eventsFamily } from '../events/events.ts';
import { eventItem, LEXICON, made, PLACES, QUADS, statementItem } from '../join/testing.ts';
import { behindNumber, deedsFamily } from './deeds.ts';

const family = deedsFamily(QUADS);
const events = eventsFamily(LEXICON, QUADS);
type Said = Parameters<typeof statementItem>[0];

const DEMAND: Said = { in: 'Courier', words: 'the guns must go', act: 'demand', party: 'Halvia' };
const said = (...given: readonly Said[]) => made(family, given.map(statementItem)).wordsAndDeeds;

test('words count by party, Monday-week and quad', () => {
  assert.deepEqual(
    said(
      DEMAND,
      { ...DEMAND, in: 'Post', day: '2031-03-16', act: 'offer', words: 'two ports' },
      { ...DEMAND, in: 'Ledger', day: '2031-03-17', act: 'deny', words: 'it never fired' },
    ),
    [
      {
        party: 'Halvia',
        week: '2031-03-10',
        verbalCooperation: 1,
        materialCooperation: 0,
        verbalConflict: 1,
        materialConflict: 0,
      },
      {
        party: 'Halvia',
        week: '2031-03-17',
        verbalCooperation: 0,
        materialCooperation: 0,
        verbalConflict: 1,
        materialConflict: 0,
      },
    ],
  );
});

test('what counts for nothing: claims, copies, no party, no day', () => {
  assert.deepEqual(
    said(
      { ...DEMAND, act: 'claim' },
      { ...DEMAND, in: 'b', copyOf: 'a' },
      { ...DEMAND, in: 'c', party: null },
      { ...DEMAND, in: 'd', day: null },
    ),
    [],
  );
});

test('an originator is counted once for the same words, another for itself', () => {
  const count = (...given: readonly Said[]): number => said(...given)[0]!.verbalConflict;
  const agency = { ...DEMAND, originator: 'LPA' };
  assert.equal(count(agency, { ...agency, in: 'Post' }), 1);
  assert.equal(count(agency, { ...agency, in: 'Post', day: '2031-03-13', words: 'The guns must go!' }), 1);
  assert.equal(count(agency, { ...agency, in: 'Post', words: 'the ships must leave' }), 2);
  assert.equal(count(agency, { ...agency, in: 'Post', originator: 'Post' }), 2);
});

test('one happening counts once for each party said to have done it', () => {
  const attack = {
    in: 'Courier',
    words: 'Shells struck the pier',
    at: PLACES.nerith,
    when: '2031-03-14',
    actor: 'Halvia',
    mode: 'shelling',
  } as const;
  const rows = (...items: readonly Item[]) => made(events, items).wordsAndDeeds;
  assert.deepEqual(rows(eventItem(attack), eventItem({ ...attack, in: 'Post' })), [
    {
      party: 'Halvia',
      week: '2031-03-10',
      verbalCooperation: 0,
      materialCooperation: 0,
      verbalConflict: 0,
      materialConflict: 1,
    },
  ]);
  assert.equal(rows(eventItem({ ...attack, type: 'RETREAT', mode: null }))[0]!.materialCooperation, 1);
  for (const nothing of [
    { ...attack, status: 'planned' },
    { ...attack, status: 'background' },
    { ...attack, actor: null },
    { ...attack, actor: 'rebel fighters' },
    { ...attack, actor: 'Troops' },
    { ...attack, when: '2031' },
  ] as const) {
    assert.deepEqual(rows(eventItem(nothing)), []);
  }
});

test('every number opens on as many items as it counts', () => {
  const demand = statementItem(DEMAND);
  const support = statementItem({ ...DEMAND, in: 'Post', act: 'support', words: 'the envoy' });
  const attack = { words: 'Shells struck', at: PLACES.nerith, when: '2031-03-12', actor: 'Halvia' } as const;
  const fuller = eventItem({ ...attack, in: 'Post', words: 'Shells struck the pier' });
  const counted = [
    ...made(family, [demand, support]).counted!,
    ...made(events, [eventItem({ ...attack, in: 'Courier', words: 'Shells struck pier' }), fuller]).counted!,
  ];
  const behind = (quad: 'verbalConflict' | 'verbalCooperation' | 'materialConflict', week = '2031-03-10') =>
    behindNumber(counted, { party: 'Halvia', week, quad });
  assert.deepEqual(behind('verbalConflict'), [demand.id]);
  assert.deepEqual(behind('verbalCooperation'), [support.id]);
  assert.deepEqual(behind('materialConflict'), [fuller.id]);
  assert.deepEqual(behind('materialConflict', '2031-03-17'), []);
});

test('the order of arrival changes nothing', () => {
  const any = fc.array(
    fc.record({
      in: fc.constantFrom('a', 'b', 'c'),
      day: fc.constantFrom('2031-03-12', '2031-03-16', '2031-03-17'),
      act: fc.constantFrom('demand' as const, 'offer' as const, 'deny' as const),
      party: fc.constantFrom('Halvia', 'Maravet'),
      words: fc.constantFrom('the guns must go', 'two ports', 'no'),
      originator: fc.constantFrom('LPA', 'Post'),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(
      any.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => assert.deepEqual(said(...shuffled), said(...all)),
    ),
  );
});
