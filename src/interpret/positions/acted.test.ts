import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGrammar } from '../../data/grammar.ts';
import { loadPositionResources } from '../../data/positions.ts';
import { sceneFrom } from '../testing.ts';
import { unitsOf } from './units.ts';

const resources = loadPositionResources(loadGrammar());
const WORLD = 'Oumara Tesk is the president of Maravet. Halvian and Maravetian ships met.\n\n';

/** The candidates that rest on a deed alone, as holder and words. */
function deeds(text: string): string[] {
  const scene = sceneFrom(WORLD + text);
  return unitsOf(scene, resources)
    .filter(({ source }) => source === 'deed')
    .map(({ holder, content: [range] }) => {
      const [from, to] = [scene.words[range!.first]!.start, scene.words[range!.last - 1]!.end];
      return `${holder}: ${scene.document.text.slice(from, to)}`;
    });
}

const CASES: [text: string, expected: string[]][] = [
  ['Halvia suspended the peace talks on Monday.', ['Halvia: suspended the peace talks on Monday']],
  ['Halvia has imposed sanctions on Maravet.', ['Halvia: has imposed sanctions on Maravet']],
  ['Sanctions on the ports were imposed by Halvia.', ['Halvia: Sanctions on the ports were imposed by Halvia']],
  // What may, must or is asked to be done, and what hangs on a condition
  ['Halvia may impose sanctions on Maravet.', []],
  ['Halvia should impose sanctions on Maravet.', []],
  ['If Halvia imposes sanctions on Maravet, prices will rise.', []],
  ['Maravet demanded that Halvia impose sanctions on the rebels.', []],
  // Nobody's, nothing that is an issue, no deed that tells anything, and what another candidate holds
  ['The storm suspended the ceasefire.', []],
  ['Halvia suspended the head of its weather office.', []],
  ['Halvia saw the sanctions on Maravet.', []],
  ['Halvia refused to impose sanctions on Maravet.', []],
];

for (const [text, expected] of CASES) {
  test(text, () => {
    assert.deepEqual(deeds(text), expected);
  });
}
