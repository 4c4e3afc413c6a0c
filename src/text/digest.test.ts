import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { idOf, sha256 } from './digest.ts';

const plain = (...parts: readonly (string | number)[]): string => sha256(parts.join('\u001f')).slice(0, 16);
const report = sha256('A ferry left Port Asker.');

test('an id is the beginning of the SHA-256 of its parts', () => {
  assert.equal(sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  for (const parts of [
    [],
    [''],
    [report],
    [report, ''],
    [report, 'place', 12, 'Drenholm'],
    ['line', 'Halvia', 'é'],
    [7, 8],
  ])
    assert.equal(idOf(...parts), plain(...parts));
});

test('ids are the same whatever was asked before, at any length and in any script', () => {
  const digest = fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 })
    .map((c) => c.join(''));
  const head = fc.oneof(digest, fc.constant(report), fc.string({ unit: 'binary' }), fc.constant('é'.repeat(64)));
  const rest = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.nat()), { maxLength: 8 });
  const same = fc.property(head, rest, (a, others) => assert.equal(idOf(a, ...others), plain(a, ...others)));
  fc.assert(same, { numRuns: 40 });
  for (let length = 0; length < 70; length++)
    assert.equal(idOf(report, 'x'.repeat(length)), plain(report, 'x'.repeat(length)));
});
