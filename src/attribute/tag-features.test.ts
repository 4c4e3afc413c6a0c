import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FeatureBuffer, type Features } from '../learn/sequence.ts';
import { codesOf } from './codes.ts';
import { pathBetween, TRANSITIONS, tagFeatures } from './tag-features.ts';
import { sample } from './testing.ts';

const LEVELS = new Map([['say', 5]]);

function featuresOf(written: string): Features {
  const buffer = new FeatureBuffer(22, 4);
  tagFeatures(codesOf(sample(written).segmented, [], LEVELS), buffer);
  return buffer.snapshot();
}

const bucketsAt = ({ buckets, ends }: Features, i: number): number[] => [
  ...buckets.subarray(i === 0 ? 0 : ends[i - 1], ends[i]),
];

const path = (written: string, from: number, to: number): number =>
  pathBetween(codesOf(sample(written).segmented, [], LEVELS), from, to);

test('a path passes over what does not change who governs what', () => {
  const plain = path('Voss said/VERB that/SCONJ boats', 0, 3);
  assert.equal(path('Voss said/VERB firmly/ADV that/SCONJ the/DET grey/ADJ boats', 0, 6), plain);
  assert.equal(path('He/PRON said/VERB that/SCONJ boats', 0, 3), plain);
});

test('a path tells a verb, a mark, and the way back', () => {
  const plain = path('Voss said/VERB that/SCONJ boats', 0, 3);
  assert.notEqual(path('Voss that/SCONJ boats', 0, 2), plain);
  assert.notEqual(path('Voss , said/VERB that/SCONJ boats', 0, 4), plain);
  assert.notEqual(path('Voss said/VERB that/SCONJ boats', 3, 0), plain);
  assert.equal(path('Voss said/VERB', 0, 1), path('boats stay/VERB', 1, 0), 'nothing between');
});

test('the way into a word is told by paragraph, sentence and quotation', () => {
  const { kinds } = featuresOf('Voss said/VERB . Tesk : “ No/INTJ no/INTJ ” ¶ Amon left/VERB');
  assert.deepEqual([...kinds], [2, 0, 0, 1, 0, 0, 3, 0, 4, 2, 0]);
  assert.ok(kinds.every((k) => k < TRANSITIONS));
});

test('the same words give the same features, and another word near by others', () => {
  const one = featuresOf('Voss said/VERB that/SCONJ boats stay/VERB .');
  assert.deepEqual(one, featuresOf('Voss said/VERB that/SCONJ boats stay/VERB .'));
  const other = featuresOf('Voss said/VERB that/SCONJ ships stay/VERB .');
  for (const i of [2, 3, 4]) assert.notDeepEqual(bucketsAt(one, i), bucketsAt(other, i), `word ${i}`);
});

test('features do not depend on where in the report a sentence stands', () => {
  const sentence =
    'The/DET envoy of/ADP Cantara said/VERB on/ADP Monday that/SCONJ the/DET boats of/ADP Halvia stay/VERB at/ADP Nerith .';
  const alone = featuresOf(sentence);
  const later = featuresOf(`Voss left/VERB . ¶ Tesk spoke/VERB to/ADP them/PRON . ¶ ${sentence} ¶ Amon wept/VERB .`);
  // Words near either end see the words of the sentences beside it.
  for (let i = 4; i < 11; i++) assert.deepEqual(bucketsAt(later, i + 8), bucketsAt(alone, i), `word ${i}`);
});

test('a buffer used again holds nothing of the report before', () => {
  const buffer = new FeatureBuffer(22, 4);
  const codes = codesOf(sample('Voss said/VERB so/ADV .').segmented, [], LEVELS);
  tagFeatures(codesOf(sample('Tesk left/VERB Lorn on/ADP Monday with/ADP Amon .').segmented, [], LEVELS), buffer);
  tagFeatures(codes, buffer);
  assert.deepEqual(buffer.snapshot(), featuresOf('Voss said/VERB so/ADV .'));
});

test('each word has a bounded number of features', () => {
  const { ends } = featuresOf(`${'Voss said/VERB that/SCONJ boats stay/VERB , '.repeat(200)}.`);
  let before = 0;
  for (const end of ends) {
    assert.ok(end > before && end - before <= 100, `${end - before}`);
    before = end;
  }
});

test('a report without words has none', () => {
  const buffer = new FeatureBuffer(22, 4);
  tagFeatures(codesOf({ words: [], sentences: [], quotations: [], notes: [] }, [], LEVELS), buffer);
  assert.equal(buffer.length, 0);
});
