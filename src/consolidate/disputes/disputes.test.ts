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
const disputes = disputesFamily(LEXICON, QUADS);
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

test('a judgement merges a dispute about an event with one about none, and the event stays', () => {
  const event = eventItem(PIER);
  const sides = [
    ['Maravet', 'shelling'],
    ['Halvia', 'no'],
  ] as const;
  const items = [
    event,
    disputeItem({ in: 'Courier', words: 'Halvia denied it', sides, about: [event] }),
    disputeItem({ in: 'Post', words: 'an invention', sides }),
  ];
  const before = [...disputesOf(made(events, items)), ...disputesOf(made(disputes, items))];
  assert.equal(before.length, 2);
  const targets = before.map(({ id }) => ({ kind: 'dispute', id, report: null, words: null }) as const);
  const merge: Judgement = {
    id: 'j',
    at: '2031-05-01T00:00:00Z',
    who: 'a user',
    why: null,
    action: { do: 'merge', targets },
  };
  const parts = [events, disputes].flatMap((family) =>
    [...new Set(items.flatMap((item) => family.partsOf(item)))].map((key) => ({
      key,
      result: family.part(
        key,
        items.filter((item) => family.partsOf(item).includes(key)),
      ),
    })),
  );
  for (const family of [events, disputes]) {
    const thread = family.thread('any', parts, [merge]);
    assert.deepEqual(
      disputesOf(thread).map(({ id, support }) => [id, support.reports]),
      [[before[0]!.id, 2]],
    );
    assert.equal(thread.entries.filter(({ kind }) => kind === 'happening').length, 1);
  }
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

test('the same words of the same giver, or of nobody, twice are no dispute', () => {
  const twice = (a: string | null, b: string | null) =>
    disputesOf(
      made(disputes, [
        disputeItem({
          in: 'Ledger',
          words: 'each side blamed the other',
          sides: [
            [a, 'each side blamed the other'],
            [b, 'Each side blamed the other.'],
          ],
          about: [],
        }),
      ]),
    ).length;
  assert.equal(twice(null, null), 0);
  assert.equal(twice(null, 'Maravet'), 0);
  assert.equal(twice('Halvia', 'Maravet'), 1);
});
