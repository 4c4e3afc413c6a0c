import { existsSync } from 'node:fs';
import { loadResources } from '../../src/data/load.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { createReader } from '../../src/reading.ts';
import type { Document, Reading } from '../../src/record.ts';
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

/** The same, read. */
export async function seedsOf(
  most: number,
): Promise<{ readonly seeds: readonly Seed[]; readonly producer: Reading['producer'] }> {
  const resources = loadResources();
  const read = createReader(resources);
  const seeds = (await documentsOf(most)).map((document) => ({ document, reading: read(document) }));
  return { seeds, producer: resources.producer };
}
