/** Training of the models of positions: two log-linear choices over hashed features, with the lexicons' scores given. */

import type { GoldScene } from '../../data/interpret-gold.ts';
import { type Calibration, calibrate, UNCALIBRATED } from '../../learn/calibrate.ts';
import { ModelWriter } from '../../learn/model-file.ts';
import { type LinearExample, type LinearModel, type LinearOptions, trainLinear } from '../../learn/train-act.ts';
import { STANCES } from '../../record.ts';
import { issueShare } from './given.ts';
import {
  type Calibrations,
  FEATURES,
  type Layer,
  parsePositionModel,
  sharesOf,
  type Thresholds,
  thresholdOf,
} from './model.ts';
import type { GoldUnit } from './position-gold.ts';

const common = { byOrder: 0.3, firstShare: 0.6 } as const;
export const OPTIONS: Readonly<Record<'held' | 'stance', Omit<LinearOptions, 'classes'>>> = {
  held: { ...common, baseScale: 1, minDocuments: 3, decay: 5, rounds: 150, rate: 0.15 },
  stance: { ...common, baseScale: 0.8, minDocuments: 3, decay: 6, rounds: 150, rate: 0.15 },
};

const names = (features: readonly number[]): string[] => features.map(String);

/** The examples of each layer. */
function examplesOf(units: readonly GoldUnit[]): Record<'held' | 'stance', LinearExample[]> {
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

/** Trains both layers; gives the file. */
export function trainPositions(
  units: readonly GoldUnit[],
  thresholds: Thresholds,
  calibration: Calibrations = { firm: UNCALIBRATED, loose: UNCALIBRATED },
): Uint8Array {
  const examples = examplesOf(units);
  const layers = {
    held: packLayer(trainLinear(examples.held, { ...OPTIONS.held, classes: 2 }), OPTIONS.held.baseScale),
    stance: packLayer(
      trainLinear(examples.stance, { ...OPTIONS.stance, classes: STANCES.length }),
      OPTIONS.stance.baseScale,
    ),
  };
  const header = Object.fromEntries(
    Object.entries(layers).map(([name, { header }]) => [name, { ...header, bias: [...header.bias] }]),
  );
  const writer = new ModelWriter({ name: 'positions', features: FEATURES, thresholds, calibration, layers: header });
  for (const [name, layer] of Object.entries(layers)) {
    writer.add(`${name}.keys`, layer.keys).add(`${name}.weights`, layer.bytes);
  }
  return writer.bytes();
}

/** One candidate as a model sees it: how sure of its being a position on its surest issue, and which that is. */
interface Seen {
  readonly u: GoldUnit;
  readonly share: number;
  readonly issue: number;
}

const FOLDS = 6;

/** Every candidate as a model sees it that has not learned from its document. */
export function crossValidated(units: readonly GoldUnit[]): Seen[] {
  const out: Seen[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = units.filter((u) => u.document % FOLDS !== fold);
    const model = parsePositionModel(
      trainPositions(others, { telling: 0, plain: 0, told: 0, deed: 0, groundless: 0 }),
      'fold',
    );
    for (const u of units) {
      if (u.document % FOLDS !== fold || u.taught) continue;
      const held = sharesOf(model.held, u.features.held, Float64Array.of(0, u.held))[1]!;
      const issue = u.issues.reduce((top, s, i) => (s > u.issues[top]! ? i : top), 0);
      out.push({ u, share: held * issueShare(u.issues, issue), issue });
    }
  }
  return out;
}

/**
 * Among these thresholds cross-validation chooses, by F1 among those that are right as often as `LEAST_RIGHT`: a wrong line
 * costs more than a missing one. On reports that no rule was written for the same share is some eight points lower.
 */
const GRID: Readonly<Record<keyof Thresholds, readonly number[]>> = {
  telling: [0.15, 0.2, 0.25, 0.3],
  plain: [0.2, 0.25, 0.3, 0.4],
  told: [0.15, 0.2, 0.25, 0.3],
  deed: [0.15, 0.2, 0.3, 0.5],
  groundless: [0.4, 0.5],
};
const LEAST_RIGHT = 0.6;

const choices = (): Thresholds[] =>
  GRID.telling.flatMap((telling) =>
    GRID.plain.flatMap((plain) =>
      GRID.told.flatMap((told) =>
        GRID.deed.flatMap((deed) => GRID.groundless.map((groundless) => ({ telling, plain, told, deed, groundless }))),
      ),
    ),
  );

const isRight = ({ u, issue }: Seen): boolean => u.rightIssues.includes(issue);
const isLoose = ({ u }: Seen): boolean => u.ground === null || u.ground === 'deed';

/** How often those taken are right, and how many of the positions are found, with the thresholds. */
function measure(seen: readonly Seen[], positions: number, thresholds: Thresholds) {
  const taken = seen.filter(({ u, share }) => share >= thresholdOf(thresholds, u.unit.act, u.ground));
  const right = taken.filter(isRight);
  const found = new Set(right.map(({ u }) => `${u.document} ${u.gold}`)).size;
  const precision = right.length / Math.max(1, taken.length);
  const recall = found / positions;
  return { thresholds, precision, recall, score: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

/** Learns from all candidates, with the thresholds that cross-validation by document finds best. */
export function learnPositions(
  units: readonly GoldUnit[],
  scenes: readonly GoldScene[],
  log: (line: string) => void,
): Uint8Array {
  const positions = scenes.reduce((n, { gold }) => n + gold.positions.length, 0);
  const seen = crossValidated(units);
  const measured = choices().map((thresholds) => measure(seen, positions, thresholds));
  const sure = measured.filter(({ precision }) => precision >= LEAST_RIGHT);
  const best =
    sure.length > 0
      ? sure.reduce((a, b) => (b.score > a.score ? b : a))
      : measured.reduce((a, b) => (b.precision > a.precision ? b : a));
  const percent = (x: number): string => (100 * x).toFixed(1);
  log(`${units.length} candidates, ${positions} positions; taken from ${JSON.stringify(best.thresholds)} on`);
  log(`by cross-validation precision ${percent(best.precision)}, recall ${percent(best.recall)}`);
  const curve = (of: readonly Seen[]): Calibration => calibrate(of.map((s) => ({ share: s.share, right: isRight(s) })));
  const calibration = {
    firm: curve(seen.filter((s) => !isLoose(s))),
    loose: curve(seen.filter(isLoose)),
  };
  for (const [name, points] of Object.entries(calibration))
    log(`right by share, ${name}: ${points.map(([share, right]) => `${share} ${right}`).join(', ')}`);
  return trainPositions(units, best.thresholds, calibration);
}
