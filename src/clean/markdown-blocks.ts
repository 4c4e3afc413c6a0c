import type { BlockKind } from '../record.ts';
import type { Stretch } from './piece.ts';

/**
 * Marks of Markdown (CommonMark 0.31) that stand at the start of a line. Rules: `clean/markdown-heading`,
 * `clean/list-item`, `clean/block-quote`, `clean/rule-line`, `clean/code-fence`.
 *
 * A dash at the start of a line is left alone unless its neighbour has one too: in many countries' press it opens
 * what somebody says.
 */
export interface BlockMark {
  readonly kind: BlockKind;
  readonly rule: string;
  readonly cuts: readonly Stretch[];
}

const heading = /#{1,6}[ \t]+(?=\S)/y;
const headingEnd = /[ \t]+#+$/;
const bullet = /(?:[*+•▪●◦·‣■□➢✓]|\d{1,3}[.)])[ \t\u00a0]+(?=\S)/uy;
const dash = /[-–—][ \t\u00a0]+(?=\S)/y;
const quote = /(?:>[ \t]?)+/y;
const rule = /^(?:[*_=~•·.+#—–-][ \t]*){3,80}$/u;
const underline = /^(?:={3,80}|-{3,80})$/;

const head = (text: string, line: Stretch, limit = 120): string =>
  line.end - line.start > limit ? '' : text.slice(line.start, line.end);

function lead(text: string, line: Stretch, mark: RegExp): number {
  mark.lastIndex = line.start;
  return mark.test(text) && mark.lastIndex <= line.end ? mark.lastIndex : -1;
}

/** A line of nothing but repeated marks: a break, or the line under a heading. */
export const isRuleLine = (text: string, line: Stretch): boolean => rule.test(head(text, line, 160));

/** A line that opens or closes a block of code. */
export const isFence = (text: string, line: Stretch): boolean =>
  text.startsWith('```', line.start) || text.startsWith('~~~', line.start);

/** The mark at the start of `line`, or `null`; `next` and `before` are its neighbours without a blank line between. */
export function blockMark(
  text: string,
  line: Stretch,
  next: Stretch | undefined,
  before: Stretch | undefined,
): BlockMark | null {
  const first = text.charCodeAt(line.start);
  // A letter opens most lines; only a heading with a line under it can follow.
  const marked =
    first < 48 ||
    first === 62 ||
    first > 0x2000 ||
    first === 0xb7 ||
    (first >= 48 && first <= 57) ||
    first === 95 ||
    first === 61 ||
    first === 126;
  if (!marked) {
    return next && underline.test(head(text, next))
      ? { kind: 'heading', rule: 'clean/markdown-heading', cuts: [] }
      : null;
  }
  if (isRuleLine(text, line)) return { kind: 'boilerplate', rule: 'clean/rule-line', cuts: [] };
  let at = lead(text, line, heading);
  if (at >= 0) {
    const end = headingEnd.exec(text.slice(Math.max(at, line.end - 20), line.end));
    const cuts = [{ start: line.start, end: at }];
    if (end) cuts.push({ start: line.end - end[0].length, end: line.end });
    return { kind: 'heading', rule: 'clean/markdown-heading', cuts };
  }
  at = lead(text, line, quote);
  if (at >= 0) return { kind: 'quotation', rule: 'clean/block-quote', cuts: [{ start: line.start, end: at }] };
  at = lead(text, line, bullet);
  if (at >= 0) return { kind: 'item', rule: 'clean/list-item', cuts: [{ start: line.start, end: at }] };
  at = lead(text, line, dash);
  const listed = (l: Stretch | undefined): boolean => l !== undefined && lead(text, l, dash) >= 0;
  if (at >= 0 && (listed(next) || listed(before))) {
    return { kind: 'item', rule: 'clean/list-item', cuts: [{ start: line.start, end: at }] };
  }
  return null;
}
