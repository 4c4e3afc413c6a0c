/** Broken files of every format: see fuzz.ts, which tries as many as one likes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SAMPLES } from '../src/ingest/formats/testing.ts';
import { broken, faultOf, randomOf } from './fuzz.ts';

const names = Object.keys(SAMPLES);

test('files of every format, broken at random, give reports or failures in words', async () => {
  const random = randomOf(20310205);
  for (const [i, name] of names.entries()) {
    for (let n = 0; n < 100; n++) {
      const bytes = broken(SAMPLES[name]!, SAMPLES[names[(i + n) % names.length]!]!, random);
      const { fault } = await faultOf(bytes, name);
      assert.equal(fault, null, `${name}: ${Buffer.from(bytes).toString('base64')}`);
    }
  }
});

test('any bytes under any name give reports or failures in words', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('', ...names), fc.uint8Array({ maxLength: 600 }), async (name, bytes) => {
      assert.equal((await faultOf(bytes, name)).fault, null);
    }),
    { numRuns: 1000 },
  );
});

test('files cut off at any byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.double({ min: 0, max: 1, noNaN: true }), async (name, share) => {
      const bytes = SAMPLES[name]!;
      assert.equal((await faultOf(bytes.subarray(0, Math.floor(bytes.length * share)), name)).fault, null);
    }),
    { numRuns: 500 },
  );
});
