import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadCleanLexicon } from '../data/clean.ts';
import { bareDocument } from '../text/document.ts';
import type { Work } from './align.ts';
import { splitBlocks } from './blocks.ts';
import { clean } from './clean.ts';
import { findRepeats } from './repeats.ts';
import { wordsOf } from './words.ts';

const lexicon = loadCleanLexicon();

function repeatsIn(text: string): { copy: string; first: string; rule: string; likeness: number }[] {
  const document = bareDocument(text, 'test');
  return clean(document, lexicon).repeats.map((r) => ({
    copy: text.slice(r.span.start, r.span.end),
    first: text.slice(r.of.start, r.of.end),
    rule: r.made.rule,
    likeness: r.likeness,
  }));
}

const one =
  'Envoys of Halvia and Maravet met in Lorn on Monday for the first time since the ferry was sunk off Nerith.';
const two = 'The Littoral Commission said that both had asked it for a list of the mines that were laid in January.';
const three = 'Voss left without a word to the press, and Amon said only that she would be back on Friday morning.';

test('paragraphs that stand again point at their first copies, one repeat a paragraph', () => {
  const found = repeatsIn(`${one}\n${two}\n${three}\n${one}\n${two}`);
  assert.deepEqual(
    found.map((r) => r.copy),
    [one, two],
  );
  assert.deepEqual(
    found.map((r) => r.first),
    [one, two],
  );
  assert.ok(found.every((r) => r.likeness === 1));
});

test('a third copy points at the first', () => {
  const text = `${one}\n${one}\n${one}`;
  const found = repeatsIn(text);
  assert.equal(found.length, 2);
  assert.ok(found.every((r) => r.first === one));
});

test('copies with a few other words, another order or other marks are repeats too', () => {
  const cases = [
    one.replace('for the first time', 'for a first time'),
    one.replace('met in Lorn on Monday', 'on Monday met in Lorn'),
    one.replace('sunk off', 'sunk, off').replace('Monday', '“Monday”'),
  ];
  for (const copy of cases) {
    const found = repeatsIn(`${one}\n\n${two}\n\n${copy}`);
    assert.equal(found.length, 1, copy);
    assert.ok(found[0]!.likeness > 0.75);
  }
});

test('what is no repeat', () => {
  const cases = [
    // Short sentences that reports are full of.
    `${one} He did not elaborate.\n\n${two} He did not elaborate.`,
    // A long name of an office.
    `${one} The High Commission for the Safety of Navigation in the Strait agreed.\n\nThe High Commission for the Safety of Navigation in the Strait has five members.`,
    // The same sentence with other figures tells of something else.
    'Mines killed 5 people on the shore of Teyl Major on Monday, the Littoral Commission said.\n\nMines killed 9 people on the shore of Teyl Major on Monday, the Littoral Commission said.',
    // A subhead and the passage under it: the passage is to be read.
    `${one}\n\nHalvia offers to clear the mines off Nerith\n\nVoss was asked about it. Halvia offers to clear the mines off Nerith. So he said.`,
    // A headline that opens a longer sentence.
    `Ferry sunk off the port of Nerith\n\nA ferry sunk off the port of Nerith in May was raised, and ${three}`,
  ];
  for (const text of cases) assert.deepEqual(repeatsIn(text), [], text);
});

test('a title that stands again at the head of the body or inside it', () => {
  const title = 'Ferry sunk off Nerith as envoys meet';
  const cases = [`${title}. ${one}`, `${title} ${one}`, `${one} ${title}. ${two}`, `“${title}” ${one}`];
  for (const body of cases) {
    const found = repeatsIn(`${title}\n\n${body}`);
    assert.equal(found.length, 1, body);
    assert.equal(found[0]!.rule, 'clean/repeated-title');
    assert.equal(found[0]!.copy.toLowerCase(), title.toLowerCase());
  }
});

test('texts made of copies: every repeat is like its first copy, word for word where it says so', () => {
  const sentence = fc.constantFrom(
    one,
    two,
    three,
    'Nobody came.',
    'Tesk said no, and no again, to the same question put to her twice.',
  );
  const text = fc.array(fc.tuple(sentence, fc.constantFrom(' ', '\n', '\n\n')), { minLength: 1, maxLength: 12 });
  const bare = (s: string): string =>
    s
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  fc.assert(
    fc.property(text, (parts) => {
      for (const r of repeatsIn(parts.flat().join(''))) if (r.likeness === 1) assert.equal(bare(r.copy), bare(r.first));
    }),
  );
});

function workOn(text: string): number {
  const work: Work = { comparisons: 0 };
  const pieces = splitBlocks(text);
  findRepeats(text, pieces, wordsOf(text, pieces), work);
  return work.comparisons;
}

test('the work grows as the text does', () => {
  const word = (n: number): string => `w${(n * 7919) % 1013}`;
  const shapes: [string, (n: number) => string][] = [
    ['one line again and again', (n) => `${one}\n`.repeat(n)],
    ['one word again and again', (n) => 'strait '.repeat(n * 20)],
    [
      'lines alike but for a word',
      (n) => Array.from({ length: n }, (_, i) => one.replace('Monday', word(i))).join('\n'),
    ],
    [
      'lines alike but for figures',
      (n) => Array.from({ length: n }, (_, i) => `On day ${i} ${one} It was call ${i * 7}.`).join('\n'),
    ],
    [
      'few words in an order that nearly comes again',
      (n) => Array.from({ length: n * 20 }, (_, i) => `w${((i * 2654435761) >>> 0) % 211}`).join(' '),
    ],
    ['two words by turns', (n) => 'to and '.repeat(n * 10)],
    ['many words, none again in order', (n) => Array.from({ length: n * 20 }, (_, i) => word(i * i)).join(' ')],
    [
      'short phrases in changing order',
      (n) => Array.from({ length: n * 5 }, (_, i) => `said the envoy of ${word(i)} on`).join(' '),
    ],
  ];
  for (const [name, make] of shapes) {
    const small = workOn(make(400));
    const large = workOn(make(1600));
    assert.ok(large <= 4.6 * small + 2000, `${name}: ${small} comparisons, then ${large} for four times the text`);
  }
});
