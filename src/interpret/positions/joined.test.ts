import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGrammar } from '../../data/grammar.ts';
import { loadPositionResources } from '../../data/positions.ts';
import { sceneFrom } from '../testing.ts';
import { unitsOf } from './units.ts';

const resources = loadPositionResources(loadGrammar());
const WORLD = 'Halvian, Maravetian and Cantaran ships met.\n\n';

/** The holders of all candidates of a text. */
const holders = (text: string): string[] =>
  [...new Set(unitsOf(sceneFrom(WORLD + text), resources).map(({ holder }) => holder))].sort();

const CASES: [text: string, expected: string[]][] = [
  ['Halvia, Cantara and Maravet want further sanctions on the rebels.', ['Cantara', 'Halvia', 'Maravet']],
  ['Halvia and Maravet rejected the peace plan.', ['Halvia', 'Maravet']],
  ['The peace plan was rejected by Halvia, Cantara and Maravet.', ['Cantara', 'Halvia', 'Maravet']],
  ['The peace plan was rejected by both Halvia and Maravet.', ['Halvia', 'Maravet']],
  // What hangs on another word is joined to nobody, and no "and" is no list.
  ['After strikes on Halvia and Cantara, Maravet rejected the peace plan.', ['Maravet']],
  ['In Cantara, Maravet rejected the peace plan.', ['Maravet']],
];

for (const [text, expected] of CASES) {
  test(text, () => {
    assert.deepEqual(holders(text), expected);
  });
}
