import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { partAtBlocks, runsOf } from './runs.ts';

const shown = (...labels: readonly number[]): string =>
  runsOf(Uint8Array.from(labels))
    .map((r) => `${r.role} ${r.first}-${r.last}`)
    .join(', ');

test('labels become runs of one role', () => {
  const cases: [labels: number[], runs: string][] = [
    [[], ''],
    [[0, 0], ''],
    [[1, 2, 3, 0, 5, 6, 6], 'source 0-2, cue 2-3, content 4-7'],
    // A begin parts two runs of one role.
    [[5, 6, 5, 6], 'content 0-2, content 2-4'],
    [[3, 3], 'cue 0-1, cue 1-2'],
    // An inside without a begin, and one of another role, begin a run.
    [[0, 6, 6], 'content 1-3'],
    [[1, 4, 4], 'source 0-1, cue 1-3'],
    [[5, 0, 6], 'content 0-1, content 2-3'],
  ];
  for (const [labels, runs] of cases) assert.equal(shown(...labels), runs, labels.join(' '));
});

test('every labelled word is in one run of its role, and no other word is in any', () => {
  const ROLES = [null, 'source', 'source', 'cue', 'cue', 'content', 'content'];
  fc.assert(
    fc.property(fc.uint8Array({ max: 6 }), (labels) => {
      const roles = Array.from(labels, (): string | null => null);
      let before = 0;
      for (const { role, first, last } of runsOf(labels)) {
        assert.ok(before <= first && first < last);
        before = last;
        for (let i = first; i < last; i++) roles[i] = role;
      }
      assert.deepEqual(
        roles,
        Array.from(labels, (l) => ROLES[l]),
      );
    }),
  );
});

test('a run ends with its block, a quotation goes on into the next', () => {
  const boundary = Uint8Array.of(2, 0, 0, 2, 0, 0);
  const run = { role: 'content', first: 1, last: 5 } as const;
  assert.deepEqual(partAtBlocks([run], boundary, new Uint8Array(6)), [
    { role: 'content', first: 1, last: 3 },
    { role: 'content', first: 3, last: 5 },
  ]);
  for (const quote of [Uint8Array.of(0, 1, 1, 1, 1, 0), Uint8Array.of(0, 1, 1, 0, 1, 0)])
    assert.deepEqual(partAtBlocks([run], boundary, quote), [run]);
  assert.deepEqual(partAtBlocks([{ ...run, last: 3 }], boundary, new Uint8Array(6)), [{ ...run, last: 3 }]);
});
