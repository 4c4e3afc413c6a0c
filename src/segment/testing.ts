import type { Block, Cleaned, Document, Offset } from '../record.ts';
import { bareDocument, NO_FILING } from '../text/document.ts';
import { span } from '../text/span.ts';

/** A document of `text`, for tests. */
export const documentOf = (text: string): Document => bareDocument(text, 'test');

/** A cleaned view in which every line that is not blank is a paragraph, for tests. */
export function linesOf(text: string): Cleaned {
  const blocks: Block[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const whole = span(at, at + line.length);
    if (line.trim() !== '')
      blocks.push({ kind: 'paragraph', span: whole, runs: [whole], made: { stage: 'clean', rule: 'test' } });
    at += line.length + 1;
  }
  return { blocks, repeats: [], filing: NO_FILING, notes: [] };
}

/** The same with blocks of given runs, each `[start, end]`. */
export const runsOf = (...blocks: readonly (readonly (readonly [number, number])[])[]): Cleaned => ({
  ...linesOf(''),
  blocks: blocks.map((runs) => ({
    kind: 'paragraph',
    span: { start: runs[0]![0] as Offset, end: runs.at(-1)![1] as Offset },
    runs: runs.map(([start, end]) => span(start, end)),
    made: { stage: 'clean', rule: 'test' },
  })),
});
