import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSegmentLexicon } from '../data/segment.ts';
import type { Segmented } from '../record.ts';
import { makeSegmentTools, segment } from './segment.ts';
import { documentOf, linesOf } from './testing.ts';

const tools = makeSegmentTools(loadSegmentLexicon());
const read = (text: string): Segmented => segment(documentOf(text), linesOf(text), tools);

/** Each quotation as it stands in the text, with `2` before one inside another and `~` after one left unclosed. */
const quotationsOf = (text: string): string[] =>
  read(text).quotations.map(
    (q) => (q.depth > 1 ? `${q.depth} ` : '') + text.slice(q.span.start, q.span.end) + (q.closed ? '' : '~'),
  );

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['“We wait,” said Voss. “We can wait.”', ['We wait,', 'We can wait.']],
  ['"We wait," said Voss. "We can wait."', ['We wait,', 'We can wait.']],
  ["'We wait,' said Voss. 'We can wait.'", ['We wait,', 'We can wait.']],
  ['‘We wait,’ said Voss.', ['We wait,']],
  ['«We wait», said Voss.', ['We wait']],
  ['« We wait », said Voss.', ['We wait']],
  ['»We wait«, said Voss.', ['We wait']],
  ['„We wait”, said Voss.', ['We wait']],
  ['„We wait“, said Voss.', ['We wait']],
  [",,We wait'', said Voss.", ['We wait']],
  ["``We wait,'' said Voss.", ['We wait,']],
  ['”We wait,” said Voss.', ['We wait,']],
  ['“We wait,’’ said Voss.', ['We wait,']],
  // Scare quotes, brackets, dashes
  ['The “truce” and the "talks" failed.', ['truce', 'talks']],
  ['Voss ("the minister") left.', ['the minister']],
  ['They left—"for good"—at dusk.', ['for good']],
  // Inside one another
  ['“He told me ‘no’ twice,” Amon said.', ['He told me ‘no’ twice,', '2 no']],
  ['"He told me \'no\'," Amon said.', ["He told me 'no',", '2 no']],
  ['“He said “no” to us,” Amon said.', ['He said “no” to us,', '2 no']],
  ['“She said, ‘We wait.’”', ['She said, ‘We wait.’', '2 We wait.']],
  // Apostrophes are none
  ["Voss' boat isn't Amon's; it's the Halvians' own.", []],
  ['Voss’ boat isn’t Amon’s; it’s the Halvians’ own.', []],
  ["In the '90s they'd fish 'em out near al-'Arab and Sana'a.", []],
  ["'The Halvians' boats are gone,' he said.", ["The Halvians' boats are gone,"]],
  ["The '90s were 'calm' there.", ['calm']],
  // Over sentences and paragraphs
  ['“We wait. We can wait. So we do,” he said.', ['We wait. We can wait. So we do,']],
  ['“We wait.\n“We can wait,” he said.', ['We wait.\n“We can wait,']],
  ['"We wait.\n"We can wait.\n"We will," he said.\nNobody else did.', ['We wait.\n"We can wait.\n"We will,']],
  // Unclosed: to the end of the paragraph, and no further
  ['“We wait, he said.\nThe boats left. “Never,” said Amon.', ['We wait, he said.~', 'Never,']],
  // A stray mark costs its own sentence only
  ['"We wait, he said. "Never," said Amon. "Or soon."', ['We wait, he said.~', 'Never,', 'Or soon.']],
  ['He left" at dusk. "Never," said Amon.', ['Never,']],
  ['We can wait, "he said. "Never," said Amon.', ['Never,']],
  ['"We can wait, "he said. "Never," said Amon.', ['We can wait,', 'Never,']],
  ['The accord with the Front ". They left. "Never," said Amon.', ['Never,']],
  ['The mast is 6" wide. "Never," said Amon.', ['Never,']],
  ['“”', []],
];

test('quotations', async (t) => {
  for (const [text, wanted] of CASES) await t.test(text, () => assert.deepEqual(quotationsOf(text), wanted));
});

test('the depth of a word counts the quotations around it, its own marks outside', () => {
  const { words } = read('He said “we ‘wait’ here.\n“Still” now.');
  assert.deepEqual(
    words.map((word) => `${word.text}${word.quote}`),
    ['He0', 'said0', '“0', 'we1', '‘1', 'wait2', '’1', 'here1', '.1', '“0', 'Still1', '”0', 'now0', '.0'],
  );
});

test('a thousand quotations inside one another are read, and a million marks without any order', () => {
  const deep = read('“a'.repeat(1000) + '”'.repeat(1000));
  assert.equal(deep.quotations.length, 1000);
  assert.equal(Math.max(...deep.quotations.map((q) => q.depth)), 1000);
  for (const text of ['“‘'.repeat(5e4), '”’'.repeat(5e4), '“‘”'.repeat(3e4), '" '.repeat(1e5)]) read(text);
});
