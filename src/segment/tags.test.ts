import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadSegmentLexicon } from '../data/segment.ts';
import { cut } from './cut.ts';
import { compileMachine, runMachine, symbolOf, UNKNOWN } from './tag-machine.ts';
import { makeTokenReader, TAGS } from './token-reader.ts';

const { tagLexicon, guesses } = loadSegmentLexicon();
const reader = makeTokenReader(tagLexicon, guesses);

interface Wink {
  readDoc(text: string): { tokens(): { out(its?: unknown): string[] } };
  readonly its: { readonly pos: unknown; readonly lemma: unknown };
}
const require = createRequire(import.meta.url);
/** The original, made anew for each text, since it remembers what it has read. */
const wink = (): Wink => require('wink-nlp')(require('wink-eng-lite-web-model'), ['pos']) as Wink;

/** Tokens, tags and lemmas of texts between blanks, as the tagger has them. */
function tagged(texts: readonly string[]): readonly (readonly string[])[] {
  const tokens = texts.flatMap((text) => reader.tokensOf(text));
  const tags = Uint8Array.from(tokens, (t) => t.tag);
  for (const machine of tagLexicon.machines) {
    const symbols = Uint8Array.from(tokens, (t, i) => symbolOf(tags[i]!, t.hint));
    const given: [number, number][] = [];
    runMachine(machine, symbols, tokens.length, (at, tag) => given.push([at, tag]));
    for (const [at, tag] of given)
      if (tag < 0) tags[at] = -tag;
      else if ((tokens[at]!.may >>> tag) & 1) tags[at] = tag;
  }
  const names = tokens.map((t, i) => TAGS[t.fixed ? t.tag : tags[i]!]!);
  return [tokens.map((t) => t.text), names, tokens.map((t, i) => reader.lemmaOf(t, names[i]!))];
}

const TEXTS = [
  'The Front said it would not leave Ombra Point before the talks in Lorn , but its boats were leaving .',
  "Halvia's foreign minister can't say whether they'll sign ; he's seen worse drafts and doesn't care .",
  'Patrol-boats fired 1,200 rounds at 5 a.m. near Nerith , the U.S.-built radar said to be the oldest at sea .',
  'Who leads them ? The envoys have been told to wait , and women and children were the first to be led away .',
  'al-Bahra’s re-elected co-chairs Port-Asker U.S. Jan. 3rd 2031-02-24 $5 C$ 10:30 1990s gonna cannot wherever-they-go .',
  'It was running fast ; higher fares hurt the poorer men and mice , whose knives lay on the shelves , worse off .',
];

test('words, tags and lemmas are those of wink-nlp', () => {
  for (const text of TEXTS) {
    const { its, readDoc } = wink();
    const read = readDoc(text).tokens();
    assert.deepEqual(tagged(text.split(' ')), [
      read.out(),
      read.out(its.pos).map((tag) => (tag === 'SPACE' ? 'X' : tag)),
      read.out(its.lemma),
    ]);
  }
});

test('what is cut loses nothing and gains nothing', () => {
  const lexicon = { ...tagLexicon, isWord: (text: string) => tagLexicon.words.find(text) >= 0 };
  const piece = fc.constantFrom(
    'boat',
    'U.S.',
    '-',
    '.',
    "'s",
    "n't",
    '5',
    'a',
    'É',
    '’',
    '"',
    '(',
    'x9',
    ',',
    '&',
    '@',
    '#',
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      assert.equal(
        cut(text, lexicon)
          .map(([token]) => token)
          .join(''),
        text,
      );
    }),
  );
});

test('of two rules that fit, the longer one counts, and reading goes on behind it', () => {
  // 1 2 changes the first word, 1 2 3 the last; 1 and then anything else changes the first, whatever it is.
  const machine = compileMachine(
    JSON.stringify([
      100,
      6,
      { 0: { 1: 1 }, 1: { 2: 2, 2070003: 4 }, 2: { 3: 3, 2070003: 5 } },
      { 3: '9', 4: '-8', 5: '7' },
      { 3: [2, 0], 4: [0, 0], 5: [0, 1] },
    ]),
  );
  const given = (...symbols: number[]): number[][] => {
    const out: number[][] = [];
    runMachine(machine, Uint8Array.from(symbols), symbols.length, (at, tag) => out.push([at, tag]));
    return out;
  };
  assert.deepEqual(given(1, 2, 3, 1, 2), [
    [2, 9],
    [3, 7],
  ]);
  assert.deepEqual(given(4, 1, 4), [[1, -8]]);
  assert.deepEqual(given(1, 1, 2, 4), [
    [0, -8],
    [1, 7],
  ]);
  assert.deepEqual(given(2, 3, UNKNOWN), []);
  assert.deepEqual(given(), []);
});
