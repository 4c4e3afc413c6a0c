import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadIssues, loadPositionLexicon } from '../../data/positions.ts';
import { sceneFrom, textOf } from '../testing.ts';
import { splitRange } from './split.ts';

const resources = { taxonomy: loadIssues(), lexicon: loadPositionLexicon() };
const split = (text: string): (string | null)[] => {
  const scene = sceneFrom(text);
  return splitRange(scene, { first: 0, last: scene.words.length }, resources).map((r) => textOf(scene, r));
};

test('what is about different issues is cut apart, what is about one stays together', () => {
  const cases: [string, string[]][] = [
    ['Maravet must demilitarise and stay neutral.', ['Maravet must demilitarise', 'stay neutral']],
    [
      'Maravet wants a truce and the release of all prisoners.',
      ['Maravet wants a truce', 'the release of all prisoners'],
    ],
    ['Maravet wants a truce and an end to the fighting.', ['Maravet wants a truce and an end to the fighting']],
    ['She will negotiate, but she will not sign.', ['She will negotiate', 'she will not sign']],
    ['Halvia offers a truce. Maravet wants sanctions.', ['Halvia offers a truce', 'Maravet wants sanctions']],
  ];
  for (const [text, pieces] of cases) assert.deepEqual(split(text), pieces);
  // The mark of a quotation inside stays with it; one that was opened before does not.
  assert.deepEqual(split('the old line "and no other".'), ['the old line "and no other"']);
  assert.deepEqual(split('the old line".'), ['the old line']);
  // A condition stays with what hangs on it, wherever it stands.
  for (const whole of [
    'Halvia will stop boarding ships, once Maravet withdraws its troops from Ombra Point.',
    'If Halvia withdraws its troops, Maravet will agree to a truce.',
  ]) {
    assert.equal(split(whole).length, 1, whole);
  }
  // A relative clause gives no issue of its own to the words before it.
  assert.equal(split('The Front must leave Nerith and Teyl Major, which Halvia annexed.').length, 1);
});

test('pieces are in order, do not overlap and hold words', () => {
  const words = ['Maravet', 'wants', 'a', 'truce', 'and', 'sanctions', ',', 'but', 'no', 'talks', '.', 'which', ';'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 40 }), (tokens) => {
      const scene = sceneFrom(tokens.join(' '));
      let end = 0;
      for (const { first, last } of splitRange(scene, { first: 0, last: scene.words.length }, resources)) {
        assert.ok(first >= end && last > first && last <= scene.words.length);
        end = last;
      }
    }),
    { numRuns: 60 },
  );
});
