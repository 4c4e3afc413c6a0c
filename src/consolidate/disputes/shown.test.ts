import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseDispute, Item } from '../../case.ts';
import { eventsFamily } from '../events/events.ts';
import { disputeItem, disputesOf, eventItem, LEXICON, made, PLACES, QUADS, statementItem } from '../join/testing.ts';

const events = eventsFamily(LEXICON, QUADS);

const PIER: Parameters<typeof eventItem>[0] = {
  in: 'Courier',
  words: 'Shells struck the pier and the customs house, killing four dockers',
  at: PLACES.nerith,
  when: '2031-03-14',
  mode: 'shelling',
  actor: 'Halvia',
};
const by = (party: string) => ({ name: party, party });
const about = (...items: readonly Item[]): readonly CaseDispute[] => disputesOf(made(events, items));

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
    ['of a whole war', 0, told('Post', '2031-03-14', 9000, null, 'Halvia')],
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
