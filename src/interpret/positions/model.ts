/** The learned weights of positions: whether words are a position, and with which stance. */
import { type Calibration, calibrated } from '../../learn/calibrate.ts';
import { hashString } from '../../learn/hash.ts';
import { ModelFileError, readModelFile } from '../../learn/model-file.ts';
import type { Act } from '../../record.ts';
import type { Ground } from './ground.ts';

/** A log-linear choice among classes over hashed features, beside scores that are given. */
export interface Layer {
  readonly classes: number;
  readonly bias: Float64Array;
  /** How much the given scores count. */
  readonly base: number;
  /** Where the weights of a feature begin. */
  readonly rows: ReadonlyMap<number, number>;
  readonly weights: Int8Array;
  /** What one step of a weight is worth. */
  readonly scale: number;
}

/** From these shares on words are taken for a position. */
export interface Thresholds {
  /** Where the act tells one: a demand, offer, refusal, agreement, promise or threat. */
  readonly telling: number;
  /** Where a claim only may. */
  readonly plain: number;
  /** Where a word for it stands in a clause of the reporter's, or of somebody else's. */
  readonly told: number;
  /** Where it rests on a deed alone. */
  readonly deed: number;
  /** Where it rests on nothing that makes a position. */
  readonly groundless: number;
}

/** How often positions with such a share were right in reports that were not learned from. */
export interface Calibrations {
  /** Of those that rest on words of wanting, refusing, offering. */
  readonly firm: Calibration;
  /** Of those that rest on a deed alone, or on nothing of the kind: as sure a share is right less often. */
  readonly loose: Calibration;
}

export interface PositionModel {
  /** `positions@` and the first eight digits of the weights' digest. */
  readonly version: string;
  readonly held: Layer;
  readonly stance: Layer;
  readonly thresholds: Thresholds;
  readonly calibration: Calibrations;
}

/** What a model's features look like; a model trained with others is refused. Changed by hand with `features.ts`. */
export const FEATURES = 'positions-7';

/** Reads one layer of the file. */
function layerOf(file: ReturnType<typeof readModelFile>, name: string): Layer {
  const { classes, bias, base, scale } = (file.header['layers'] as Record<string, Omit<Layer, 'rows' | 'weights'>>)[
    name
  ]!;
  // Copies, since a part may begin at an odd place.
  const keys = new Int32Array(Uint8Array.from(file.part(`${name}.keys`)).buffer);
  const weights = new Int8Array(Uint8Array.from(file.part(`${name}.weights`)).buffer);
  const rows = new Map<number, number>();
  for (let i = 0; i < keys.length; i++) rows.set(keys[i]!, i * classes);
  return { classes, bias: Float64Array.from(bias), base, rows, weights, scale };
}

/**
 * Reads `models/positions.bin`.
 * @throws {ModelFileError} where it is broken or was trained with other features than the program has.
 */
export function parsePositionModel(bytes: Uint8Array, version: string, path = 'models/positions.bin'): PositionModel {
  const file = readModelFile(bytes, path);
  if (file.header['features'] !== FEATURES) {
    throw new ModelFileError(
      `${path} was trained with other features (${file.header['features']}) than the program has (${FEATURES}). Make it again with \`npm run train -- positions\`, or restore both from one version.`,
    );
  }
  return {
    version,
    thresholds: file.header['thresholds'] as Thresholds,
    calibration: file.header['calibration'] as Calibrations,
    held: layerOf(file, 'held'),
    stance: layerOf(file, 'stance'),
  };
}

/** The shares of the classes, which sum to 1. `base` holds the given scores. */
export function sharesOf(layer: Layer, features: readonly number[], base: Float64Array | null): Float64Array {
  const { classes, bias, rows, weights, scale } = layer;
  const out = new Float64Array(classes);
  for (const f of features) {
    const at = rows.get(f);
    if (at === undefined) continue;
    for (let c = 0; c < classes; c++) out[c] = out[c]! + weights[at + c]!;
  }
  let top = -Infinity;
  for (let c = 0; c < classes; c++) {
    out[c] = out[c]! * scale + bias[c]! + (base ? layer.base * base[c]! : 0);
    if (out[c]! > top) top = out[c]!;
  }
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    out[c] = Math.exp(out[c]! - top);
    sum += out[c]!;
  }
  for (let c = 0; c < classes; c++) out[c] = out[c]! / sum;
  return out;
}

/** The hashes of codes, as features name them. */
export const hashesOf = (codes: readonly string[]): Int32Array => Int32Array.from(codes, (c) => hashString(c));

/** Acts that tell a position by themselves. */
const TELLING: ReadonlySet<Act | null> = new Set(['demand', 'offer', 'reject', 'agree', 'promise', 'threaten']);

/** The share from which on a candidate told by such an act is taken. */
export const thresholdOf = (
  { telling, plain, told, deed, groundless }: Thresholds,
  act: Act | null,
  ground: Ground | null,
): number =>
  ground === null ? groundless : ground === 'deed' ? deed : act === null ? told : TELLING.has(act) ? telling : plain;

/** What a candidate's share is worth. */
export const confidenceOf = ({ firm, loose }: Calibrations, share: number, ground: Ground | null): number =>
  calibrated(ground === null || ground === 'deed' ? loose : firm, share);
