/** How counts, files and dates are put in words, the same in every form that people read. */
import { harmless } from './harmless.ts';

/** A number and what it counts: `1 report`, `2,310 reports`. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** Where a report came from, as the user named it: `archive.jsonl, line 17`, `pages.zip, lorn.html`. */
export const originOf = (origin: {
  readonly path: string;
  readonly line: number | null;
  readonly within?: string;
}): string =>
  [
    origin.path === '-' ? 'standard input' : harmless(origin.path),
    origin.within === undefined ? null : harmless(origin.within),
    origin.line === null ? null : `line ${origin.line}`,
  ]
    .filter((part) => part !== null)
    .join(', ');

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * An ISO date in words, or one of EDTF without its year (`XXXX-03-22`), as precise as it was given; what is no date stays as
 * it is.
 */
export function dateInWords(iso: string): string {
  const m = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d:\d\d))?/.exec(iso);
  if (!m) return harmless(iso);
  const [, year, month, day, time] = m;
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  if (month && !name) return harmless(iso);
  const date = [day ? String(Number(day)) : '', name ?? '', year === 'XXXX' ? '' : year].filter(Boolean).join(' ');
  return time ? `${date}, ${time}` : date;
}
