/** Refiners that join times into longer ones: parts, times within times, ranges, and what they are bounded by. */
import { amountBefore } from './amount.ts';
import {
  at,
  dayAt,
  type Expression,
  type Fields,
  type Meaning,
  NOTHING,
  point,
  type Scan,
  tagAt,
} from './expression.ts';
import { between, isDay, joining, type Refiner } from './refine-days.ts';
import { isAhead, tenseOf } from './tense.ts';

const OF = new Set(['of', 'in', ',', 'the', 'on', 'during']);

/** "April of that year", "May last year", "Monday last week", "on the 3rd of this month". */
export const dateWithin = joining((scan, a, b) => {
  // "next week Wednesday"
  if (
    a.meaning.is === 'unit' &&
    a.meaning.unit === 'week' &&
    (b.first === a.last || (b.first === a.last + 1 && at(scan, a.last) === 'on')) &&
    b.meaning.is === 'date' &&
    b.meaning.fields.weekday !== null &&
    b.meaning.fields.day === null
  )
    return point(a.first, b.last, { is: 'within', fields: b.meaning.fields, of: a.meaning }, 'date-within');
  if (a.meaning.is !== 'date' || a.meaning.step !== null || a.meaning.fields.year !== null) return null;
  const of = b.meaning;
  if (of.is !== 'unit' && of.is !== 'same') return null;
  const { month, day, weekday } = a.meaning.fields;
  const fits =
    of.unit === 'year'
      ? month !== null
      : of.unit === 'month'
        ? day !== null && month === null
        : of.unit === 'week' && weekday !== null && month === null;
  if (!fits || !between(scan, a, b, OF)) return null;
  return point(a.first, b.last, { is: 'within', fields: a.meaning.fields, of }, 'date-within');
});

/** "two days after March 3", "a week before last Monday". */
export const offsetFromDate = joining((scan, a, b) => {
  if (a.rule !== 'from-what-follows' || b.first !== a.last) return null;
  const next = at(scan, b.last);
  if (next === "'s" || next === '’s') return null;
  for (let i = a.first; i < a.last; i++) {
    const unit = scan.lexicon.units.get(at(scan, i));
    if (!unit) continue;
    const amount = amountOf(scan, a.first, i);
    if (amount === null) return null;
    const back = scan.lexicon.textBack.has(at(scan, a.last - 1));
    return point(
      a.first,
      b.last,
      { is: 'offset', amount: back ? -amount : amount, unit, from: b.meaning },
      'offset-from-date',
    );
  }
  return null;
});

function amountOf(scan: Scan, first: number, unit: number): number | null {
  const word = at(scan, first);
  if (unit === first + 1 && (word === 'the' || word === 'a' || word === 'an')) return 1;
  return unit === first + 1
    ? (scan.lexicon.numbers.get(word) ?? (/^\d{1,4}$/u.test(word) ? Number(word) : null))
    : null;
}

/** "the first Sunday of October", "the 20th of next month". */
export const dayOfLonger = joining((scan, a, b) => {
  if (a.meaning.is !== 'date' || a.meaning.fields.weekday === null || a.meaning.fields.day !== null) return null;
  const { ordinals } = scan.lexicon;
  const nth = ordinals.get(at(scan, a.first - 1)) ?? (a.meaning.step === -1 ? -1 : null);
  const holds = isMonth(b) || (b.meaning.is === 'unit' && b.meaning.unit === 'month');
  if (nth === null || !holds || !between(scan, a, b, OF)) return null;
  const first = a.meaning.step === -1 ? a.first : a.first - 1;
  return point(
    at(scan, first - 1) === 'the' ? first - 1 : first,
    b.last,
    { is: 'nth-weekday', nth, weekday: a.meaning.fields.weekday, of: b.meaning },
    'nth',
  );
});

/** What has parts: months, years, seasons, decades and longer units. */
function withPart(meaning: Meaning, part: 'early' | 'mid' | 'late'): Meaning | null {
  if (meaning.is === 'date')
    return meaning.fields.day === null && meaning.fields.weekday === null && meaning.fields.hour === null
      ? { ...meaning, part }
      : null;
  if (meaning.is === 'unit') return meaning.unit === 'day' ? null : { ...meaning, part };
  if (meaning.is === 'decade') return { ...meaning, part };
  return meaning.is === 'season' || meaning.is === 'share' || meaning.is === 'within' || meaning.is === 'same'
    ? meaning
    : null;
}

const isMonth = ({ meaning }: Expression): boolean =>
  meaning.is === 'date' && meaning.fields.month !== null && meaning.fields.day === null;

/** "early March", "mid-2022", "the end of last year", "later this week", "the first week of May". */
export const partOfTime: Refiner = (scan, found) => {
  const { parts, nearer, ordinals, units } = scan.lexicon;
  return found.map((e) => {
    let i = e.first - 1;
    const link = at(scan, i);
    if (link === '-' || link === 'in' || link === '–') i--;
    else {
      if (at(scan, i) === 'the' && at(scan, i - 1) === 'of') i--;
      if (at(scan, i) === 'of') i--;
    }
    const word = at(scan, i);
    const day = e.meaning.is === 'unit' && e.meaning.unit === 'month' ? dayAt(scan, i) : null;
    if (day !== null && at(scan, i + 1) === 'of') {
      const first = at(scan, i - 1) === 'the' ? i - 1 : i;
      return point(first, e.last, { is: 'within', fields: { ...NOTHING, day }, of: e.meaning }, 'date-within');
    }
    const part = parts.get(word) ?? nearer.get(word);
    if (part !== undefined && tagAt(scan, i) !== 'VERB') {
      const meaning = withPart(e.meaning, part);
      if (!meaning) return e;
      // "the second half of May"
      const first = ordinals.has(at(scan, i - 1)) || scan.lexicon.latter.has(at(scan, i - 1)) ? i - 1 : i;
      return { ...e, first: at(scan, first - 1) === 'the' ? first - 1 : first, meaning, rule: 'part' };
    }
    // "the first week of March", "the last day of 2014", "the second half of May"
    const unit = units.get(word);
    // "the month of March", "the week of May 5", "the week beginning May 5"
    const holds = unit === 'week' ? isDay(e) : unit === 'month' ? isMonth(e) : unit === 'year' && e.rule === 'year';
    if (
      holds &&
      e.first - i <= 3 &&
      !ordinals.has(at(scan, i - 1)) &&
      (i + 1 === e.first || at(scan, i + 1) === 'of')
    ) {
      const first = at(scan, i - 1) === 'the' ? i - 1 : i;
      return unit === 'week'
        ? { ...e, first, meaning: { is: 'nth', nth: 0, unit, of: e.meaning }, rule: 'nth' }
        : { ...e, first };
    }
    if (unit && at(scan, i + 1) === 'of') {
      const nth =
        ordinals.get(at(scan, i - 1)) ?? (at(scan, i - 1) === 'last' || at(scan, i - 1) === 'final' ? -1 : null);
      if (nth !== null && (unit === 'week' || unit === 'day' || unit === 'month' || unit === 'weekend')) {
        const first = at(scan, i - 2) === 'the' ? i - 2 : i - 1;
        // "the last days of April" are not told one by one.
        if (word.endsWith('s')) return { ...e, first, rule: 'part' };
        return { ...e, first, meaning: { is: 'nth', nth, unit, of: e.meaning }, rule: 'nth' };
      }
    }
    return e;
  });
};

const isFixed = ({ meaning, kind }: Expression): boolean =>
  kind === 'point' &&
  meaning.is !== 'vague' &&
  meaning.is !== 'duration' &&
  meaning.is !== 'set' &&
  meaning.is !== 'rolling';

/** "from May through July", "between 12 and 14 March", "2014–2022", "Monday to Wednesday". */
export const range = joining((scan, a, b) => {
  if (!isFixed(a) || !isFixed(b)) return null;
  const { range: words, opensRange } = scan.lexicon;
  const gap = b.first - a.last;
  const link = at(scan, a.last);
  if (gap < 1 || gap > 2 || !words.has(link)) return null;
  if (gap === 2 && at(scan, a.last + 1) !== 'the') return null;
  const open = at(scan, a.first - 1);
  if (link === 'and' && open !== 'between') return null;
  if (link === 'to' && open !== 'from' && !plainPair(a, b)) return null;
  if ((link === '—' || link === 'until' || link === 'till') && open !== 'from') return null;
  const first = opensRange.has(open) ? a.first - 1 : a.first;
  return point(first, b.last, { is: 'range', ...sharing(a.meaning, b.meaning) }, 'range');
});

/** Two dates told as finely: "Friday to December's figures" is no range. */
const plainPair = ({ meaning: a }: Expression, { meaning: b }: Expression): boolean =>
  a.is === 'date' && b.is === 'date' && toTheDay(a.fields) === toTheDay(b.fields);

const toTheDay = ({ day, weekday, hour }: Fields): boolean => day !== null || weekday !== null || hour !== null;

/** The ends of a range share a year and a month that only one of them tells. */
function sharing(from: Meaning, to: Meaning): { from: Meaning; to: Meaning } {
  if (from.is !== 'date' || to.is !== 'date') return { from, to };
  const [x, y] = [from.fields, to.fields];
  if (x.year === null && y.year !== null && x.month !== null && y.month !== null) {
    const year = x.month > y.month ? y.year - 1 : y.year;
    return { from: { ...from, fields: { ...x, year } }, to };
  }
  if (y.year === null && x.year !== null && x.month !== null && y.month !== null) {
    const year = y.month < x.month ? x.year + 1 : x.year;
    return { from, to: { ...to, fields: { ...y, year } } };
  }
  if (
    x.hour !== null &&
    y.hour !== null &&
    x.day === null &&
    x.weekday === null &&
    (y.day !== null || y.weekday !== null)
  )
    return { from: { ...from, fields: { ...y, hour: x.hour, minute: x.minute } }, to };
  return { from, to };
}

const LIST = new Set(['and', 'or', ',']);

/** "March and April 2022": the year is of both. */
export const yearOfBoth: Refiner = (scan, found) => {
  if (found.length < 2) return found;
  const out = [...found];
  for (let k = out.length - 2; k >= 0; k--) {
    const [a, b] = [out[k]!, out[k + 1]!];
    if (a.meaning.is !== 'date' || b.meaning.is !== 'date' || !between(scan, a, b, LIST)) continue;
    const [x, y] = [a.meaning.fields, b.meaning.fields];
    if (x.year !== null || y.year === null || x.month === null || y.month === null || a.meaning.step !== null) continue;
    if (x.month > y.month || (x.day === null) !== (y.day === null)) continue;
    out[k] = { ...a, meaning: { ...a.meaning, fields: { ...x, year: y.year } } };
  }
  return out;
};

/** "since 2014", "until May", "after June 22", "by Monday": what stands right before it, and no noun after it. */
export const bounded: Refiner = (scan, found) => {
  const { bounds } = scan.lexicon;
  return found.map((e) => {
    if (e.kind !== 'point' || e.meaning.is === 'vague') return e;
    let i = e.first - 1;
    if (at(scan, i) === 'the' || at(scan, i) === 'about' || at(scan, i) === 'around') i--;
    // "starting on Monday"
    if ((at(scan, i) === 'on' || at(scan, i) === 'from') && bounds.get(at(scan, i - 1)) === 'since') i--;
    const bound = bounds.get(at(scan, i));
    if (bound === undefined) return e;
    const next = at(scan, e.last);
    if (next === "'s" || next === '’s' || next === '’' || e.rule === 'year-of-thing') return e;
    // "after Monday talks" is after the talks; "since Monday troops ..." is since Monday.
    if (
      bound !== 'since' &&
      (tagAt(scan, e.last) === 'NOUN' || (tagAt(scan, e.last) === 'PROPN' && at(scan, i) !== 'by'))
    )
      return e;
    return { ...e, first: i, kind: bound };
  });
};

/** "in two weeks", "within 48 hours", where the verb looks ahead; of the past they are durations. */
export const ahead: Refiner = (scan, found) =>
  found.map((e) => {
    if (e.meaning.is !== 'duration') return e;
    const lead = at(scan, e.first - 1);
    if ((lead !== 'in' && lead !== 'within') || tagAt(scan, e.last) === 'NOUN' || !isAhead(tenseOf(scan, e))) return e;
    const amount = amountBefore(scan, e.last - 1);
    if (amount === null || amount.first !== e.first) return e;
    if (amount.value === null) return point(e.first, e.last, { is: 'vague' }, 'vague');
    const { unit } = e.meaning;
    return lead === 'in'
      ? point(e.first, e.last, { is: 'offset', amount: amount.value, unit, from: 'report' }, 'ago')
      : point(e.first - 1, e.last, { is: 'rolling', amount: amount.value, unit, forward: true }, 'rolling');
  });
