import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { reportOf } from './testing.ts';
import { wordsOf } from './words.ts';

const wordsIn = (text: string): string[] => {
  const words = wordsOf(reportOf('a', [text]));
  return Array.from({ length: words.count }, (_, i) => text.slice(words.starts[i], words.ends[i]));
};
const hashesOf = (text: string): number[] => [...wordsOf(reportOf('a', [text])).hashes];
const quotedIn = (text: string): string[] => {
  const words = wordsOf(reportOf('a', [text]));
  return wordsIn(text).filter((_, i) => words.quoted[i] === 1);
};

test('words are letters and digits, apostrophes inside', () => {
  assert.deepEqual(wordsIn('Cantara’s envoy, 40 — “no”.'), ['Cantara’s', 'envoy', '40', 'no']);
  assert.deepEqual(wordsIn("the sailors' boats"), ['the', 'sailors', 'boats']);
  assert.deepEqual(wordsIn('Zürich Київ'), ['Zürich', 'Київ']);
});

test('house style of marks and capitals makes no other words', () => {
  assert.deepEqual(hashesOf('“Cantara’s GUNS”'), hashesOf('"Cantara\'s guns"'));
  assert.notDeepEqual(hashesOf('the guns'), hashesOf('the boats'));
});

test('what stands inside quotation marks is known', () => {
  assert.deepEqual(quotedIn('He said "no more" and left.'), ['no', 'more']);
  assert.deepEqual(quotedIn('He said “no more” and left.'), ['no', 'more']);
  assert.deepEqual(quotedIn('He said ‘they’re here’ and left.'), ['they’re', 'here']);
  assert.deepEqual(quotedIn('The envoy’s boat and the sailors’ boats'), []);
  // A mark lost does not turn the rest around.
  assert.deepEqual(quotedIn('no more" and left. "We go," she said.'), ['We', 'go']);
});

test('a quotation left open ends with its paragraph', () => {
  const words = wordsOf(reportOf('a', ['"We go', 'and they stay']));
  assert.deepEqual([...words.quoted], [1, 1, 0, 0, 0]);
});

test('titles are no body; without blocks all is', () => {
  assert.deepEqual([...wordsOf(reportOf('a', ['# Two ports', 'They open.'])).body], [0, 0, 1, 1]);
  assert.deepEqual([...wordsOf({ ...reportOf('a', ['Two ports']), blocks: [] }).body], [1, 1]);
});

const pieces = fc
  .array(fc.constantFrom('boat', '’', "'", '"', '“', '‘', ' ', '\n', 'é', '\u0301', '😀', '\ud83d', '40', '中', '—'))
  .map((parts) => parts.join(''));

test('every word is a slice of the text, in order', () => {
  fc.assert(
    fc.property(pieces, (text) => {
      const words = wordsOf({ ...reportOf('a', []), text });
      let last = 0;
      for (let i = 0; i < words.count; i += 1) {
        assert.ok(words.starts[i]! >= last && words.ends[i]! > words.starts[i]! && words.ends[i]! <= text.length);
        last = words.ends[i]!;
      }
    }),
  );
});

test('words take no more room than they have', () => {
  const { count, hashes, starts, ends, quoted, body } = wordsOf(
    reportOf('a', ['Voss flew to Lorn. “We will talk,” he said.']),
  );
  const buffers = new Set([hashes, starts, ends, quoted, body].map((array) => array.buffer));
  const [buffer] = buffers;
  assert.deepEqual([count, buffers.size, buffer!.byteLength], [9, 1, 9 * 14]);
});
