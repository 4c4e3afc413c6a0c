import { ACTS } from './cue-lexicon.ts';

/** A linear model over the features of `emitFeatures`, added to the scores that the lexicons give. */
export interface ActModel {
  /** `act@` and the first eight digits of the weights' digest. */
  readonly version: string;
  /** How much a lexicon's weight counts beside the learned ones. */
  readonly lexicon: number;
  readonly bias: Float64Array;
  /** Weights of each act, in the order of `ACTS`, by the kind of a feature and its name. */
  readonly weights: ReadonlyMap<string, ReadonlyMap<string, Float64Array>>;
}

/** The model as it stands in `models/act.json`. Weights are whole hundredths, one for each act. */
export interface ActModelFile {
  readonly version: string;
  readonly acts: readonly string[];
  readonly lexicon: number;
  readonly bias: readonly number[];
  /** By `kind: name`. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** Raised when the model's file does not have the form that it must have. */
export class ActModelError extends Error {
  override readonly name = 'ActModelError';
}

/**
 * Reads the parsed `models/act.json`.
 * @throws {ActModelError} where it is for other acts than this program's, or broken.
 */
export function parseActModel(raw: unknown, file = 'models/act.json'): ActModel {
  const remedy = 'Make it again with `npm run train`.';
  const model = raw as Partial<ActModelFile> | null;
  if (typeof model !== 'object' || model === null || typeof model.version !== 'string') {
    throw new ActModelError(`${file}: this is no model of acts. ${remedy}`);
  }
  if (model.acts?.join() !== ACTS.join())
    throw new ActModelError(`${file}: its acts are not this program's. ${remedy}`);
  const row = (weights: unknown, name: string): Float64Array => {
    if (!Array.isArray(weights) || weights.length !== ACTS.length || weights.some((w) => typeof w !== 'number')) {
      throw new ActModelError(`${file}, ${name}: not ${ACTS.length} numbers. ${remedy}`);
    }
    return Float64Array.from(weights as number[], (w) => w / 100);
  };
  if (typeof model.lexicon !== 'number') throw new ActModelError(`${file}: no number \`lexicon\`. ${remedy}`);
  const weights = new Map<string, Map<string, Float64Array>>();
  for (const [feature, w] of Object.entries(model.weights ?? {})) {
    const cut = feature.indexOf(': ');
    if (cut < 0) throw new ActModelError(`${file}, ${feature}: this is not \`kind: name\`. ${remedy}`);
    const kind = feature.slice(0, cut);
    const rows = weights.get(kind) ?? new Map<string, Float64Array>();
    weights.set(kind, rows.set(feature.slice(cut + 2), row(w, feature)));
  }
  return {
    version: model.version,
    lexicon: model.lexicon,
    bias: row(model.bias, 'bias'),
    weights,
  };
}
