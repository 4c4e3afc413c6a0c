import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSegmentLexicon } from '../data/segment.ts';
import { pairMarks } from './quotations.ts';
import { makeSentenceFinder } from './sentences.ts';
import { makeTokeniser, newTokens, type Tokens } from './tokens.ts';

const lexicon = loadSegmentLexicon();
const tokenise = makeTokeniser(lexicon);

function tokensOf(text: string): Tokens {
  const tokens = newTokens();
  tokenise(text, 0, text.length, tokens);
  return tokens;
}

/** Words parted by blanks as they stand, those without a blank before them by `|`. */
const wordsOf = (text: string): string => {
  const tokens = tokensOf(text);
  return tokens.text.map((word, i) => (i === 0 ? '' : tokens.gap[i] ? ' ' : '|') + word).join('');
};

const CASES: readonly (readonly [string, string])[] = [
  // Clitics
  ["Don't say it's Voss's; they'd've gone.", "Do|n't say it|'s Voss|'s|; they'd|'ve gone|."],
  ['Amon’s aide can’t.', 'Amon|’s aide ca|n’t|.'],
  ["Voss' boat", "Voss|' boat"],
  ["O'Dale of Sana'a and al-'Arabi", "O'Dale of Sana'a and al|-|'Arabi"],
  ["the '90s, catch 'em", "the '90s|, catch 'em"],
  ['cannot', 'cannot'],
  // Hyphens and dashes
  ['Halvian-led so-called cease-fire', 'Halvian|-|led so|-|called cease|-|fire'],
  ['an e-mail, an X-ray, a T-72 and a Su-35S', 'an e-mail|, an X-ray|, a T-72 and a Su-35S'],
  ['a 30-year-old', 'a 30|-|year|-|old'],
  ['2014-15, 2031-02-24', '2014|-|15|, 2031-02-24'],
  ['Lorn—calm – and -- quiet', 'Lorn|—|calm – and -- quiet'],
  // Abbreviations and initials
  ['Lt. Col. J. K. Rowan of the U.S. Army', 'Lt. Col. J. K. Rowan of the U.S. Army'],
  ['the U.S.Army at 5 a.m.', 'the U.S.|Army at 5 a.m.'],
  ['No. 5, but no. They', 'No. 5|, but no|. They'],
  ['Plan B. The end', 'Plan B|. The end'],
  // Figures
  ['1,200.5 km, 10:30, 3/4, 12th, 1990s, 5G', '1,200.5 km|, 10:30|, 3/4|, 12th|, 1990s|, 5G'],
  ['$5bn or 10%, 5km', '$|5|bn or 10|%|, 5|km'],
  // Missing spaces, addresses, files
  ['scarves.Ten men', 'scarves|.|Ten men'],
  ['www.keld.example/a?b=1, https://keld.example.', 'www.keld.example/a?b=1|, https://keld.example|.'],
  ['desk@keld.example, terms.pdf.', 'desk@keld.example|, terms.pdf|.'],
  ['@keldwire #truce', '@keldwire #truce'],
  // Marks
  ["``no'' ,,no'' “no”", "``|no|'' ,,|no|'' “|no|”"],
  ['what?! no... no… ***', 'what|?! no|... no|… ***'],
  // Odd characters: blanks of all kinds part words, control characters count as blanks, a lone surrogate is a word
  ['a\u00a0b\u2003c\u200bd\u0000e\ufefff', 'a b c d e f'],
  ['Hal\u00advia e\u0301t', 'Hal\u00advia e\u0301t'],
  ['a \ud800 👩', 'a \ud800 👩'],
];

test('words', async (t) => {
  for (const [text, wanted] of CASES) await t.test(JSON.stringify(text), () => assert.equal(wordsOf(text), wanted));
});

test('a word has at most 256 characters', () => {
  const tokens = tokensOf('a'.repeat(1000) + ' ' + '1'.repeat(1000));
  assert.ok(tokens.text.every((word) => word.length <= 256));
  assert.equal(tokens.text.join('').length, 2000);
});

/** How often the words are looked at while sentences are found and marks paired. */
function looks(text: string): number {
  const tokens = tokensOf(text);
  let count = 0;
  const watched = new Proxy(tokens.text, {
    get(target, key) {
      if (typeof key === 'string') count++;
      return Reflect.get(target, key);
    },
  });
  const seen = { ...tokens, text: watched };
  const words = tokens.text.length;
  const starts = makeSentenceFinder(lexicon)(seen, 0, words);
  pairMarks(seen, [0, words], [...starts, words], lexicon);
  return count;
}

test('twice the text costs at most little more than twice the looks', () => {
  const odd = ['. ” ', '“‘', '“‘”', "s' a ", '"', '" ', '‘ “a” ', '.) ', '? "A', 'A. B. ', '“A. ', '• ', '(', '… '];
  for (const piece of odd) {
    const ratio = looks(piece.repeat(2000)) / looks(piece.repeat(1000));
    assert.ok(ratio < 2.2, `${JSON.stringify(piece)}: ${ratio.toFixed(2)}`);
  }
  const mixed = (n: number): string => '‘'.repeat(n) + ' “a” '.repeat(n);
  assert.ok(looks(mixed(2000)) / looks(mixed(1000)) < 2.2);
});
