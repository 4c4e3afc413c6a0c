import type { Document, Reading } from '../../record.ts';
import { lengthOf, slice } from '../../text/span.ts';
import { oneLine } from '../harmless.ts';

/** Longest title made of a report's opening words, in characters. */
const LONGEST = 70;

/** The report's title: as its metadata say, else the title found in its text, else how it opens. */
export function titleOf(document: Document, reading: Pick<Reading, 'blocks'>): string {
  if (document.title) return oneLine(document.title);
  const block =
    reading.blocks.find((b) => b.kind === 'title') ?? reading.blocks.find((b) => lengthOf(b.span) > 0) ?? null;
  if (!block) return 'Nothing to read';
  const words =
    block.runs.length > 0 ? block.runs.map((r) => slice(document.text, r)).join(' ') : slice(document.text, block.span);
  if (block.kind === 'title') return oneLine(words);
  const line = oneLine(document.text.slice(block.span.start, Math.min(block.span.end, block.span.start + LONGEST * 8)));
  if (line.length <= LONGEST) return `“${line}”`;
  const cut = line.slice(0, LONGEST - 1);
  return `“${cut.slice(0, cut.lastIndexOf(' ') > LONGEST * 0.6 ? cut.lastIndexOf(' ') : cut.length).trimEnd()}…”`;
}
