/**
 * Days and spans of days in words, from reduced ISO 8601 dates (`2031`, `2031-03`, `2031-03-26T11:12`), or such of EDTF
 * whose year is not known (`XXXX-03-26`).
 */
import type { Interval } from '../../src/record.ts';

export const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July'].concat(
  'August,September,October,November,December'.split(','),
);
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

interface Parts {
  readonly year: string;
  readonly month: number | null;
  readonly day: number | null;
  readonly time: string | null;
}

function partsOf(iso: string): Parts | null {
  const m = /^(-?\d{4,}|XXXX)(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?)?/.exec(iso);
  if (!m) return null;
  return {
    year: m[1] === 'XXXX' ? '(no year)' : m[1]!,
    month: m[2] ? Number(m[2]) : null,
    day: m[3] ? Number(m[3]) : null,
    time: m[4] ?? null,
  };
}

const monthName = (month: number, short: boolean): string => {
  const name = MONTHS[month - 1] ?? '';
  return short ? name.slice(0, 3) : name;
};

/** The year that goes without saying: that of the last report. `null`: every year does, until it is known. */
let ownYear: string | null = null;
export const saysNothingOf = (year: string | null): void => {
  ownYear = year;
};

/** Words of a day or stretch, without their year where it goes without saying. */
export const withoutOwnYear = (words: string): string =>
  ownYear !== null && words.endsWith(` ${ownYear}`) ? words.slice(0, -ownYear.length - 1) : words;

/** `26 Mar`, with its year where that is not the last report's; `Mar 2031` and `2031` where no more is known. */
export function shortDay(iso: string | null): string {
  const p = iso === null ? null : partsOf(iso);
  const bare = bareDay(iso);
  return !p || p.day === null || ownYear === null || p.year === ownYear ? bare : `${bare} ${p.year}`;
}

/** The same without any year, for scales that are some weeks long. */
export function bareDay(iso: string | null): string {
  const p = iso === null ? null : partsOf(iso);
  if (!p) return 'undated';
  if (p.month === null) return p.year;
  if (p.day === null) return `${monthName(p.month, true)} ${p.year}`;
  return `${p.day} ${monthName(p.month, true)}`;
}

/** `26 March 2031`. */
export function longDay(iso: string | null): string {
  const p = iso === null ? null : partsOf(iso);
  if (!p) return 'undated';
  if (p.month === null) return p.year;
  return `${p.day === null ? '' : `${p.day} `}${monthName(p.month, false)} ${p.year}`;
}

/** `Wednesday 26 March 2031`. */
export function fullDay(iso: string): string {
  const p = partsOf(iso);
  if (!p || p.day === null) return longDay(iso);
  return `${WEEKDAYS[new Date(`${iso.slice(0, 10)}T00:00Z`).getUTCDay()]} ${longDay(iso)}`;
}

/** `Wed 26 Mar`. */
export function weekDay(iso: string): string {
  const p = partsOf(iso);
  if (!p || p.day === null) return shortDay(iso);
  return `${WEEKDAYS[new Date(`${iso.slice(0, 10)}T00:00Z`).getUTCDay()]!.slice(0, 3)} ${shortDay(iso)}`;
}

/** `26 March 2031, 11:12`, of a moment or a day as a source gives it. */
export function moment(iso: string | null): string {
  const p = iso === null ? null : partsOf(iso);
  return p?.time ? `${longDay(iso)}, ${p.time}` : longDay(iso);
}

/** `26 Mar to 2 Apr 2031`. */
export function period(from: string | null, to: string | null): string {
  if (!from && !to) return 'undated';
  if (!from || !to) return from ? `since ${longDay(from)}` : `until ${longDay(to)}`;
  if (from.slice(0, 10) === to.slice(0, 10)) return longDay(from);
  const same = from.slice(0, 4) === to.slice(0, 4);
  return `${same ? shortDay(from).replace(/ \d{4}$/, '') : longDay(from)} to ${longDay(to)}`;
}

/** When something was, as precise as told; `null` where no report says. */
export function intervalWords(when: Interval | null): string | null {
  if (!when) return null;
  if (when.start && when.end) return period(when.start, when.end);
  if (when.start) return `since ${longDay(when.start)}`;
  if (when.end) return `until ${longDay(when.end)}`;
  return when.pattern ? patternWords(when.pattern) : null;
}

/** `22 June, year not told` for `XXXX-06-22`. */
function patternWords(edtf: string): string | null {
  const weekday = /^X{4}-WXX-([1-7])$/.exec(edtf);
  // From Sunday, as JavaScript counts.
  if (weekday) return `a ${WEEKDAYS[Number(weekday[1]) % 7]}, week not told`;
  const m = /^X{4}-(\d\d)(?:-(\d\d))?$/.exec(edtf);
  if (!m) return null;
  return `${m[2] ? `${Number(m[2])} ` : ''}${monthName(Number(m[1]), false)}, year not told`;
}

const DAY = 86_400_000;
/** The first moment of a reduced date, in milliseconds; `NaN` for none. */
export const startOf = (iso: string): number => {
  const p = partsOf(iso);
  return p ? Date.UTC(Number(p.year), (p.month ?? 1) - 1, p.day ?? 1) : Number.NaN;
};
/** The moment after a reduced date ends. */
export const endOf = (iso: string): number => {
  const p = partsOf(iso);
  if (!p) return Number.NaN;
  if (p.month === null) return Date.UTC(Number(p.year) + 1, 0, 1);
  if (p.day === null) return Date.UTC(Number(p.year), p.month, 1);
  return Date.UTC(Number(p.year), p.month - 1, p.day) + DAY;
};
export const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
export const addDays = (iso: string, days: number): string => isoDay(startOf(iso) + days * DAY);
/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((startOf(to) - startOf(from)) / DAY);
/** Whether a reduced date is told to the day. */
export const isExact = (iso: string): boolean => iso.length >= 10;
