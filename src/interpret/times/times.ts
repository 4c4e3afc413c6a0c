/**
 * Every time that a report tells, as an interval at the precision stated. Words are looked up once; where one of them
 * may begin or end a time, ordered parsers read the expression (chrono-node reads dates and clock times that are
 * written out, the rest are ours), ordered refiners join expressions, and each is then worked out from its own words,
 * the times before it, or the report's day. What none of them fixes stays open: no year is invented.
 */
import type { Cleaned, Document, Producer, Segmented, Sentence, Time } from '../../record.ts';
import { span } from '../../text/span.ts';
import { type Day, daysIn, numberOf, parseDay } from './calendar.ts';
import { at, type Expression, isCapital, isFigure, type Parser, type Scan } from './expression.ts';
import { type Fixed, isoOf, moment, patternOf } from './interval.ts';
import type { TimeLexicon } from './lexicon.ts';
import { dayOfMonth, decade, month, quarter, season, weekday, year } from './names.ts';
import { apart, clockWithDate, daysOfOneMonth, partOfDay, type Refiner, weekdayWithDate } from './refine-days.ts';
import {
  ahead,
  bounded,
  dateWithin,
  dayOfLonger,
  offsetFromDate,
  partOfTime,
  range,
  yearOfBoth,
} from './refine-spans.ts';
import { resolve } from './resolve.ts';
import { tenseOf } from './tense.ts';
import { namedDay, unit } from './unit.ts';
import { clockTime, figureDate, filingDate, writtenDate, writtenDay } from './written.ts';

/** By a word of figures, in this order. */
const FIGURE_PARSERS: readonly Parser[] = [figureDate, clockTime, decade, year, dayOfMonth];

const REFINERS: readonly Refiner[] = [
  weekdayWithDate,
  daysOfOneMonth,
  partOfDay,
  weekdayWithDate,
  clockWithDate,
  yearOfBoth,
  dateWithin,
  dayOfLonger,
  partOfTime,
  offsetFromDate,
  range,
  bounded,
  ahead,
];

/** A year told in a sentence holds for the next so many words of it. */
const CARRIES = 10;

/** How many sentences back "that year" may point. */
const POINTS_BACK = 4;

/** One table for each lexicon: the same for the same words, so that it may be kept. */
const tables = new WeakMap<TimeLexicon, ReadonlyMap<string, readonly Parser[]>>();

/** Which parsers a word sets off; made once for a lexicon. */
function parsersOf(lexicon: TimeLexicon): ReadonlyMap<string, readonly Parser[]> {
  const known = tables.get(lexicon);
  if (known) return known;
  const table = new Map<string, Parser[]>();
  const add = (words: Iterable<string>, ...parsers: Parser[]): void => {
    for (const word of words) table.set(word, [...(table.get(word) ?? []), ...parsers]);
  };
  add(lexicon.months.keys(), writtenDate, month);
  add(lexicon.weekdays.keys(), weekday);
  // "Mondays raids", its apostrophe lost.
  add(
    [...lexicon.weekdays.keys()].filter((w) => w.endsWith('day')).map((w) => `${w}s`),
    weekday,
  );
  add(lexicon.seasons.keys(), season);
  add([...lexicon.quarters.keys(), ...lexicon.halves.keys(), 'quarter', 'half'], quarter);
  add(lexicon.units.keys(), unit);
  add([...lexicon.days.keys(), ...lexicon.overnight, ...lexicon.dayParts, ...lexicon.setWords], namedDay);
  add(lexicon.decades.keys(), decade);
  tables.set(lexicon, table);
  return table;
}

const NONE: readonly Expression[] = [];

/** Expressions of a sentence, in order, that do not overlap: the longer of two that do. */
function parse(scan: Scan, table: ReadonlyMap<string, readonly Parser[]>): readonly Expression[] {
  let found: Expression[] | null = null;
  for (let i = scan.from; i < scan.to; i++) {
    const word = scan.words[i]!.lower;
    const c = word.charCodeAt(0);
    const parsers =
      isFigure(c) || ((c === 39 || c === 8217 || c === 8216) && isFigure(word.charCodeAt(1)))
        ? FIGURE_PARSERS
        : table.get(word);
    if (parsers === undefined) continue;
    for (const parser of parsers) {
      const e = parser(scan, i);
      if (!e) continue;
      found ??= [];
      found.push(e);
      break;
    }
  }
  if (!found) return NONE;
  return apart(found.sort((a, b) => a.first - b.first || b.last - a.last));
}

/** Reads every time of a report, in the order of its text. Pure; rests on no clock and no time zone. */
export function readTimes(
  document: Document,
  cleaned: Cleaned,
  segmented: Segmented,
  lexicon: TimeLexicon,
): readonly Time[] {
  const table = parsersOf(lexicon);
  const out: Time[] = [];
  const { now, anchor } = dayOfReport(document, cleaned);
  let before: { fixed: Fixed; sentence: number } | null = null;
  segmented.sentences.forEach((sentence: Sentence, index) => {
    const scan: Scan = {
      text: document.text,
      words: segmented.words,
      from: sentence.first,
      to: sentence.last,
      lexicon,
    };
    let expressions = parse(scan, table);
    if (expressions.length === 0) return;
    for (const refine of REFINERS) expressions = refine(scan, expressions);
    expressions = apart(expressions);
    let stated: { year: number; last: number } | null = null;
    for (const e of expressions) {
      // "the March 23 Movement"
      if (isCapital(scan, e.last) && lexicon.bodies.has(at(scan, e.last))) continue;
      // "Later that year" points back past sentences that tell no time.
      const { meaning } = e;
      const points = meaning.is === 'same' && (meaning.unit === 'year' || meaning.unit === 'month');
      const near = before !== null && index - before.sentence <= (points ? POINTS_BACK : 1);
      const tense = tenseOf(scan, e);
      // "in July 2029 they promised that they will sign on March 12": a year gone by does not hold for what is to come.
      const carried = stated !== null && e.first - stated.last <= CARRIES ? stated.year : null;
      const fixed = resolve(e.meaning, {
        now,
        anchor,
        tense,
        before: near ? before!.fixed : null,
        year: carried !== null && now !== null && tense === 'future' && carried < now.year ? null : carried,
      });
      out.push(timeOf(scan, e, fixed));
      if (fixed && e.kind !== 'duration' && e.kind !== 'set') {
        if (fixed.from.year !== null) before = { fixed, sentence: index };
        stated = yearStated(scan, e) ?? stated;
      }
    }
  });
  return out;
}

/** A year that the words after it go on in ("In 2029 the truce was signed in March"): told by a date with "in" or "on". */
function yearStated(scan: Scan, { first, last, meaning, kind }: Expression): { year: number; last: number } | null {
  if (meaning.is !== 'date' || meaning.fields.year === null || kind !== 'point') return null;
  const lead = at(scan, first - 1);
  return lead === 'in' || lead === 'on' ? { year: meaning.fields.year, last } : null;
}

/** How many days the day that a report writes of itself may lie from the one of its metadata, to be the same report's. */
const SAME_FILING = 62;

/** The report's day: as its dateline or byline writes it, for metadata may be those of a later copy; else by its metadata. */
function dayOfReport(document: Document, cleaned: Cleaned): { now: Day | null; anchor: 'text' | 'published' } {
  const published = parseDay(document.published);
  const { date } = cleaned.filing;
  const written = date ? writtenDay(document.text.slice(date.start, date.end)) : null;
  if (!published) return { now: written, anchor: written ? 'text' : 'published' };
  const near = written !== null && Math.abs(numberOf(written) - numberOf(published)) <= SAME_FILING;
  return { now: near ? written : published, anchor: 'published' };
}

/**
 * The day that a report writes of itself in its dateline or byline, as `Reading.filed` gives it. A year that is not written
 * there is that of the metadata, where these lie near the day or say no more than year or month; else it stays open.
 */
export function readFiled(document: Document, cleaned: Cleaned): string | null {
  const { date } = cleaned.filing;
  const written = date ? filingDate(document.text.slice(date.start, date.end)) : null;
  if (!written) return null;
  const { month, day } = written;
  return patternOf(moment(written.year ?? yearBy(document.published, month, day), month, day));
}

/** The year of a day without one, by the date of the metadata: the nearest, or the one that they name without a day. */
function yearBy(published: string | null, month: number, day: number): number | null {
  const given = parseDay(published);
  if (given) {
    const away = (year: number): number => Math.abs(numberOf({ year, month, day }) - numberOf(given));
    const year = [given.year - 1, given.year, given.year + 1].sort((a, b) => away(a) - away(b))[0]!;
    return away(year) <= SAME_FILING && day <= daysIn(year, month) ? year : null;
  }
  const [, year, told] = /^(\d{4})(?:-(\d\d))?$/u.exec(published ?? '') ?? [];
  return year !== undefined && (told === undefined || Number(told) === month) && day <= daysIn(Number(year), month)
    ? Number(year)
    : null;
}

function timeOf({ words }: Scan, { first, last, meaning, kind, rule }: Expression, fixed: Fixed | null): Time {
  const made: readonly Producer[] = [{ stage: 'interpret', rule: `interpret/time-${rule}` }];
  const where = span(words[first]!.start, words[last - 1]!.end);
  if (!fixed) {
    const precision = meaning.is === 'date' ? 'day' : 'unit' in meaning ? precisionOfUnit(meaning.unit) : 'vague';
    // A weekday that nothing fixes is still that weekday, as ISO 8601 writes it.
    const weekday = meaning.is === 'date' && kind === 'point' ? meaning.fields.weekday : null;
    const pattern = weekday === null ? null : `XXXX-WXX-${weekday}`;
    return { span: where, start: null, end: null, pattern, precision, kind, anchor: null, made };
  }
  const open = fixed.from.year === null;
  const opensEarly = kind === 'until' || kind === 'before';
  const opensLate = kind === 'since' || kind === 'after';
  const [from, to] = [patternOf(fixed.from), patternOf(fixed.to)];
  return {
    span: where,
    start: opensEarly ? null : isoOf(fixed.from),
    end: opensLate ? null : isoOf(fixed.to),
    pattern: open ? (from === to ? from : `${from}/${to}`) : null,
    precision: fixed.precision,
    kind,
    anchor: open ? null : fixed.anchor,
    made,
  };
}

const precisionOfUnit = (unit: string): Time['precision'] =>
  unit === 'weekend'
    ? 'day'
    : unit === 'fortnight'
      ? 'week'
      : unit === 'century'
        ? 'vague'
        : (unit as Time['precision']);
