import type { Document, Span } from '../../record.ts';
import { slice } from '../../text/span.ts';
import { harmless, oneLine } from '../terminal/harmless.ts';
import { clip } from '../terminal/wrap.ts';

/** The words of some spans on one line in quotation marks, an ellipsis where something stands between them. */
export const quoted = (document: Document, spans: readonly Span[]): string =>
  `“${spans.map((s) => oneLine(slice(document.text, s))).join(' … ')}”`;

/** The first words of a span, at most `width` columns, in quotation marks. */
export const opening = (document: Document, span: Span, width: number): string =>
  `“${clip(oneLine(document.text.slice(span.start, Math.min(span.end, span.start + width * 8))), width)}”`;

/** A number and what it counts: `1 report`, `2,310 reports`. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** Where a report came from, as the user named it: `archive.jsonl, line 17`. */
export const originOf = (origin: { readonly path: string; readonly line: number | null }): string => {
  const path = origin.path === '-' ? 'standard input' : harmless(origin.path);
  return origin.line === null ? path : `${path}, line ${origin.line}`;
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** An ISO date in words, as precise as it was given; what is no date stays as it is. */
export function dateInWords(iso: string): string {
  const m = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d:\d\d))?/.exec(iso);
  if (!m) return harmless(iso);
  const [, year, month, day, time] = m;
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  if (month && !name) return harmless(iso);
  const date = [day ? String(Number(day)) : '', name ?? '', year].filter(Boolean).join(' ');
  return time ? `${date}, ${time}` : date;
}

/** A place in a text as people count it, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds the line and column of an offset. The text is looked through once, however many places are asked for. */
export function placesIn(text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}
