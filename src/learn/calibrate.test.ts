import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { calibrate, calibrated, UNCALIBRATED } from './calibrate.ts';

const cases = (share: number, right: number, of: number) =>
  Array.from({ length: of }, (_, i) => ({ share, right: i < right }));

test('shares that say too much come out as they were right', () => {
  const curve = calibrate([...cases(0.9, 300, 400), ...cases(0.5, 90, 200), ...cases(0.1, 34, 200)]);
  for (const [share, right] of [
    [0.9, 0.75],
    [0.5, 0.45],
    [0.1, 0.17],
  ] as const) {
    assert.ok(Math.abs(calibrated(curve, share) - right) < 0.06, `${share}: ${calibrated(curve, share)}`);
  }
});

test('shares that are right as often as they say stay as they are; without a case too', () => {
  const curve = calibrate([...cases(0.8, 400, 500), ...cases(0.3, 150, 500)]);
  assert.ok(Math.abs(calibrated(curve, 0.8) - 0.8) < 0.02);
  assert.ok(Math.abs(calibrated(UNCALIBRATED, 0.37) - 0.37) < 1e-9);
  assert.deepEqual(calibrate([]), UNCALIBRATED);
});

test('what is surer never comes out less sure, and all of it lies between 0 and 1', () => {
  const one = fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(one, { maxLength: 60 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
      (told, asked) => {
        const curve = calibrate(told);
        const values = asked.sort((a, b) => a - b).map((share) => calibrated(curve, share));
        values.forEach((value, i) => {
          assert.ok(value >= 0 && value <= 1);
          assert.ok(i === 0 || value >= values[i - 1]!);
        });
      },
    ),
  );
});
