import type { Grammar } from '../grammar/lexicon.ts';
import type { Scene } from '../scene.ts';
import { EVENT_TYPES, type EventLexicon } from './lexicon.ts';
import { typeOfObject } from './misread.ts';
import { emitSigns } from './signs.ts';
import type { Candidate } from './triggers.ts';
import { isDenied } from './unreal.ts';

/** No event, then the types. */
export const EVENT_CLASSES: readonly string[] = ['none', ...EVENT_TYPES];
const CLASSES = EVENT_CLASSES.length;

/** Weights by the kind of a feature and its name, one for each class. */
export interface Weights {
  readonly bias: Float64Array;
  readonly weights: ReadonlyMap<string, ReadonlyMap<string, Float64Array>>;
}

/** A linear model over the features of `emitSigns`, added to the weights of the taxonomy. */
export interface EventModel extends Weights {
  /** `events@` and the first eight digits of the weights' digest. */
  readonly version: string;
  /** How much a weight of the taxonomy counts beside the learned ones. */
  readonly taxonomy: number;
  /** Whether two mentions of one sentence are of one event: over the features of `emitLink`, one weight each. */
  readonly near: Weights;
  /** Whether what one sentence tells is of an event that earlier ones told. */
  readonly far: Weights;
  /** From what share on a candidate is taken for an event. */
  readonly threshold: number;
}

/** The model as it stands in `models/events.json`. Weights are whole hundredths, one for each class. */
export interface EventModelFile {
  readonly version: string;
  readonly classes: readonly string[];
  readonly taxonomy: number;
  readonly threshold: number;
  readonly bias: readonly number[];
  /** By `kind: name`. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
  readonly near: Pick<EventModelFile, 'bias' | 'weights'>;
  readonly far: Pick<EventModelFile, 'bias' | 'weights'>;
}

/** Raised when the model's file does not have the form that it must have. */
export class EventModelError extends Error {
  override readonly name = 'EventModelError';
}

/**
 * Reads the parsed `models/events.json`.
 * @throws {EventModelError} where it is for other types than this program's, or broken.
 */
export function parseEventModel(raw: unknown, file = 'models/events.json'): EventModel {
  const remedy = 'Make it again with `npm run train -- events`.';
  const model = raw as Partial<EventModelFile> | null;
  if (typeof model !== 'object' || model === null || typeof model.version !== 'string')
    throw new EventModelError(`${file}: this is no model of events. ${remedy}`);
  if (model.classes?.join() !== EVENT_CLASSES.join())
    throw new EventModelError(`${file}: its classes are not this program's types of events. ${remedy}`);
  if (typeof model.taxonomy !== 'number' || typeof model.threshold !== 'number')
    throw new EventModelError(`${file}: no numbers \`taxonomy\` and \`threshold\`. ${remedy}`);
  const row = (given: unknown, name: string, length: number): Float64Array => {
    if (!Array.isArray(given) || given.length !== length || given.some((w) => typeof w !== 'number'))
      throw new EventModelError(`${file}, ${name}: not ${length} numbers. ${remedy}`);
    return Float64Array.from(given as number[], (w) => w / 100);
  };
  const part = (given: Pick<EventModelFile, 'bias' | 'weights'> | undefined, length: number): Weights => {
    const weights = new Map<string, Map<string, Float64Array>>();
    for (const [feature, w] of Object.entries(given?.weights ?? {})) {
      const cut = feature.indexOf(': ');
      if (cut < 0) throw new EventModelError(`${file}, ${feature}: this is not \`kind: name\`. ${remedy}`);
      const kind = feature.slice(0, cut);
      const rows = weights.get(kind) ?? new Map<string, Float64Array>();
      weights.set(kind, rows.set(feature.slice(cut + 2), row(w, feature, length)));
    }
    return { bias: row(given?.bias, 'bias', length), weights };
  };
  return {
    version: model.version,
    taxonomy: model.taxonomy,
    threshold: model.threshold,
    ...part(model as EventModelFile, CLASSES),
    near: part(model.near, 1),
    far: part(model.far, 1),
  };
}

/** A type that the family does not name is as good as never chosen. */
const NOT_NAMED = -6;

/** How much less likely the types are that a family may tell of besides its own. */
const ALSO = 3;

/** What the taxonomy says of a candidate, one score for each class. */
export function taxonomyScores({ family }: Candidate): Float64Array {
  const scores = new Float64Array(CLASSES).fill(NOT_NAMED);
  scores[0] = 0;
  family.types.forEach((type, i) => {
    scores[type + 1] = family.weight - (i === 0 ? 0 : ALSO);
  });
  return scores;
}

/** How likely a candidate tells of an event, and of which type. */
export interface Chosen {
  /** Index into `EVENT_TYPES`. */
  readonly type: number;
  /** Share of all types together, 0 to 1. */
  readonly share: number;
}

/** Weighs a candidate by the taxonomy and, where given, the learned part: no event against the types of its family. */
export function weigh(
  scene: Scene,
  c: Candidate,
  lexicon: EventLexicon,
  grammar: Grammar,
  model: EventModel | null,
): Chosen {
  const { types, weight } = c.family;
  if (isDenied(scene, c, lexicon, grammar)) return { type: types[0]!, share: 0 };
  const scores = new Float64Array(types.length + 1);
  const scale = model?.taxonomy ?? 1;
  scores[0] = model?.bias[0] ?? 0;
  for (let i = 0; i < types.length; i++)
    scores[i + 1] = (weight - (i === 0 ? 0 : ALSO)) * scale + (model?.bias[types[i]! + 1] ?? 0);
  if (model) {
    emitSigns(scene, c, lexicon, grammar, (kind, name) => {
      const weights = model.weights.get(kind)?.get(name);
      if (!weights) return;
      scores[0]! += weights[0]!;
      for (let i = 0; i < types.length; i++) scores[i + 1]! += weights[types[i]! + 1]!;
    });
  }
  let best = 0;
  for (let i = 1; i < types.length; i++) if (scores[i + 1]! > scores[best + 1]!) best = i;
  let events = 0;
  for (let i = 0; i < types.length; i++) events += Math.exp(scores[i + 1]! - scores[0]!);
  return { type: typeOfObject({ scene, lexicon, grammar }, c) ?? types[best]!, share: events / (1 + events) };
}
