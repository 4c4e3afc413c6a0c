import { readFileSync } from 'node:fs';
import { ModelFileError, readModelFile } from '../learn/model-file.ts';
import { parseSegmentLexicon } from '../segment/lexicon.ts';
import type { SegmentResources } from '../segment/segment.ts';
import { type TagLexicon, tagLexiconFrom } from '../segment/tag-lexicon.ts';
import { parse } from './yaml.ts';

/** Reads the words, tags and lemmas that tagging rests on. Throws a `ModelFileError` that says what to do. */
export function loadTagLexicon(path: URL = new URL('../../models/tags.bin', import.meta.url)): TagLexicon {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new ModelFileError(
      `models/tags.bin cannot be read (${(cause as Error).message}). Restore the file, or make it again with \`npm run train -- tags\`.`,
    );
  }
  return tagLexiconFrom(readModelFile(bytes, 'models/tags.bin'));
}

/** Reads the segment stage's word lists from data/lexicons/en/segment.yaml, and what tagging rests on. */
export const loadSegmentLexicon = (): SegmentResources => ({
  ...parseSegmentLexicon(parse(readFileSync(new URL('../../data/lexicons/en/segment.yaml', import.meta.url), 'utf8'))),
  tagLexicon: loadTagLexicon(),
});
