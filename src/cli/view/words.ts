import { oneLine } from '../../export/harmless.ts';
import type { Document, Span } from '../../record.ts';
import { slice } from '../../text/span.ts';
import { clip } from '../terminal/wrap.ts';

/** The words of some spans on one line in quotation marks, an ellipsis where something stands between them. */
export const quoted = (document: Document, spans: readonly Span[]): string =>
  `“${spans.map((s) => oneLine(slice(document.text, s))).join(' … ')}”`;

/** The first words of a span, at most `width` columns, in quotation marks. */
export const opening = (document: Document, span: Span, width: number): string =>
  `“${clip(oneLine(document.text.slice(span.start, Math.min(span.end, span.start + width * 8))), width)}”`;

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
