/** The learned choice whether words tell of a talk: a log-linear model over the features of a mention. */

export interface TalkModel {
  /** `talks@` and the first eight digits of the weights' digest. */
  readonly version: string;
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
  /** A talk that names no side, one, or two and more is recorded where its surest mention has at least this share. */
  readonly thresholds: readonly number[];
  /** Mentions with less than this share belong to no talk. */
  readonly floor: number;
}

/** The model as it stands in `models/talks.json`. Weights are whole hundredths. */
export interface TalkModelFile {
  readonly version: string;
  readonly thresholds: readonly number[];
  readonly floor: number;
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Raised when the model's file does not have the form that it must have. */
export class TalkModelError extends Error {
  override readonly name = 'TalkModelError';
}

/**
 * Reads the parsed `models/talks.json`.
 * @throws {TalkModelError} where it is broken.
 */
export function parseTalkModel(raw: unknown, file = 'models/talks.json'): TalkModel {
  const remedy = 'Make it again with `npm run train -- talks`.';
  const model = raw as Partial<TalkModelFile> | null;
  if (typeof model !== 'object' || model === null || typeof model.version !== 'string')
    throw new TalkModelError(`${file}: this is no model of talks. ${remedy}`);
  for (const field of ['floor', 'bias'] as const)
    if (typeof model[field] !== 'number') throw new TalkModelError(`${file}: no number \`${field}\`. ${remedy}`);
  const { thresholds } = model;
  if (!Array.isArray(thresholds) || thresholds.length === 0 || thresholds.some((t) => typeof t !== 'number'))
    throw new TalkModelError(`${file}: no numbers \`thresholds\`. ${remedy}`);
  const weights = new Map<string, number>();
  for (const [feature, weight] of Object.entries(model.weights ?? {})) {
    if (typeof weight !== 'number') throw new TalkModelError(`${file}, ${feature}: not a number. ${remedy}`);
    weights.set(feature, weight / 100);
  }
  return {
    version: model.version,
    thresholds,
    floor: model.floor!,
    bias: model.bias! / 100,
    weights,
  };
}

/** How likely a mention with these features is one of a talk, 0 to 1. */
export function shareOf({ bias, weights }: TalkModel, features: readonly string[]): number {
  let score = bias;
  for (const feature of new Set(features)) score += weights.get(feature) ?? 0;
  return 1 / (1 + Math.exp(-score));
}
