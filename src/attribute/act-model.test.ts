import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActModelError, parseActModel } from './act-model.ts';
import { actModelFile, formatActModel } from './act-train.ts';
import { ACTS } from './cue-lexicon.ts';

const row = (...w: number[]) => Float64Array.from(ACTS, (_, i) => w[i] ?? 0);
const trained = {
  bias: row(0.5),
  weights: new Map([
    ['cue: say', row(0.123, -0.5)],
    ['cue: nothing', row(0.001)],
  ]),
};

test('a model is written and read again', () => {
  const file = actModelFile(trained, 1.5);
  const model = parseActModel(JSON.parse(formatActModel(file)));
  assert.equal(model.version, file.version);
  assert.deepEqual(model.weights.get('cue')?.get('say'), row(0.12, -0.5));
  assert.deepEqual(model.bias, row(0.5));
  assert.equal(model.lexicon, 1.5);
  // Weights that round to nothing are not kept.
  assert.equal(model.weights.get('cue')?.size, 1);
});

test('the version follows from the weights', () => {
  const other = { ...trained, bias: row(0.6) };
  assert.equal(actModelFile(trained, 1.5).version, actModelFile(trained, 1.5).version);
  assert.notEqual(actModelFile(other, 1.5).version, actModelFile(trained, 1.5).version);
});

test('a broken model is refused in plain words', () => {
  const file = JSON.parse(formatActModel(actModelFile(trained, 1))) as Record<string, unknown>;
  const cases: [raw: unknown, message: RegExp][] = [
    [null, /no model of acts/],
    [{ ...file, acts: ['claim'] }, /not this program's/],
    [{ ...file, bias: [1] }, /bias: not 12 numbers/],
    [{ ...file, weights: { say: file['bias'] } }, /not `kind: name`/],
  ];
  for (const [raw, message] of cases) {
    assert.throws(
      () => parseActModel(raw),
      (e) => e instanceof ActModelError && message.test(e.message),
    );
  }
});
