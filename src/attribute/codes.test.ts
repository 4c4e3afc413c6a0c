import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashString } from '../learn/hash.ts';
import { type Codes, codesOf, PAD, TAG } from './codes.ts';
import { sample } from './testing.ts';

const LEVELS = new Map([
  ['say', 5],
  ['demand', 4],
  ['boats', 3],
  ['think', 2],
]);
const codes = (written: string, kinds: readonly ('paragraph' | 'heading' | 'title' | 'item')[] = []): Codes =>
  codesOf(sample(written).segmented, kinds, LEVELS);

test('words are numbered by form, base form, ending and tag, with room on either side', () => {
  const c = codes('Voss said/VERB');
  assert.equal(c.length, 2);
  assert.equal(c.lower.length, 2 + 2 * PAD);
  assert.equal(c.lower[PAD], hashString('voss'));
  assert.equal(c.lemma[PAD + 1], hashString('say'));
  assert.equal(c.suffix[PAD], hashString('oss'));
  assert.deepEqual([...c.tag.subarray(PAD, PAD + 2)], [TAG.PROPN, TAG.VERB]);
  assert.deepEqual([...c.tag.subarray(0, PAD), ...c.tag.subarray(PAD + 2)], new Array(2 * PAD).fill(0));
});

test('forms of writing are told apart', () => {
  const [small, capital, capitals, number, accented, dash, mark] =
    codes('boats Voss OSCE 40 É - "').shape.subarray(PAD);
  assert.equal(accented, capital);
  assert.equal(new Set([small, capital, capitals, number, dash, mark]).size, 6);
});

test('typographic marks are marks too', () => {
  const [small, dash, opening, closing] = codes('boats — “ ”').shape.subarray(PAD);
  assert.equal(new Set([small, dash, opening, closing]).size, 4);
});

test('sentences and paragraphs begin where they do', () => {
  const c = codes('Voss left/VERB . Tesk stayed/VERB . ¶ Amon spoke/VERB .');
  assert.deepEqual([...c.boundary], [2, 0, 0, 1, 0, 0, 2, 0, 0]);
  assert.deepEqual([...c.first], [0, 0, 0, 3, 3, 3, 6, 6, 6]);
  assert.deepEqual([...c.last], [3, 3, 3, 6, 6, 6, 9, 9, 9]);
});

test('the nearest cues and verbs are those of the sentence, and never the word itself', () => {
  const c = codes('Voss said/VERB so/ADV . Tesk came/VERB and/CCONJ said/VERB it/PRON .');
  assert.deepEqual([...c.cueLeft], [-1, -1, 1, 1, -1, -1, -1, -1, 7, 7]);
  assert.deepEqual([...c.cueRight], [1, -1, -1, -1, 7, 7, 7, -1, -1, -1]);
  assert.deepEqual([...c.verbLeft], [-1, -1, 1, 1, -1, -1, 5, 5, 7, 7]);
  assert.deepEqual([...c.verbRight], [1, -1, -1, -1, 5, 7, 7, -1, -1, -1]);
});

test('weak cues do not steer, and neither does a word that cannot be a cue', () => {
  const c = codes('Voss think/VERB so/ADV say/PROPN . boats');
  assert.deepEqual([...c.cueLeft], [-1, -1, -1, -1, -1, -1]);
  assert.equal(c.cue[PAD + 1], 2);
  assert.equal(c.cue[PAD + 3], 0);
  assert.equal(c.cue[PAD + 5], 3);
});

test('quotation, and what a sentence is made of', () => {
  const c = codes(
    '“ Stay/VERB ” . ¶ Voss said/VERB “ we/PRON stay/VERB all/DET of/ADP us/PRON ” now/ADV here/ADV too/ADV . ¶ No/DET boats .',
  );
  assert.deepEqual([...c.quote.subarray(0, 4)], [0, 1, 0, 0]);
  assert.equal(c.sentence[0], 2, 'all of it quoted');
  assert.equal(c.sentence[4], 1 + 3, 'a part quoted, one strong cue');
  assert.equal(c.sentence.at(-1), 0);
});

test('a depth of quotation beyond three counts as three', () => {
  const c = codes('“ a “ b “ c “ d ” ” ” ”');
  assert.deepEqual([...c.quote], [0, 1, 1, 2, 2, 3, 3, 3, 3, 2, 1, 0]);
});

test('titles, headings and items are told from running text', () => {
  const c = codes('Talks ¶ Lorn ¶ boats ¶ Voss', ['title', 'heading', 'item', 'paragraph']);
  assert.deepEqual([...c.block], [1, 1, 2, 0]);
});

test('no words, no codes', () => {
  const c = codesOf({ words: [], sentences: [], quotations: [], notes: [] }, [], LEVELS);
  assert.equal(c.length, 0);
  assert.equal(c.boundary.length, 0);
});
