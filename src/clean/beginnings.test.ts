import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadCleanLexicon } from '../data/clean.ts';
import { beginningsOf, folded, LOOKED_AT, mayBegin, partBeginnings } from './beginnings.ts';

test('the beginnings of a pattern are those of what it matches', () => {
  const cases: readonly [string, readonly string[] | null][] = [
    ['boat', ['boa']],
    ['(?:Read|See) more', ['rea', 'see']],
    ['(?:the )?boats?', ['the', 'boa']],
    ['\\bPhoto\\b', ['pho']],
    ['a{2,3}b', ['a']],
    ['a?b', ['ab', 'b']],
    ['(?!boats)(?<=\\S )(?<agency>AP|UPI)', ['ap', 'upi']],
    ['[“"]No', ['“no', '"no']],
    ['\\(by \\p{Lu}', ['(by']],
    ['x\\d', ['x0', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7', 'x8', 'x9']],
    ['\\p{Lu}oat', null],
    ['[a-cx]y', ['ay', 'by', 'cy', 'xy']],
    ['[^a]y', null],
    ['[\\p{L}x]y', null],
    ['[a-zA-Z]', null],
    ['[a+-]y', null],
    ['.boat', null],
    ['(?:boat)?', null],
    ['boat|', null],
  ];
  for (const [source, expected] of cases) {
    const found = beginningsOf(source);
    assert.deepEqual(found && [...found].sort(), expected && [...expected].sort(), source);
  }
  const known = new Map([['day', partBeginnings('Mon|Tue')]]);
  assert.deepEqual([...beginningsOf('(?:o{day}|p)', known)!], ['omo', 'otu', 'p']);
});

test('letters that Unicode takes for the same when case is ignored begin alike', () => {
  assert.equal(folded('ſIGN'), 'sign');
  assert.equal(folded('\u212aeld'), 'keld');
  assert.equal(folded('İx').length, 2);
  for (const [letters, source] of [
    ['ſign up', 'sign up'],
    ['\u212ayodo', 'kyodo'],
  ] as const) {
    assert.ok(new RegExp(source, 'iuy').test(letters));
    assert.ok(mayBegin(beginningsOf(source), letters.slice(0, LOOKED_AT)));
  }
});

const { patterns } = loadCleanLexicon();
const entries = Object.values(patterns).flatMap((group) => group.each);

test('no entry of the lexicon matches where its beginnings say that it cannot', () => {
  const word = fc.constantFrom(
    ...[
      'Read more',
      'ADVERTISEMENT',
      'click here',
      'Photo: ',
      'by ',
      'By ',
      'AFP',
      'Reuters',
      '(',
      ')',
      '[ALSO: ',
      '© 2031',
    ],
    ...[
      '12 March 2031',
      'Updated',
      '10:07',
      'Lorn',
      'Voss',
      ' ',
      ' - ',
      '/',
      ', external',
      'share',
      'Tags: ',
      '.',
      '“',
      'the ',
    ],
    ...[
      'Source: ',
      'Getty Images',
      'via ',
      'https://keld.example',
      'Related stories',
      'Copyright ',
      'x',
      '–',
      '5',
      'VIDEO',
    ],
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const text = words.join('');
      for (let at = 0; at < text.length; at++)
        for (const { at: expression, beginnings, entry } of entries) {
          if (beginnings === null) continue;
          expression.lastIndex = at;
          const match = expression.exec(text);
          if (!match || match[0] === '') continue;
          assert.ok(mayBegin(beginnings, text.slice(at, at + LOOKED_AT)), `${entry} at ${at} of ${text}`);
        }
    }),
    { numRuns: 150 },
  );
});

test('most entries of the lexicon tell how they begin', () => {
  assert.ok(entries.filter((e) => e.beginnings === null).length < entries.length / 4);
});
