import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { find, readingOf, reportOf } from '../../../test/sample.ts';
import { DOCUMENT, READING } from '../../../test/talks.ts';
import { count, dateInWords } from '../../export/words.ts';
import { covering } from '../covering.ts';
import { paintFor } from '../terminal/paint.ts';
import { widthOf } from '../terminal/wrap.ts';
import { viewOfExplanation } from './explanation.ts';
import { viewOfReading } from './reading.ts';
import { placesIn } from './words.ts';

const NAMES = new Map([['SEA_TRADE', 'Ports and shipping']]);
const plain = { width: 80, paint: paintFor(false) };

test('a reading names the report, the sides, and what each says, in order', () => {
  const view = viewOfReading(DOCUMENT, READING, plain, NAMES);
  assert.equal(
    view,
    `Front sets terms for Lorn talks
The Strait ‹U+001B›[31mCourier · 4 March 2031 · filed from LORN ·
reports/lorn.txt

Who speaks
    Halvia: Aldren Voss, foreign minister (2)
    Littoral Commission
    Maravet: Oumara Tesk

What they say (4 statements)
    Oumara Tesk (Maravet) said [demand, mixed] “the "port of Nerith must open"
      before any talks” @${find(DOCUMENT.text, 'the "port').start}
    Aldren Voss (Halvia) rejected [reject, indirect] “this” @${find(DOCUMENT.text, 'this.').start}
    Aldren Voss (Halvia) said [claim, indirect] “the Littoral Commission had
      told him that "the ships are staying"” @${find(DOCUMENT.text, 'the Littoral').start}
      Littoral Commission told [claim, direct] “the ships are staying” @${find(DOCUMENT.text, 'the ships').start}

What stands again
    “Maravet's president, Oumara Tesk, said the "port of…” (line 5 repeats line
    2, word for word; 14 words) @${find(DOCUMENT.text, "Maravet's president", 2).start}

Not read as the report: 1 advert.

  warning: Some letters were lost. (line 3)
`,
  );
});

test('colour changes nothing but colour, and every line fits', () => {
  for (const width of [40, 80]) {
    const coloured = viewOfReading(DOCUMENT, READING, { width, paint: paintFor(true) }, NAMES);
    const without = viewOfReading(DOCUMENT, READING, { width, paint: paintFor(false) }, NAMES);
    assert.notEqual(coloured, without);
    const bare = (s: string): string => stripVTControlCharacters(s).replaceAll(/[▌▏]/g, ' ').replaceAll(/ +$/gm, '');
    assert.equal(bare(coloured), bare(without));
    for (const line of coloured.split('\n')) assert.ok(widthOf(line) <= width, line);
  }
});

test('statements that hold each other in a ring are all shown once', () => {
  const [a, b] = READING.statements;
  const ring = readingOf(DOCUMENT, {
    statements: [{ ...a!, within: b!.id }, { ...b!, within: a!.id }, READING.statements[2]!],
  });
  const view = viewOfReading(DOCUMENT, ring, plain, NAMES);
  assert.equal(view.match(/\[(claim|demand), /g)?.length, 3);
});

test('a report without statements says so; one that could not be read only why', () => {
  const empty = reportOf('Rain over Nerith.');
  assert.match(viewOfReading(empty, readingOf(empty), plain, NAMES), /No statement was found/);
  const other = reportOf('Lluvia sobre Nerith.', {
    notes: [{ code: 'not-english', severity: 'warning', message: 'This is Spanish.', span: null, stage: 'ingest' }],
  });
  const view = viewOfReading(other, readingOf(other), plain, NAMES);
  assert.doesNotMatch(view, /No statement/);
  assert.match(view, /warning: This is Spanish\./);
});

test('an explanation gives every record at a place, and why it is there', () => {
  const catalogue = new Map([
    ['clean/line', 'Every line is a paragraph.'],
    ['mention/party-of-role', 'Whoever holds an office of state speaks for that state.'],
  ]);
  const explain = (words: string): string => {
    const place = find(DOCUMENT.text, words);
    return viewOfExplanation(DOCUMENT, READING, place, covering(READING, place), catalogue, plain, NAMES).replaceAll(
      /\s+/g,
      ' ',
    );
  };
  const voss = explain('Voss');
  assert.match(voss, /reports\/lorn\.txt, line 4, column 8 \(\d+ to \d+\)/);
  assert.match(voss, /\[Voss\], the foreign minister/);
  assert.match(voss, /Paragraph .* This place is read\. Why: Every line is a paragraph\. \(clean\/line\)/);
  assert.match(
    voss,
    /A person, by a name; it stands for Aldren Voss, foreign minister, also called “Voss”, who speaks for Halvia/,
  );
  assert.match(voss, /Why Halvia: Whoever holds .* \(mention\/party-of-role; entry roles\.yaml: foreign minister\)/);
  assert.match(voss, /Statement \[reject\] .* This place is the words that name the speaker\./);
  const ships = explain('ships');
  assert.match(ships, /Told within another statement: “the Littoral Commission/);
  assert.match(ships, /Why it is there: .*model attribution@1a2b; sure to 0\.80 of 1/);
  assert.match(explain('CLICK'), /Advert .* None of it is read as the report\..*Note: Some letters were lost\./);
  assert.match(explain('Nerith'), /Repeat .* This is the first copy; it stands again, word for word/);
});

test('places, dates and counts in words', () => {
  const placeOf = placesIn('ab\nc\n\nd');
  assert.deepEqual(
    [0, 2, 3, 5, 6].map((o) => Object.values(placeOf(o)).join(':')),
    ['1:1', '1:3', '2:1', '3:1', '4:1'],
  );
  assert.equal(dateInWords('2031-03-04'), '4 March 2031');
  assert.equal(dateInWords('2031-03'), 'March 2031');
  assert.equal(dateInWords('2031-03-04T09:30:00Z'), '4 March 2031, 09:30');
  assert.equal(dateInWords('2031-19-04'), '2031-19-04');
  assert.equal(dateInWords('last \u001bweek'), 'last ‹U+001B›week');
  assert.equal(count(1, 'report'), '1 report');
  assert.equal(count(2310, 'report'), '2,310 reports');
});
