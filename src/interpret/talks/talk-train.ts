/** Training of the choice whether words tell of a talk. */
import type { GoldReading } from '../../learn/gold.ts';
import { type LinearOptions, trainLinear } from '../../learn/train-act.ts';
import { sha256 } from '../../text/digest.ts';
import type { Scene } from '../scene.ts';
import type { TalkModelFile } from './accept.ts';
import type { TalkTools } from './subject.ts';
import { talkExamples } from './talk-gold.ts';

/** Chosen by four-fold cross-validation over the working readings (see models/talks.md), for precision before all. */
export const TALK_OPTIONS: LinearOptions & Pick<TalkModelFile, 'thresholds' | 'floor'> = {
  classes: 2,
  baseScale: 0,
  minDocuments: 3,
  decay: 3,
  rounds: 200,
  rate: 0.1,
  byOrder: 1,
  firstShare: 1,
  thresholds: [0.8, 0.7, 0.5],
  floor: 0.3,
};

/** One report with its gold reading. */
export interface TalkReport {
  readonly scene: Scene;
  readonly gold: Pick<GoldReading, 'talks'>;
}

/** Learns from reports. The same reports give the same file, byte for byte. */
export function trainTalkModel(
  reports: readonly TalkReport[],
  tools: TalkTools,
  options = TALK_OPTIONS,
): TalkModelFile {
  const examples = reports.flatMap(({ scene, gold }, document) =>
    talkExamples(scene, gold, tools).map(({ features, talk }) => ({
      document,
      features,
      base: new Float64Array(2),
      right: [talk >= 0 ? 1 : 0],
    })),
  );
  const { bias, weights } = trainLinear(examples, options);
  const learned: Record<string, number> = {};
  for (const [feature, row] of weights) {
    const weight = Math.round(100 * (row[1]! - row[0]!));
    if (weight !== 0) learned[feature] = weight;
  }
  const body = {
    thresholds: options.thresholds,
    floor: options.floor,
    bias: Math.round(100 * (bias[1]! - bias[0]!)),
    weights: learned,
  };
  return { version: `talks@${sha256(JSON.stringify(body)).slice(0, 8)}`, ...body };
}

/** The file's text: one weight a line, so that changes can be read. */
export const formatTalkModel = (file: TalkModelFile): string => `${JSON.stringify(file, null, 1)}\n`;
