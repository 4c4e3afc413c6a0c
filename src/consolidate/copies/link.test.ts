import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkOf } from './link.ts';
import { OTHERS, PARAGRAPHS, reportOf } from './testing.ts';
import { wordsOf } from './words.ts';

const [P0, P1, P2, P3] = PARAGRAPHS;
const [Q0, Q1, Q2, Q3] = OTHERS;

function linked(original: readonly string[], copy: readonly string[]) {
  const [a, b] = [reportOf('a', original), reportOf('b', copy)];
  const link = linkOf({ id: 'a', words: wordsOf(a) }, { id: 'b', words: wordsOf(b) });
  const words = link?.passages.map((p) => [
    a.text.slice(p.original.start, p.original.end),
    b.text.slice(p.copy.start, p.copy.end),
    p.kind,
  ]);
  return { link, words };
}

/** Every n-th word another. */
const reworded = (text: string, n: number): string =>
  text
    .split(' ')
    .map((word, i) => (i % n === n - 1 ? `w${i}${word.length}` : word))
    .join(' ');

test('the whole under another headline is a full copy', () => {
  const { link, words } = linked(['# Halvia offers ports', ...PARAGRAPHS], ['# Ports for a toll', ...PARAGRAPHS]);
  assert.equal(link?.kind, 'full');
  assert.equal(link?.shareOfCopy, 1);
  const whole = PARAGRAPHS.join('\n\n').replace(/\.$/u, '');
  assert.deepEqual(words, [[whole, whole, 'report']]);
});

test('house style and every sixth word changed leave a near copy', () => {
  const { link } = linked(PARAGRAPHS, [...PARAGRAPHS.map((p) => reworded(p, 6)), Q0]);
  assert.equal(link?.kind, 'near');
});

test('paragraphs in another order are found', () => {
  const { link } = linked(PARAGRAPHS, [P3, P1, P2, P0]);
  assert.equal(link?.kind, 'full');
  assert.ok(link.passages.length >= 3);
});

test('one paragraph in a report of its own is a partial copy, with its exact words', () => {
  const { link, words } = linked([Q0, P1, Q1], [P0, P2, P1, P3]);
  assert.equal(link?.kind, 'partial');
  assert.deepEqual(words, [[P1.slice(0, -1), P1.slice(0, -1), 'report']]);
});

test('reports on one topic with a name or phrase in common are no copies', () => {
  const phrase = 'Deputy Foreign Minister Ketta Amon told reporters in Port Asker';
  const cases: [readonly string[], readonly string[]][] = [
    [PARAGRAPHS, OTHERS],
    [
      [`${phrase} that the guns stay.`, Q0, Q1],
      [`${phrase} that no toll was paid.`, Q2, Q3],
    ],
    [['They stay.'], ['They stay.']],
    [[], PARAGRAPHS],
    [[], []],
  ];
  for (const [a, b] of cases) assert.equal(linked(a, b).link, null);
});

test('words of one speech in two reports are a quotation, not a copy', () => {
  const speech =
    'we will look into every hull that comes out of Nerith for as long as those hulls carry shells to the Point';
  const { link, words } = linked(
    [Q0, `"${speech}," Voss told parliament on Monday.`, Q1],
    [Q2, `According to the minister, “${speech}”.`, Q3],
  );
  assert.equal(link?.kind, 'quotation');
  assert.deepEqual(
    words?.map((w) => w[2]),
    ['quotation'],
  );
  assert.equal(link.shareOfCopy, 0);
});

test('a paragraph copied with the quotation in it is a copy', () => {
  const paragraph =
    '"The battery was silent from dusk to dawn," said its defence spokesman, Brigadier Sefa Lorrim, who added that the ferry had in all likelihood struck a drifting mine.';
  assert.equal(linked([Q0, paragraph], [Q1, Q2, Q3, paragraph]).link?.kind, 'partial');
});

test('standing text alone makes no link, and does not undo one', () => {
  const [a, b] = [reportOf('a', [Q0, Q1, Q2, P1]), reportOf('b', [P0, P2, P3, P1])];
  const sides = [a, b].map((r) => ({ id: r.text_sha256, words: wordsOf(r) }));
  assert.equal(linkOf(sides[0]!, sides[1]!)?.kind, 'partial');
  assert.equal(
    linkOf(sides[0]!, sides[1]!, () => true),
    null,
  );
  assert.equal(linkOf(sides[0]!, sides[0]!, () => true)?.kind, 'full');
});
