import { existsSync } from 'node:fs';
import { loadResources } from '../../src/data/load.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { createReader } from '../../src/reading.ts';
import type { Document, Reading } from '../../src/record.ts';
import { sha256 } from '../../src/text/digest.ts';
import type { Seed } from '../vary.ts';

/** Some real reports, else the samples. */
export async function documentsOf(most: number): Promise<readonly Document[]> {
  const news = '../shared/news';
  const found: Document[] = [];
  for await (const taken of ingest([existsSync(news) ? news : 'examples/keld-strait/reports'])) {
    if ('document' in taken) found.push(taken.document);
    if (found.length === most) break;
  }
  return found;
}

/** The beginning of a report, as an agency's line has it. */
function begun(document: Document, longest: number): Document {
  const text = document.text.slice(0, longest).toWellFormed();
  return { ...document, text, text_sha256: sha256(text) };
}

/** The same, read; where told, only so many characters of each. */
export async function seedsOf(
  most: number,
  longest = Number.POSITIVE_INFINITY,
): Promise<{ readonly seeds: readonly Seed[]; readonly producer: Reading['producer'] }> {
  const resources = loadResources();
  const read = createReader(resources);
  const documents = (await documentsOf(most)).map((document) => begun(document, longest));
  const seeds = documents.map((document) => ({ document, reading: read(document) }));
  return { seeds, producer: resources.producer };
}
