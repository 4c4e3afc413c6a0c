import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadSegmentLexicon } from '../data/segment.ts';
import type { Cleaned, Segmented } from '../record.ts';
import { makeSegmentTools, segment } from './segment.ts';
import { documentOf, linesOf, runsOf } from './testing.ts';

const tools = makeSegmentTools(loadSegmentLexicon());
const read = (text: string, cleaned: Cleaned = linesOf(text)): Segmented => segment(documentOf(text), cleaned, tools);

/** Everything that must hold of any text. */
function check(text: string, cleaned: Cleaned): void {
  const { words, sentences, quotations } = read(text, cleaned);
  let at = 0;
  for (const word of words) {
    assert.ok(word.start >= at && word.end > word.start, 'words are in order, apart and not empty');
    assert.equal(text.slice(word.start, word.end), word.text);
    at = word.end;
  }
  const seen = new Uint8Array(text.length);
  for (const word of words) seen.fill(1, word.start, word.end);
  for (const block of cleaned.blocks)
    for (const run of block.runs)
      for (let i: number = run.start; i < run.end; i++)
        if (seen[i] === 0) assert.match(text[i]!, /[\s\p{Cc}\p{Cf}\p{Cs}]/u, `offset ${i} is left out`);
  let next = 0;
  for (const sentence of sentences) {
    assert.equal(sentence.first, next);
    assert.ok(sentence.last > sentence.first);
    assert.equal(sentence.span.start, words[sentence.first]!.start);
    assert.equal(sentence.span.end, words[sentence.last - 1]!.end);
    next = sentence.last;
  }
  assert.equal(next, words.length);
  for (const quotation of quotations) {
    assert.ok(quotation.last > quotation.first && quotation.depth >= 1);
    assert.equal(quotation.span.start, words[quotation.first]!.start);
    assert.equal(quotation.span.end, words[quotation.last - 1]!.end);
  }
}

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'Voss',
    'said',
    '“',
    '”',
    '"',
    "'",
    '’',
    '„',
    '. ',
    '?',
    '! ',
    'U.S.',
    'No. 5',
    "don't",
    '\n',
    ' ',
    '\n\n',
    '…',
  ),
  fc.constantFrom(
    '\ud800',
    '\udc00',
    '\u0000',
    '\u200b',
    '\u00a0',
    '👩‍👧',
    'e\u0301',
    'keld.example',
    '-',
    'T-72',
    'ß',
    'İ',
  ),
);
const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

test('words, sentences and quotations are exact for any text', () => {
  fc.assert(
    fc.property(anyText, (text) => check(text, linesOf(text))),
    { numRuns: 400 },
  );
});

test('they are exact over any runs', () => {
  fc.assert(
    fc.property(anyText, fc.array(fc.nat(200), { maxLength: 12 }), (text, cuts) => {
      const points = [...new Set(cuts.map((cut) => Math.min(cut, text.length)))].sort((a, b) => a - b);
      const runs: [number, number][] = [];
      for (let i = 0; i + 1 < points.length; i += 2) runs.push([points[i]!, points[i + 1]!]);
      if (runs.length > 0) check(text, runsOf(runs));
    }),
    { numRuns: 400 },
  );
});

test('what a word is tagged depends on the text alone, not on what was read before', () => {
  const text =
    'Halvia said on Monday that Ombra Point was calm.Ten patrol-boats left Nerith at 5 a.m. for keld.example.';
  const before = read(text);
  read('Nerith. calm. patrol-boats keld Ombra. Point-was Monday. T-72.calm.Ten');
  assert.deepEqual(read(text), before);
  assert.deepEqual(segment(documentOf(text), linesOf(text), makeSegmentTools(loadSegmentLexicon())), before);
});

test('over what was left out, words do not join, and a sentence ends where a capital follows', () => {
  const read = (text: string): string[] => {
    const parts = text.split(/[{}]/u);
    const whole = parts.join('');
    const runs: [number, number][] = [];
    let at = 0;
    parts.forEach((part, i) => {
      if (i % 2 === 0 && part !== '') runs.push([at, at + part.length]);
      at += part.length;
    });
    const { sentences, words } = segment(documentOf(whole), runsOf(runs), tools);
    return sentences.map((s) =>
      words.slice(s.first, s.last).reduce((line, w, i) => line + (w.spaced && i > 0 ? ' ' : '') + w.text, ''),
    );
  };
  assert.deepEqual(read('{**}Halvia{**}, said Voss{ (photo)} on Monday'), ['Halvia, said Voss on Monday']);
  assert.deepEqual(read('Voss left{ READ MORE: THE TRUCE FAILS }Amon stayed.'), ['Voss left', 'Amon stayed.']);
  assert.deepEqual(read('Voss left {the port of Lorn }and Amon stayed.'), ['Voss left and Amon stayed.']);
});

test('only blocks that carry the report are read', () => {
  const text = 'Photo: Keld Wire\nVoss left.';
  const cleaned = linesOf(text);
  const blocks = cleaned.blocks.map((block, i) => (i === 0 ? { ...block, kind: 'caption' as const } : block));
  const { sentences, words } = segment(documentOf(text), { ...cleaned, blocks }, tools);
  assert.deepEqual(
    words.map((word) => word.text),
    ['Voss', 'left', '.'],
  );
  assert.equal(sentences[0]!.block, 1);
});

test('tags and lemmas of plain sentences', () => {
  const { words } = read("Voss' aides can't say whether Maravet's ships left.");
  assert.deepEqual(
    words.map((word) => `${word.text}/${word.tag}/${word.lemma}`),
    "Voss/PROPN/voss '/PART/' aides/NOUN/aide ca/AUX/can n't/PART/not say/VERB/say whether/SCONJ/whether Maravet/PROPN/maravet 's/PART/'s ships/NOUN/ship left/VERB/leave ./PUNCT/.".split(
      ' ',
    ),
  );
});

test('a text beyond any report is read up to a bound, with a note where the rest begins', () => {
  const text = 'The boats left. '.repeat(110_000);
  const { words, notes } = read(text);
  assert.equal(words.length, 400_000);
  assert.equal(notes[0]?.code, 'too-long');
  assert.equal(notes[0]?.span?.start, words.at(-1)!.end);
  assert.deepEqual(read('The boats left.').notes, []);
});
