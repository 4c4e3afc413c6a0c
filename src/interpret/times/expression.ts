/** What the words of a time say, before it is worked out which day that is. */
import type { Offset, Time, Word } from '../../record.ts';
import type { Part, TimeLexicon, Unit } from './lexicon.ts';

export type Precision = Time['precision'];

/** What a calendar date gives. `null`: not said. Weekdays as ISO 8601 counts them. */
export interface Fields {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday: number | null;
  readonly hour: number | null;
  readonly minute: number | null;
}

export const NOTHING: Fields = { year: null, month: null, day: null, weekday: null, hour: null, minute: null };

export type Meaning =
  /** As a calendar or a clock gives it. `step`: "last Tuesday" -1, "next May" 1, "this May" 0. */
  | { readonly is: 'date'; readonly fields: Fields; readonly step: number | null; readonly part: Part | null }
  /** A unit of the calendar, counted from the one of the report: last week -1, today 0. */
  | { readonly is: 'unit'; readonly unit: Unit; readonly step: number; readonly part: Part | null }
  /** So many units before (-) or after: from the report's day, from another time of the text, or from a given one. */
  | {
      readonly is: 'offset';
      readonly amount: number;
      readonly unit: Unit;
      readonly from: 'report' | 'text' | 'next' | Meaning;
    }
  /** So many units up to the report's day (-) or on from it. */
  | { readonly is: 'rolling'; readonly amount: number; readonly unit: Unit; readonly forward: boolean }
  /** The night up to the report's day. */
  | { readonly is: 'overnight' }
  /** "the weekend": the one nearest to the report, by tense. */
  | { readonly is: 'weekend' }
  /** 1 is spring. `both`: the year is the first of two ("winter 2021-22"). */
  | {
      readonly is: 'season';
      readonly season: number;
      readonly year: number | null;
      readonly both: boolean;
      readonly step: number | null;
    }
  /** The `nth` stretch of `months` months of a year. */
  | {
      readonly is: 'share';
      readonly nth: number;
      readonly months: 3 | 6;
      readonly year: number | null;
      readonly step: number | null;
    }
  /** `year` is the first. */
  | { readonly is: 'decade'; readonly year: number; readonly part: Part | null }
  /** "that day", "the same month". */
  | { readonly is: 'same'; readonly unit: Unit }
  /** "the first Sunday of October": the `nth` (-1: last) such weekday of a month. */
  | { readonly is: 'nth-weekday'; readonly nth: number; readonly weekday: number; readonly of: Meaning }
  /** "the first week of March": the `nth` (-1: last) unit of another time. */
  | { readonly is: 'nth'; readonly nth: number; readonly unit: Unit; readonly of: Meaning }
  /** "April of that year", "Monday last week": a calendar date within another time. */
  | { readonly is: 'within'; readonly fields: Fields; readonly of: Meaning }
  | { readonly is: 'range'; readonly from: Meaning; readonly to: Meaning }
  /** Known to be a time, fixed by nothing. */
  | { readonly is: 'vague' }
  | { readonly is: 'duration'; readonly unit: Unit }
  | { readonly is: 'set'; readonly unit: Unit };

/** Words `[first, last)` and what they mean. */
export interface Expression {
  readonly first: number;
  readonly last: number;
  readonly meaning: Meaning;
  readonly kind: Time['kind'];
  /** The last part of the rule's name in data/rules.yaml. */
  readonly rule: string;
}

/** The sentence that is being searched: words `[from, to)` of the report. */
export interface Scan {
  readonly text: string;
  readonly words: readonly Word[];
  readonly from: number;
  readonly to: number;
  readonly lexicon: TimeLexicon;
}

/** Reads the expression that has its trigger at word `i`; it may begin before it. */
export type Parser = (scan: Scan, i: number) => Expression | null;

/** The word at `i` in lower case; the empty string outside of the sentence. */
export const at = (scan: Scan, i: number): string => (i >= scan.from && i < scan.to ? scan.words[i]!.lower : '');

export const tagAt = (scan: Scan, i: number): string => (i >= scan.from && i < scan.to ? scan.words[i]!.tag : '');

/** Whether the word begins with a capital. */
export function isCapital(scan: Scan, i: number): boolean {
  if (i < scan.from || i >= scan.to) return false;
  const c = scan.words[i]!.text.charCodeAt(0);
  return c >= 65 && c <= 90;
}

/** Whether a month or weekday is written as one: with a capital, or so that it can be nothing else. */
export const isName = (scan: Scan, i: number): boolean => {
  const word = at(scan, i);
  const { doubtful, capitalOnly } = scan.lexicon;
  return isCapital(scan, i) || (word.length > 3 && !doubtful.has(word) && !capitalOnly.has(word));
};

/** The year that a word of four figures gives, 1000 to 2199; `null` for another word. */
export function yearAt(scan: Scan, i: number): number | null {
  const word = at(scan, i);
  if (word.length !== 4) return null;
  const value = figures(word, 4);
  return value >= 1000 && value < 2200 ? value : null;
}

/** The day of a month that a word of figures gives ("12", "12th"); `null` for another word. */
export function dayAt(scan: Scan, i: number): number | null {
  const word = at(scan, i);
  if (word.length === 0 || word.length > 4) return null;
  let count = 0;
  while (count < word.length && isFigure(word.charCodeAt(count))) count++;
  if (count === 0 || count > 2) return null;
  const rest = word.slice(count);
  if (rest !== '' && rest !== 'st' && rest !== 'nd' && rest !== 'rd' && rest !== 'th') return null;
  const value = figures(word, count);
  return value >= 1 && value <= 31 ? value : null;
}

export const isFigure = (c: number): boolean => c >= 48 && c <= 57;

/** The number of the first `count` characters; -1 where they are not all figures. */
export function figures(word: string, count: number): number {
  let value = 0;
  for (let k = 0; k < count; k++) {
    const c = word.charCodeAt(k);
    if (!isFigure(c)) return -1;
    value = value * 10 + c - 48;
  }
  return value;
}

/** The text of words `[first, last)`, as it stands. */
export const textOf = (scan: Scan, first: number, last: number): string =>
  scan.text.slice(scan.words[first]!.start, scan.words[last - 1]!.end);

/** The word that ends at `offset`, from word `i` on; -1 where none does. */
export function wordEndingAt(scan: Scan, i: number, offset: number): number {
  for (let k = i; k < scan.to && scan.words[k]!.end <= offset; k++)
    if (scan.words[k]!.end === (offset as Offset)) return k;
  return -1;
}

export const dateOf = (fields: Partial<Fields>, step: number | null = null): Meaning => ({
  is: 'date',
  fields: { ...NOTHING, ...fields },
  step,
  part: null,
});

/** A time named as such: neither since, nor until. */
export const point = (first: number, last: number, meaning: Meaning, rule: string): Expression => ({
  first,
  last,
  meaning,
  kind: meaning.is === 'duration' || meaning.is === 'set' ? meaning.is : meaning.is === 'range' ? 'range' : 'point',
  rule,
});
