/**
 * Scores the reading of dates on two public sets of tests: `node eval/dates.ts FOLDER [--misses]`. FOLDER holds the files
 * of Specs/DateTime/English of microsoft/Recognizers-Text and of test/en of wanasit/chrono, which the user fetches.
 *
 * Beside ours stands chrono-node alone, as it comes. A span is right where its words agree but for prepositions and
 * articles at its ends; a value where the whole interval agrees, to the day (to the minute where a clock time is told).
 * Recognizers give a past and a future value for "June 22": either is right. Both sets are of assistants and
 * calendars; news has no "tomorrow at 7", and `news` counts the kinds of case that it has: dates and ranges of days,
 * months and years, no times of the clock, durations, sets or holidays.
 *
 * Recognizers-Text at 90e968e, 3,103 expressions, and chrono at 82c0e5b, 384; percent, ours / chrono-node 2.10 alone:
 *
 *                              spans found   precision     value right   right or coarser
 *   recognizers, news          50.5 / 35.1   57.2 / 42.4   32.8 / 22.8   40.8 / 25.7
 *   recognizers, all           41.1 / 35.9   53.9 / 45.5   31.9 / 25.6   38.1 / 28.9
 *   recognizers, date ranges   54.4 / 27.2                 36.7 / 10.9   45.0 / 13.8
 *   recognizers, dates         40.9 / 49.6                 28.2 / 43.6   33.8 / 47.3
 *   chrono's own tests         52.9 / 99.5   58.8 / 95.5   34.0 / 86.7   45.2 / 96.7
 *
 * What is left to chrono on purpose: "on 15", "1/2", "jan-1", "+2m", years of two figures, spelled years, and 04/05/2031,
 * of which only the year is sure. "Two years ago" is a year for us and a day for both sets; "two days later" without
 * a time before it stays open for us.
 */
import { parseArgs } from 'node:util';
import { casual, type ParsedComponents } from 'chrono-node';
import { loadResources } from '../src/data/load.ts';
import { createStages } from '../src/reading.ts';
import type { Cleaned, Time } from '../src/record.ts';
import { bareDocument } from '../src/text/document.ts';
import { span } from '../src/text/span.ts';
import { type Case, dayAfter, minute, readCases, type Stretch } from './dates-cases.ts';

interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: Stretch | null;
  /** The same with the other reading of its ends: the last day as the end, the day named as the start. */
  readonly ends: Stretch | null;
}

type Reader = (text: string, reference: string | null) => readonly Found[];

const stages = createStages(loadResources());

/** Ours, without the stages that read a whole report: the text is one paragraph. */
const ours: Reader = (text, reference) => {
  const document = bareDocument(text, 'case', { published: reference });
  const whole = span(0, text.length);
  const cleaned: Cleaned = {
    blocks: [{ kind: 'paragraph', span: whole, runs: [whole], made: { stage: 'clean', rule: 'clean/paragraph' } }],
    repeats: [],
    filing: { place: null, agency: null, date: null, author: null },
    notes: [],
  };
  const segmented = stages.segment(document, cleaned);
  const mentions = stages.mention(document, cleaned, segmented);
  const { times } = stages.interpret(document, cleaned, segmented, mentions, { statements: [], notes: [] });
  return times.map((t) => ({ start: t.span.start, end: t.span.end, value: stretchOf(t), ends: endsOf(t) }));
};

/** The first minute after an ISO 8601 interval of any precision. */
function after(iso: string): string {
  if (iso.length > 10) return iso.length === 13 ? `${iso}:00` : iso;
  if (iso.length === 10) return minute(dayAfter(iso));
  const [year, month] = [Number(iso.slice(0, 4)), iso.length === 7 ? Number(iso.slice(5)) : 12];
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${`${next[0]}`.padStart(4, '0')}-${`${next[1]}`.padStart(2, '0')}-01T00:00`;
}

const before = (iso: string): string =>
  iso.length > 10 ? (iso.length === 13 ? `${iso}:00` : iso) : minute(`${iso}-01-01`.slice(0, 10));

function stretchOf(t: Time): Stretch | null {
  if (t.start === null && t.end === null) return null;
  const { start, end, kind } = t;
  return {
    from: start === null ? null : kind === 'after' ? after(start) : before(start),
    to: end === null ? null : kind === 'before' ? before(end) : after(end),
  };
}

function endsOf({ start, end }: Time): Stretch | null {
  if (start === null && end === null) return null;
  return { from: start === null ? null : before(start), to: end === null ? null : before(end) };
}

/** chrono-node as it comes; what it holds for certain gives the precision. */
const chronoAlone: Reader = (text, reference) =>
  casual.parse(text, { instant: new Date(`${reference ?? '2016-11-07'}T12:00Z`), timezone: 0 }).map((r) => {
    const [from, to] = [isoOf(r.start), isoOf(r.end ?? r.start)];
    const exists = !Number.isNaN(Date.parse(minute(to.length > 10 ? to.slice(0, 10) : `${to}-01-01`.slice(0, 10))));
    return {
      start: r.index,
      end: r.index + r.text.length,
      value: exists ? { from: before(from), to: after(to) } : null,
      ends: exists ? { from: before(from), to: before(to) } : null,
    };
  });

function isoOf(c: ParsedComponents): string {
  const two = (name: 'month' | 'day' | 'hour' | 'minute'): string => `${c.get(name)}`.padStart(2, '0');
  const year = `${c.get('year')}`.padStart(4, '0');
  const timed = c.isCertain('hour');
  if (!timed && !c.isCertain('day') && !c.isCertain('weekday'))
    return c.isCertain('month') ? `${year}-${two('month')}` : year;
  return timed
    ? `${year}-${two('month')}-${two('day')}T${two('hour')}:${two('minute')}`
    : `${year}-${two('month')}-${two('day')}`;
}

const LEADING = /^(?:(?:on|in|at|the|of|for|during|from|by|since|after|before|until|till|around|about)\s+)+/iu;

/** The words of a span without prepositions and articles at its ends. */
function bare(text: string, start: number, end: number): string {
  const words = text.slice(start, end);
  const cut = LEADING.exec(words)?.[0].length ?? 0;
  return `${start + cut}-${start + words.trimEnd().length}`;
}

/** How a value stands to what is expected: the same; coarser, and holding it; or neither. */
function agreement(
  value: Stretch | null,
  expected: readonly Stretch[],
  type: string,
  set: Case['set'],
  ends: Stretch | null,
): 'same' | 'holds' | null {
  if (value === null) return null;
  const day = (iso: string | null | undefined): string | null => iso?.slice(0, 10) ?? null;
  const same = expected.some((e) => {
    // A test of chrono names one day, also where the words tell a month: the first of the interval.
    if (set === 'chrono' && type === 'date') return day(value.from) === day(e.from);
    if (type === 'datetime') return value.from === e.from;
    // Recognizers end "2014 to 2018" with the first day of 2018, and open "after 2014" with that of 2014 or 2015.
    return [value, ends].some((v) => v !== null && day(v.from) === day(e.from) && day(v.to) === day(e.to));
  });
  if (same) return 'same';
  const holds = expected.some(
    (e) =>
      (value.from ?? '') <= (e.from ?? '') &&
      (e.to ?? '9999') <= (value.to ?? '9999') &&
      value.from !== null &&
      value.to !== null,
  );
  return holds ? 'holds' : null;
}

interface Tally {
  expected: number;
  found: number;
  spans: number;
  sure: number;
  valued: number;
  values: number;
  held: number;
}

const newTally = (): Tally => ({ expected: 0, found: 0, spans: 0, sure: 0, valued: 0, values: 0, held: 0 });

const NEWS: ReadonlySet<string> = new Set(['date', 'daterange']);

function score(cases: readonly Case[], read: Reader, misses: string[] | null): ReadonlyMap<string, Tally> {
  const rows = new Map<string, Tally>();
  const row = (name: string): Tally => rows.get(name) ?? rows.set(name, newTally()).get(name)!;
  for (const c of cases) {
    const found = read(c.text, c.reference);
    const isNews = !c.file.startsWith('Holiday') && c.expected.every((e) => NEWS.has(e.type));
    const names = [`${c.set}: all`, ...(isNews ? [`${c.set}: news`] : [])];
    // A specification of dates alone leaves the clock times of its texts out: found there, they are not wrong.
    const complete = c.set === 'chrono' || /^(?:Merged|DateTimeModel)/u.test(c.file);
    if (complete) for (const name of names) row(name).found += found.length;
    for (const e of c.expected) {
      const key = bare(c.text, e.start, e.end);
      const hit = found.find((f) => bare(c.text, f.start, f.end) === key);
      const how = hit && e.values ? agreement(hit.value, e.values, e.type, c.set, hit.ends) : null;
      const right = how === 'same';
      for (const name of [...names, `${c.set}: ${e.type || 'other'}`]) {
        const t = row(name);
        t.expected++;
        if (hit) t.spans++;
        if (hit && complete) t.sure++;
        if (e.values && c.reference) t.valued++;
        if (e.values && c.reference && right) t.values++;
        if (e.values && c.reference && how) t.held++;
      }
      if (misses && isNews && (!hit || (e.values && c.reference && !right)))
        misses.push(
          `${c.file}\t${c.reference}\t${c.text}\t${c.text.slice(e.start, e.end)}\t${e.values?.map((v) => `${v.from}/${v.to}`).join(' ')}\t${hit ? `${hit.value?.from}/${hit.value?.to}` : `- ${found.map((f) => c.text.slice(f.start, f.end)).join(' | ')}`}`,
        );
    }
  }
  return rows;
}

const percent = (part: number, of: number): string =>
  of === 0 ? '   -' : `${((100 * part) / of).toFixed(1).padStart(5)}`;

function show(name: string, rows: ReadonlyMap<string, Tally>): void {
  console.log(`\n${name.padEnd(28)} expected  span recall  precision  values  right  right or coarser`);
  for (const [row, t] of [...rows].sort(([a], [b]) => a.localeCompare(b)))
    console.log(
      `${row.padEnd(28)} ${`${t.expected}`.padStart(8)}  ${percent(t.spans, t.expected).padStart(11)}  ${percent(t.sure, t.found).padStart(9)}  ${`${t.valued}`.padStart(6)}  ${percent(t.values, t.valued)}  ${percent(t.held, t.valued)}`,
    );
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { misses: { type: 'boolean' } } });
const folder = positionals[0];
if (folder === undefined) {
  console.error(
    'node eval/dates.ts FOLDER [--misses]\nFOLDER holds the files of Specs/DateTime/English of microsoft/Recognizers-Text and of test/en of wanasit/chrono.',
  );
  process.exit(2);
}
const cases = readCases(folder);
const misses: string[] | null = values.misses ? [] : null;
show('ours', score(cases, ours, misses));
show('chrono-node alone', score(cases, chronoAlone, null));
if (misses) console.log(`\n${misses.join('\n')}`);
