import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Chain, emissions, FeatureBuffer, type SequenceModel, viterbi } from './sequence.ts';

test('a buffer grows over its capacity and keeps what was added', () => {
  const buffer = new FeatureBuffer(10, 1);
  for (let i = 0; i < 100; i++) {
    for (let k = 0; k < i; k++) buffer.addBucket((i * 31 + k) % 1024);
    buffer.close(i % 3);
  }
  assert.equal(buffer.length, 100);
  let at = 0;
  for (let i = 0; i < 100; i++) {
    assert.equal(buffer.kinds[i], i % 3);
    for (let k = 0; k < i; k++) assert.equal(buffer.buckets[at++], (i * 31 + k) % 1024);
    assert.equal(buffer.ends[i], at);
  }
});

test('every hash falls into a bucket of the model', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), fc.array(fc.integer()), (bits, hashes) => {
      const buffer = new FeatureBuffer(bits, 1);
      for (const h of hashes) buffer.add(h);
      buffer.close(0);
      for (const b of buffer.buckets.subarray(0, hashes.length)) assert.ok(b >= 0 && b < 2 ** bits, `${b}`);
    }),
  );
});

test('a snapshot is not touched by what comes after', () => {
  const buffer = new FeatureBuffer(8, 1);
  buffer.addBucket(5);
  buffer.close(1);
  const kept = buffer.snapshot();
  buffer.reset();
  buffer.addBucket(9);
  buffer.addBucket(9);
  buffer.close(2);
  assert.deepEqual([...kept.buckets, ...kept.ends, ...kept.kinds, kept.length], [5, 1, 1, 1]);
  assert.deepEqual([...buffer.buckets.subarray(0, 2), buffer.ends[0], buffer.length], [9, 9, 2, 1]);
});

const weight = fc.integer({ min: -40, max: 40 }).map((n) => n / 8);

/** A small model with a sequence to label: few enough paths to try them all. */
const problem = fc
  .record({ labels: fc.integer({ min: 1, max: 4 }), classes: fc.integer({ min: 1, max: 3 }), n: fc.nat(5) })
  .chain(({ labels, classes, n }) =>
    fc.record({
      labels: fc.constant(labels),
      classes: fc.constant(classes),
      transitions: fc.array(weight, {
        minLength: classes * (labels + 1) * labels,
        maxLength: classes * (labels + 1) * labels,
      }),
      scores: fc.array(weight, { minLength: n * labels, maxLength: n * labels }),
      kinds: fc.array(fc.nat(classes - 1), { minLength: n, maxLength: n }),
    }),
  );

const chainOf = (labels: number, classes: number, transitions: readonly number[]): Chain => ({
  labels: Array.from({ length: labels }, (_, l) => `label ${l}`),
  classes,
  transitions: Float32Array.from(transitions),
});

function* allPaths(labels: number, n: number): Generator<number[]> {
  if (n === 0) {
    yield [];
    return;
  }
  for (const path of allPaths(labels, n - 1)) for (let l = 0; l < labels; l++) yield [...path, l];
}

test('no sequence of labels scores higher than the one that is found', () => {
  fc.assert(
    fc.property(problem, ({ labels, classes, transitions, scores, kinds }) => {
      const chain = chainOf(labels, classes, transitions);
      const features = {
        buckets: new Int32Array(0),
        ends: new Int32Array(kinds.length),
        kinds: Uint8Array.from(kinds),
        length: kinds.length,
      };
      const scoreOf = (path: readonly number[]): number =>
        path.reduce(
          (sum, to, i) =>
            sum +
            scores[i * labels + to]! +
            transitions[(kinds[i]! * (labels + 1) + (i === 0 ? labels : path[i - 1]!)) * labels + to]!,
          0,
        );
      const found = viterbi(chain, features, Float32Array.from(scores));
      assert.equal(found.length, kinds.length);
      let best = -Infinity;
      for (const path of allPaths(labels, kinds.length)) best = Math.max(best, scoreOf(path));
      // Weights are eighths, so sums are exact.
      assert.equal(scoreOf([...found]), best);
    }),
    { numRuns: 200 },
  );
});

test('a label that may not follow is not chosen, however well it scores', () => {
  // Two labels; the second may not open.
  const chain = chainOf(2, 1, [0, 0, 0, 0, 0, -1e4]);
  const features = { buckets: new Int32Array(0), ends: new Int32Array(2), kinds: new Uint8Array(2), length: 2 };
  assert.deepEqual([...viterbi(chain, features, Float32Array.from([0, 9, 0, 9]))], [0, 1]);
});

test('scores are the sums of the weights of known features', () => {
  const model: SequenceModel = {
    labels: ['a', 'b'],
    classes: 1,
    transitions: new Float32Array(6),
    bits: 2,
    index: Int32Array.from([0, 1, 0, 2]),
    weights: Float32Array.from([0, 0, 1, -1, 0.5, 4]),
  };
  const buffer = new FeatureBuffer(2, 1);
  for (const b of [1, 3, 3, 0]) buffer.addBucket(b);
  buffer.close(0);
  buffer.close(0);
  buffer.addBucket(2);
  buffer.addBucket(1);
  buffer.close(0);
  assert.deepEqual([...emissions(model, buffer)], [2, 7, 0, 0, 1, -1]);
});
