/** What counts as an exact span, and that faults are seen. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { span } from '../src/text/span.ts';
import { readingOf, reportOf } from '../test/sample.ts';
import { checkExactness, faultOf } from './exactness.ts';
import { Tally } from './tally.ts';

test('a span lies in the text, holds some of it, and cuts no character and no word', () => {
  const text = 'Voss\u{1F6A2} said the scarves.Ten boatsLeft Ne\u0301rith 12km';
  const at = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
  const cases: [number, number, string | null][] = [
    [0, 4, null],
    [0, text.length, null],
    [...at('scarves'), null],
    [...at('Ten'), null],
    [...at('boats'), null],
    [...at('\u{1F6A2}'), null],
    [-1, 4, 'outside the text'],
    [0, text.length + 1, 'outside the text'],
    [0, 1.5, 'outside the text'],
    [4, 4, 'holds no text'],
    [0, 5, 'begins or ends inside a character'],
    [5, 11, 'begins or ends inside a character'],
    [...at('os'), 'begins inside a word'],
    [...at('Vo'), 'ends inside a word'],
    [text.indexOf('\u0301'), text.length, 'begins inside a word'],
    [...at('12'), 'ends inside a word'],
  ];
  for (const [start, end, message] of cases)
    assert.equal(faultOf(text, span(start, end))?.message ?? null, message, `${start} to ${end}`);
});

test('faults of spans and of ids are told and counted, each by itself', () => {
  const document = reportOf('Voss said no.');
  const made = { stage: 'mention', rule: 'x' } as const;
  const mention = { span: span(0, 4), first: 0, last: 1, kind: 'person', form: 'name', made } as const;
  const right = readingOf(document, { mentions: [{ ...mention, referent: null }] });
  const tally = new Tally();
  assert.deepEqual(checkExactness(document.text, right, tally), []);
  assert.deepEqual(tally.figures().get('spans'), { share: 1, right: 1, of: 1 });

  const wrong = readingOf(document, {
    mentions: [
      { ...mention, referent: 'nobody' },
      { ...mention, span: span(0, 3), referent: null },
      { ...mention, span: span(9, 99), referent: null },
    ],
  });
  const second = new Tally();
  const faults = checkExactness(document.text, wrong, second);
  assert.deepEqual(faults.map((f) => f.what).sort(), ['edge', 'id', 'span']);
  assert.deepEqual(second.figures().get('spans'), { share: 2 / 3, right: 2, of: 3 });
  assert.deepEqual(second.figures().get('ends at words'), { share: 2 / 3, right: 2, of: 3 });
});

test('a block may be cut inside words that are glued together', () => {
  const document = reportOf('boardedadvert here');
  const block = {
    kind: 'advert',
    span: span(7, 18),
    runs: [],
    made: { stage: 'clean', rule: 'x' },
  } as const;
  assert.deepEqual(checkExactness(document.text, readingOf(document, { blocks: [block] }), new Tally()), []);
});
