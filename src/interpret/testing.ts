/** Whole scenes from a few sentences, for tests: every stage before interpretation runs, with the real data. */
import { loadResources } from '../data/load.ts';
import { documentFromText } from '../ingest/document.ts';
import { createStages, type Resources } from '../reading.ts';
import { setScene } from './interpret.ts';
import { type Range, type Scene, spanOf } from './scene.ts';

let loaded: Resources | null = null;

/** Lexicons and models, read once for each run of tests. */
export function testResources(): Resources {
  loaded ??= loadResources();
  return loaded;
}

/** The scene of a text; `published` is the day of the report, as `2031-05-14`. */
export function sceneFrom(text: string, published: string | null = null): Scene {
  const stages = createStages(testResources());
  const document = documentFromText(text, { path: 'test.txt', line: null }, published === null ? {} : { published });
  const cleaned = stages.clean(document);
  const segmented = stages.segment(document, cleaned);
  const mentions = stages.mention(document, cleaned, segmented);
  const { statements } = stages.attribute(document, cleaned, segmented, mentions);
  const { mentioned, resolveSpeaker } = mentions;
  const { interpret } = testResources();
  return setScene(document, cleaned, segmented, mentioned, resolveSpeaker, statements, interpret);
}

/** The index of the word written `form`; the `nth` of them, from 0. Throws where there is none. */
export function wordAt({ words }: Scene, form: string, nth = 0): number {
  let left = nth;
  const at = words.findIndex((w) => w.text === form && left-- === 0);
  if (at < 0) throw new Error(`no word "${form}" (${nth}) in this text`);
  return at;
}

/** The text of a range of words; `null` of none. */
export const textOf = (scene: Scene, range: Range | null): string | null => {
  if (range === null) return null;
  const { start, end } = spanOf(scene, range);
  return scene.document.text.slice(start, end);
};
