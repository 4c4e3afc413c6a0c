import type { Failure, Ingested } from '../ingest/ingest.ts';
import type { Document, Reading } from '../record.ts';

/** A report and its reading, or why there is none. */
export type Outcome = { readonly document: Document; readonly reading: Reading } | { readonly failure: Failure };

/**
 * Reads report after report in this thread, each when it is asked for, so that no more than one is held in memory. A
 * report on which a stage fails costs only itself.
 */
export async function* readInline(
  sources: AsyncIterable<Ingested>,
  read: (document: Document) => Reading,
): AsyncGenerator<Outcome> {
  for await (const source of sources) {
    if ('failure' in source) {
      yield source;
      continue;
    }
    const { document } = source;
    let outcome: Outcome;
    try {
      outcome = { document, reading: read(document) };
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      outcome = {
        failure: {
          path: document.origin.path,
          line: document.origin.line,
          code: 'fault',
          message: `A fault of the program, not of the report; please tell its makers. ${reason}`,
        },
      };
    }
    yield outcome;
  }
}
