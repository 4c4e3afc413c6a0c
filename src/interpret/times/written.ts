/**
 * Dates and clock times as they are written out, read by chrono-node: "22 June 2031", "June 22nd", "2031-06-22",
 * "22/06/2031", "4:30 a.m.". It is shown only the few words that can belong to the date, and only what it holds for
 * certain is taken: what it adds from its day of reference is left, so that no day of ours leaks into a record.
 */
import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { Chrono, casual } from 'chrono-node/en';
import { type Day, daysIn } from './calendar.ts';
import {
  at,
  dateOf,
  dayAt,
  type Expression,
  type Fields,
  figures,
  isFigure,
  isName,
  point,
  type Scan,
  tagAt,
  textOf,
  wordEndingAt,
  yearAt,
} from './expression.ts';

/** chrono's parsers of written dates by name; the others guess at more than news should be read for. */
const DATE_PARSERS: ReadonlySet<string> = new Set([
  'ENMonthNameLittleEndianParser',
  'ENMonthNameMiddleEndianParser',
  'ENMonthNameParser',
]);
const FIGURE_PARSERS: ReadonlySet<string> = new Set([
  'ENYearMonthDayParser',
  'ISOFormatParser',
  'SlashDateFormatParser',
]);
const CLOCK_PARSERS: ReadonlySet<string> = new Set(['ENTimeExpressionParser']);

const reader = (names: ReadonlySet<string>): Chrono =>
  new Chrono({ parsers: casual.parsers.filter((p) => names.has(p.constructor.name)), refiners: [] });

const dates = reader(DATE_PARSERS);
const numeric = reader(FIGURE_PARSERS);
const clock = reader(CLOCK_PARSERS);

/** A day of reference that says nothing: nothing that rests on it is used. */
const REFERENCE = { instant: new Date(Date.UTC(2000, 0, 1, 12)), timezone: 0 };

const certain = (c: ParsedComponents, name: 'year' | 'month' | 'day' | 'hour' | 'minute'): number | null =>
  c.isCertain(name) ? c.get(name) : null;

const fieldsOf = (c: ParsedComponents): Fields => ({
  year: certain(c, 'year'),
  month: certain(c, 'month'),
  day: certain(c, 'day'),
  weekday: null,
  hour: certain(c, 'hour'),
  minute: certain(c, 'minute'),
});

/** What chrono reads at the very start of words `[first, last)`, and one past the last word of it. */
function readAt(
  chrono: Chrono,
  scan: Scan,
  first: number,
  last: number,
): { result: ParsedResult; last: number } | null {
  let best: { result: ParsedResult; last: number } | null = null;
  for (const result of chrono.parse(textOf(scan, first, last), REFERENCE)) {
    if (result.index !== 0) continue;
    const end = wordEndingAt(scan, first, scan.words[first]!.start + result.text.length);
    if (end >= 0 && end + 1 > (best?.last ?? 0)) best = { result, last: end + 1 };
  }
  return best;
}

/** A date with the name of its month: triggered by the month, or by the figure before it. */
export function writtenDate(scan: Scan, i: number): Expression | null {
  const { months } = scan.lexicon;
  let first = i;
  if (months.has(at(scan, i))) {
    const before = at(scan, i - 1) === 'of' ? i - 2 : i - 1;
    // "12 March", "the 12th of March": the figure is the trigger then, and "March 12" the other way round.
    if (dayAt(scan, before) !== null) first = before;
    else if (before < i - 1 && scan.lexicon.numberth.has(at(scan, before))) {
      // "the twenty-second of June"
      const ten = at(scan, before - 1) === '-' ? before - 2 : before - 1;
      first = scan.lexicon.tens.has(at(scan, ten)) ? ten : before;
    }
  } else return null;
  let last = i + 1;
  if (first === i && dayAt(scan, last) !== null && !isAmount(scan, last)) last++;
  else if (
    first === i &&
    dayAt(scan, last) === null &&
    yearAt(scan, last) === null &&
    at(scan, last) !== 'of' &&
    at(scan, last) !== 'in' &&
    at(scan, last) !== ','
  )
    return null;
  if (yearAt(scan, last) !== null) last++;
  else if (at(scan, last) === ',' && yearAt(scan, last + 1) !== null) last += 2;
  const ofYear = at(scan, last) === 'of' || at(scan, last) === 'in' ? yearAt(scan, last + 1) : null;
  if (last - first < 2) {
    // "March of 2031"
    if (ofYear === null || !isName(scan, i)) return null;
    return point(i, last + 2, dateOf({ month: months.get(at(scan, i))!, year: ofYear }), 'written-date');
  }
  const found = readAt(dates, scan, first, last);
  if (!found || found.last <= i) return null;
  const fields = fieldsOf(found.result.start);
  if (fields.month === null) return null;
  // "March 12 of 2031"
  if (ofYear !== null && found.last === last && fields.year === null)
    return point(first, last + 2, dateOf({ ...fields, year: ofYear }), 'written-date');
  return point(first, found.last, dateOf(fields), 'written-date');
}

/** "June 2,000 people" has its own word; "May 12 people", "March 10 percent" do not tell a day. */
function isAmount(scan: Scan, i: number): boolean {
  const next = at(scan, i + 1);
  return next === 'percent' || next === '%' || next === 'per' || next === 'million' || next === 'billion';
}

/** A date in figures: 2031-06-22, with a clock time or without; 22/06/2031; 22.06.2031. */
export function figureDate(scan: Scan, i: number): Expression | null {
  const word = at(scan, i);
  const iso = word.length === 10 && word[4] === '-';
  if (!iso && !isSlashed(word)) return null;
  let last = i + 1;
  if (iso) while (last < scan.to && last < i + 6 && scan.words[last]!.start === scan.words[last - 1]!.end) last++;
  for (; last > i; last--) {
    const found = readAt(numeric, scan, i, last);
    if (!found) continue;
    const fields = fieldsOf(found.result.start);
    if (fields.year === null || fields.month === null || fields.day === null) return null;
    // 05/06/2031 is read one way in one country and another way in the next: the year alone is sure.
    const open = !iso && fields.month !== fields.day && fields.day <= 12;
    const date = open ? { year: fields.year } : fields;
    return point(i, found.last, dateOf(date), 'figure-date');
  }
  return null;
}

/** 22/06/2031 or 22.06.2031: two short numbers and a year of four figures. */
function isSlashed(word: string): boolean {
  if (word.length < 8 || word.length > 10) return false;
  const mark = isFigure(word.charCodeAt(1)) ? word[2] : word[1];
  if (mark !== '/' && mark !== '.') return false;
  const parts = word.split(mark);
  return parts.length === 3 && parts[2]!.length === 4;
}

/** "4 a.m.", "4:30 pm", "04:00 GMT", "at 16:45": a bare 4:30 without "at" or the like may be a score. */
export function clockTime(scan: Scan, i: number): Expression | null {
  const word = at(scan, i);
  if (!isFigure(word.charCodeAt(0))) return null;
  const { meridiem, zones, leadsIn, hours } = scan.lexicon;
  if (word.length === 4 && (zones.has(at(scan, i + 1)) || hours.has(at(scan, i + 1)))) {
    const [hour, minute] = [figures(word, 2), figures(word.slice(2), 2)];
    return hour < 24 && minute >= 0 && minute < 60 ? point(i, i + 2, dateOf({ hour, minute }), 'clock-time') : null;
  }
  let last = i + 1;
  const parted = isClock(word);
  const half = meridiem.has(at(scan, last));
  if (half) last++;
  else if (!parted || !(leadsIn.has(at(scan, i - 1)) || at(scan, i - 1) === 'at' || zones.has(at(scan, last))))
    return null;
  // "at 2.35 million shares" tells no time.
  if (!half && word.includes('.') && !zones.has(at(scan, last))) {
    const tag = tagAt(scan, last);
    if (at(scan, i - 1) !== 'at' || tag === 'NUM' || tag === 'NOUN' || tag === 'SYM') return null;
  }
  const found = readAt(clock, scan, i, last);
  if (!found || found.last !== last) return null;
  const { hour, minute } = fieldsOf(found.result.start);
  if (hour === null) return null;
  if (zones.has(at(scan, last))) last++;
  else if (at(scan, last) === 'local' && at(scan, last + 1) === 'time') last += 2;
  return point(i, last, dateOf({ hour, minute: parted ? minute : null }), 'clock-time');
}

/** Two figures, a colon or full stop, two figures. */
function isClock(word: string): boolean {
  const colon = word.length - 3;
  if (colon < 1 || colon > 2 || (word[colon] !== ':' && word[colon] !== '.')) return false;
  return figuresOnly(word.slice(0, colon)) < 24 && figuresOnly(word.slice(colon + 1)) < 60;
}

const figuresOnly = (part: string): number => (/^\d\d?$/u.test(part) ? Number(part) : 99);

/** The day that a dateline or byline gives ("June 22, 2031", "June 22"); `null` where a month or day is missing. */
export function filingDate(text: string): (Omit<Day, 'year'> & { readonly year: number | null }) | null {
  // "Jun 182016": the comma between day and year is lost.
  const short = text.slice(0, 60).replace(/(\d{1,2})((?:19|20)\d\d)$/u, '$1 $2');
  let open: ReturnType<typeof filingDate> = null;
  for (const chrono of [dates, numeric])
    for (const result of chrono.parse(short, REFERENCE)) {
      const { year, month, day } = fieldsOf(result.start);
      if (month === null || day === null || day > daysIn(year, month)) continue;
      if (year !== null) return { year, month, day };
      open ??= { year, month, day };
    }
  return open;
}

/** The same where the year stands there as well. */
export function writtenDay(text: string): Day | null {
  const found = filingDate(text);
  return found?.year == null ? null : { ...found, year: found.year };
}
