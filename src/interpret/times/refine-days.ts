/** Refiners that join what tells one day: weekday and date, clock and date, parts of the day. */
import { at, dateOf, dayAt, type Expression, type Fields, point, type Scan, tagAt, yearAt } from './expression.ts';

export type Refiner = (scan: Scan, found: readonly Expression[]) => readonly Expression[];

/** Joins neighbours: `join` gives the one expression that two are, or `null`. */
export const joining =
  (join: (scan: Scan, a: Expression, b: Expression) => Expression | null): Refiner =>
  (scan, found) => {
    if (found.length < 2) return found;
    const out: Expression[] = [];
    for (const next of found) {
      const last = out.at(-1);
      const one = last && join(scan, last, next);
      if (one) out[out.length - 1] = one;
      else out.push(next);
    }
    return out;
  };

/** Without those that one grown longer has taken in. */
export function apart(found: readonly Expression[]): readonly Expression[] {
  if (!found.some((e, k) => k > 0 && e.first < found[k - 1]!.last)) return found;
  const out: Expression[] = [];
  for (const e of found) {
    let last = out.at(-1);
    while (last && e.first < last.last && e.last - e.first > last.last - last.first) {
      out.pop();
      last = out.at(-1);
    }
    if (!last || e.first >= last.last) out.push(e);
  }
  return out;
}

/** Whether every word between two expressions is one of `words`, and there are at most `most`. */
export function between(scan: Scan, a: Expression, b: Expression, words: ReadonlySet<string>, most = 2): boolean {
  if (b.first - a.last > most || b.first < a.last) return false;
  for (let i = a.last; i < b.first; i++) if (!words.has(at(scan, i))) return false;
  return true;
}

export const isDay = ({ meaning }: Expression): boolean =>
  (meaning.is === 'date' &&
    meaning.fields.hour === null &&
    (meaning.fields.day !== null || meaning.fields.weekday !== null)) ||
  (meaning.is === 'unit' && meaning.unit === 'day') ||
  (meaning.is === 'same' && meaning.unit === 'day');

const COMMA = new Set([',', 'the', '(', '-', '–']);

/** "Tuesday, July 5", "Tuesday the 5th of July". */
export const weekdayWithDate = joining((scan, a, b) => {
  if (a.meaning.is !== 'date' || b.meaning.is !== 'date') return null;
  const [x, y] = [a.meaning.fields, b.meaning.fields];
  if (x.weekday === null || x.month !== null || y.day === null || y.weekday !== null) return null;
  if (!between(scan, a, b, COMMA)) return null;
  return { ...a, last: b.last, meaning: { ...b.meaning, fields: { ...y, weekday: x.weekday } }, rule: b.rule };
});

const AT = new Set([',', 'at', 'on', 'around', 'about', 'by', 'of', 'shortly', 'just', 'after', 'before', 'from']);

/** "4 a.m. on Tuesday", "June 22 at 16:30". */
export const clockWithDate = joining((scan, a, b) => {
  if (!between(scan, a, b, AT, 3)) return null;
  const clock = clockOf(a) ?? clockOf(b);
  if (!clock || (clockOf(a) && clockOf(b))) return null;
  const date = clockOf(a) ? b : a;
  if (!isDay(date)) return null;
  const whole = { first: a.first, last: b.last, kind: 'point' as const, rule: 'clock-with-date' };
  if (date.meaning.is === 'date')
    return {
      ...whole,
      meaning: { ...date.meaning, fields: { ...date.meaning.fields, hour: clock.hour, minute: clock.minute } },
    };
  return { ...whole, meaning: { is: 'within', of: date.meaning, fields: clock } };
});

function clockOf({ meaning }: Expression): Fields | null {
  return meaning.is === 'date' &&
    meaning.fields.hour !== null &&
    meaning.fields.day === null &&
    meaning.fields.weekday === null
    ? meaning.fields
    : null;
}

/** "Monday night", "the morning of March 3", "early on Tuesday", "overnight on Friday": the day is the same. */
export const partOfDay: Refiner = (scan, found) => {
  const { dayParts, parts, nearer, overnight } = scan.lexicon;
  const grown = found.map((e) => {
    if (!isDay(e)) return e;
    let { first, last } = e;
    if (dayParts.has(at(scan, last))) last++;
    else if (
      (at(scan, last) === "'s" || at(scan, last) === '’s') &&
      dayParts.has(at(scan, last + 1)) &&
      e.meaning.is === 'date'
    )
      last += 2;
    const link = at(scan, first - 1);
    const head = link === 'of' || link === 'on' ? first - 2 : first - 1;
    const word = at(scan, head);
    if (dayParts.has(word) || (word === 'hours' && link === 'of')) {
      first = head;
      while (
        first > scan.from &&
        (parts.has(at(scan, first - 1)) || at(scan, first - 1) === 'the' || at(scan, first - 1) === '-')
      )
        first--;
      // "before dawn on Monday": on Monday, not at some time before it.
      const bound = at(scan, first - 1);
      if (scan.lexicon.moments.has(word) && (bound === 'before' || bound === 'after')) first--;
    } else if (
      overnight.has(word) ||
      nearer.has(word) ||
      (parts.has(word) && (link !== 'of' || word !== 'end') && tagAt(scan, head) !== 'VERB')
    ) {
      first = head;
    }
    return first === e.first && last === e.last ? e : { ...e, first, last };
  });
  return apart(grown);
};

const LISTS = new Set(['and', 'or', ',', 'to', '-', '–', 'until', 'through', 'till']);

/** "12 and 14 March", "March 12-14", "June 18 or 19": figures that share the month of the date beside them. */
export const daysOfOneMonth: Refiner = (scan, found) => {
  const out: Expression[] = [];
  for (const [k, e] of found.entries()) {
    const { meaning } = e;
    if (
      meaning.is !== 'date' ||
      meaning.fields.day === null ||
      meaning.fields.month === null ||
      meaning.fields.hour !== null
    ) {
      out.push(e);
      continue;
    }
    const { fields } = meaning;
    const made = (first: number, day: number): Expression =>
      point(first, first + 1, dateOf({ year: fields.year, month: fields.month, day }), 'shared-month');
    const limit = found[k - 1]?.last ?? scan.from;
    if (dayAt(scan, e.first) === fields.day) {
      const before: Expression[] = [];
      let i = e.first - 1;
      if (at(scan, i) === 'the') i--;
      while (
        i - 1 >= limit &&
        LISTS.has(at(scan, i)) &&
        dayAt(scan, i - 1) !== null &&
        (dayAt(scan, i - 1) ?? 0) < 32
      ) {
        before.unshift(made(i - 1, dayAt(scan, i - 1)!));
        i -= 2;
      }
      out.push(...before, e);
      continue;
    }
    // "March 12-14, 2022": a year at the end belongs to all.
    const after: { first: number; day: number }[] = [];
    let i = e.last;
    const end = found[k + 1]?.first ?? scan.to;
    while (fields.year === null && i + 1 < end && LISTS.has(at(scan, i)) && dayAt(scan, i + 1) !== null) {
      const mark = at(scan, i);
      const tag = tagAt(scan, i + 2);
      if (
        (mark === 'and' || mark === 'or' || mark === ',') &&
        (tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ' || tag === 'NUM')
      )
        break;
      // "March 12, 14-year sentences"
      const joined = at(scan, i + 2) === '-' && scan.words[i + 2]!.start === scan.words[i + 1]!.end;
      if (scan.lexicon.units.has(at(scan, i + 2)) || joined) break;
      after.push({ first: i + 1, day: dayAt(scan, i + 1)! });
      i += 2;
    }
    const year = after.length > 0 ? (yearAt(scan, i) ?? (at(scan, i) === ',' ? yearAt(scan, i + 1) : null)) : null;
    out.push(year === null ? e : { ...e, meaning: { ...meaning, fields: { ...fields, year } } });
    for (const { first, day } of after) {
      const expression = point(
        first,
        first + 1,
        dateOf({ year: year ?? null, month: fields.month, day }),
        'shared-month',
      );
      out.push(
        first === after.at(-1)!.first && year !== null
          ? { ...expression, last: yearAt(scan, i) !== null ? i + 1 : i + 2 }
          : expression,
      );
    }
  }
  return out;
};
