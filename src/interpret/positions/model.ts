/** The learned weights of positions: whether words are a position, on which issue, with which stance. */
import { hashString } from '../../learn/hash.ts';
import { ModelFileError, readModelFile } from '../../learn/model-file.ts';
import { STANCES } from './lexicon.ts';

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

export interface PositionModel {
  /** `positions@` and the first eight digits of the weights' digest. */
  readonly version: string;
  /** The issues that the weights are for, in their order. */
  readonly codes: readonly string[];
  readonly held: Layer;
  readonly issue: Layer;
  readonly stance: Layer;
  /** From this share on words are taken for a position. */
  readonly threshold: number;
}

/** What a model's features look like; a model trained with others is refused. Changed by hand with `features.ts`. */
export const FEATURES = 'positions-1';

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
    codes: file.header['codes'] as string[],
    threshold: file.header['threshold'] as number,
    held: layerOf(file, 'held'),
    issue: layerOf(file, 'issue'),
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

/**
 * The shares of a taxonomy's issues, in its order. An issue that the model does not know, one of a case's own, is
 * weighed by its words alone.
 */
export function issueShares(
  model: PositionModel,
  codes: readonly string[],
  features: readonly number[],
  given: Float64Array,
): Float64Array {
  const { codes: known, issue: layer } = model;
  if (codes.length === known.length && codes.every((c, i) => c === known[i])) return sharesOf(layer, features, given);
  const base = Float64Array.from(known, (code) => given[codes.indexOf(code)] ?? 0);
  const mean = layer.bias.reduce((a, b) => a + b, 0) / layer.classes;
  const scores = Float64Array.from(codes, (_, i) => mean + layer.base * given[i]!);
  const learned = sharesOf(layer, features, base);
  // Shares are scores but for one factor; the known issues keep their order, and the others are set beside them.
  const plain = sharesOf({ ...layer, rows: new Map() }, [], base);
  codes.forEach((code, i) => {
    const at = known.indexOf(code);
    if (at >= 0) scores[i] = layer.base * given[i]! + layer.bias[at]! + Math.log(learned[at]! / plain[at]!);
  });
  const top = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = scores.map((s) => Math.exp(s - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / sum);
}

/** The hashes of codes, as features name them. */
export const hashesOf = (codes: readonly string[]): Int32Array => Int32Array.from(codes, (c) => hashString(c));

export const STANCE_COUNT = STANCES.length;
