import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOCUMENT, READING } from '../../../test/records.ts';
import { find, readingOf, reportOf } from '../../../test/sample.ts';
import type { When } from '../../record.ts';
import { dossierOf } from './dossier.ts';
import { escaped, markdownOf } from './markdown.ts';
import { figureInWords, intervalInWords, whenInWords, wordsOf } from './wording.ts';

const NAMES = new Map([
  ['SEA_TRADE', 'Ports and shipping'],
  ['TERR_WITHDRAW', 'Leaving land'],
]);
const reported = { document: DOCUMENT, reading: READING };

test('every line has the quoted words, who tells it, the outlet and the date', () => {
  const dossier = dossierOf([reported], NAMES);
  const [cell] = dossier.cells;
  assert.deepEqual(dossier.parties, ['Halvia']);
  assert.deepEqual(dossier.issues, [{ code: 'TERR_WITHDRAW', name: 'Leaving land' }]);
  assert.deepEqual(cell?.lines[0], {
    said: 'rejects; as a precondition: “the guns go”; also on Ports and shipping',
    quotes: [{ words: '=Halvia will not leave the strait', at: 0 }],
    teller: 'Aldren Voss (Halvia)',
    source: {
      number: 1,
      title: 'The guns | of *Ombra Point*',
      outlet: 'Strait Courier',
      date: '4 March 2031',
      path: 'reports/guns.txt',
    },
    sure: true,
  });
  assert.deepEqual(
    [dossier.talks[0]?.said, dossier.talks[0]?.teller],
    ['negotiation, scheduled: Halvia, Maravet; at Lorn; 22 June, year not stated', 'the report itself'],
  );
  assert.deepEqual(
    [dossier.events[0]?.said, dossier.events[0]?.teller],
    [
      'ASSAULT, shelling, happened; by Halvia; at Nerith; 3 March 2031; at least 9 killed (according to Maravet); “reportedly”',
      'Maravet',
    ],
  );
  assert.deepEqual(
    dossier.disputes[0]?.sides.map((s) => [s.teller, s.quotes[0]?.words]),
    [
      ['Maravet', 'Halvian shells hit Nerith'],
      ['Halvia', 'firing'],
    ],
  );
});

test('figures say no more than the report: bounds as bounds, words as words, and whose they are', () => {
  const words = wordsOf('dozens of shells');
  const span = find('dozens of shells', 'dozens');
  const whole = find('dozens of shells', 'dozens of shells');
  const cases = [
    [{ what: 'killed', low: 9, high: 9, span, by: null }, '9 killed (the report)'],
    [{ what: 'killed', low: 9, high: null, span, by: 'Voss' }, 'at least 9 killed (according to Voss)'],
    [{ what: 'wounded', low: null, high: 1200, span, by: null }, 'up to 1,200 wounded (the report)'],
    [{ what: 'killed', low: 14, high: 19, span, by: null }, '14 to 19 killed (the report)'],
    [{ what: 'killed', low: null, high: null, span, by: null }, 'killed: “dozens” (the report)'],
    [{ what: 'other', low: 3, high: 3, span: whole, by: null }, '“dozens of shells” (the report)'],
  ] as const;
  for (const [figure, said] of cases) assert.equal(figureInWords(figure, words), said);
});

test('times: no year that the report lacks, no end that it leaves open', () => {
  const open = { start: null, end: null, pattern: null };
  const cases = [
    [{ ...open, start: '2031-03', end: '2031-03' }, 'March 2031'],
    [{ ...open, start: '2031-03-01', end: '2031-03-04' }, '1 March 2031 to 4 March 2031'],
    [{ ...open, start: '2031' }, 'from 2031 on'],
    [{ ...open, end: '2031-05' }, 'until May 2031'],
    [{ ...open, pattern: 'XXXX-06-22' }, '22 June, year not stated'],
    [{ ...open, pattern: 'XXXX-06' }, 'June, year not stated'],
    [{ ...open, pattern: 'XXXX-05/XXXX-07' }, 'May to July, year not stated'],
    [{ ...open, pattern: 'XXXX-WXX-1' }, 'Monday, week not stated'],
    [open, null],
  ] as const;
  for (const [interval, said] of cases) assert.equal(intervalInWords(interval), said);
  const when: When = { ...open, span: find('in recent weeks', 'recent weeks') };
  assert.equal(whenInWords(when, wordsOf('in recent weeks')), '“recent weeks”');
});

test('several reports stand in order of their dates, whatever order they came in', () => {
  const later = { ...DOCUMENT, text_sha256: 'later', published: '2031-03-09', outlet: 'Ledger' };
  const undated = { ...DOCUMENT, text_sha256: 'undated', published: null, outlet: null };
  const three = [{ document: undated, reading: READING }, { document: later, reading: READING }, reported];
  const dossier = dossierOf(three, NAMES);
  assert.deepEqual(
    dossier.reports.map((r) => r.outlet),
    ['Strait Courier', 'Ledger', null],
  );
  assert.deepEqual(
    dossier.cells[0]?.lines.map((l) => l.source.number),
    [1, 2, 3],
  );
  assert.deepEqual(dossierOf([three[2]!, three[1]!, three[0]!], NAMES), dossier);
});

test('in Markdown nothing that others wrote acts as markup, and every report can be gone to', () => {
  const page = markdownOf(dossierOf([reported], NAMES));
  assert.match(page, /^# Dossier\n/);
  assert.match(page, /\| Issue \| Halvia \|\n\| --- \| --- \|\n\| Leaving land \| rejects \|/);
  assert.match(
    page,
    /“\\=Halvia will not leave the strait” — Aldren Voss \(Halvia\); \*Strait Courier\*, 4 March 2031, \[1\]\(#report-1\) @0/,
  );
  assert.match(page, /<a id="report-1"><\/a>The guns \\\| of \\\*Ombra Point\\\*/);
  const cases = [
    ['<script>', '&lt;script&gt;'],
    ['[a](b)', '\\[a\\](b)'],
    ['# no', '\\# no'],
    ['- no', '\\- no'],
    ['1. no', '1\\. no'],
    ['a & b', 'a &amp; b'],
    ['plain - words', 'plain - words'],
  ] as const;
  for (const [from, to] of cases) assert.equal(escaped(from), to);
});

test('a report without records says so', () => {
  const document = reportOf('Nothing of note.');
  const page = markdownOf(dossierOf([{ document, reading: readingOf(document) }], NAMES));
  for (const kind of ['position', 'talk', 'event', 'dispute']) assert.match(page, new RegExp(`No ${kind} was found`));
});

test('what is less sure is only possible: in the table, and in its own line', () => {
  const [position] = READING.positions;
  const unsure = { ...READING, positions: [{ ...position!, confidence: 0.6 }] };
  const md = markdownOf(dossierOf([{ document: DOCUMENT, reading: unsure }], NAMES));
  assert.match(md, /\| Leaving land \| possibly rejects \|/u);
  assert.match(md, /- Possible: rejects;/u);
  assert.doesNotMatch(markdownOf(dossierOf([reported], NAMES)), /possibly rejects|Possible: rejects/u);
});
