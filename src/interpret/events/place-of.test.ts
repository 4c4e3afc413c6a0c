/** Where an event was that tells no place beside it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sceneFrom, testResources } from '../testing.ts';
import { readEvents } from './events.ts';
import { homeStateOf } from './home.ts';

/** Places of one state, in which nothing happens. */
const ROADS =
  ' A road runs from Reykjavik to Akureyri. Another leads through northern Iceland. There are many roads in Iceland.';

const CASES: readonly (readonly [text: string, place: string | null])[] = [
  // In the state that the report is about.
  [`Gunmen killed two fishermen on Monday.${ROADS}`, 'Iceland'],
  [`Protests broke out on Monday.${ROADS}`, 'Iceland'],
  // An arrest may have been anywhere.
  [`Halvian police arrested two fishermen on Monday.${ROADS}`, null],
  // No state stands out.
  ['Gunmen killed two fishermen on Monday. A road runs from Reykjavik to Akureyri.', null],
  // Where others talk of it, or who is given to, is not where it was.
  [
    'Ceasefire talks between Halvia and Maravet began on Monday in Lorn as deadly border clashes between the two states entered a fifth day.',
    null,
  ],
  ['The border war killed nine people before Halvia ceded a town to Lorn.', null],
  // Who is given to.
  ['Cantara supplied Iceland with grain on Monday. There are many roads in Iceland.', 'Iceland'],
  // "The city" is the one named before, however it was named, and not a part of it.
  ['Reykjavik city has many roads. Gunmen shelled the northern half of the divided city on Monday.', 'Reykjavik city'],
];

for (const [text, place] of CASES) {
  test(`place: ${text}`, () => {
    const events = readEvents(sceneFrom(text, '2031-05-14'), testResources().interpret.events);
    assert.equal(events.length, 1);
    assert.equal(events[0]!.place?.name ?? null, place);
  });
}

test('a state goes by its own name, not by that of a part of it', () => {
  assert.equal(homeStateOf(sceneFrom(`Roads are long.${ROADS}`))?.name, 'Iceland');
});
