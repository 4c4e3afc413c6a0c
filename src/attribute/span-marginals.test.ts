import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LABELS, legal } from '../learn/labels.ts';
import type { Chain } from '../learn/sequence.ts';
import { runsOf } from './runs.ts';
import { DAMPING, factorsOf, marginalsOf } from './span-marginals.ts';

const L = LABELS.length;

/** A chain whose weights follow from a seed; what may not follow has the weight that training gives it. */
function chainOf(seed: number): Chain {
  const transitions = Float32Array.from({ length: 2 * (L + 1) * L }, (_, i) => {
    const from = Math.floor(i / L) % (L + 1);
    return legal(from === L ? -1 : from, i % L) ? Math.sin(seed + i) * 2 : -1e4;
  });
  return { labels: LABELS, classes: 2, transitions };
}

const damped = (chain: Chain, kinds: Uint8Array, scores: Float32Array, path: Uint8Array): number => {
  let sum = 0;
  path.forEach((label, i) => {
    const from = i === 0 ? L : path[i - 1]!;
    sum += scores[i * L + label]! + chain.transitions[(kinds[i]! * (L + 1) + from) * L + label]!;
  });
  return Math.exp(sum * DAMPING);
};

/** All label sequences of a length. */
const paths = (n: number): Uint8Array[] =>
  Array.from({ length: L ** n }, (_, x) => Uint8Array.from({ length: n }, (_, i) => Math.floor(x / L ** i) % L));

test('shares of words and stretches are those of all label sequences, counted one by one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 99 }),
      fc.array(fc.float({ min: -6, max: 6, noNaN: true }), { minLength: 4 * L, maxLength: 4 * L }),
      (n, seed, numbers) => {
        const chain = chainOf(seed);
        const scores = Float32Array.from(numbers.slice(0, n * L));
        const kinds = Uint8Array.from({ length: n }, (_, i) => (seed + i) % 2);
        const marginals = marginalsOf(chain, factorsOf(chain), { kinds, length: n }, scores);
        let all = 0;
        const content = new Float64Array(n);
        const cue = new Float64Array(n);
        const begins = new Float64Array(n);
        const ends = new Float64Array(n + 1);
        const exactly = new Map<string, number>();
        for (const path of paths(n)) {
          const share = damped(chain, kinds, scores, path);
          all += share;
          for (const { role, first, last } of runsOf(path)) {
            if (role === 'cue') for (let i = first; i < last; i++) cue[i]! += share;
            if (role !== 'content') continue;
            for (let i = first; i < last; i++) content[i]! += share;
            begins[first]! += share;
            ends[last]! += share;
            exactly.set(`${first} ${last}`, (exactly.get(`${first} ${last}`) ?? 0) + share);
          }
        }
        const near = (a: number, b: number, what: string): void =>
          assert.ok(Math.abs(a - b) < 1e-6, `${what}: ${a}, ${b}`);
        for (let i = 0; i < n; i++) {
          near(marginals.content[i]!, content[i]! / all, `content ${i}`);
          near(marginals.cue[i]!, cue[i]! / all, `cue ${i}`);
          near(marginals.begins[i]!, begins[i]! / all, `begins ${i}`);
          near(marginals.ends[i + 1]!, ends[i + 1]! / all, `ends ${i + 1}`);
        }
        for (let first = 0; first < n; first++) {
          let beyond = 0;
          for (let last = n; last > first; last--) {
            const share = (exactly.get(`${first} ${last}`) ?? 0) / all;
            beyond += share;
            near(Math.exp(marginals.exactly(first, last)), share, `exactly ${first} to ${last}`);
            near(Math.exp(marginals.atLeast(first, last)), beyond, `at least ${first} to ${last}`);
          }
        }
      },
    ),
    { numRuns: 30 },
  );
});

test('a report without words has no shares', () => {
  const chain = chainOf(1);
  const marginals = marginalsOf(chain, factorsOf(chain), { kinds: new Uint8Array(), length: 0 }, new Float32Array());
  assert.equal(marginals.content.length, 0);
});
