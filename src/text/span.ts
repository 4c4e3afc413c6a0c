import type { Offset, Span } from '../record.ts';

/** Makes a span of plain numbers. The caller vouches that they are UTF-16 offsets into the report's own text. */
export const span = (start: number, end: number): Span => ({ start: start as Offset, end: end as Offset });

/** Length in UTF-16 code units. */
export const lengthOf = (s: Span): number => s.end - s.start;

/** The exact words of a span. */
export const slice = (text: string, s: Span): string => text.slice(s.start, s.end);

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** How many code units two spans share. */
export const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** The smallest span over all of them; `null` of none. */
export function hull(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  let start = Infinity;
  let end = -Infinity;
  for (const s of spans) {
    if (s.start < start) start = s.start;
    if (s.end > end) end = s.end;
  }
  return span(start, end);
}

/** Narrows a span to leave out characters at either end that `drop` matches (a single-character test). */
export function trim(text: string, s: Span, drop: RegExp = /\s/u): Span {
  let { start, end } = s as { start: number; end: number };
  while (start < end && drop.test(text[start]!)) start++;
  while (end > start && drop.test(text[end - 1]!)) end--;
  return span(start, end);
}

/** Order of position: earlier start first, longer first among equals. */
export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;
