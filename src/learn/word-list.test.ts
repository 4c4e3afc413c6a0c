import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { WordList } from './word-list.ts';

const listOf = (words: readonly string[]): WordList =>
  new WordList(
    words.join(''),
    Uint8Array.from(words, (w) => w.length),
  );

test('every word of a list is found at its place, and no other', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ maxLength: 6, unit: 'binary' }), { maxLength: 40 }),
      fc.string({ maxLength: 6, unit: 'binary' }),
      (given, other) => {
        const words = [...given].sort();
        const list = listOf(words);
        words.forEach((word, i) => {
          assert.equal(list.find(word), i);
          assert.equal(list.at(i), word);
        });
        assert.equal(list.find(other), words.indexOf(other));
      },
    ),
  );
});

test('an empty list has nothing, and a word is not found by its beginning', () => {
  assert.equal(listOf([]).find('boat'), -1);
  assert.equal(listOf(['boat']).find('boats'), -1);
  assert.equal(listOf(['boats']).find('boat'), -1);
});
