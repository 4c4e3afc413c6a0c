import { type LinearExample, type LinearModel, type LinearOptions, trainLinear } from '../learn/train-act.ts';
import { sha256 } from '../text/digest.ts';
import { type ActResources, lexiconScores } from './act.ts';
import { emitFeatures } from './act-features.ts';
import type { GoldAct } from './act-gold.ts';
import type { ActModelFile } from './act-model.ts';
import { signsOf } from './act-signs.ts';
import { ACTS } from './cue-lexicon.ts';

/** Chosen by cross-validation within the reports learned from, by report, and across two conflicts. */
export const ACT_OPTIONS: LinearOptions = {
  classes: ACTS.length,
  baseScale: 1.6,
  minDocuments: 4,
  decay: 10,
  rounds: 80,
  rate: 0.2,
  byOrder: 0.25,
  firstShare: 0.6,
};

/** The acts that are right, those that say more than `claim` first: what is learned is to say the most. */
const mostSpecificFirst = (acts: GoldAct['acts']): GoldAct['acts'] =>
  acts.length > 1 && acts[0] === 'claim' ? [...acts.slice(1), 'claim'] : acts;

/** The statement as it is given where the speaker's side is not known. */
const withoutSide = (gold: GoldAct): GoldAct => ({ ...gold, input: { ...gold.input, party: null } });

/** A gold statement as the learner takes it. */
export function actExample(gold: GoldAct, { cues, moods }: Omit<ActResources, 'model'>): LinearExample {
  const signs = signsOf(gold.input, cues, moods);
  const features: string[] = [];
  emitFeatures(gold.input, signs, moods, (kind, name) => features.push(`${kind}: ${name}`));
  return {
    document: gold.report,
    features,
    base: lexiconScores(signs, moods),
    right: mostSpecificFirst(gold.acts).map((a) => ACTS.indexOf(a)),
  };
}

const hundredths = (row: Float64Array): number[] => Array.from(row, (w) => Math.round(w * 100) + 0);

/** Rounds a trained model to what `models/act.json` holds. Features whose weights all round to nothing are left out. */
export function actModelFile(model: LinearModel, lexicon: number): ActModelFile {
  const weights: Record<string, readonly number[]> = {};
  for (const [name, row] of model.weights) {
    const rounded = hundredths(row);
    if (rounded.some((w) => w !== 0)) weights[name] = rounded;
  }
  const bias = hundredths(model.bias);
  const version = `act@${sha256(JSON.stringify([lexicon, bias, weights])).slice(0, 8)}`;
  return { version, acts: ACTS, lexicon, bias, weights };
}

/** Learns the choice of acts from statements read by people. */
export function trainActModel(
  golds: readonly GoldAct[],
  resources: Omit<ActResources, 'model'>,
  options: LinearOptions = ACT_OPTIONS,
): ActModelFile {
  // Each statement with its side and without, so that what is learned does not hang on the side's being known.
  const examples = golds.flatMap((gold) => [gold, withoutSide(gold)].map((g) => actExample(g, resources)));
  return actModelFile(trainLinear(examples, options), options.baseScale);
}

/** The model as text, one feature a line, so that two versions can be compared by eye. */
export function formatActModel(file: ActModelFile): string {
  const rows = Object.entries(file.weights).map(([name, row]) => `  ${JSON.stringify(name)}: [${row.join(',')}]`);
  const head = { version: file.version, acts: file.acts, lexicon: file.lexicon, bias: file.bias };
  const fields = Object.entries(head).map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  return `{\n${fields.join('\n')}\n "weights": {\n${rows.join(',\n')}\n }\n}\n`;
}
