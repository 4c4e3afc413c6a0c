/** The learned parts of attribution, and what they find in a stretch of words. */
import { type Chain, viterbi } from '../learn/sequence.ts';
import type { BlockKind, Segmented } from '../record.ts';
import { type Codes, type CueLevels, codesOf } from './codes.ts';
import { type Attribution, type LinkModel, link } from './link.ts';
import { partAtBlocks, type Run, runsOf } from './runs.ts';
import type { TagScorer } from './tag-scores.ts';

export interface AttributionModel {
  readonly tagger: Chain;
  /** The scores of the tagger's labels (`makeTagScorer`). */
  readonly scoresOf: TagScorer;
  readonly levels: CueLevels;
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

/** Tags the words and links what is tagged. `kinds` are the kinds of the report's blocks. */
export function find(segmented: Segmented, kinds: readonly BlockKind[], model: AttributionModel): Found {
  const codes = codesOf(segmented, kinds, model.levels);
  const { scores, transitions } = model.scoresOf(codes);
  const tagged = runsOf(viterbi(model.tagger, { kinds: transitions, length: codes.length }, scores));
  const runs = partAtBlocks(tagged, codes.boundary, codes.quote);
  return { codes, runs, attributions: link(codes, runs, model.links) };
}
