/** Renaming keeps every gold span on the words it stood on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseGold } from './gold.ts';
import { inventedNames, renamedLines, renameGold, renamer } from './renamed.ts';

const rename = renamer({ Halvia: 'Ost', HALVIA: 'OST', Voss: 'Marchetta', 'Halvian navy': 'fleet of Ost' });

test('names go, the longest first, and parts of words with them', () => {
  assert.equal(rename('Halvia, Halvian, the Halvian navy, HALVIA').text, 'Ost, Ostn, the fleet of Ost, OST');
  assert.equal(rename('halvia').text, 'halvia');
});

test('places move with their words', () => {
  const text = 'Voss of Halvia said Voss went.';
  const { text: renamed, at } = rename(text);
  assert.equal(renamed, 'Marchetta of Ost said Marchetta went.');
  for (const [words, then] of [
    ['Voss of Halvia', 'Marchetta of Ost'],
    ['said', 'said'],
    ['went.', 'went.'],
    [' Voss went', ' Marchetta went'],
  ] as const) {
    const start = text.indexOf(words);
    assert.equal(renamed.slice(at(start), at(start + words.length)), then);
  }
  assert.equal(at(2), 0, 'inside a name: where the invented one begins');
  assert.equal(at(text.length), renamed.length);
});

test('a gold reading is renamed whole: text, spans, names, parties', () => {
  const gold = parseGold(
    JSON.stringify({
      parties: { Halvia: ['Halvian', 'Voss'] },
      statements: [
        {
          content: 'the she-wolf of Halvia',
          cue: 'saw',
          speaker: { words: 'Voss', names: ['Aldren Voss'], party: 'Halvia' },
          form: 'indirect',
          act: 'claim',
        },
      ],
      repeats: ['Halvia'],
    }),
    'Aldren Voss saw the she-wolf of Halvia.',
    { name: 'x', path: 'x', aside: true },
  );
  const { text, statements, parties, repeats, textDigest, digest } = renameGold(gold, rename);
  const words = (spans: readonly { start: number; end: number }[]): string[] =>
    spans.map((s) => text.slice(s.start, s.end));
  assert.deepEqual(words(statements[0]!.content), ['the she-wolf of Ost']);
  assert.deepEqual(words(statements[0]!.cue), ['saw']);
  assert.deepEqual(words(statements[0]!.speaker.span), ['Marchetta']);
  assert.deepEqual(statements[0]!.speaker.names, ['Aldren Marchetta']);
  assert.equal(statements[0]!.speaker.party, 'Ost');
  assert.deepEqual(words(repeats), ['Ost']);
  assert.deepEqual([...parties], [['Ost', ['Ostn', 'Marchetta']]]);
  assert.notEqual(textDigest, gold.textDigest);
  assert.notEqual(digest, gold.digest);
});

test('the names of renamed.json are single stretches of letters, each with an invented one', () => {
  const names = Object.entries(inventedNames());
  assert.ok(names.length > 20);
  for (const [real, invented] of names) {
    assert.match(real, /^\p{Lu}\p{L}+$/u);
    assert.match(invented, /^\p{Lu}[\p{L} ]+$/u);
    assert.equal(Object.hasOwn(inventedNames(), invented), false, invented);
  }
});

test('no report, no lines', async () => {
  const lines: Uint8Array[] = [];
  for await (const line of renamedLines([], rename)) lines.push(line);
  assert.deepEqual(lines, []);
});
