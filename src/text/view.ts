import type { Offset, Span } from '../record.ts';
import { span } from './span.ts';

/**
 * Chosen stretches of a text read as if they stood together, with the way back to the source. Cleaning chooses the
 * stretches; nothing is ever cut out of the text itself.
 */
export interface View {
  /** The chosen stretches, joined. */
  readonly text: string;
  /** The source offset of the character at `at` in the view. */
  toSource(at: number): Offset;
  /** The source span over `[start, end)` of the view; over a cut it covers what was left out between. */
  spanOf(start: number, end: number): Span;
}

/** A view of `runs`, which are in order and do not overlap. `joint` stands between runs that do not touch. */
export function viewOf(source: string, runs: readonly Span[], joint = ''): View {
  const only = runs.length === 1 ? runs[0] : undefined;
  if (only) {
    const toSource = (at: number): Offset => (only.start + at) as Offset;
    return {
      text: source.slice(only.start, only.end),
      toSource,
      spanOf: (start, end) => span(only.start + start, only.start + end),
    };
  }
  const starts: number[] = [];
  let text = '';
  runs.forEach((run, i) => {
    const before = runs[i - 1];
    if (before && before.end < run.start) text += joint;
    starts.push(text.length);
    text += source.slice(run.start, run.end);
  });
  const runAt = (at: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const toSource = (at: number): Offset => {
    const i = runAt(at);
    const run = runs[i];
    return (run ? Math.min(run.start + at - starts[i]!, run.end) : 0) as Offset;
  };
  return {
    text,
    toSource,
    // The end is mapped from the last character inside, so that a span ends where its words do, not at the next run.
    spanOf: (start, end) =>
      end > start ? span(toSource(start), toSource(end - 1) + 1) : span(toSource(start), toSource(start)),
  };
}
