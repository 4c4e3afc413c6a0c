import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { generator, shuffle } from './random.ts';

const some = (seed: number, n = 50): number[] => {
  const random = generator(seed);
  return Array.from({ length: n }, random);
};

test('the same seed gives the same numbers, another gives others', () => {
  assert.deepEqual(some(7), some(7));
  assert.notDeepEqual(some(7), some(8));
});

test('numbers lie in [0, 1) and spread over it', () => {
  const numbers = some(3, 10_000);
  assert.ok(numbers.every((x) => x >= 0 && x < 1));
  const tenths = new Uint32Array(10);
  for (const x of numbers) tenths[Math.floor(x * 10)]!++;
  assert.ok(
    tenths.every((n) => n > 850 && n < 1150),
    tenths.join(' '),
  );
});

test('shuffling keeps what is in the list, moves it, and does so alike for the same seed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (list, seed) => {
      const once = shuffle([...list], generator(seed));
      assert.deepEqual(once, shuffle([...list], generator(seed)));
      assert.deepEqual([...once].sort(), [...list].sort());
    }),
  );
  const cards = Array.from({ length: 52 }, (_, i) => i);
  const first = shuffle([...cards], generator(1));
  assert.notDeepEqual(first, cards);
  assert.notDeepEqual(first, shuffle([...cards], generator(2)));
});

test('every order of three is about as likely', () => {
  const random = generator(5);
  const orders = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = shuffle(['a', 'b', 'c'], random).join('');
    orders.set(order, (orders.get(order) ?? 0) + 1);
  }
  assert.equal(orders.size, 6);
  for (const [order, n] of orders) assert.ok(n > 850 && n < 1150, `${order}: ${n}`);
});
