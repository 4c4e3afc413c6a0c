import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pack, packedEmissions } from '../learn/packed.ts';
import { FeatureBuffer } from '../learn/sequence.ts';
import { codesOf } from './codes.ts';
import { TRANSITIONS, tagFeatures } from './tag-features.ts';
import { makeTagScorer } from './tag-scores.ts';
import { sample } from './testing.ts';

const BITS = 12;
const LABELS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
/** A model in which every third bucket has weights, told apart by bucket and label. */
const buckets = Int32Array.from({ length: Math.ceil(2 ** BITS / 3) }, (_, i) => i * 3);
const weights = Int8Array.from(
  { length: buckets.length * LABELS.length },
  (_, i) => (Math.imul(i + 1, 0x9e3779b1) >> 24) | 1,
);
const chain = { labels: LABELS, classes: TRANSITIONS, transitions: new Float32Array(TRANSITIONS * 8 * 7) };
const model = pack(chain, BITS, buckets, weights, 0.25);
const LEVELS = new Map([
  ['say', 5],
  ['call', 3],
  ['want', 4],
]);

const word = fc.constantFrom(
  'Voss',
  'said/VERB',
  'that/SCONJ',
  'boats',
  'stay/VERB',
  '“ he/PRON stays/VERB , ”',
  '“ boats',
  ',',
  '.',
  'called/VERB',
  'the/DET',
  'call',
  'wants/VERB',
  'grey/ADJ',
  'he/PRON',
  '¶',
);
const text = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));

test('scores are those of all features, to the last bit, whatever was scored before', () => {
  const scoresOf = makeTagScorer(model);
  const buffer = new FeatureBuffer(BITS);
  fc.assert(
    fc.property(text, (written) => {
      const codes = codesOf(sample(written).segmented, ['paragraph'], LEVELS);
      tagFeatures(codes, buffer);
      const { scores, transitions } = scoresOf(codes);
      assert.deepEqual(scores, packedEmissions(model, buffer));
      assert.deepEqual(transitions, buffer.kinds.slice(0, buffer.length));
    }),
    { numRuns: 300 },
  );
});

test('what is kept is thrown away in time, and scores stay the same', () => {
  const scoresOf = makeTagScorer(model);
  const plain = codesOf(sample('Voss said/VERB that/SCONJ boats stay/VERB .').segmented, ['paragraph'], LEVELS);
  const before = scoresOf(plain);
  for (let round = 0; round < 3; round++) {
    const many = Array.from({ length: 30_000 }, (_, i) => `boat${round}x${i}`).join(' ');
    scoresOf(codesOf(sample(many).segmented, ['paragraph'], LEVELS));
  }
  assert.deepEqual(scoresOf(plain), before);
});

test('no words, no scores', () => {
  const { scores, transitions } = makeTagScorer(model)(
    codesOf({ words: [], sentences: [], quotations: [], notes: [] }, [], LEVELS),
  );
  assert.deepEqual([scores.length, transitions.length], [0, 0]);
});
