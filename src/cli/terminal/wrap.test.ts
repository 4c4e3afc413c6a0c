import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { widthOf, wrapped } from './wrap.ts';

const STYLES = ['\u001b[1m', '\u001b[22m', '\u001b[2m', '\u001b[38;5;4m', '\u001b[39m'];
/** Pieces of lines: words of all kinds of letters, blanks, styles, and what takes no column or two. */
const piece = fc.oneof(
  { weight: 5, arbitrary: fc.stringMatching(/^[a-z]{1,12}$/) },
  { weight: 4, arbitrary: fc.stringMatching(/^[“”‘’–—…·éüßčžДжξ▌]{1,6}$/) },
  { weight: 4, arbitrary: fc.constantFrom(' ', ' ', '  ', '\n', ', ', '. ') },
  { weight: 2, arbitrary: fc.constantFrom(...STYLES) },
  { weight: 1, arbitrary: fc.constantFrom('停火', '🕊️', 'é', '\u00ad', '\u00a0', '\u200d', '1️⃣', '\t', '\u0483', '‼') },
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

test('lines break where the library breaks them', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 10, max: 60 }), (words, room) => {
      assert.equal(wrapped(words, room), wrapAnsi(words, room, { hard: true, trim: true }));
    }),
    { numRuns: 2000 },
  );
});

test('every character taken for one column is one by the library', () => {
  for (let code = 0; code <= 0x2700; code++) {
    const sign = String.fromCharCode(code);
    assert.equal(widthOf(sign), stringWidth(sign), code.toString(16));
    if (code > 0xa0 && widthOf(sign) === 1) assert.equal(widthOf(`${sign}${sign}`), stringWidth(`${sign}${sign}`));
  }
});
