import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentOf, linesOf } from '../../segment/testing.ts';
import { span } from '../../text/span.ts';
import { readFiled } from './times.ts';

/** What a dateline of these words says, beside metadata with this date. */
function filed(words: string, published: string | null = null): string | null {
  const text = `${words} Envoys met in Lorn on 2 May 2029.`;
  const filing = { place: null, agency: null, date: words === '' ? null : span(0, words.length), author: null };
  return readFiled({ ...documentOf(text), published }, { ...linesOf(text), filing });
}

test('the day of a dateline is as written; a year comes from it or from metadata that fit, and from nowhere else', () => {
  const cases: readonly (readonly [words: string, published: string | null, expected: string | null])[] = [
    ['March 22, 2031', null, '2031-03-22'],
    ['22 March 2031', '2040-01-01', '2031-03-22'],
    ['2031-03-22', null, '2031-03-22'],
    ['Feb. 5', null, 'XXXX-02-05'],
    ['Feb 5', '2031-02-06', '2031-02-05'],
    ['Dec 31', '2031-01-01', '2030-12-31'],
    ['Jan 1', '2030-12-31T23:00:00Z', '2031-01-01'],
    // Too far away to be the same filing.
    ['Aug 5', '2031-02-06', 'XXXX-08-05'],
    ['March 22', '2031', '2031-03-22'],
    ['March 22', '2031-03', '2031-03-22'],
    ['March 22', '2031-04', 'XXXX-03-22'],
    ['Feb 29', '2031', 'XXXX-02-29'],
    ['February 30, 2031', null, null],
    ['March 2031', null, null],
    ['Tuesday', '2031-03-22', null],
    ['', '2031-03-22', null],
  ];
  for (const [words, published, expected] of cases)
    assert.equal(filed(words, published), expected, `${words} beside ${published}`);
});
