import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { generator } from '../learn/random.ts';
import { Candidates, type Ranker } from '../learn/ranker.ts';
import type { Segmented } from '../record.ts';
import { codesOf } from './codes.ts';
import { candidatesOf, link, linkFeatures } from './link.ts';
import type { Role, Run } from './runs.ts';
import { sample } from './testing.ts';

/** Runs of one word each, in order, `gap` words apart. */
const rowOf = (roles: readonly Role[], gap = 1): Run[] =>
  roles.map((role, i) => ({ role, first: i * gap, last: i * gap + 1 }));

test('candidates are the runs of the role on either side, in order', () => {
  const runs = rowOf(['cue', 'source', 'content', 'cue', 'content', 'cue']);
  assert.deepEqual(candidatesOf(runs, 2, 'cue'), [0, 3, 5]);
  assert.deepEqual(candidatesOf(runs, 2, 'source'), [1]);
  assert.deepEqual(candidatesOf(runs, 1, 'source'), []);
});

test('only the nearest few on each side are candidates, and only those near by', () => {
  const many = rowOf([...new Array<Role>(9).fill('cue'), 'content', ...new Array<Role>(9).fill('cue')]);
  assert.deepEqual(candidatesOf(many, 9, 'cue'), [4, 5, 6, 7, 8, 10, 11, 12, 13, 14]);
  const far = rowOf(['cue', 'content', 'cue'], 1000);
  assert.deepEqual(candidatesOf(far, 1, 'cue'), []);
  assert.deepEqual(candidatesOf(rowOf(['cue', 'content', 'cue'], 100), 1, 'cue'), [0, 2]);
});

const words = (n: number): Segmented =>
  sample(Array.from({ length: n }, (_, i) => (i % 7 === 6 ? '.' : i % 11 === 10 ? 'boats ¶ boats' : 'boats')).join(' '))
    .segmented;

const BITS = 10;
const random = (seed: number): Ranker => {
  const next = generator(seed);
  return { bits: BITS, weights: Float32Array.from({ length: 2 ** BITS }, () => next() * 2 - 1) };
};

/** Runs that do not overlap, in order, of one to four words with up to three between. */
const someRuns = fc
  .array(
    fc.record({
      role: fc.constantFrom<Role>('source', 'cue', 'content'),
      length: fc.integer({ min: 1, max: 4 }),
      gap: fc.nat(3),
    }),
    { maxLength: 25 },
  )
  .map((list) => {
    let at = 0;
    return list.map(({ role, length, gap }): Run => {
      const first = at + gap;
      at = first + length;
      return { role, first, last: at };
    });
  });

test('each candidate has features, and so has choosing none', () => {
  fc.assert(
    fc.property(someRuns, (runs) => {
      const codes = codesOf(words((runs.at(-1)?.last ?? 0) + 5), [], new Map());
      const out = new Candidates(BITS);
      runs.forEach((run, i) => {
        if (run.role === 'source') return;
        const among = candidatesOf(runs, i, run.role === 'content' ? 'cue' : 'source');
        linkFeatures(codes, runs, i, among, out);
        assert.equal(out.ends.length, among.length + 1);
        out.ends.forEach((end, c) => {
          assert.ok(end > (out.ends[c - 1] ?? 0));
        });
      });
    }),
    { numRuns: 50 },
  );
});

test('whatever the weights: content is in one attribution, every cue has one, and all is in order', () => {
  fc.assert(
    fc.property(someRuns, fc.nat(), (runs, seed) => {
      const codes = codesOf(words((runs.at(-1)?.last ?? 0) + 5), [], new Map());
      const model = { cueOfContent: random(seed), sourceOfCue: random(seed + 1) };
      const found = link(codes, runs, model);
      const indexes = (role: Role): number[] => runs.flatMap((r, i) => (r.role === role ? [i] : []));
      const content = found.flatMap((a) => a.content);
      assert.deepEqual(
        [...content].sort((a, b) => a - b),
        indexes('content'),
      );
      const cues = found.flatMap((a) => (a.cue === null ? [] : [a.cue]));
      assert.deepEqual(
        cues.sort((a, b) => a - b),
        indexes('cue'),
      );
      let before = -1;
      for (const a of found) {
        assert.ok(a.confidence > 0 && a.confidence <= 1);
        assert.ok(a.source === null || runs[a.source]!.role === 'source');
        assert.ok(a.cue !== null || a.source === null, 'no source without a cue');
        assert.deepEqual(
          [...a.content].sort((x, y) => x - y),
          a.content,
        );
        const at = runs[a.content[0] ?? a.cue ?? 0]!.first;
        assert.ok(at >= before);
        before = at;
      }
      assert.deepEqual(link(codes, runs, model), found, 'the same again');
    }),
    { numRuns: 100 },
  );
});
