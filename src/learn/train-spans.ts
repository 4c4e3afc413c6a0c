/** Trains the choice of contents: which of the stretches that a tagger holds possible are what an annotator marked. */
import { type Codes, PAD, TAG } from '../attribute/codes.ts';
import { type Run, runsOf } from '../attribute/runs.ts';
import { type Candidate, candidateSpans } from '../attribute/span-candidates.ts';
import { SPAN_FEATURES, spanFeatures } from '../attribute/span-features.ts';
import type { SpanContext } from '../attribute/span-sums.ts';
import type { Forest } from './forest.ts';
import { type ForestOptions, trainForest } from './train-forest.ts';

/** The candidates of one text, by a tagger that has not seen it, each with the answer. */
export interface SpanExample {
  readonly candidates: readonly Candidate[];
  readonly rows: Float32Array;
  /** 1 for each that shares at least half of the words of both with a content of the annotator's. */
  readonly answers: Uint8Array;
  readonly weight: number;
}

/** `labels` are the annotator's. */
export function spanExample(context: SpanContext, labels: Uint8Array, weight: number): SpanExample {
  const isContent = (r: Run): boolean => r.role === 'content';
  const candidates = candidateSpans(context.marginals, context.runs.filter(isContent));
  return {
    candidates,
    rows: spanFeatures(context, candidates),
    answers: answersOf(context.codes, candidates, runsOf(labels).filter(isContent)),
    weight,
  };
}

/** Both in the order of their first words. */
function answersOf(codes: Codes, candidates: readonly Candidate[], contents: readonly Run[]): Uint8Array {
  const counted = new Int32Array(codes.length + 1);
  for (let i = 0; i < codes.length; i++) counted[i + 1] = counted[i]! + (codes.tag[i + PAD] === TAG.PUNCT ? 0 : 1);
  const words = (first: number, last: number): number => (last > first ? counted[last]! - counted[first]! : 0);
  return Uint8Array.from(candidates, ({ first, last }) =>
    contents.some((run) => {
      const both = words(Math.max(first, run.first), Math.min(last, run.last));
      return both > 0 && 2 * both >= words(first, last) + words(run.first, run.last) - both;
    })
      ? 1
      : 0,
  );
}

/** The same examples and options give the same forest, byte for byte. */
export function trainSpans(examples: readonly SpanExample[], options: ForestOptions): Forest {
  const count = examples.reduce((n, e) => n + e.answers.length, 0);
  const columns = SPAN_FEATURES.map(() => new Float32Array(count));
  const answers = new Float32Array(count);
  const weights = new Float32Array(count);
  let at = 0;
  for (const example of examples)
    for (let c = 0; c < example.answers.length; c++) {
      for (let f = 0; f < columns.length; f++) columns[f]![at] = example.rows[c * columns.length + f]!;
      answers[at] = example.answers[c]!;
      weights[at++] = example.weight;
    }
  return trainForest({ columns, answers, weights }, options);
}
