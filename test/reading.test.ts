/** What holds of every reading: over the samples, real news where present, and texts made up at random. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { SAMPLES } from '../src/cli/samples.ts';
import { loadResources } from '../src/data/load.ts';
import { documentFromText } from '../src/ingest/document.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { createReader } from '../src/reading.ts';
import type { Document } from '../src/record.ts';
import { faultsOf } from './faults.ts';
import { ROOT } from './sources.ts';

const read = createReader(loadResources());
/** A document that is read whatever its language: every stage is to see it. */
const documentOf = (text: string): Document => ({
  ...documentFromText(text, { path: '-', line: null }),
  language: 'en',
  notes: [],
});

const samples: Document[] = [];
for await (const source of ingest([SAMPLES])) if ('document' in source) samples.push(source.document);

const NEWS = `${ROOT}../shared/news`;
const MANY = 150;
/** Reports spread evenly over the folder, the same each time. */
function news(): Document[] {
  const paths = readdirSync(NEWS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.txt'))
    .sort();
  const step = Math.max(1, Math.floor(paths.length / MANY));
  return paths
    .filter((_, i) => i % step === 0)
    .slice(0, MANY)
    .map((path) => documentOf(readFileSync(`${NEWS}/${path}`, 'utf8')));
}

const check = (document: Document): void =>
  assert.deepEqual(faultsOf(document, read(document)), [], JSON.stringify(document.text.slice(0, 500)));

/** The same documents give the same readings again, and in another order. */
function checkPurity(documents: readonly Document[]): void {
  const first = documents.map(read);
  assert.deepEqual(documents.map(read), first, 'read again');
  const backwards = [...documents].reverse().map(read).reverse();
  assert.deepEqual(backwards, first, 'read from the last to the first');
}

describe('the samples', () => {
  test('all spans hold', () => {
    assert.ok(samples.length >= 20);
    for (const document of samples) check(document);
  });
  test('a report gives the same reading again, and whatever was read before it', () => checkPurity(samples));
  test('a report that is not English has no records', () => {
    const foreign = samples.filter((d) => d.language !== 'en');
    assert.ok(foreign.length > 0);
    for (const document of foreign) {
      const { statements, mentions, referents, blocks } = read(document);
      assert.deepEqual([statements, mentions, referents, blocks], [[], [], [], []]);
    }
  });
  test('nothing of the document is lost or changed', () => {
    for (const document of samples) {
      const { text, notes, ...head } = document;
      const before = JSON.stringify(document);
      const reading = read(document);
      assert.deepEqual(reading.document, head);
      assert.deepEqual(reading.notes.slice(0, notes.length), notes);
      assert.equal(JSON.stringify(document), before);
      assert.ok(!JSON.stringify(reading).includes(JSON.stringify(text).slice(1, -1)), 'the text itself is not copied');
    }
  });
});

describe('real news', { skip: existsSync(NEWS) ? false : 'the corpus is not beside the project' }, () => {
  test('all spans hold', () => {
    for (const document of news()) check(document);
  });
  test('a report gives the same reading again, and whatever was read before it', () =>
    checkPurity(news().filter((_, i) => i % 5 === 0)));
});

const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 120 })
  .map((codes) => String.fromCharCode(...codes));
const characters = fc.string({ unit: 'binary', maxLength: 120 });
const soup = (...parts: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map((list) => list.join(''));

const QUOTES = soup(
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  '«',
  '»',
  '„',
  'Voss said',
  ' that ',
  'we stay',
  ', ',
  '. ',
  '\n\n',
  ' ',
  '🛳',
);
const MARKDOWN = soup(
  '# ',
  '## ',
  '**',
  '*',
  '_',
  '[',
  '](',
  ')',
  '![',
  '> ',
  '- ',
  '1. ',
  '```\n',
  '|',
  '\n',
  '\n\n',
  'Voss said ',
  'The boats stay.',
  '<b>',
  '</b>',
  '&amp;',
  'http://a.b/c',
  ' ',
  '\t',
);
const WORDS = soup(
  'Voss',
  ' said',
  ' that',
  ' he',
  ' the ministry',
  "'s",
  ' of',
  ' Halvia',
  ',',
  '.',
  ' according to',
  ' by',
  '\n\n',
  ' “',
  '”',
  ' (TF)',
  ' 23',
  ' sailors',
  ' denied',
  ' it',
  ' not',
  ' who',
  ':',
  ' —',
  ' Monday',
);

const SENTENCES = [
  'Aldren Voss, the Halvian foreign minister, said that the boats would stay.',
  '“We will not move them,” he said. “Not one.”',
  'Maravet demanded the release of all 23 sailors.',
  'The Littoral Press Agency quoted the minister as saying that the battery must be gone.',
  'Dovrane said Tesk had told her that Maravet would free the sailors.',
  'The Front’s refusal to talk angered the envoy 🛳.',
  'It is thought that the Sula Dawn left Nerith on Tuesday.',
  'According to two officials, the talks in Lorn had gone well.',
  'LORN, 4 March (LPA) — The talks went on.',
  'CLICK HERE TO READ MORE',
  'By Anna Wexel',
  '## Drenholm changes its tune',
  '“They stay,” said Voss',
  'who could not be reached.',
  'Oumara Tesk said: “We have waited for a year.',
  '“We can wait for another.”',
];
const shuffled = fc
  .array(fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(' ', '\n', '\n\n', '')), { maxLength: 25 })
  .map((list) => list.flat().join(''));

test('a repeat does not share a mark with its first copy', { todo: 'the stop before both is counted to both' }, () => {
  const said = '.The Littoral Press Agency quoted the minister as saying that the battery must be gone';
  const { repeats } = read(documentOf(`The boats would stay${said}${said}. `));
  for (const { span, of } of repeats) assert.ok(of.end <= span.start, `${of.end} > ${span.start}`);
});

describe('texts made up at random', () => {
  const kinds: [name: string, texts: fc.Arbitrary<string>, runs: number][] = [
    ['any units, halves of characters among them', units, 150],
    ['any characters', characters, 150],
    ['quotation marks in any order', QUOTES, 250],
    ['Markdown in any order', MARKDOWN, 250],
    ['words of reports in any order', WORDS, 250],
    ['sentences of reports in any order', shuffled, 250],
  ];
  for (const [name, texts, numRuns] of kinds)
    test(`${name}: all spans hold`, () =>
      fc.assert(
        fc.property(texts, (text) => check(documentOf(text))),
        { numRuns },
      ));

  test('a text gives the same reading again, and whatever was read before it', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(shuffled, WORDS, QUOTES, units), { minLength: 2, maxLength: 5 }), (texts) =>
        checkPurity(texts.map(documentOf)),
      ),
      { numRuns: 40 },
    ));
});
