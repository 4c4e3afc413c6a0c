import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Run } from './runs.ts';
import type { Candidate } from './span-candidates.ts';
import { bestOf, choose } from './span-choice.ts';

const candidate = (first: number, last: number, marked = false, log = 0): Candidate => ({ first, last, log, marked });

test('of stretches that share words the likelier is taken, and two short ones where they promise more', () => {
  const three = [candidate(0, 10), candidate(0, 4), candidate(5, 10)];
  const policy = { least: 0.4, trust: 0, over: 0 };
  assert.deepEqual(bestOf(three, Float64Array.of(0.9, 0.6, 0.6), [], policy), [three[0]]);
  assert.deepEqual(bestOf(three, Float64Array.of(0.7, 0.6, 0.8), [], policy), [three[1], three[2]]);
  assert.deepEqual(bestOf(three, Float64Array.of(0.3, 0.2, 0.1), [], policy), []);
});

test('what the tagger marked may fall short by as much as the tagger is trusted', () => {
  const likely = Float64Array.of(0.3);
  const policy = { least: 0.4, trust: 0.2, over: 0 };
  assert.equal(bestOf([candidate(0, 3)], likely, [], policy).length, 0);
  assert.equal(bestOf([candidate(0, 3, true, Math.log(0.9))], likely, [], policy).length, 1);
  assert.equal(bestOf([candidate(0, 3, true, Math.log(0.1))], likely, [], policy).length, 0);
});

const spans = fc
  .array(fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 5 }), fc.double({ min: 0, max: 1, noNaN: true })), {
    maxLength: 9,
  })
  .map((list) => list.map(([first, length, share]) => ({ span: candidate(first, first + length), share })));

test('no set of stretches without a shared word promises more than the one chosen', () => {
  fc.assert(
    fc.property(spans, (list) => {
      const candidates = list.map((x) => x.span);
      const likely = Float64Array.from(list, (x) => x.share);
      const chosen = bestOf(candidates, likely, [], { least: 0.4, trust: 0, over: 0 });
      chosen.forEach((c, i) => {
        assert.ok(i === 0 || chosen[i - 1]!.last <= c.first, 'in order, sharing no word');
      });
      const worth = (set: readonly Candidate[]): number =>
        set.reduce((sum, c) => sum + likely[candidates.indexOf(c)]! - 0.4, 0);
      for (let bits = 0; bits < 2 ** candidates.length; bits++) {
        const set = candidates.filter((_, i) => bits & (1 << i));
        const apart = set.every((a, i) => set.every((b, j) => j <= i || a.last <= b.first || b.last <= a.first));
        if (apart) assert.ok(worth(set) <= worth(chosen) + 1e-9);
      }
    }),
  );
});

test('sources and cues stay, but where a likely content is taken over them', () => {
  const runs: Run[] = [
    { role: 'source', first: 0, last: 2 },
    { role: 'cue', first: 2, last: 3 },
    { role: 'content', first: 3, last: 9 },
    { role: 'cue', first: 10, last: 11 },
  ];
  const candidates = [candidate(4, 8), candidate(9, 12)];
  const chosen = (over: number) => choose(runs, candidates, Float64Array.of(0.9, 0.9), { least: 0.4, trust: 0, over });
  const short: Run = { role: 'content', first: 4, last: 8 };
  assert.deepEqual(chosen(0), [runs[0], runs[1], short, { role: 'content', first: 9, last: 12 }]);
  assert.deepEqual(chosen(0.6), [runs[0], runs[1], short, runs[3]], 'where that costs more than it is worth');
});
