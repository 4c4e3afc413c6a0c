/** One concept a file: a file that outgrows a screenful or ten should be looked at. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourcesIn } from './sources.ts';

const LIMIT = 300;

/** Files that may be longer, up to the length given, each with the reason. */
const LONGER: Record<string, { readonly lines: number; readonly because: string }> = {
  'src/case.ts': { lines: 620, because: 'every type of a case stands in one place, to be read in one go' },
  'src/record.ts': { lines: 600, because: 'every type of the record stands in one place, to be read in one go' },
};

const linesOf = (text: string): number => text.split('\n').length - 1;
const files = sourcesIn('src', 'eval', 'bench', 'test');

test(`files stay under ${LIMIT} lines, but for those named here`, () => {
  const long = files
    .filter((f) => linesOf(f.text) > (LONGER[f.path]?.lines ?? LIMIT))
    .map((f) => `${f.path}: ${linesOf(f.text)} lines`);
  assert.deepEqual(long, []);
});

test('no exception outlives its need', () => {
  const idle = Object.keys(LONGER).filter((path) => linesOf(files.find((f) => f.path === path)?.text ?? '') <= LIMIT);
  assert.deepEqual(idle, []);
});
