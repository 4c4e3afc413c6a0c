/** The learned parts of attribution, and what they find in a stretch of words. */
import type { Forest } from '../learn/forest.ts';
import { type Chain, viterbi } from '../learn/sequence.ts';
import type { BlockKind, Segmented } from '../record.ts';
import { type Codes, type CueLevels, codesOf } from './codes.ts';
import { type Attribution, type LinkModel, link } from './link.ts';
import { partAtBlocks, type Run, runsOf } from './runs.ts';
import { chooseSpans, type SpanPolicy } from './span-choice.ts';
import { marginalsOf } from './span-marginals.ts';
import type { TagScorer } from './tag-scores.ts';

export interface AttributionModel {
  readonly tagger: Chain;
  /** The scores of the tagger's labels (`makeTagScorer`). */
  readonly scoresOf: TagScorer;
  readonly levels: CueLevels;
  /** The factors of the tagger's transitions, as `span-marginals.ts` has them. */
  readonly factors: Float64Array;
  /** How likely a stretch of words is one content. */
  readonly spans: Forest;
  readonly links: LinkModel;
  /** Name and digest, as it stands in `Producer.model`. */
  readonly version: string;
}

/** Sources, cues and contents, and what joins them. */
export interface Found {
  readonly codes: Codes;
  readonly runs: readonly Run[];
  readonly attributions: readonly Attribution[];
}

/**
 * Tags the words, chooses the contents among the stretches that the tagger holds possible, and links what is found.
 * `kinds` are the kinds of the report's blocks. Without a policy, contents stay as they were tagged.
 */
export function find(
  segmented: Segmented,
  kinds: readonly BlockKind[],
  model: AttributionModel,
  policy: SpanPolicy | null = null,
): Found {
  const codes = codesOf(segmented, kinds, model.levels);
  const { scores, transitions } = model.scoresOf(codes);
  const chain = { kinds: transitions, length: codes.length };
  const tagged = partAtBlocks(runsOf(viterbi(model.tagger, chain, scores)), codes.boundary, codes.quote);
  const marginals = policy && marginalsOf(model.tagger, model.factors, chain, scores);
  const runs = marginals ? chooseSpans(model.spans, { codes, scores, marginals, runs: tagged }, policy) : tagged;
  return { codes, runs, attributions: link(codes, runs, model.links) };
}
