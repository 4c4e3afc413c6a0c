import type { Word } from '../record.ts';
import type { TimeWords } from './lexicon.ts';

/** A stretch of words `[first, last)` that tells a date or an amount. */
export interface Measure {
  readonly first: number;
  readonly last: number;
  readonly kind: 'date' | 'quantity';
}

const YEAR = /^(?:19|20)\d\d$/u;
const DAY = /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/u;
const ISO = /^\d{4}-\d\d-\d\d$/u;
const ZERO = 48;
const NINE = 57;
const FIGURE = /^\d[\d.,]*%?$/u;
/** Prepositions after which a bare number of four figures is a year. */
const BEFORE_YEAR: ReadonlySet<string> = new Set([
  'in',
  'since',
  'by',
  'from',
  'until',
  'till',
  'before',
  'after',
  'of',
  'during',
  'to',
  'late',
  'early',
  'mid',
]);

/** Finds dates and amounts by their words; what day or number they come to is read later. */
export function findMeasures(words: readonly Word[], keys: readonly string[], times: TimeWords): Measure[] {
  const out: Measure[] = [];
  for (let i = 0; i < words.length; ) {
    const key = keys[i]!;
    const c = key.charCodeAt(0);
    if (!(c >= ZERO && c <= NINE) && words[i]!.tag !== 'NUM' && !times.starts.has(key)) {
      i++;
      continue;
    }
    const last = dateAt(i);
    if (last > i) {
      out.push({ first: i, last, kind: 'date' });
      i = last;
      continue;
    }
    const end = amountAt(i);
    if (end > i) {
      out.push({ first: boundBefore(i), last: end, kind: 'quantity' });
      i = end;
    } else i++;
  }
  return out;

  function isMonth(i: number): boolean {
    const key = keys[i];
    if (key === undefined || !times.months.has(key)) return false;
    // "may" and "march" are words of their own; a month has a capital, and a date or preposition beside it.
    if (!/^\p{Lu}/u.test(words[i]!.text)) return false;
    if (key !== 'may' && key !== 'march' && key !== 'mar') return true;
    return (
      DAY.test(keys[i + 1] ?? '') ||
      DAY.test(keys[i - 1] ?? '') ||
      YEAR.test(keys[i + 1] ?? '') ||
      BEFORE_YEAR.has(keys[i - 1] ?? '') ||
      times.relative.has(keys[i - 1] ?? '')
    );
  }

  /** One past the date that begins at word `i`, or `i`. */
  function dateAt(i: number): number {
    const key = keys[i]!;
    if (ISO.test(key)) return i + 1;
    if (times.days.has(key)) return i + 1;
    let at = i;
    if (times.weekdays.has(key) && /^\p{Lu}/u.test(words[i]!.text) && key.length > 3) {
      at = i + 1;
      if (keys[at] === ',' && (isMonth(at + 1) || (DAY.test(keys[at + 1] ?? '') && isMonth(at + 2)))) at++;
      const more = dayAndMonth(at);
      return more > at ? more : i + 1;
    }
    const named = dayAndMonth(i);
    if (named > i) return named;
    if (YEAR.test(key) && BEFORE_YEAR.has(keys[i - 1] ?? '') && words[i + 1]?.tag !== 'NOUN') return i + 1;
    if (times.relative.has(key) && times.units.has(keys[i + 1] ?? '')) return i + 2;
    if (times.relative.has(key) && (isMonth(i + 1) || times.weekdays.has(keys[i + 1] ?? ''))) return i + 2;
    if (
      words[i]!.tag === 'NUM' &&
      times.units.has(keys[i + 1] ?? '') &&
      (keys[i + 2] === 'ago' || keys[i + 2] === 'earlier' || keys[i + 2] === 'later')
    )
      return i + 3;
    return i;
  }

  function dayAndMonth(i: number): number {
    let at = i;
    if (DAY.test(keys[at] ?? '') && isMonth(at + 1)) at += 2;
    else if (isMonth(at)) {
      at++;
      if (DAY.test(keys[at] ?? '')) at++;
    } else return i;
    if (keys[at] === ',' && YEAR.test(keys[at + 1] ?? '')) at += 2;
    else if (YEAR.test(keys[at] ?? '')) at++;
    return at;
  }

  function amountAt(i: number): number {
    let at = i;
    while (
      at < words.length &&
      (FIGURE.test(keys[at]!) ||
        (words[at]!.tag === 'NUM' && /^\p{L}/u.test(keys[at]!) && keys[at] !== 'one') ||
        times.amounts.has(keys[at]!))
    )
      at++;
    if (at === i) return i;
    if (keys[at] === 'of' && times.amounts.has(keys[at - 1]!) && times.amounts.has(keys[at + 1] ?? '')) at += 2;
    if (keys[at] === '%') at++;
    return at;
  }

  /** The first word of "at least", "nearly" and the like before word `i`. */
  function boundBefore(i: number): number {
    for (const parts of times.bounds.get(keys[i - 1] ?? '') ?? [])
      if (parts.every((part, k) => keys[i - parts.length + k] === part)) return i - parts.length;
    return i;
  }
}
