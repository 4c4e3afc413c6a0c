/** Dates as pages, feeds and tables write them, brought into ISO 8601 at the precision given. Nothing is guessed. */

const pad = (n: number): string => String(n).padStart(2, '0');

const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day as ISO 8601; `null` where there is no such day, or none that a report could have. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > days[month - 1]!) return null;
  return `${year}-${pad(month)}-${pad(day)}`;
}

const isoLike =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s*(\d{1,2}):(\d\d)(?::(\d\d))?(?:[.,]\d{1,9})?\s*(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?/u;
const compact = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z)?)?$/u;
const zones: ReadonlyMap<string, string> = new Map([
  ['gmt', 'Z'],
  ['utc', 'Z'],
  ['ut', 'Z'],
  ['z', 'Z'],
  ['est', '-05:00'],
  ['edt', '-04:00'],
  ['cst', '-06:00'],
  ['cdt', '-05:00'],
  ['mst', '-07:00'],
  ['mdt', '-06:00'],
  ['pst', '-08:00'],
  ['pdt', '-07:00'],
  ['bst', '+01:00'],
  ['cet', '+01:00'],
  ['cest', '+02:00'],
  ['eet', '+02:00'],
  ['eest', '+03:00'],
  ['msk', '+03:00'],
]);

function zoneOf(zone: string | undefined): string {
  if (!zone) return '';
  const known = zones.get(zone.toLowerCase());
  if (known) return known;
  const m = /^([+-]\d\d):?(\d\d)?$/u.exec(zone);
  return m ? `${m[1]}:${m[2] ?? '00'}` : '';
}

function withTime(
  day: string | null,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  zone: string | undefined,
): string | null {
  if (day === null || hour === undefined || minute === undefined) return day;
  if (Number(hour) > 23 || Number(minute) > 59) return day;
  return `${day}T${pad(Number(hour))}:${minute}${second ? `:${second}` : ''}${zoneOf(zone)}`;
}

/** A date that a program wrote: ISO 8601, RFC 5322 (`Wed, 05 Feb 2031 17:40:00 GMT`), or as {@link writtenDate}. */
export function isoDate(words: string, months: ReadonlyMap<string, number>, dayFirst?: boolean): string | null {
  const given = words.trim().slice(0, 100);
  const iso = isoLike.exec(given) ?? compact.exec(given);
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    return withTime(dayOf(Number(year), Number(month), Number(day)), hour, minute, second, zone);
  }
  const seconds = /^(\d{10})(?:\.\d+)?$|^(\d{13})$/u.exec(given);
  if (seconds) {
    const at = seconds[1] ? Number(seconds[1]) * 1000 : Number(seconds[2]);
    return new Date(at).toISOString().replace('.000Z', 'Z');
  }
  if (/^\d{4}$/u.test(given)) return null;
  if (/^\d{4}-\d\d$/u.test(given)) return Number(given.slice(5)) >= 1 && Number(given.slice(5)) <= 12 ? given : null;
  return writtenDate(given, months, dayFirst)?.date ?? null;
}

/** Figures that several scripts have of their own, by that for nought. */
const noughts = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
const ownFigures = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/gu;

/** Figures of any script as 0 to 9; each stays where it was. */
const plainFigures = (words: string): string =>
  words.replace(ownFigures, (figure) => {
    const code = figure.charCodeAt(0);
    return String(code - noughts.findLast((nought) => nought <= code)!);
  });

const time = String.raw`(?:[\s,|–—•·@-]{1,4}(?:at |um |à |a las |alle |kl\.? )?\s?(\d{1,2})[:.h](\d\d)(?::(\d\d))?(?:\s?([apAP])\.?[mM]\.?)?(?:\s?\(?(Z|[A-Z]{2,4}|[+-]\d\d:?\d\d)\b)?)?`;
/** The name of a month: a word, or two as in Arabic. */
const month = String.raw`(\p{L}[\p{L}\p{M}]{1,14}(?:\s(?!del\s)\p{L}{3,12})?)`;
const dayMonthYear = new RegExp(
  String.raw`(?<![\d./-]|\d:)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:\s|-|/|\.|de\s|d['’]|of\s){1,3}${month}\.?(?:\s|-|/|,|del?\s){1,3}(\d{4})(?!\d)${time}`,
  'u',
);
const monthDayYear = new RegExp(
  String.raw`(?<!\p{L})(\p{L}[\p{L}\p{M}]{2,14})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)${time}`,
  'u',
);
/** `2031. február 5.`, `2031 m. vasario 5 d.`, `2031 February 5`. */
const yearMonthDay = /(?<![\d./-])(\d{4})(?:\.|,|\sm\.)?\s(\p{L}[\p{L}\p{M}]{2,14})\s(\d{1,2})(?![\d:/])/u;
/** `05.Feb.31`, `5-Feb-31`: a year of two figures only where marks tie it to its month. */
const monthTied = /(?<![\d./-])(\d{1,2})([.-])\s?(\p{L}[\p{L}\p{M}]{2,14})\2(\d\d)(?![\d:.-])/u;
const yearFirst = /(?<![\d./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/])(?:T(\d\d):(\d\d)(?::(\d\d))?)?/u;
/** `05.02.2031`, also `5. 2. 2031`. */
const yearLast = new RegExp(
  String.raw`(?<![\d./-])(\d{1,2})([-/.])(?:(?<=\.)\s)?(\d{1,2})\2(?:(?<=\.)\s)?(\d{4})(?![\d/]|[.:]\d)${time}`,
  'u',
);

/** `05.02.31`: with dots the day always comes first. Of fewer figures than six only beside a time of day. */
const yearOfTwo =
  /(?<![\d./-])(?:(\d{2})\.(\d{2})\.(\d{2})(?![\d./])|(\d{1,2})\.(\d{1,2})\.(\d{2})(?=,?\s\d{1,2}:\d\d))/u;
/** `25/02/31`. */
const strokesOfTwo = /(?<![\d./-])(\d{1,2})\/(\d{1,2})\/(\d{2})(?![\d./])/u;

/** `2031年2月5日`, `2031년 2월 5일`, and `5 tháng 2, 2031`. */
const yearMarked = /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u;
const monthMarked = /(?<!\d)(\d{1,2})\s?tháng\s(\d{1,2})(?:,|\snăm|,\snăm)?\s(\d{4})(?!\d)/iu;

/** `05 | 02 | 2031`: figures in columns, the day first where it cannot be the month. */
const columns = /(?<![\d|]\s?)(\d{2})\s?\|\s?(\d{2})\s?\|\s?(\d{4})(?!\d)/u;

/** A date in words or figures, and where it stands. `04/05/2031` is none unless it is known which comes first. */
export interface Written {
  readonly date: string;
  readonly at: number;
  readonly end: number;
}

function hourOf(hour: string | undefined, half: string | undefined): string | undefined {
  if (hour === undefined || half === undefined) return hour;
  const n = Number(hour) % 12;
  return String(half.toLowerCase() === 'p' ? n + 12 : n);
}

/** The day of two figures and a year, in the order that is sure: one that can be no month, or what is known. */
function ordered(first: number, second: number, year: number, dayFirst: boolean | undefined): string | null {
  if (second > 12) return dayOf(year, first, second);
  if (first > 12 || first === second || dayFirst) return dayOf(year, second, first);
  return dayFirst === false ? dayOf(year, first, second) : null;
}

/**
 * The first date written in some words. Dates of figures with dots are day, month, year; with strokes only if sure: where
 * one figure can be no month, or where it is known whether writers of this place put the day first (`true`) or the month.
 */
export function writtenDate(words: string, months: ReadonlyMap<string, number>, dayFirst?: boolean): Written | null {
  const text = plainFigures(words);
  let best: Written | null = null;
  const take = (m: RegExpExecArray | null, date: string | null): void => {
    if (m && date !== null && (best === null || m.index < best.at)) {
      best = { date, at: m.index, end: m.index + m[0].length };
    }
  };
  const named = (year: string, name: string, day: string): string | null => {
    const number = months.get(name.toLowerCase());
    return number ? dayOf(Number(year), number, Number(day)) : null;
  };
  const dmy = dayMonthYear.exec(text);
  if (dmy) take(dmy, withTime(named(dmy[3]!, dmy[2]!, dmy[1]!), hourOf(dmy[4], dmy[7]), dmy[5], dmy[6], dmy[8]));
  const mdy = monthDayYear.exec(text);
  if (mdy) take(mdy, withTime(named(mdy[3]!, mdy[1]!, mdy[2]!), hourOf(mdy[4], mdy[7]), mdy[5], mdy[6], mdy[8]));
  const ynd = yearMonthDay.exec(text);
  if (ynd) take(ynd, named(ynd[1]!, ynd[2]!, ynd[3]!));
  const tied = monthTied.exec(text);
  if (tied) take(tied, named(`20${tied[4]}`, tied[3]!, tied[1]!));
  const ymd = yearFirst.exec(text);
  if (ymd)
    take(ymd, withTime(dayOf(Number(ymd[1]), Number(ymd[3]), Number(ymd[4])), ymd[5], ymd[6], ymd[7], undefined));
  const figures = yearLast.exec(text);
  if (figures) {
    const [a, b, year] = [Number(figures[1]), Number(figures[3]), Number(figures[4])];
    const day = ordered(a, b, year, figures[2] === '.' ? true : dayFirst);
    take(figures, withTime(day, hourOf(figures[5], figures[8]), figures[6], figures[7], figures[9]));
  }
  const marked = yearMarked.exec(text);
  if (marked) take(marked, dayOf(Number(marked[1]), Number(marked[2]), Number(marked[3])));
  const numbered = monthMarked.exec(text);
  if (numbered) take(numbered, dayOf(Number(numbered[3]), Number(numbered[2]), Number(numbered[1])));
  const column = columns.exec(text);
  if (column && (dayFirst || Number(column[1]) > 12)) {
    take(column, dayOf(Number(column[3]), Number(column[2]), Number(column[1])));
  }
  const dots = yearOfTwo.exec(text);
  if (dots) {
    const [day, month, year] = [dots[1] ?? dots[4], dots[2] ?? dots[5], dots[3] ?? dots[6]];
    take(dots, dayOf(2000 + Number(year), Number(month), Number(day)));
  }
  const strokes = strokesOfTwo.exec(text);
  if (strokes) {
    take(strokes, ordered(Number(strokes[1]), Number(strokes[2]), 2000 + Number(strokes[3]), dayFirst));
  }
  return best;
}

/** Whether dates of figures in a text put the day first, by those of them that can be read in one way only. */
export function orderIn(text: string): boolean | undefined {
  let [day, month] = [0, 0];
  for (const m of text.matchAll(/(?<![\d./-])(\d\d?)\/(\d\d?)\/(?:19|20)?\d\d(?![\d/])/gu)) {
    const [a, b] = [Number(m[1]), Number(m[2])];
    if (a > 12 && a <= 31 && b <= 12) day++;
    else if (b > 12 && b <= 31 && a <= 12) month++;
  }
  return day > 0 === month > 0 ? undefined : day > 0;
}

/** The day in an address, as many sites put it there: `/2031/02/05/`, `/2031-02-05-`, `/20310205/`, `/2031/feb/05/`. */
export function dateInAddress(address: string, months: ReadonlyMap<string, number>): string | null {
  const m =
    /[/_-](20\d\d|19\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/u.exec(address) ??
    /[/_-](20\d\d)(\d\d)(\d\d)(?=[/_.-]|$)/u.exec(address);
  if (m) return dayOf(Number(m[1]), Number(m[2]), Number(m[3]));
  const named = /\/(20\d\d)\/(\p{L}{3,9})\/(\d{1,2})(?=[/_.-]|$)/u.exec(address);
  const month = named ? months.get(named[2]!.toLowerCase()) : undefined;
  return named && month ? dayOf(Number(named[1]), month, Number(named[3])) : null;
}

/** The month in an address that names no day: `/2031/02/guns` is `2031-02`. */
export function monthInAddress(address: string): string | null {
  const m = /\/(20\d\d|19\d\d)\/(0[1-9]|1[0-2])\/(?=[^/]*[^/\d])/u.exec(address);
  return m ? `${m[1]}-${m[2]}` : null;
}
