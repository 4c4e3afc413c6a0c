import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LinearExample, type LinearOptions, trainLinear } from './train-act.ts';

const options: LinearOptions = {
  classes: 3,
  baseScale: 1,
  minDocuments: 2,
  decay: 0.1,
  rounds: 60,
  rate: 0.2,
  byOrder: 0.3,
  firstShare: 0.6,
};
const example = (document: number, features: string[], ...right: number[]): LinearExample => ({
  document,
  features,
  base: new Float64Array(3),
  right,
});
const examples = [
  example(1, ['red', 'round'], 0),
  example(2, ['red'], 0),
  example(1, ['green'], 1),
  example(2, ['green', 'round'], 1, 2),
  example(3, ['blue', 'once'], 2),
  example(4, ['blue'], 2, 0),
];

test('each class is learned from what marks it', () => {
  const { weights, bias } = trainLinear(examples, options);
  const best = (feature: string) => {
    const row = weights.get(feature)!.map((w, a) => w + bias[a]!);
    return row.indexOf(Math.max(...row));
  };
  assert.deepEqual([best('red'), best('green'), best('blue')], [0, 1, 2]);
});

test('a feature of one document is left out, and the same examples give the same weights', () => {
  const a = trainLinear(examples, options);
  assert.deepEqual([...a.weights.keys()], ['blue', 'green', 'red', 'round']);
  assert.deepEqual(trainLinear(examples, options), a);
});

test('of several right classes the first is preferred as far as the options say', () => {
  const both = [1, 2, 3, 4].map((document) => example(document, ['both'], 2, 1));
  const { weights, bias } = trainLinear(both, { ...options, byOrder: 1, firstShare: 0.9 });
  const row = weights.get('both')!.map((w, a) => w + bias[a]!);
  assert.ok(row[2]! > row[1]! && row[1]! > row[0]!);
});
