import type { Ingested } from '../ingest/ingest.ts';
import type { Document, Reading } from '../record.ts';
import { type Outcome, outcomeOf } from './fault.ts';

export type { Outcome } from './fault.ts';

/**
 * Reads report after report in this thread, each when it is asked for, so that no more than one is held in memory. A
 * report on which a stage fails costs only itself.
 */
export async function* readInline(
  sources: AsyncIterable<Ingested>,
  read: (document: Document) => Reading,
): AsyncGenerator<Outcome> {
  for await (const source of sources) yield 'failure' in source ? source : outcomeOf(source.document, read);
}
