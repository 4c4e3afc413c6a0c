import { readFileSync } from 'node:fs';
import type { ActResources } from '../attribute/act.ts';
import { type MoodLexicon, parseMoodLexicon } from '../attribute/act-lexicon.ts';
import { type ActModel, parseActModel } from '../attribute/act-model.ts';
import { type CueLexicon, parseCueLexicon } from '../attribute/cue-lexicon.ts';
import { parse } from './yaml.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Reads the words that report speech from data/lexicons/en/cues.yaml. */
export const loadCueLexicon = (): CueLexicon => parseCueLexicon(parse(read('data/lexicons/en/cues.yaml')));

/** Reads the signs of acts in content from data/lexicons/en/moods.yaml. */
export const loadMoodLexicon = (): MoodLexicon => parseMoodLexicon(parse(read('data/lexicons/en/moods.yaml')));

/** Reads the learned part of the choice of acts from models/act.json. */
export const loadActModel = (): ActModel => parseActModel(JSON.parse(read('models/act.json')));

/** All that the choice of an act rests on. */
export const loadActResources = (): ActResources => ({
  cues: loadCueLexicon(),
  moods: loadMoodLexicon(),
  model: loadActModel(),
});
