import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { generator } from './random.ts';
import { Candidates, choose, type Ranker, scoresOf, shares } from './ranker.ts';
import { type Choice, type RankerOptions, trainRanker } from './train-ranker.ts';

const BITS = 5;
const options: RankerOptions = { bits: BITS, epochs: 8, rate: 0.1, decay: 1e-3, seed: 1 };

/** The nearest of three is right (feature 1 near, 2 far), but for those that are marked (3): none of them is. */
function choices(count: number, seed: number): Choice[] {
  const random = generator(seed);
  return Array.from({ length: count }, () => {
    const near = Math.floor(random() * 3);
    const marked = random() < 0.3;
    const buckets: number[] = [];
    const ends: number[] = [];
    for (let c = 0; c < 3; c++) {
      buckets.push(c === near ? 1 : 2, 8 + Math.floor(random() * 8));
      if (marked) buckets.push(3);
      ends.push(buckets.length);
    }
    buckets.push(4);
    ends.push(buckets.length);
    return { buckets, ends, gold: marked ? 3 : near };
  });
}

const candidatesOf = (choice: Choice): Candidates => {
  const out = new Candidates(BITS);
  out.buckets = choice.buckets;
  out.ends = choice.ends;
  return out;
};

const wrongIn = (ranker: Ranker, among: readonly Choice[]): number =>
  among.filter((choice) => choose(ranker, candidatesOf(choice)).best !== choice.gold).length;

test('the right candidate is learned, and when none is right', () => {
  const ranker = trainRanker(choices(200, 3), options);
  assert.ok(wrongIn(ranker, choices(200, 4)) <= 4);
  assert.ok(wrongIn({ bits: BITS, weights: new Float32Array(32) }, choices(200, 4)) > 60);
});

test('the same seed gives the same weights byte for byte, another seed others', () => {
  const of = (seed: number): Buffer => Buffer.from(trainRanker(choices(50, 3), { ...options, seed }).weights.buffer);
  assert.ok(of(1).equals(of(1)));
  assert.ok(!of(1).equals(of(2)));
});

test('shares are of one, in the order of the scores, and do not overflow', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -2000, max: 2000, noNaN: true }), { minLength: 1 }), (scores) => {
      const all = shares(scores);
      assert.ok(Math.abs(all.reduce((a, b) => a + b, 0) - 1) < 1e-9);
      const best = scores.indexOf(Math.max(...scores));
      assert.equal(all[best], Math.max(...all));
    }),
  );
});

test('the first of equals is chosen, and a candidate without features scores nought', () => {
  const out = new Candidates(BITS);
  out.close();
  out.close();
  const ranker = { bits: BITS, weights: new Float32Array(32) };
  assert.deepEqual(scoresOf(ranker.weights, out), [0, 0]);
  assert.deepEqual(choose(ranker, out), { best: 0, share: 0.5 });
});

test('candidates used again hold nothing of the last choice', () => {
  const out = new Candidates(BITS);
  out.add(123456789);
  out.close();
  out.reset();
  out.add(-1);
  out.close();
  assert.equal(out.buckets.length, 1);
  assert.deepEqual(out.ends, [1]);
  assert.ok(out.buckets[0]! >= 0 && out.buckets[0]! < 32);
});
