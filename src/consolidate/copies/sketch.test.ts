import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bytesOfShingles, shinglesOfBytes, sketchOf } from './sketch.ts';
import { OTHERS, PARAGRAPHS, reportOf } from './testing.ts';

const shared = (a: Uint32Array, b: Uint32Array): number => [...a].filter((x) => b.includes(x)).length;

test('a sketch keeps a fixed share of the shingles, wherever they stand', () => {
  const whole = sketchOf(reportOf('a', PARAGRAPHS));
  const part = sketchOf(reportOf('b', [OTHERS[0], PARAGRAPHS[2], OTHERS[1]]));
  const alone = sketchOf(reportOf('c', [PARAGRAPHS[2]]));
  assert.ok(whole.shingles.length > whole.words / 8 && whole.shingles.length < whole.words / 2);
  assert.ok(alone.shingles.length > 3);
  assert.equal(shared(alone.shingles, whole.shingles), alone.shingles.length);
  assert.equal(shared(alone.shingles, part.shingles), alone.shingles.length);
  assert.equal(shared(sketchOf(reportOf('d', OTHERS)).shingles, whole.shingles), 0);
});

test('bytes give back the shingles; damaged bytes are refused in plain words', () => {
  fc.assert(
    fc.property(fc.uint32Array(), (shingles) => {
      assert.deepEqual(shinglesOfBytes(bytesOfShingles(shingles)), shingles);
    }),
  );
  assert.throws(() => shinglesOfBytes(new Uint8Array(6)), /6 bytes is damaged.*Make it again/u);
});
