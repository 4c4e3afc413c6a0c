import { readFileSync } from 'node:fs';
import { fingerprint } from '../attribute/fingerprint.ts';
import { type AttributeLexicon, parseAttributeLexicon } from '../attribute/lexicon.ts';
import type { AttributionModel } from '../attribute/model.ts';
import { factorsOf } from '../attribute/span-marginals.ts';
import { makeTagScorer } from '../attribute/tag-scores.ts';
import { forestFrom } from '../learn/forest-file.ts';
import { ModelFileError, rankerFrom, readModelFile, sequenceFrom } from '../learn/model-file.ts';
import { sha256 } from '../text/digest.ts';
import { parse } from './yaml.ts';

/** Reads the attribution model. Throws a `ModelFileError` that says what is wrong with the file and what to do. */
export function loadAttributionModel(
  path: URL = new URL('../../models/attribution.bin', import.meta.url),
): AttributionModel {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new ModelFileError(
      `models/attribution.bin cannot be read (${(cause as Error).message}). Restore the file, or make it again with \`npm run train -- attribution\`.`,
    );
  }
  const file = readModelFile(bytes, 'models/attribution.bin');
  const now = fingerprint();
  if (file.header['features'] !== now)
    throw new ModelFileError(
      `models/attribution.bin was trained with other features (${file.header['features']}) than the program has (${now}). Make it again with \`npm run train -- attribution\`, or restore both from one version.`,
    );
  const tagger = sequenceFrom(file, 'tagger');
  return {
    tagger,
    scoresOf: makeTagScorer(tagger),
    levels: new Map(Object.entries(file.header['levels'] as Record<string, number>)),
    factors: factorsOf(tagger),
    spans: forestFrom(file, 'spans'),
    links: { cueOfContent: rankerFrom(file, 'cue-of-content'), sourceOfCue: rankerFrom(file, 'source-of-cue') },
    version: `attribution@${sha256(bytes).slice(0, 8)}`,
  };
}

/** Reads the closed classes of words of the attribution rules from data/lexicons/en/attribute.yaml. */
export const loadAttributeLexicon = (): AttributeLexicon =>
  parseAttributeLexicon(parse(readFileSync(new URL('../../data/lexicons/en/attribute.yaml', import.meta.url), 'utf8')));
