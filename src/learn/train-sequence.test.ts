import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generator } from './random.ts';
import { emissions, FeatureBuffer, type SequenceModel, viterbi } from './sequence.ts';
import { type Example, type SequenceOptions, trainSequence } from './train-sequence.ts';

const BITS = 6;
const LABELS = ['outside', 'begin', 'inside'];
/** Inside follows begin or inside only. */
const legal = (from: number, to: number): boolean => to !== 2 || from === 1 || from === 2;

const options: SequenceOptions = {
  labels: LABELS,
  bits: BITS,
  classes: 1,
  least: 1,
  epochs: 12,
  rate: 0.2,
  decay: 1e-3,
  dropout: 0.1,
  seeds: [1],
  legal,
};

/**
 * Sequences of letters: "b" begins a stretch, "x" goes on with it where one is open and stands outside where none is,
 * "." ends it. What "x" is, only the labels before it tell.
 */
function examples(count: number, seed: number): Example[] {
  const random = generator(seed);
  return Array.from({ length: count }, () => {
    const buffer = new FeatureBuffer(BITS, 1);
    const gold: number[] = [];
    let open = false;
    for (let i = 0; i < 12; i++) {
      const letter = random() < 0.25 ? 'b' : random() < 0.3 ? '.' : 'x';
      buffer.addBucket(letter.charCodeAt(0) % 64);
      // Noise that tells nothing.
      buffer.addBucket(Math.floor(random() * 8));
      buffer.close(0);
      open = letter === 'b' || (open && letter === 'x');
      gold.push(letter === 'b' ? 1 : open ? 2 : 0);
    }
    return { features: buffer.snapshot(), gold: Uint8Array.from(gold) };
  });
}

const wrongIn = (model: SequenceModel, among: readonly Example[]): number => {
  let wrong = 0;
  for (const { features, gold } of among)
    viterbi(model, features, emissions(model, features)).forEach((label, i) => {
      if (label !== gold[i]) wrong++;
    });
  return wrong;
};

const training = examples(60, 11);
const unseen = examples(40, 12);

test('what marks a label, and which label follows which, is learned', () => {
  const model = trainSequence(training, options);
  const wrong = wrongIn(model, unseen);
  assert.ok(wrong <= 0.02 * 40 * 12, `${wrong} of ${40 * 12} positions wrong`);
});

test('an untrained model does not know it', () => {
  const { weights, transitions, ...rest } = trainSequence(training, options);
  const blank = { ...rest, weights: weights.map(() => 0), transitions: transitions.map(() => 0) };
  assert.ok(wrongIn(blank, unseen) > 0.3 * 40 * 12);
});

test('the loss falls', () => {
  const losses: number[] = [];
  trainSequence(training, { ...options, dropout: 0, onEpoch: (_seed, _epoch, loss) => losses.push(loss) });
  assert.equal(losses.length, options.epochs);
  assert.ok(losses.at(-1)! < losses[0]! / 2, losses.join(' '));
  assert.ok(losses.every((loss) => loss >= 0));
});

test('labels that may not follow are never chosen', () => {
  const model = trainSequence(training.slice(0, 3), { ...options, epochs: 1 });
  for (const { features } of unseen) {
    let from = -1;
    for (const to of viterbi(model, features, emissions(model, features))) {
      assert.ok(legal(from, to), `${LABELS[from] ?? 'start'} before ${LABELS[to]}`);
      from = to;
    }
  }
});

const bytesOf = (model: SequenceModel): Buffer =>
  Buffer.concat([model.weights, model.transitions].map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength)));

test('the same seed gives the same weights byte for byte, another seed others', () => {
  const first = bytesOf(trainSequence(training, options));
  assert.ok(first.equals(bytesOf(trainSequence(training, options))));
  assert.ok(!first.equals(bytesOf(trainSequence(training, { ...options, seeds: [2] }))));
});

test('several seeds give the mean of their models', () => {
  const [a, b, both] = [[1], [2], [1, 2]].map((seeds) => trainSequence(training, { ...options, seeds }).weights);
  both!.forEach((w, i) => {
    assert.ok(Math.abs(w - (a![i]! + b![i]!) / 2) < 1e-6);
  });
});

test('features met too seldom get no row, and count for nothing', () => {
  const rare = new FeatureBuffer(BITS, 1);
  rare.addBucket(60);
  rare.close(0);
  const odd: Example = { features: rare.snapshot(), gold: Uint8Array.of(1) };
  assert.equal(trainSequence([...training, odd], { ...options, least: 2, epochs: 1 }).index[60], 0);
  assert.notEqual(trainSequence([...training, odd], { ...options, least: 1, epochs: 1 }).index[60], 0);
});

test('an example that counts for nothing changes nothing it marks', () => {
  const only = new FeatureBuffer(BITS, 1);
  only.addBucket(61);
  only.close(0);
  const odd: Example = { features: only.snapshot(), gold: Uint8Array.of(1) };
  const weighed = (pull: number): Float32Array => {
    const model = trainSequence([...training, odd], {
      ...options,
      dropout: 0,
      decay: 0,
      epochs: 2,
      weight: (i) => (i === training.length ? pull : 1),
    });
    const row = model.index[61]! * LABELS.length;
    return model.weights.slice(row, row + LABELS.length);
  };
  assert.deepEqual([...weighed(0)], [0, 0, 0]);
  assert.ok(weighed(1)[1]! > 0);
});

test('an empty sequence is passed over', () => {
  const empty: Example = { features: new FeatureBuffer(BITS, 1).snapshot(), gold: new Uint8Array(0) };
  assert.doesNotThrow(() => trainSequence([empty, ...training.slice(0, 2)], { ...options, epochs: 1 }));
});
