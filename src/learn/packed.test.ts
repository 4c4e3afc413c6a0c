import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addSequence, ModelWriter, readModelFile, sequenceFrom } from './model-file.ts';
import { MOST_LABELS, pack, packedEmissions } from './packed.ts';
import { emissions, FeatureBuffer, type SequenceModel } from './sequence.ts';

const BITS = 9;
const namesOf = (labels: number): string[] => Array.from({ length: labels }, (_, l) => `label ${l}`);

/** Rows of 8-bit weights for some buckets, and the features of a few positions, some of them without a row. */
const problem = fc.integer({ min: 1, max: MOST_LABELS }).chain((labels) =>
  fc.record({
    labels: fc.constant(labels),
    // Neighbouring buckets too, which share a word of bits.
    buckets: fc.uniqueArray(fc.nat(2 ** BITS - 1), { maxLength: 200 }).map((list) => [...list].sort((a, b) => a - b)),
    seed: fc.infiniteStream(fc.integer({ min: -127, max: 127 })),
    features: fc.array(fc.array(fc.nat(2 ** BITS - 1), { maxLength: 30 }), { maxLength: 8 }),
    // A power of two, so that sums are exact.
    scale: fc.integer({ min: -8, max: 0 }).map((n) => 2 ** n),
  }),
);

const filled = (features: readonly (readonly number[])[]): FeatureBuffer => {
  const buffer = new FeatureBuffer(BITS, 1);
  for (const position of features) {
    for (const b of position) buffer.addBucket(b);
    buffer.close(0);
  }
  return buffer;
};

test('a packed model gives the scores of the plain one, up to the most labels it may have', () => {
  fc.assert(
    fc.property(problem, ({ labels, buckets, seed, features, scale }) => {
      const weights = Int8Array.from({ length: buckets.length * labels }, () => seed.next().value as number);
      const chain = { labels: namesOf(labels), classes: 1, transitions: new Float32Array((labels + 1) * labels) };
      const packed = pack(chain, BITS, Int32Array.from(buckets), weights, scale);
      const index = new Int32Array(2 ** BITS);
      buckets.forEach((b, row) => {
        index[b] = row + 1;
      });
      const plain: SequenceModel = {
        ...chain,
        bits: BITS,
        index,
        weights: Float32Array.from([...new Array<number>(labels).fill(0), ...weights].map((n) => n * scale)),
      };
      const buffer = filled(features);
      assert.deepEqual(packedEmissions(packed, buffer), emissions(plain, buffer));
    }),
    { numRuns: 200 },
  );
});

test('a full table still finds every bucket', () => {
  const buckets = Int32Array.from({ length: 2 ** BITS }, (_, i) => i);
  const weights = Int8Array.from(buckets, (b) => (b % 255) - 127);
  const chain = { labels: namesOf(1), classes: 1, transitions: new Float32Array(2) };
  const packed = pack(chain, BITS, buckets, weights, 1);
  const scores = packedEmissions(packed, filled([...buckets].map((b) => [b])));
  assert.deepEqual([...scores], [...weights]);
});

test('more labels than fit are refused', () => {
  const labels = MOST_LABELS + 1;
  const chain = { labels: namesOf(labels), classes: 1, transitions: new Float32Array(0) };
  assert.throws(() => pack(chain, BITS, new Int32Array(0), new Int8Array(0), 1), RangeError);
});

test('a model without any row scores everything nought', () => {
  const chain = { labels: namesOf(3), classes: 1, transitions: new Float32Array(12) };
  const packed = pack(chain, BITS, new Int32Array(0), new Int8Array(0), 1);
  assert.deepEqual([...packedEmissions(packed, filled([[1, 2], []]))], [0, 0, 0, 0, 0, 0]);
});

test('a trained model written and read scores as before, but for the rounding of its weights', () => {
  fc.assert(
    fc.property(problem, ({ labels, buckets, seed, features }) => {
      const index = new Int32Array(2 ** BITS);
      buckets.forEach((b, row) => {
        index[b] = row + 1;
      });
      const weights = new Float32Array((buckets.length + 1) * labels);
      for (let i = labels; i < weights.length; i++) weights[i] = (seed.next().value as number) / 50;
      const plain: SequenceModel = {
        labels: namesOf(labels),
        classes: 1,
        transitions: new Float32Array((labels + 1) * labels),
        bits: BITS,
        index,
        weights,
      };
      const file = readModelFile(addSequence(new ModelWriter({}), 'm', plain).bytes(), 'm.bin');
      const buffer = filled(features);
      const before = emissions(plain, buffer);
      const after = packedEmissions(sequenceFrom(file, 'm'), buffer);
      // Half a step of rounding for each feature of a position.
      const step = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 1e-6) / 127;
      before.forEach((score, i) => {
        const slack = (features[Math.floor(i / labels)]!.length + 1) * step * 0.51;
        assert.ok(Math.abs(score - after[i]!) <= slack, `${score} became ${after[i]}`);
      });
    }),
    { numRuns: 100 },
  );
});
