/** Gold readings as the scenes that interpretation looks at, to learn from: every stage before it run with the real data. */
import { fileURLToPath } from 'node:url';
import { documentFromText } from '../ingest/document.ts';
import { type InterpretResources, setScene } from '../interpret/interpret.ts';
import type { Scene } from '../interpret/scene.ts';
import { type GoldReading, readAllGold } from '../learn/gold.ts';
import { createStages } from '../reading.ts';
import { makeSegmentTools } from '../segment/segment.ts';
import { loadAttributeLexicon, loadAttributionModel } from './attribution.ts';
import { loadCleanLexicon } from './clean.ts';
import { loadActResources } from './cues.ts';
import { loadGazetteer, loadPlaceLexicon } from './gazetteer.ts';
import { loadMentionLexicon } from './mention.ts';
import { loadNameModel } from './names.ts';
import { loadSegmentLexicon } from './segment.ts';
import { loadTimeLexicon } from './times.ts';

export interface GoldScene {
  readonly scene: Scene;
  readonly gold: GoldReading;
}

/** Readings of our own of reports under `shared`; they may be absent. */
const READINGS = fileURLToPath(new URL('../../eval/readings', import.meta.url));

/** The gold readings under `shared`, and our own of reports there, that are learned from: never those kept aside. */
export function readGoldScenes(shared: string, readings: string = READINGS): GoldScene[] {
  const stages = createStages({
    clean: loadCleanLexicon(),
    segment: makeSegmentTools(loadSegmentLexicon()),
    mention: { lexicon: loadMentionLexicon(), names: loadNameModel() },
    attribute: { model: loadAttributionModel(), act: loadActResources(), lexicon: loadAttributeLexicon() },
    // What is learned here is part of it: nothing of interpretation runs.
    interpret: {} as InterpretResources,
    producer: { version: '', models: {} },
  });
  const resources = {
    times: loadTimeLexicon(),
    places: { gazetteer: loadGazetteer(), lexicon: loadPlaceLexicon() },
  };
  return readAllGold(shared, readings)
    .filter((gold) => !gold.aside)
    .map((gold) => {
      const document = documentFromText(
        gold.text,
        { path: gold.path, line: null },
        gold.published === null ? {} : { published: gold.published },
      );
      const cleaned = stages.clean(document);
      const segmented = stages.segment(document, cleaned);
      const mentions = stages.mention(document, cleaned, segmented);
      const { statements } = stages.attribute(document, cleaned, segmented, mentions);
      return {
        gold,
        scene: setScene(
          document,
          cleaned,
          segmented,
          mentions.mentioned,
          mentions.resolveSpeaker,
          statements,
          resources,
        ),
      };
    });
}
