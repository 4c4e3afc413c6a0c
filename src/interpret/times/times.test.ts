/** Words and the interval they mean, in small tables. The report's day is Friday, 16 May 2031, unless a case says else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadSegmentLexicon } from '../../data/segment.ts';
import { loadTimeLexicon } from '../../data/times.ts';
import type { Time } from '../../record.ts';
import { makeSegmentTools, segment } from '../../segment/segment.ts';
import { documentOf, linesOf } from '../../segment/testing.ts';
import { readTimes } from './times.ts';

const tools = makeSegmentTools(loadSegmentLexicon());
const lexicon = loadTimeLexicon();

function read(text: string, published: string | null = '2031-05-16'): readonly Time[] {
  const document = { ...documentOf(text), published };
  const cleaned = linesOf(text);
  return readTimes(document, cleaned, segment(document, cleaned, tools), lexicon);
}

/** "words: start..end", with the pattern where the year is open and the kind where it is not a point. */
const shown = (text: string, published?: string | null): string[] =>
  read(text, published).map((t) => {
    const kind = t.kind === 'point' ? '' : ` ${t.kind}`;
    return `${text.slice(t.span.start, t.span.end)}: ${t.pattern ?? `${t.start ?? ''}..${t.end ?? ''}`}${kind}`;
  });

type Case = readonly [text: string, ...expected: readonly string[]];

const check = (cases: readonly Case[], published?: string | null): void => {
  for (const [text, ...expected] of cases) assert.deepEqual(shown(text, published), expected, text);
};

test('years, seasons, quarters, decades', () => {
  check([
    ['Halvia took Nerith in 2014.', '2014: 2014..2014'],
    ['The Front has held it since 2014.', 'since 2014: 2014.. since'],
    ['He was envoy 2024–2029.', '2024–2029: 2024..2029 range'],
    ['The 2024 accord failed.', '2024: 2024..2024'],
    ['Talks in the spring of 2029 failed.', 'spring of 2029: 2029-03..2029-05'],
    ['It fell last summer.', 'last summer: 2030-06..2030-08'],
    ['In winter 2029-30 it held.', 'winter 2029-30: 2029-12..2030-02'],
    ['The winter of 2029 was hard.', 'winter of 2029: 2029..2029'],
    ['Exports fell in Q3 2029.', 'Q3 2029: 2029-07..2029-09'],
    ['Exports fell in the first quarter of 2030.', 'the first quarter of 2030: 2030-01..2030-03'],
    ['War came in the late 1990s.', 'the late 1990s: 1990..1999'],
  ]);
});

const JULY = 'July 4: 2031-07-04..2031-07-04';

test('days and months: the year is that of the report by tense, and open without one', () => {
  check([
    ['They signed on November 4.', 'November 4: 2030-11-04..2030-11-04'],
    ['They signed on 4 May.', '4 May: 2031-05-04..2031-05-04'],
    ['The truce expires on June 30.', 'June 30: 2031-06-30..2031-06-30'],
    ['They will vote in March.', 'March: 2032-03..2032-03'],
    ['They voted in March.', 'March: 2031-03..2031-03'],
    ['Fighting between 12 and 14 March killed nine.', 'between 12 and 14 March: 2031-03-12..2031-03-14 range'],
    ['Fighting on March 12-14, 2030.', 'March 12-14, 2030: 2030-03-12..2030-03-14 range'],
    ['It lasted from November to March 2030.', 'from November to March 2030: 2029-11..2030-03 range'],
    ['The truce is extended to June 30.', 'June 30: 2031-06-30..2031-06-30'],
    ['A court has set the hearing for June 30.', 'June 30: 2031-06-30..2031-06-30'],
    ['Halvia has set June 30 as the deadline.', 'June 30: 2031-06-30..2031-06-30'],
    ['The front is supposed to leave by August.', 'by August: ..2031-08 until'],
    ['In July 2029 they signed what they will keep on July 4.', 'July 2029: 2029-07..2029-07', JULY],
    ["It was a change Friday to March's count.", 'Friday: 2031-05-16..2031-05-16', 'March: 2031-03..2031-03'],
    ['She lost the long 2029 campaign.', '2029: 2029..2029'],
    ['By mid-March the truce was dead.', 'By mid-March: ..2031-03 until'],
    ['In March and April 2029 it held.', 'March: 2029-03..2029-03', 'April 2029: 2029-04..2029-04'],
    [
      'In March 2029 it was signed. Nobody kept it. Nobody was glad. It broke later that year.',
      'March 2029: 2029-03..2029-03',
      'later that year: 2029..2029',
    ],
    ['In March 2029 it was signed. Nobody kept it. It broke that day.', 'March 2029: 2029-03..2029-03', 'that day: ..'],
    [
      'In March 2029 it was signed, and in April of that year it broke.',
      'March 2029: 2029-03..2029-03',
      'April of that year: 2029-04..2029-04',
    ],
  ]);
  check(
    [
      ['Halvia is ready for talks after June 22.', 'after June 22: XXXX-06-22 after'],
      ['Mediation ran from May through July.', 'from May through July: XXXX-05/XXXX-07 range'],
      ['They met in Lorn in March 2029.', 'March 2029: 2029-03..2029-03'],
      ['Voss said on Thursday that it held.', 'Thursday: XXXX-WXX-4'],
      ['Voss left yesterday.', 'yesterday: ..'],
    ],
    null,
  );
});

test('weekdays look back unless the verb looks ahead', () => {
  check([
    [
      'Voss said on Thursday that envoys will meet on Monday.',
      'Thursday: 2031-05-15..2031-05-15',
      'Monday: 2031-05-19..2031-05-19',
    ],
    ['They met on Friday.', 'Friday: 2031-05-16..2031-05-16'],
    ['They met last Friday.', 'last Friday: 2031-05-09..2031-05-09'],
    ['They agreed to meet on Tuesday.', 'Tuesday: 2031-05-20..2031-05-20'],
    ['They tried to leave on Tuesday.', 'Tuesday: 2031-05-13..2031-05-13'],
    ['The envoys met on Tuesday, May 13.', 'Tuesday, May 13: 2031-05-13..2031-05-13'],
    ['After Monday’s talks they left.', 'Monday: 2031-05-12..2031-05-12'],
  ]);
});

test('a year is chosen by what is sure to come, what may, and what was', () => {
  check([
    ['The envoys will sign on March 3.', 'March 3: 2032-03-03..2032-03-03'],
    ['A paper would condemn the April 21 attack.', 'April 21: 2031-04-21..2031-04-21'],
    ['The sides agreed to pause on December 30.', 'December 30: 2030-12-30..2030-12-30'],
    ['Voss on Monday is to visit Lorn.', 'Monday: 2031-05-19..2031-05-19'],
    ['Voss will speak when she addresses the Commission on Monday.', 'Monday: 2031-05-19..2031-05-19'],
    ['The Front struck on Thursday to stop the vote.', 'Thursday: 2031-05-15..2031-05-15'],
    ['A drill is planned for the next month.', 'the next month: 2031-06..2031-06'],
    ['Talks will begin in two weeks.', 'two weeks: 2031-05-26..2031-06-01'],
    ['It fell in two weeks.', 'two weeks: .. duration'],
    ['On February 29 it fell.', 'February 29: XXXX-02-29'],
  ]);
});

test('parts of longer times', () => {
  check([
    ['The vote is on the first Sunday of October.', 'the first Sunday of October: 2030-10-06..2030-10-06'],
    ['It began in the first week of March.', 'the first week of March: 2031-03-01..2031-03-07'],
    ['By the end of last year it held.', 'By the end of last year: ..2030 until'],
    ['Earlier this week it broke.', 'Earlier this week: 2031-05-12..2031-05-16'],
    ['It held on the twenty-second of June 2029.', 'twenty-second of June 2029: 2029-06-22..2029-06-22'],
    ['It broke on Thursday evening, May 15.', 'Thursday evening, May 15: 2031-05-15..2031-05-15'],
    ['They met on June 15 and 16, 2030.', 'June 15: 2030-06-15..2030-06-15', '16, 2030: 2030-06-16..2030-06-16'],
  ]);
});

test('reckoned from the report or from the text', () => {
  check([
    ['Last week it held.', 'Last week: 2031-05-05..2031-05-11'],
    ['Two years ago it held.', 'Two years ago: 2029..2029'],
    ['Three days ago it held.', 'Three days ago: 2031-05-13..2031-05-13'],
    ['Shells fell overnight.', 'overnight: 2031-05-15..2031-05-16'],
    ['Marines boarded a ship before dawn on Tuesday.', 'before dawn on Tuesday: 2031-05-13..2031-05-13'],
    ['The guns fell silent before Tuesday.', 'before Tuesday: ..2031-05-13 before'],
    ['In the past three days it held.', 'the past three days: 2031-05-13..2031-05-16'],
    ['In recent weeks it held.', 'recent weeks: ..'],
    [
      'He came on May 5, 2030. The next day he left.',
      'May 5, 2030: 2030-05-05..2030-05-05',
      'The next day: 2030-05-06..2030-05-06',
    ],
    ['The day after the talks in Lorn, he left.', 'The day after: ..'],
    ['Ten days after May 5, he left.', 'Ten days after May 5: 2031-05-15..2031-05-15'],
    ['Every Monday for two years they met.', 'Every Monday: .. set', 'two years: .. duration'],
  ]);
});

test('times of the clock keep to the day beside them and to their own zone', () => {
  check([
    ['A drone struck at 4:30 a.m. on Tuesday.', '4:30 a.m. on Tuesday: 2031-05-13T04:30..2031-05-13T04:30'],
    ['It struck at 16:45 GMT on 3 May.', '16:45 GMT on 3 May: 2031-05-03T16:45..2031-05-03T16:45'],
    ['Filed 2031-03-29T04:00 from Lorn.', '2031-03-29T04:00: 2031-03-29T04:00..2031-03-29T04:00'],
    ['It is dated 22/03/2031.', '22/03/2031: 2031-03-22..2031-03-22'],
    ['It is dated 04/05/2031.', '04/05/2031: 2031..2031'],
  ]);
});

test('what is no time', () => {
  check([
    ['The order to march came in March; the sun may rise.', 'March: 2031-03..2031-03'],
    ['They march to the sea.'],
    ['He sat for the second time.'],
    ['A 25-year-old man told the daily, and a girl 12 years old wept.'],
    ['The May 23 Movement and the June 4 Brigade spoke.'],
    ['Grain sold at 2.35 marks and at 4.10 million in all.'],
    ['Some 2000 troops left.'],
    ['The Daily Lorn reports it under Resolution 1994.'],
    ['Voss said May Ostra may come, and 1,000 men sat.'],
    ['2014 people came, and 2,014 more.'],
    ['Halvia won 3-2 in 12 games.'],
    ['The 24 soldiers and 7 officers held the spring of the clock.'],
  ]);
});

test('every span is an exact slice, in order, apart from the others; no year but of the text or the report', () => {
  const word = fc.constantFrom(
    'on',
    'in',
    'March',
    'May',
    '12',
    '14',
    '2014',
    ',',
    'Monday',
    'last',
    'week',
    'the',
    'two',
    'days',
    'ago',
    'since',
    'to',
    '-',
    'and',
    '4:30',
    'a.m.',
    'Q1',
    'spring',
    '1990s',
    'early',
    'of',
    'overnight',
    'will',
    'met',
    '.',
    'same',
    'year',
    '2031-02-30',
    '30/02/2031',
    '99:99',
    'between',
    'from',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 24 }), fc.constantFrom(null, '2031-05-16'), (words, published) => {
      const text = words.join(' ');
      const times = read(text, published);
      let end = 0;
      for (const t of times) {
        assert.ok(t.span.start >= end && t.span.end > t.span.start && t.span.end <= text.length);
        end = t.span.end;
        if (t.start !== null && t.end !== null) assert.ok(t.start <= t.end, `${t.start} ${t.end} in ${text}`);
        if (published === null && (t.start ?? t.end) !== null) assert.match(text, /2014|2031|1990s/u);
      }
    }),
    { numRuns: 500 },
  );
});
