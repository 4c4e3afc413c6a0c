import type { Act, Producer } from '../record.ts';
import { emitFeatures } from './act-features.ts';
import type { MoodLexicon } from './act-lexicon.ts';
import type { ActModel } from './act-model.ts';
import { type ActInput, type Signs, signsOf } from './act-signs.ts';
import { ACTS, type CueLexicon } from './cue-lexicon.ts';

export type { ActInput, WordRange } from './act-signs.ts';

/** What the choice of an act rests on. */
export interface ActResources {
  readonly cues: CueLexicon;
  readonly moods: MoodLexicon;
  /** The learned part; `null` to choose by the lexicons alone. */
  readonly model: ActModel | null;
}

/** An act, what chose it, and how all acts compare. */
export interface ActChoice {
  readonly act: Act;
  readonly made: Producer;
  /** Share of each act, in the order of `ACTS`; they sum to 1. */
  readonly scores: Float64Array;
}

/** A mood counts less than the cue where the cue already says what is done. */
const MOOD_BESIDE_STRONG_CUE = 0.35;
/** From this strength on a cue says by itself what is done. */
const STRONG = 2.5;
/** A statement without any sign is a claim. */
const CLAIM = 1.2;

/** Adds weights of acts to scores, `much` times. */
function add(scores: Float64Array, acts: Float64Array, much: number): void {
  for (let a = 0; a < ACTS.length; a++) scores[a] = scores[a]! + much * acts[a]!;
}

/** Scores by the lexicons alone, in the order of `ACTS`. */
export function lexiconScores(signs: Signs, moods: MoodLexicon): Float64Array {
  const scores = new Float64Array(ACTS.length);
  scores[0] = CLAIM;
  const family = signs.cue?.entry.family;
  const weight = family && family.strength >= STRONG ? MOOD_BESIDE_STRONG_CUE : 1;
  if (family && !signs.cueNegated) add(scores, family.acts, 1);
  if (signs.lead) add(scores, signs.lead.entry.family.acts, 0.3 * weight);
  for (const performed of signs.performed) add(scores, performed.acts, 0.6 * weight);
  for (const mood of moods.moods) {
    const bit = 1 << mood.at;
    if ((signs.moods & bit) !== 0) add(scores, mood.acts, (signs.headMoods & bit) !== 0 ? weight : weight * 0.5);
  }
  for (const pattern of signs.patterns) add(scores, pattern.acts, weight);
  return scores;
}

/** The lexicon entry that speaks most for an act: the cue's family, or else the mood. */
function entryFor(act: number, signs: Signs, moods: MoodLexicon): string | null {
  const family = signs.cue?.entry.family;
  if (family && !signs.cueNegated && family.acts[act]! >= 1) return `cues.yaml: ${family.name}`;
  let best: string | null = null;
  let most = 0;
  for (const mood of moods.moods) {
    if ((signs.moods >> mood.at) & 1 && mood.acts[act]! > most) {
      best = `moods.yaml: ${mood.name}`;
      most = mood.acts[act]!;
    }
  }
  return best ?? (family ? `cues.yaml: ${family.name}` : null);
}

/** Turns scores into shares that sum to 1, in place. */
function share(scores: Float64Array): void {
  let top = -Infinity;
  for (const s of scores) if (s > top) top = s;
  let sum = 0;
  for (let a = 0; a < scores.length; a++) {
    const e = Math.exp(scores[a]! - top);
    scores[a] = e;
    sum += e;
  }
  for (let a = 0; a < scores.length; a++) scores[a] = scores[a]! / sum;
}

/**
 * Chooses the act of a statement by its cue, the mood of its content and who speaks (codebook, "Statement").
 * The lexicons score every act; the learned part, where given, adds to the scores.
 */
export function actOf(input: ActInput, resources: ActResources): ActChoice {
  const { cues, moods, model } = resources;
  const signs = signsOf(input, cues, moods);
  const scores = lexiconScores(signs, moods);
  if (model) {
    for (let a = 0; a < scores.length; a++) scores[a] = scores[a]! * model.lexicon + model.bias[a]!;
    emitFeatures(input, signs, moods, (kind, name) => {
      const weights = model.weights.get(kind)?.get(name);
      if (weights) add(scores, weights, 1);
    });
  }
  share(scores);
  let best = 0;
  for (let a = 1; a < scores.length; a++) if (scores[a]! > scores[best]!) best = a;
  const entry = entryFor(best, signs, moods);
  const made: Producer = {
    stage: 'attribute',
    rule: 'attribute/act',
    ...(entry === null ? {} : { entry }),
    ...(model ? { model: model.version } : {}),
    confidence: Math.round(scores[best]! * 1000) / 1000,
  };
  return { act: ACTS[best]!, made, scores };
}
