import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentFromBytes, documentFromText, isReadable } from './document.ts';

const origin = { path: 'test', line: null };
const english =
  'The envoys of both sides said that they would meet again in Lorn on Friday, “if nothing gets in the way”.';
const codes = (notes: readonly { code: string }[]): string[] => notes.map((n) => n.code);

const wide = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

test('encodings, with and without a byte order mark', () => {
  const bom = Buffer.from([0xef, 0xbb, 0xbf]);
  const cases: [string, Uint8Array, string[]][] = [
    ['UTF-8', Buffer.from(english), []],
    ['UTF-8 with a mark', Buffer.concat([bom, Buffer.from(english)]), []],
    ['UTF-16 LE with a mark', wide(`\ufeff${english}`, false), []],
    ['UTF-16 BE with a mark', wide(`\ufeff${english}`, true), []],
    ['UTF-16 LE', wide(english, false), ['encoding']],
    ['UTF-16 BE', wide(english, true), ['encoding']],
    ['Windows-1252', Buffer.from(english.replace('“', '\x93').replace('”', '\x94'), 'latin1'), ['encoding']],
  ];
  for (const [name, bytes, notes] of cases) {
    const { text, notes: found } = documentFromBytes(bytes, origin);
    assert.equal(text, english, name);
    assert.deepEqual(codes(found), notes, name);
  }
});

test('one broken byte in much UTF-8 does not make it Windows-1252', () => {
  const bytes = Buffer.concat([
    Buffer.from(`${english} ${english} Zażółć gęślą jaźń `),
    Buffer.from([0xff]),
    Buffer.from(' end.'),
  ]);
  const { text, notes } = documentFromBytes(bytes, origin);
  assert.ok(text.includes('“if nothing') && text.includes('\ufffd end.'));
  assert.deepEqual(codes(notes), ['encoding', 'replacement']);
});

test('what is no text is refused, with what it is and what to do', () => {
  const cases: [number[], string, RegExp][] = [
    [[0x25, 0x50, 0x44, 0x46, 0x2d, 0x31], 'binary', /a PDF.*\.txt/],
    [[0x50, 0x4b, 3, 4, 0, 0], 'binary', /zip/],
    [Array.from({ length: 64 }, (_, i) => i % 7), 'binary', /control bytes/],
    [[0xff, 0xfe, 0, 0, 65, 0, 0, 0], 'encoding', /UTF-32.*UTF-8/],
  ];
  for (const [bytes, code, message] of cases) {
    assert.throws(() => documentFromBytes(Uint8Array.from(bytes), origin), { name: 'IngestError', code, message });
  }
});

test('damage is noted where it first stands, and left as it is', () => {
  const cases: [string, string, number, number][] = [
    [`It isnâ€™t so. ${english}`, 'mojibake', 6, 9],
    [`JosÃ© said so. ${english}`, 'mojibake', 3, 5],
    [`A\0B\0. ${english}`, 'nul', 1, 2],
    [`A\ud800B. ${english}`, 'lone-surrogate', 1, 2],
    [`A\u0091B. ${english}`, 'control', 1, 2],
    [`A\ufffdB. ${english}`, 'replacement', 1, 2],
  ];
  for (const [text, code, start, end] of cases) {
    const found = documentFromText(text, origin);
    assert.equal(found.text, text);
    const note = found.notes.find((n) => n.code === code);
    assert.deepEqual(note?.span, { start, end }, code);
  }
});

test('letters that only look like damage are not noted', () => {
  for (const words of [
    'SÃO PAULO',
    'Â la carte',
    'â la mode',
    'Дом “Ñandú”',
    'crème brûlée',
    'Ða’s',
    '25 °C',
    'naïve 🕊️',
  ]) {
    assert.deepEqual(codes(documentFromText(`${words}. ${english}`, origin).notes), [], words);
  }
});

test('a text of nothing is an error, and not read', () => {
  for (const text of ['', ' \n\t ']) {
    const found = documentFromText(text, origin);
    assert.deepEqual(codes(found.notes), ['empty']);
    assert.ok(!isReadable(found));
  }
});

test('languages', () => {
  const cases: [string, string | null, string | null, boolean][] = [
    [english, null, null, true],
    [`${english} ${english}`, null, 'en', true],
    [english.toUpperCase().repeat(2), null, 'en', true],
    [
      'Los enviados de ambas partes dijeron que volverán a reunirse en Lorn el viernes, si nada se interpone en el camino. Nadie respondió a las preguntas de la prensa.',
      null,
      'es',
      false,
    ],
    [
      'Посланники обеих сторон заявили, что снова встретятся в Лорне в пятницу, если ничто не помешает. На вопросы журналистов никто не ответил ни слова.',
      null,
      'ru',
      false,
    ],
    ['Ferry sunk off Nerith, says Voss', null, null, true],
    ['Переговоры в Лорне', null, null, false],
    ['Gespräche in Lorn', 'de', 'de', false],
    ['Talks in Lorn', 'eng', 'en', true],
    ['12 345', null, null, false],
  ];
  for (const [text, declared, language, readable] of cases) {
    const found = documentFromText(text, origin, { language: declared });
    assert.equal(isReadable(found), readable, text);
    if (language !== null || text.length < 120) assert.equal(found.language, language, text);
  }
});

test('a declared language that the text belies is noted, and the text decides whether it is read', () => {
  const found = documentFromText(`${english} ${english}`, origin, { language: 'de' });
  assert.deepEqual(codes(found.notes), ['language-disagrees']);
  assert.equal(found.language, 'de');
  assert.ok(isReadable(found));
});

test('a date that is not ISO 8601 is left out and noted, never guessed', () => {
  for (const given of ['2031', '2031-03', '2031-03-27', '2031-03-27T08:00Z', '2031-03-27T08:00:00+02:00']) {
    assert.equal(documentFromText(english, origin, { published: given }).published, given);
  }
  for (const given of ['27 March 2031', '27/03/2031', '2031-13-01', 'today']) {
    const found = documentFromText(english, origin, { published: given });
    assert.equal(found.published, null);
    assert.deepEqual(codes(found.notes), ['published']);
  }
});

test('text survives the way through bytes, and its digest is that of its UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (given) => {
      fc.pre(!given.startsWith('\ufeff'));
      const bytes = Buffer.from(`${english}${given}`);
      const found = documentFromBytes(bytes, origin);
      assert.equal(found.text, `${english}${given}`);
      assert.equal(found.text_sha256, createHash('sha256').update(bytes).digest('hex'));
    }),
  );
});

test('no bytes make it fail but with an IngestError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        const { text, notes } = documentFromBytes(bytes, origin);
        for (const n of notes) if (n.span) assert.ok(n.span.start >= 0 && n.span.end <= text.length);
      } catch (error) {
        assert.equal((error as Error).name, 'IngestError');
      }
    }),
  );
});
