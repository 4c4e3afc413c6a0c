/** One person told without a number. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadFigureLexicon } from '../../data/events.ts';
import { sceneFrom } from '../testing.ts';
import { singlesIn } from './singles.ts';

const lexicon = loadFigureLexicon();

const CASES: readonly (readonly [text: string, ...figures: string[]])[] = [
  ['A woman was killed in Nerith.', 'killed 1..1'],
  ['Shells hit the pier, killing a Halvian fisherman.', 'killed 1..1'],
  ['Another young soldier has been wounded.', 'wounded 1..1'],
  ['Nine people were killed in Nerith and another man died in Lorn.', 'killed 1..1'],
  ['The Front killed one of its own fighters.', 'killed 1..1'],
  ['One of the sailors was wounded.', 'wounded 1..1'],
  // One of those told before, or of things.
  ['One of them was wounded.'],
  ['One of the ships was seized.'],
  // Parts of what is counted with them.
  ['The raid killed five women and a child.'],
  ['Five people, including a child, were killed.'],
  ['A woman and her three children were killed.'],
  ['The blast killed a driver and two guards.'],
  // Whoever does it, or says it.
  ['A soldier killed nine people.'],
  ['A man said that nine people were killed.'],
  ['A woman whose brother was killed spoke in Lorn.'],
  ['The woman was killed.'],
];

for (const [text, ...figures] of CASES) {
  test(`one person: ${text}`, () => {
    const { sentences, words } = sceneFrom(text, '2031-05-14');
    const found = sentences.flatMap(({ first, last }) => singlesIn(words, first, last, lexicon));
    assert.deepEqual(
      found.map((t) => `${t.what} ${t.low}..${t.high}`),
      figures,
    );
  });
}
