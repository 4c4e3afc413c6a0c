import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAttributeLexicon } from '../data/attribution.ts';
import { loadCueLexicon } from '../data/cues.ts';
import { AttributeLexiconError, parseAttributeLexicon } from './lexicon.ts';

test('the lexicon that ships is whole, and names families that the cues have', () => {
  const lexicon = loadAttributeLexicon();
  for (const [name, words] of Object.entries(lexicon)) assert.ok(words.size > 0, name);
  const families = new Set<string>();
  for (const phrases of loadCueLexicon().index.values())
    for (const { value } of phrases) families.add(value.family.name);
  for (const family of lexicon.follow) assert.ok(families.has(family), family);
  for (const word of lexicon.others) assert.ok(lexicon.turns.has(word), `${word} is no turn`);
});

test('a fault is named with its list and remedy', () => {
  const cases: [raw: unknown, says: RegExp][] = [
    [null, /joiners: the list is not there/],
    [{ joiners: [] }, /joiners: the list is not there/],
    [{ joiners: ['That'] }, /joiners: "That" is no word in lower case/],
    [{ joiners: [false] }, /joiners: false is no word in lower case\. Put quotes/],
    [{ joyners: ['that'] }, /joyners: no list has this name/],
  ];
  for (const [raw, says] of cases)
    assert.throws(
      () => parseAttributeLexicon(raw),
      (error: unknown) => error instanceof AttributeLexiconError && says.test(error.message),
    );
});
