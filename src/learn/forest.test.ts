import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Forest, orderOf, sharesOf } from './forest.ts';
import { addForest, forestFrom } from './forest-file.ts';
import { ModelWriter, readModelFile } from './model-file.ts';

/** Two trees of two questions each, over two columns. */
const FOREST: Forest = {
  columns: 2,
  depth: 2,
  base: 0.5,
  asked: Uint8Array.of(0, 1, 1, 0),
  cuts: orderOf(Float32Array.of(0, 10, -2.5, 1)),
  weights: Float32Array.of(1, 2, 3, 4, 10, 20, 30, 40),
};
const logit = (share: number): number => Math.log(share / (1 - share));

test('each tree gives the weight that the answers to its questions number', () => {
  const rows = Float32Array.of(-1, 9, 0, 10, -0.5, -3);
  const shares = sharesOf({ ...FOREST, weights: FOREST.weights.map((w) => w / 10) }, rows, 3);
  // No and no, then yes and no; all yes but the last; no and no, then no and no.
  [0.5 + 0.1 + 3, 0.5 + 0.4 + 3, 0.5 + 0.1 + 1].forEach((odds, i) => {
    assert.ok(Math.abs(logit(shares[i]!) - odds) < 1e-5, `row ${i}`);
  });
});

test('numbers keep their order as whole numbers', () => {
  const number = fc.float({ noNaN: true });
  fc.assert(
    fc.property(number, number, (a, b) => {
      const [x, y] = orderOf(Float32Array.of(a, b)) as unknown as [number, number];
      assert.ok(a > b ? x >= y : a < b ? x <= y : true);
      assert.ok(Math.abs(x - y) < 2 ** 31, 'their difference fits into 32 bits');
    }),
  );
});

test('no rows have no shares', () => {
  assert.equal(sharesOf(FOREST, new Float32Array(), 0).length, 0);
});

test('a forest comes back from a model file as it was', () => {
  const bytes = addForest(new ModelWriter({ name: 'odd' }), 'trees', FOREST).bytes();
  assert.deepEqual(forestFrom(readModelFile(bytes, 'test.bin'), 'trees'), FOREST);
});
