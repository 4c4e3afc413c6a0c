import assert from 'node:assert/strict';
import { test } from 'node:test';
import { candidateSpans } from './span-candidates.ts';
import type { Marginals } from './span-marginals.ts';

/** Marginals of six words in which just these stretches are contents, each as likely as given, and no two at once. */
function marginalsOf(shares: readonly (readonly [number, number, number])[]): Marginals {
  const length = 6;
  const begins = new Float64Array(length);
  const ends = new Float64Array(length + 1);
  for (const [first, last, share] of shares) {
    begins[first]! += share;
    ends[last]! += share;
  }
  const sum = (is: (first: number, last: number) => boolean): number =>
    Math.log(shares.reduce((all, [first, last, share]) => (is(first, last) ? all + share : all), 0));
  const none = new Float64Array(length);
  return {
    length,
    content: none,
    cue: none,
    source: none,
    begins,
    ends,
    exactly: (first, last) => sum((f, l) => f === first && l === last),
    atLeast: (first, last) => sum((f, l) => f === first && l >= last),
  };
}
const spans = (marginals: Marginals, marked: readonly (readonly [number, number])[]) =>
  candidateSpans(
    marginals,
    marked.map(([first, last]) => ({ first, last })),
  ).map((c) => [c.first, c.last, c.marked]);

test('what is likely enough is a candidate, in order', () => {
  const marginals = marginalsOf([
    [3, 5, 0.2],
    [1, 4, 0.3],
    [1, 6, 0.1],
  ]);
  assert.deepEqual(spans(marginals, []), [
    [1, 4, false],
    [1, 6, false],
    [3, 5, false],
  ]);
});

test('what is unlikely, or whose edges are, is not', () => {
  // The edges are likely by other stretches, but not together.
  const together = marginalsOf([
    [0, 2, 0.4],
    [1, 5, 0.4],
    [0, 5, 0.005],
  ]);
  assert.deepEqual(spans(together, []), [
    [0, 2, false],
    [1, 5, false],
  ]);
  assert.deepEqual(spans(marginalsOf([[2, 4, 0.03]]), []), [], 'no place is likely enough to begin or end');
});

test('what the tagger marked is a candidate always, once, in its place', () => {
  const marginals = marginalsOf([
    [1, 3, 0.2],
    [1, 6, 0.2],
  ]);
  assert.deepEqual(spans(marginals, [[1, 4]]), [
    [1, 3, false],
    [1, 4, true],
    [1, 6, false],
  ]);
  assert.deepEqual(spans(marginals, [[1, 6]]), [
    [1, 3, false],
    [1, 6, true],
  ]);
  assert.deepEqual(spans(marginalsOf([]), [[4, 6]]), [[4, 6, true]]);
});
