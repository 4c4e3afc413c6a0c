import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Evidence } from '../case.ts';
import { confidenceOf } from './support.ts';

const told = (originator: string, confidence: number): Evidence => ({
  item: `${originator} ${confidence}`,
  kind: 'event',
  report: originator,
  day: null,
  outlet: originator,
  agency: null,
  words: 'guns',
  spans: [],
  by: null,
  hedge: null,
  originator,
  copyOf: null,
  confidence,
});

const CASES: [string, Evidence[], number][] = [
  ['nobody tells it', [], 0],
  ['one tells it', [told('Courier', 0.6)], 0.6],
  ['one tells it twice: the surest counts', [told('Courier', 0.6), told('Courier', 0.7)], 0.7],
  ['two tell it independently', [told('Courier', 0.6), told('Ledger', 0.7)], 0.88],
  ['ever so many tell it', Array.from({ length: 9 }, (_, i) => told(`Outlet ${i}`, 0.8)), 0.99],
  ['a user judged it right', [told('Courier', 1), told('Ledger', 0.3)], 1],
];
for (const [name, evidence, expected] of CASES) {
  test(`how sure an entry is: ${name}`, () => assert.equal(confidenceOf(evidence), expected));
}

test('how sure an entry is does not depend on order, and more evidence never makes it less sure', () => {
  const one = fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.array(one), one, (list, more) => {
      const evidence = list.map(([who, confidence]) => told(who, confidence));
      assert.equal(confidenceOf(evidence), confidenceOf([...evidence].reverse()));
      assert.ok(confidenceOf([...evidence, told(...more)]) >= confidenceOf(evidence));
    }),
  );
});
