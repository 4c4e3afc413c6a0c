import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sceneFrom, testResources, textOf, wordAt } from '../testing.ts';
import { clauseOf, nounPhraseAt } from './clauses.ts';
import { hedgeAt, negatedNoun } from './hedges.ts';
import { GrammarLexiconError, parseGrammarLexicon } from './lexicon.ts';

const { grammar } = testResources().interpret;

test('clauses', () => {
  const cases: readonly [string, string, string][] = [
    ['Voss left Lorn when the Front shelled the port.', 'left', 'Voss left Lorn'],
    ['Voss left Lorn when the Front shelled the port.', 'shelled', 'when the Front shelled the port'],
    ['Halvia signed; Maravet did not.', 'signed', 'Halvia signed'],
    ['Halvia signed and the Front withdrew.', 'withdrew', 'and the Front withdrew'],
    ['Front fighters shelled the port, killing nine.', 'shelled', 'Front fighters shelled the port'],
    // Joined nouns and "that" before a noun open nothing.
    ['Halvia and Maravet signed that accord.', 'signed', 'Halvia and Maravet signed that accord'],
  ];
  for (const [text, word, expected] of cases) {
    const scene = sceneFrom(text);
    assert.equal(textOf(scene, clauseOf(scene, wordAt(scene, word), grammar)), expected, text);
  }
});

test('noun phrases', () => {
  const cases: readonly [string, string, string][] = [
    ["Halvia's foreign minister left.", 'minister', "Halvia's foreign minister"],
    ['The divided island is quiet.', 'island', 'The divided island'],
    ['Voss rejected the so-called peace plan of Cantara.', 'plan', 'the so-called peace plan'],
    ['Halvia gave the Front a list.', 'list', 'a list'],
  ];
  for (const [text, word, expected] of cases) {
    const scene = sceneFrom(text);
    assert.equal(textOf(scene, nounPhraseAt(scene, wordAt(scene, word), grammar)), expected, text);
  }
});

test('denied nouns', () => {
  const cases: readonly [string, string, string | null][] = [
    ['No talks were held.', 'talks', 'No'],
    ['They met without a truce.', 'truce', 'without'],
    ['Cantara regretted the lack of trust.', 'trust', 'lack'],
    ['Not a single attack was reported.', 'attack', 'Not'],
    ['The talks brought no truce.', 'talks', null],
    ['Halvia did not attend, and talks failed.', 'talks', null],
  ];
  for (const [text, word, expected] of cases) {
    const scene = sceneFrom(text);
    const found = negatedNoun(scene, wordAt(scene, word), grammar);
    assert.equal(found && scene.document.text.slice(found.start, found.end), expected, text);
  }
});

test('hedges', () => {
  const cases: readonly [string, string, string | null][] = [
    ['The Front reportedly seized the port.', 'seized', 'reportedly'],
    ['The Front is said to have seized the port.', 'seized', 'is said to'],
    ['The Front appears to have seized the port.', 'seized', 'appears to'],
    ['The alleged attack killed nine.', 'killed', 'alleged'],
    // What another clause hedges, or says outright, stays as it is.
    ['The Front seized the port when ships reportedly left.', 'seized', null],
    ['Voss said the Front seized the port.', 'seized', null],
  ];
  for (const [text, word, expected] of cases) {
    const scene = sceneFrom(text);
    const at = wordAt(scene, word);
    const found = hedgeAt(scene, { first: at, last: at + 1 }, grammar);
    assert.equal(found && scene.document.text.slice(found.start, found.end), expected, text);
  }
});

test('faults of the lexicon are told with list and remedy', () => {
  assert.throws(
    () => parseGrammarLexicon({ beings: 'is' }),
    (e: unknown) => e instanceof GrammarLexiconError && /beings: no list/.test(e.message),
  );
  assert.throws(() => parseGrammarLexicon({}), /Write it as/);
});
