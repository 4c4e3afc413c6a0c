/** Totals told with their parts, counts told again, and those who took part. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sceneFrom, testResources } from '../testing.ts';
import { readEvents } from './events.ts';

const CASES: readonly (readonly [text: string, ...figures: string[]])[] = [
  [
    // Parts told at once are those of the event that the total counts.
    'A raid by the Front on Nerith left 28 people dead on Monday. Eleven sailors and 17 gunmen were killed in the raid.',
    'killed 28..28',
    'killed 11..11',
    'killed 17..17',
  ],
  [
    // Parts told apart are those of two events, and the total belongs to neither.
    'Raids by the Front killed 28 people on Monday. A raid on Nerith killed 11 people. A raid on Lorn killed 17 people.',
    'killed 11..11',
    'killed 17..17',
  ],
  [
    // Told again, not counted again.
    'The Front killed 14 fishermen in Nerith on Monday. The Front killed the 14 at dawn, Halvia said.',
    'killed 14..14',
  ],
  ['Thousands of people took part in the protest in Nerith on Monday.', 'other null..null'],
];

for (const [text, ...figures] of CASES) {
  test(`counts: ${text}`, () => {
    const events = readEvents(sceneFrom(text, '2031-05-14'), testResources().interpret.events);
    assert.deepEqual(
      events.flatMap((e) => e.figures.map((f) => `${f.what} ${f.low}..${f.high}`)),
      figures,
    );
  });
}
