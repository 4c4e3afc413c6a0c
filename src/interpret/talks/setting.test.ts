/** Where and when talks are. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sceneFrom, testResources } from '../testing.ts';
import { readTalks } from './talks.ts';

/** Who is who, as any report of the strait tells. */
const WHO =
  "Halvia's foreign minister Aldren Voss and Maravet's president Oumara Tesk are at odds over the Keld Strait. ";

/** The report's day is Thursday, 20 February 2031. */
const CASES: readonly (readonly [text: string, place: string | null, start: string | null])[] = [
  ['Talks between Halvia and Maravet on ending a six-year war opened in Lorn on Monday.', 'Lorn', '2031-02-17'],
  // The next day is that of what follows.
  ['Voss on Monday is to visit Oumara Tesk, the next day he will go to Lorn.', null, '2031-02-24'],
  // The day of what the talk is only dated by.
  ['Ahead of the anniversary of the raid on Feb 3, Voss met Tesk.', null, null],
  ['Voss met Tesk on Feb 3.', null, '2031-02-03'],
  // The place stands with the day.
  ['The row will go on in Lorn on Wednesday, when Voss meets Tesk.', 'Lorn', '2031-02-26'],
  ['Voss met Tesk on Monday, after a fire in Lorn.', null, '2031-02-17'],
];

for (const [text, place, start] of CASES) {
  test(`setting: ${text}`, () => {
    const [talk, ...more] = readTalks(sceneFrom(WHO + text, '2031-02-20'), testResources().interpret.talks);
    assert.ok(talk);
    assert.equal(more.length, 0);
    assert.equal(talk.place?.name ?? null, place);
    assert.equal(talk.when?.start ?? null, start);
  });
}
