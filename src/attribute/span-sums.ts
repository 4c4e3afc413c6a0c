/** Running sums over a report's words, so that what a stretch of them holds is one subtraction. */
import { hashString } from '../learn/hash.ts';
import { type Codes, PAD, TAG } from './codes.ts';
import type { Run } from './runs.ts';
import type { Marginals } from './span-marginals.ts';

/** What the features are worked out from. */
export interface SpanContext {
  readonly codes: Codes;
  /** The tagger's scores of every label at every word. */
  readonly scores: Float32Array;
  readonly marginals: Marginals;
  /** What the tagger marked, in order. */
  readonly runs: readonly Run[];
}

/** Label numbers, by `learn/labels.ts`. */
const OUTSIDE = 0;
const I_CONTENT = 6;
const LABELS = 7;

const COMMA = hashString(',');
/** A shape, by `codes.ts`: a capital first. */
const CAPITAL = 2;
/** The least log of a share that is told apart. */
const LEAST_LOG = Math.log(1e-6);

export const between = (sum: Float64Array, first: number, last: number): number =>
  last > first ? sum[last]! - sum[first]! : 0;

/** `roles` is 1 at words of a source, 2 of a cue, 3 of a content, by the tagger; `opens` is 1 where a run begins. */
export function sumsOf({ codes, scores, marginals }: SpanContext, roles: Uint8Array, opens: Uint8Array) {
  const n = codes.length;
  const { content, cue, source, begins, ends } = marginals;
  const sums = (): Float64Array => new Float64Array(n + 1);
  const counted = sums();
  const contents = sums();
  const contentLogs = sums();
  const cues = sums();
  const sources = sums();
  const begun = sums();
  const marked = sums();
  const markedRuns = sums();
  const markedCues = sums();
  const markedSources = sums();
  const sentences = sums();
  const verbs = sums();
  const commas = sums();
  const conjunctions = sums();
  const small = sums();
  const quoted = sums();
  const quoteChanges = sums();
  const staying = sums();
  const ended = new Float64Array(n + 2);
  for (let i = 0, wasQuoted = 0; i < n; i++) {
    const tag = codes.tag[i + PAD]!;
    const role = roles[i]!;
    const isMark = tag === TAG.PUNCT;
    const isQuoted = codes.quote[i]! > 0 ? 1 : 0;
    counted[i + 1] = counted[i]! + (isMark ? 0 : 1);
    contents[i + 1] = contents[i]! + content[i]!;
    contentLogs[i + 1] = contentLogs[i]! + (content[i]! > 1e-6 ? Math.log(content[i]!) : LEAST_LOG);
    cues[i + 1] = cues[i]! + cue[i]!;
    sources[i + 1] = sources[i]! + source[i]!;
    begun[i + 1] = begun[i]! + begins[i]!;
    marked[i + 1] = marked[i]! + (role === 3 && !isMark ? 1 : 0);
    markedRuns[i + 1] = markedRuns[i]! + (role === 3 ? opens[i]! : 0);
    markedCues[i + 1] = markedCues[i]! + (role === 2 ? opens[i]! : 0);
    markedSources[i + 1] = markedSources[i]! + (role === 1 ? opens[i]! : 0);
    sentences[i + 1] = sentences[i]! + (codes.boundary[i]! > 0 ? 1 : 0);
    verbs[i + 1] = verbs[i]! + (tag === TAG.VERB || tag === TAG.AUX ? 1 : 0);
    commas[i + 1] = commas[i]! + (codes.lower[i + PAD] === COMMA ? 1 : 0);
    conjunctions[i + 1] = conjunctions[i]! + (tag === TAG.CCONJ ? 1 : 0);
    small[i + 1] = small[i]! + (codes.shape[i + PAD] === CAPITAL ? 0 : 1);
    quoted[i + 1] = quoted[i]! + isQuoted;
    quoteChanges[i + 1] = quoteChanges[i]! + (i > 0 && isQuoted !== wasQuoted ? 1 : 0);
    staying[i + 1] = staying[i]! + (scores[i * LABELS + I_CONTENT]! - scores[i * LABELS + OUTSIDE]!);
    wasQuoted = isQuoted;
  }
  for (let i = 0; i <= n; i++) ended[i + 1] = ended[i]! + ends[i]!;
  return {
    counted,
    contents,
    contentLogs,
    cues,
    sources,
    begun,
    marked,
    markedRuns,
    markedCues,
    markedSources,
    sentences,
    verbs,
    commas,
    conjunctions,
    small,
    quoted,
    quoteChanges,
    staying,
    ended,
  };
}
