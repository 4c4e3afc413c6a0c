import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonLine } from './json-lines.ts';

test('a line is safe to print and parses to the same value', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (s) => {
      const line = jsonLine({ s });
      assert.deepEqual(JSON.parse(line), { s });
      assert.doesNotMatch(line, /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});
