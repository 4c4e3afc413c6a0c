import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CaseDispute, Item, Judgement } from '../../case.ts';
import { eventsFamily } from '../events/events.ts';
import {
  disputeItem,
  disputesOf,
  eventItem,
  grown,
  LEXICON,
  made,
  PLACES,
  QUADS,
  statementItem,
} from '../join/testing.ts';
import { disputesFamily } from './disputes.ts';

const events = eventsFamily(LEXICON, QUADS);
const disputes = disputesFamily(LEXICON);
type GivenEvent = Parameters<typeof eventItem>[0];

const PIER: GivenEvent = {
  in: 'Courier',
  words: 'Shells struck the pier and the customs house, killing four dockers',
  at: PLACES.nerith,
  when: '2031-03-14',
  mode: 'shelling',
  actor: 'Halvia',
};
const by = (party: string) => ({ name: party, party });
const about = (...items: readonly Item[]): readonly CaseDispute[] => disputesOf(made(events, items));

test('one dispute told by several reports is one, its accounts gathered by who gives them', () => {
  const first = eventItem(PIER);
  const second = eventItem({ ...PIER, in: 'Post' });
  const [dispute, ...others] = about(
    first,
    second,
    disputeItem({
      in: 'Courier',
      words: 'Maravet accused Halvia; Halvia denied it',
      sides: [
        ['Maravet', 'Halvia shelled the pier'],
        ['Halvia', 'denied that it fired'],
      ],
      about: [first],
    }),
    disputeItem({
      in: 'Post',
      words: 'Halvia called the charge invented',
      sides: [
        [null, 'the shelling'],
        ['Halvia', 'an invention, Drenholm said'],
      ],
      about: [second],
    }),
  );
  assert.equal(others.length, 0);
  assert.deepEqual(
    dispute!.accounts.map(({ party, evidence }) => [party, evidence.length]),
    [
      ['Maravet', 1],
      [null, 1],
      ['Halvia', 2],
    ],
  );
  assert.equal(dispute!.happenings.length, 1);
  assert.equal(dispute!.common, 'ASSAULT, Nerith, 2031-03-14');
  assert.equal(dispute!.support.reports, 2);
});

test('disputes of two happenings, of two kinds, or by two deniers stay apart', () => {
  const pier = eventItem(PIER);
  const point = eventItem({ ...PIER, in: 'Post', at: PLACES.ombra });
  const again = eventItem({ ...PIER, in: 'Post' });
  const denial = (report: string, event: typeof pier, who = 'Halvia', kind: 'denial' | 'unverified' = 'denial') =>
    disputeItem({
      in: report,
      words: `${who} denied it`,
      kind,
      sides: [
        ['Maravet', 'shelling'],
        [who, `${who} says no`],
      ],
      about: [event],
    });
  assert.equal(about(pier, point, denial('Courier', pier), denial('Post', point)).length, 2);
  assert.equal(about(pier, again, denial('Courier', pier), denial('Post', again, 'Halvia', 'unverified')).length, 2);
  assert.equal(about(pier, again, denial('Courier', pier), denial('Post', again, 'Teyl Front')).length, 2);
});

test('rival culprits: each party names the other', () => {
  const accusation = eventItem({ ...PIER, by: by('Maravet') });
  const [dispute, ...others] = about(
    accusation,
    eventItem({ ...PIER, in: 'Post', actor: 'Maravet', by: by('Halvia') }),
  );
  assert.equal(others.length, 0);
  assert.equal(dispute!.kind, 'counterclaim');
  assert.deepEqual(dispute!.accounts.map(({ party }) => party).sort(), ['Halvia', 'Maravet']);
  for (const [name, other] of [
    ['both accuse the same', { ...PIER, in: 'Post', by: by('Cantara') }],
    ['a reporter names another', { ...PIER, in: 'Post', actor: 'Teyl Front' }],
    ['a third accuses another', { ...PIER, in: 'Post', actor: 'Teyl Front', by: by('Cantara') }],
  ] as const) {
    assert.equal(about(accusation, eventItem(other)).length, 0, name);
  }
});

test('numbers that cannot both hold: of two who are named, at once or falling', () => {
  const told = (report: string, day: string, low: number, high: number | null, who: string | null, words?: string) =>
    eventItem({ ...PIER, in: report, day, figures: [['killed', low, high, who, words ?? `${low} people`]] });
  const first = told('Courier', '2031-03-14', 9, 9, 'Maravet');
  const clash: readonly (readonly [string, number, Item])[] = [
    ['fewer, later', 1, told('Post', '2031-03-15', 4, 4, 'Halvia')],
    ['more, at once', 1, told('Post', '2031-03-14', 12, 12, 'Halvia')],
    ['more, later: a toll that rises', 0, told('Post', '2031-03-16', 12, 12, 'Halvia')],
    ['at least so many', 0, told('Post', '2031-03-15', 4, null, 'Halvia')],
    ['the same giver corrects itself', 0, told('Post', '2031-03-15', 4, 4, 'Maravet')],
    ['a reporter gives it', 0, told('Post', '2031-03-15', 4, 4, null)],
    ['others are counted', 0, told('Post', '2031-03-15', 4, 4, 'Halvia', '4 sailors')],
    ['in one report', 0, told('Courier', '2031-03-14', 4, 4, 'Halvia')],
  ];
  for (const [name, count, other] of clash) {
    const found = about(first, other);
    assert.equal(found.length, count, name);
    if (count === 1) assert.equal(found[0]!.kind, 'figures', name);
  }
});

test('a claim in one report and its denial in another', () => {
  const claim = eventItem({ ...PIER, by: by('Maravet') });
  const denial: Parameters<typeof statementItem>[0] = {
    in: 'Post',
    day: '2031-03-15',
    act: 'deny',
    party: 'Halvia',
    words: 'that its guns fired on the customs house or the pier at Nerith',
    places: [PLACES.nerith],
  };
  const [dispute, ...others] = about(claim, statementItem(denial));
  assert.equal(others.length, 0);
  assert.equal(dispute!.kind, 'denial');
  assert.deepEqual(
    dispute!.accounts.map(({ party }) => party),
    ['Maravet', 'Halvia'],
  );
  for (const [name, change] of [
    ['of another place', { places: [PLACES.drenholm] }],
    ['with no place', { places: [] }],
    ['by another party', { party: 'Cantara' }],
    ['of other things', { words: 'that it held talks at Nerith' }],
    ['no denial', { act: 'claim' }],
    ['before it', { day: '2031-03-13' }],
    ['in the same report', { in: 'Courier', day: '2031-03-14' }],
  ] as const) {
    assert.equal(about(claim, statementItem({ ...denial, ...change })).length, 0, name);
  }
});

test('what a report tells of a dispute and what reports show together is one', () => {
  const claim = eventItem({ ...PIER, by: by('Maravet') });
  const [dispute, ...others] = about(
    claim,
    disputeItem({
      in: 'Courier',
      words: 'Halvia denied it',
      sides: [
        ['Maravet', 'shelling'],
        ['Halvia', 'no'],
      ],
      about: [claim],
    }),
    eventItem({ ...PIER, in: 'Post', actor: 'Maravet', by: by('Halvia') }),
  );
  assert.equal(others.length, 0);
  assert.equal(dispute!.kind, 'counterclaim');
});

test('disputes about no event are gathered by sides and words', () => {
  const said = (report: string, day: string, words: string, who = 'Halvia') =>
    disputeItem({
      in: report,
      day,
      words,
      sides: [
        ['Maravet', 'a draft was offered in secret'],
        [who, words],
      ],
    });
  const first = said('Courier', '2031-03-14', 'no secret draft was ever offered');
  const count = (...items: readonly Item[]): number => disputesOf(made(disputes, items)).length;
  assert.equal(count(first, said('Post', '2031-03-15', 'there was no secret draft')), 1);
  assert.equal(count(first, said('Post', '2031-03-28', 'there was no secret draft')), 2);
  assert.equal(count(first, said('Post', '2031-03-15', 'there was no secret draft', 'Cantara')), 2);
  const event = eventItem(PIER);
  assert.deepEqual(disputes.partsOf(disputeItem({ in: 'Courier', words: 'x', sides: [], about: [event] })), []);
});

test('judgements merge disputes', () => {
  const items = ['no secret draft was offered', 'the letter is forged'].map((words, i) =>
    disputeItem({
      in: `report ${i}`,
      words,
      sides: [
        ['Maravet', words],
        ['Halvia', words],
      ],
    }),
  );
  const targets = disputesOf(made(disputes, items)).map(
    ({ id }) => ({ kind: 'dispute', id, report: null, words: null }) as const,
  );
  assert.equal(targets.length, 2);
  const merge: Judgement = {
    id: 'j',
    at: '2031-05-01T00:00:00Z',
    who: 'a user',
    why: null,
    action: { do: 'merge', targets },
  };
  assert.deepEqual(
    disputesOf(made(disputes, items, [merge])).map(({ id }) => id),
    [targets[0]!.id],
  );
});

const anyItems: fc.Arbitrary<readonly Item[]> = fc
  .array(
    fc.record({
      in: fc.constantFrom('a', 'b', 'c', 'd'),
      actor: fc.constantFrom('Halvia', 'Maravet'),
      by: fc.option(fc.constantFrom(by('Halvia'), by('Maravet'), by('Cantara'))),
      count: fc.integer({ min: 1, max: 9 }),
      who: fc.option(fc.constantFrom('Halvia', 'Maravet')),
      disputed: fc.boolean(),
      denied: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.flatMap(({ in: report, actor, by: sayer, count, who, disputed, denied }, i) => {
      const event = eventItem({
        ...PIER,
        in: `${report}${i}`,
        actor,
        by: sayer,
        figures: [['killed', count, count, who, `${count} people`]],
      });
      const sides = [['Maravet', 'shelling'] as const, [who, 'no'] as const];
      return [
        event,
        ...(disputed ? [disputeItem({ in: `${report}${i}`, words: 'no', sides, about: i % 2 ? [event] : [] })] : []),
        ...(denied
          ? [
              statementItem({
                in: `${report}${i}`,
                act: 'deny',
                party: actor,
                words: 'firing on the customs house and pier',
                places: [PLACES.nerith],
              }),
            ]
          : []),
      ];
    }),
  );

test('the order of arrival changes nothing, and one by one makes the same as at once', () => {
  fc.assert(
    fc.property(
      anyItems.chain((items) =>
        fc.tuple(fc.constant(items), fc.shuffledSubarray([...items], { minLength: items.length })),
      ),
      ([items, shuffled]) => {
        for (const family of [events, disputes]) {
          const whole = made(family, items);
          assert.deepEqual(made(family, shuffled), whole);
          assert.deepEqual(grown(family, shuffled), whole);
          const ids = whole.entries.map(({ kind, id }) => `${kind} ${id}`);
          assert.equal(new Set(ids).size, ids.length);
        }
      },
    ),
    { numRuns: 60 },
  );
});
