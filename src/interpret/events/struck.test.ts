import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sceneFrom, testResources } from '../testing.ts';
import { readEvents } from './events.ts';

const SIDES =
  ' Aldren Voss, the Halvian foreign minister, and Ketta Amon, the Maravetian deputy foreign minister, were in Lorn. The governments of Halvia and Maravet had no comment.';
const targets = (text: string): readonly (string | null)[] =>
  readEvents(sceneFrom(text + SIDES, '2031-05-14'), testResources().interpret.events).map((e) => e.target);

test('what was struck is the target, and people by who they are, never by how many', () => {
  for (const [text, target] of [
    ['An air strike on a market in Nerith killed 14 traders on Monday.', 'market'],
    ['At least 14 people were killed by Halvian shelling on Monday.', null],
    ['Fourteen soldiers were killed by Halvian shelling near Nerith on Monday.', 'soldiers'],
    ['Some 16 other people were wounded when rockets were fired at Nerith on Monday.', null],
    ['Halvian jets struck the Maravetian port of Nerith on Monday.', 'Maravetian port of Nerith'],
    ['Civilians were killed in a Halvian air raid on Monday.', 'Civilians'],
    ['Halvian jets struck a string of villages near Nerith on Monday.', 'villages'],
    ['Halvian missiles struck a concentration of Maravetian troops near Nerith on Monday.', 'Maravet'],
    ['Halvian jets struck a column of fuel trucks near Nerith on Monday.', 'fuel trucks'],
    ['Halvia massed 4000 soldiers near Nerith on Monday.', null],
    ['Cantara sent grain to Maravet on Monday.', 'Maravet'],
    ['Halvian missiles were fired at the pier of Nerith on Monday.', 'pier'],
  ] as const)
    assert.deepEqual(targets(text), [target], text);
});
