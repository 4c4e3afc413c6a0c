/** Training of the models of positions: three log-linear choices over hashed features, with the lexicons' scores given. */
import type { GoldScene } from '../../data/interpret-gold.ts';
import { ModelWriter } from '../../learn/model-file.ts';
import { type LinearExample, type LinearModel, type LinearOptions, trainLinear } from '../../learn/train-act.ts';
import { STANCES } from './lexicon.ts';
import { FEATURES, type Layer, type PositionModel, parsePositionModel, sharesOf } from './model.ts';
import type { GoldUnit } from './position-gold.ts';
import type { WeakExample } from './position-weak-train.ts';

const common = { byOrder: 0.3, firstShare: 0.6 } as const;
export const OPTIONS: Readonly<Record<'held' | 'issue' | 'stance', Omit<LinearOptions, 'classes'>>> = {
  held: { ...common, baseScale: 1, minDocuments: 3, decay: 5, rounds: 150, rate: 0.15 },
  issue: { ...common, baseScale: 1, minDocuments: 4, decay: 5, rounds: 150, rate: 0.15 },
  stance: { ...common, baseScale: 0.8, minDocuments: 3, decay: 10, rounds: 150, rate: 0.15 },
};

const names = (features: readonly number[]): string[] => features.map(String);

/** The examples of each layer. */
function examplesOf(units: readonly GoldUnit[]): Record<'held' | 'issue' | 'stance', LinearExample[]> {
  const held = units
    .filter((u) => !u.taught)
    .map(({ document, features, gold, held }) => ({
      document,
      features: names(features.held),
      base: Float64Array.of(0, held),
      right: [gold >= 0 ? 1 : 0],
    }));
  const positions = units.filter((u) => u.gold >= 0);
  return {
    held,
    issue: positions.map((u) => ({
      document: u.document,
      features: names(u.features.issue),
      base: u.issues,
      right: u.rightIssues,
    })),
    stance: positions.map((u) => ({
      document: u.document,
      features: names(u.features.stance),
      base: u.stances,
      right: u.rightStances,
    })),
  };
}

/** One layer in the file's form: weights as 8-bit numbers, small ones left out. */
function packLayer(
  { bias, weights }: LinearModel,
  base: number,
): { header: Omit<Layer, 'rows' | 'weights'>; keys: Uint8Array; bytes: Uint8Array } {
  const classes = bias.length;
  let most = 1e-6;
  for (const row of weights.values()) for (const w of row) most = Math.max(most, Math.abs(w));
  const scale = most / 127;
  const keys: number[] = [];
  const bytes: number[] = [];
  const byKey = [...weights].map(([name, row]) => [Number(name), row] as const).sort((a, b) => a[0] - b[0]);
  for (const [key, row] of byKey) {
    const steps = Array.from(row, (w) => Math.round(w / scale));
    if (steps.every((s) => Math.abs(s) < 2)) continue;
    keys.push(key);
    bytes.push(...steps);
  }
  return {
    header: { classes, bias: Float64Array.from(bias, (b) => Math.round(b * 1e6) / 1e6), base, scale },
    keys: new Uint8Array(Int32Array.from(keys).buffer),
    bytes: new Uint8Array(Int8Array.from(bytes).buffer),
  };
}

/** Trains the three layers; gives the file. */
export function trainPositions(
  units: readonly GoldUnit[],
  codes: readonly string[],
  threshold: number,
  weak: readonly WeakExample[] = [],
): Uint8Array {
  const examples = examplesOf(units);
  const none = new Float64Array(codes.length);
  for (const { document, features, issue } of weak)
    examples.issue.push({ document, features: names(features), base: none, right: [issue] });
  const layers = {
    held: packLayer(trainLinear(examples.held, { ...OPTIONS.held, classes: 2 }), OPTIONS.held.baseScale),
    issue: packLayer(trainLinear(examples.issue, { ...OPTIONS.issue, classes: codes.length }), OPTIONS.issue.baseScale),
    stance: packLayer(
      trainLinear(examples.stance, { ...OPTIONS.stance, classes: STANCES.length }),
      OPTIONS.stance.baseScale,
    ),
  };
  const header = Object.fromEntries(
    Object.entries(layers).map(([name, { header }]) => [name, { ...header, bias: [...header.bias] }]),
  );
  const writer = new ModelWriter({ name: 'positions', features: FEATURES, codes, threshold, layers: header });
  for (const [name, layer] of Object.entries(layers)) {
    writer.add(`${name}.keys`, layer.keys).add(`${name}.weights`, layer.bytes);
  }
  return writer.bytes();
}

/** How sure a model is of a candidate: of its being a position, times its surest issue. */
export function sureness(model: PositionModel, u: GoldUnit): { readonly share: number; readonly issue: number } {
  const held = sharesOf(model.held, u.features.held, Float64Array.of(0, u.held))[1]!;
  const issues = sharesOf(model.issue, u.features.issue, u.issues);
  let best = 0;
  for (let i = 1; i < issues.length; i++) if (issues[i]! > issues[best]!) best = i;
  return { share: held * issues[best]!, issue: best };
}

const FOLDS = 6;

/** Every candidate as a model sees it that has not learned from its document. */
export function crossValidated(
  units: readonly GoldUnit[],
  codes: readonly string[],
  weak: readonly WeakExample[],
): { readonly u: GoldUnit; readonly share: number; readonly issue: number }[] {
  const out: { u: GoldUnit; share: number; issue: number }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = parsePositionModel(
      trainPositions(
        units.filter((u) => u.document % FOLDS !== fold),
        codes,
        0,
        weak,
      ),
      'fold',
    );
    for (const u of units) if (u.document % FOLDS === fold && !u.taught) out.push({ u, ...sureness(model, u) });
  }
  return out;
}

/**
 * From this share on a candidate is taken for a position: where cross-validation finds the same F1 from 0.3 to 0.5, the
 * highest, since a wrong position costs more than a missing one.
 */
const THRESHOLD = 0.5;

/** Learns from all candidates, with the threshold that cross-validation by document finds best. */
export function learnPositions(
  units: readonly GoldUnit[],
  codes: readonly string[],
  scenes: readonly GoldScene[],
  weak: readonly WeakExample[],
  log: (line: string) => void,
): Uint8Array {
  const positions = scenes.reduce((n, { gold }) => n + gold.positions.length, 0);
  const taken = crossValidated(units, codes, weak).filter(({ share }) => share >= THRESHOLD);
  const right = taken.filter(({ u, issue }) => u.rightIssues.includes(issue));
  log(
    `${units.length} candidates, ${positions} positions, ${weak.length} clear clauses; cross-validated, ${right.length} of ${taken.length} taken are right`,
  );
  return trainPositions(units, codes, THRESHOLD, weak);
}
