import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventItem, happeningsOf, LEXICON, made, PLACES, QUADS } from '../join/testing.ts';
import { eventsFamily } from './events.ts';
import { namesIn } from './named.ts';

const family = eventsFamily(LEXICON, QUADS);
type Given = Parameters<typeof eventItem>[0];
const count = (...given: readonly Given[]): number => happeningsOf(made(family, given.map(eventItem))).length;

test('the name of a thing stands behind a word for it', () => {
  assert.deepEqual(namesIn('when the Halvian ferry Sula Dawn struck a mine off Ombra Point', LEXICON), ['Sula Dawn']);
  assert.deepEqual(namesIn('a ferry sank off Ombra Point', LEXICON), []);
});

const SUNK: Given = {
  in: 'Courier',
  words: 'the Halvian ferry Sula Dawn struck a mine and sank, killing nine',
  at: { ...PLACES.ombra, country: null, entry: null, precision: null },
  day: '2031-03-12',
  when: '2031-03-12',
  mode: 'bombing',
  actor: null,
  figures: [['killed', 9, 9]],
};
const LATER: Given = {
  ...SUNK,
  words: 'how many people died on the Sula Dawn',
  at: null,
  when: null,
  mode: 'other',
  figures: [],
  day: '2031-03-17',
  in: 'Ledger',
};

test('what is told later of a thing by its name is of the one thing that befell it', () => {
  assert.equal(count(SUNK, LATER), 1);
  assert.equal(count(SUNK, { ...LATER, day: '2031-03-19', in: 'Post' }, LATER), 1);
});

test('another name, an earlier report, another place or two things that befell it join nothing', () => {
  assert.equal(count(SUNK, { ...LATER, words: 'how many people died on the Anselm Tor' }), 2);
  assert.equal(count({ ...SUNK, when: '2031-03-18', day: '2031-03-18' }, { ...LATER, day: '2031-03-15' }), 2);
  assert.equal(count(SUNK, { ...LATER, at: { ...PLACES.nerith, country: null, entry: null, precision: null } }), 2);
  const again: Given = {
    ...SUNK,
    in: 'Post',
    words: 'shells hit the ferry Sula Dawn at her berth',
    at: { ...PLACES.nerith, country: null, entry: null, precision: null },
    when: '2031-03-15',
    day: '2031-03-15',
    mode: 'shelling',
    figures: [],
  };
  assert.equal(count(SUNK, again, LATER), 3);
});
