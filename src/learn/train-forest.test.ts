import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharesOf } from './forest.ts';
import { generator } from './random.ts';
import { type ForestOptions, trainForest } from './train-forest.ts';

const OPTIONS: ForestOptions = { trees: 30, depth: 3, rate: 0.3, penalty: 1, columns: 1, rows: 0.8, seed: 1 };

/** Rows of three random numbers; yes where just one of the first two is over a half: no single question tells. */
function either(count: number, seed: number) {
  const random = generator(seed);
  const columns = [0, 1, 2].map(() => Float32Array.from({ length: count }, () => random()));
  const answers = Float32Array.from({ length: count }, (_, i) =>
    columns[0]![i]! > 0.5 !== columns[1]![i]! > 0.5 ? 1 : 0,
  );
  return { columns, answers, weights: new Float32Array(count).fill(1) };
}

const rowsOf = (columns: readonly Float32Array[]): Float32Array =>
  Float32Array.from(
    { length: columns.length * columns[0]!.length },
    (_, k) => columns[k % columns.length]![Math.floor(k / columns.length)]!,
  );

test('what hangs on two numbers together is learned', () => {
  const forest = trainForest(either(2000, 1), OPTIONS);
  const { columns, answers } = either(500, 2);
  const shares = sharesOf(forest, rowsOf(columns), answers.length);
  const right = answers.filter((answer, i) => shares[i]! > 0.5 === (answer === 1)).length;
  assert.ok(right > 475, `${right} of 500`);
});

test('rows that count more pull harder', () => {
  const columns = [Float32Array.of(0, 0, 0, 0)];
  const answers = Float32Array.of(1, 0, 0, 0);
  const share = (weight: number): number => {
    const weights = Float32Array.of(weight, 1, 1, 1);
    return sharesOf(trainForest({ columns, answers, weights }, { ...OPTIONS, rows: 1 }), Float32Array.of(0), 1)[0]!;
  };
  assert.ok(Math.abs(share(1) - 0.25) < 0.01);
  assert.ok(Math.abs(share(9) - 0.75) < 0.01);
});

test('the same rows give the same trees, and another seed others', () => {
  const rows = either(500, 3);
  assert.deepEqual(trainForest(rows, OPTIONS), trainForest(rows, OPTIONS));
  assert.notDeepEqual(trainForest(rows, { ...OPTIONS, seed: 2 }), trainForest(rows, OPTIONS));
});
