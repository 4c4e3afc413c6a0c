import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { harmless, oneLine } from '../../export/harmless.ts';
import { paintFor, screenOf } from './paint.ts';
import { clip, hang, widthOf } from './wrap.ts';

test('what acts on a terminal is shown as its code point', () => {
  const cases: [string, string][] = [
    ['\u001b[31mred', '‹U+001B›[31mred'],
    ['a\u0000b\u009bc', 'a‹U+0000›b‹U+009B›c'],
    ['\u202egnp.exe', '‹U+202E›gnp.exe'],
    ['\u2066x\u2069', '‹U+2066›x‹U+2069›'],
    ['lone \ud800 half', 'lone ‹U+D800› half'],
    // Letters of any script, joiners of emoji and combining marks are text.
    ['שלום نرث é 👩‍🚀 e\u0301', 'שלום نرث é 👩‍🚀 e\u0301'],
  ];
  for (const [given, shown] of cases) assert.equal(harmless(given), shown);
  assert.equal(oneLine('  two\r\n\tlines\u2028here '), 'two lines here');
});

test('colour is for terminals, and users have the last word', () => {
  const screen = { isTTY: true, columns: 72, hasColors: () => true };
  const cases: [object, Record<string, string>, boolean, number][] = [
    [screen, {}, true, 72],
    [screen, { NO_COLOR: '1' }, false, 72],
    [screen, { NO_COLOR: '' }, true, 72],
    [screen, { TERM: 'dumb' }, false, 72],
    [{ ...screen, columns: 300 }, {}, true, 110],
    [{ ...screen, columns: 0 }, {}, true, 80],
    [{}, {}, false, 80],
    [{}, { FORCE_COLOR: '1' }, true, 80],
    [{}, { FORCE_COLOR: '0' }, false, 80],
  ];
  for (const [stream, environment, on, width] of cases) {
    const found = screenOf(stream, environment);
    assert.deepEqual([found.paint.on, found.width], [on, width]);
  }
  assert.equal(screenOf({}, {}, 44).width, 44);
  assert.equal(paintFor(false).title('x'), 'x');
  assert.notEqual(paintFor(true).title('x'), 'x');
});

test('text is broken into lines that fit, with a hanging indent', () => {
  assert.equal(hang('one two three four', 12, '- '), '- one two\n  three four');
  assert.equal(hang('one two three', 14, '    ', '  '), '    one two\n  three');
  const words = fc
    .array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 20 })
    .map((w) => oneLine(w.join(' ')));
  fc.assert(
    fc.property(words, fc.integer({ min: 30, max: 60 }), (text, width) => {
      for (const line of hang(text, width, '  ').split('\n')) assert.ok(widthOf(line) <= width, line);
    }),
  );
  const painted = hang(paintFor(true).title('one two three four five six'), 30, '    ');
  assert.equal(stripVTControlCharacters(painted), '    one two three four five\n    six');
});

test('cut text says that it was cut', () => {
  assert.equal(clip('short', 10), 'short');
  assert.equal(clip('a longer text', 9), 'a longer…');
  assert.ok(widthOf(clip('湖水が静かに広がる', 9)) <= 9);
});
