import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hashString, mix } from './hash.ts';

test('strings hash as the published FNV-1a test values', () => {
  // Values of www.isthe.com/chongo/tech/comp/fnv for 32-bit FNV-1a.
  const known: [string, number][] = [
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['b', 0xe70c2de5],
    ['foobar', 0xbf9cf968],
  ];
  for (const [words, hash] of known) assert.equal(hashString(words) >>> 0, hash, JSON.stringify(words));
});

test('a part of a string hashes as that part alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(20), fc.nat(20), (s, a, b) => {
      const from = Math.min(a, s.length);
      const to = Math.min(s.length, from + b);
      assert.equal(hashString(s, from, to), hashString(s.slice(from, to)));
    }),
  );
});

/** The same mixing with whole numbers of any size. */
function mixed(h: number, value: number): number {
  const word = (x: bigint): bigint => BigInt.asUintN(32, x);
  let x = word(word(BigInt(h | 0) ^ BigInt(value | 0)) * 0x85ebca6bn);
  x = word((x ^ (x >> 13n)) * 0xc2b2ae35n);
  return Number(BigInt.asIntN(32, x ^ (x >> 16n)));
}

test('mixing multiplies and shifts as whole numbers of 32 bits do', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (h, value) => {
      assert.equal(mix(h, value), mixed(h, value));
    }),
  );
});

test('mixing tells the order of what is mixed, and small numbers spread over all buckets', () => {
  assert.notEqual(mix(mix(17, 1), 2), mix(mix(17, 2), 1));
  const buckets = new Set<number>();
  for (let a = 0; a < 64; a++) for (let b = 0; b < 64; b++) buckets.add(mix(mix(17, a), b) & 0xffff);
  // 4,096 values thrown at random into 65,536 buckets meet in about 125 of them.
  assert.ok(buckets.size > 3800, `only ${buckets.size} buckets`);
});
