/** The learned parts of attribution, and what they find in a stretch of words. */
import { type PackedModel, packedEmissions } from '../learn/packed.ts';
import { FeatureBuffer, viterbi } from '../learn/sequence.ts';
import type { BlockKind, Segmented } from '../record.ts';
import { type Codes, type CueLevels, codesOf } from './codes.ts';
import { type Attribution, type LinkModel, link } from './link.ts';
import { partAtBlocks, type Run, runsOf } from './runs.ts';
import { tagFeatures } from './tag-features.ts';

export interface AttributionModel {
  readonly tagger: PackedModel;
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
  const buffer = new FeatureBuffer(model.tagger.bits, Math.max(16, segmented.words.length));
  tagFeatures(codes, buffer);
  const tagged = runsOf(viterbi(model.tagger, buffer, packedEmissions(model.tagger, buffer)));
  const runs = partAtBlocks(tagged, codes.boundary, codes.quote);
  return { codes, runs, attributions: link(codes, runs, model.links) };
}
