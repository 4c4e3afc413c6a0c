/** What runs in each thread: lexicons and models are loaded once, then batch after batch is read. */
import * as module from 'node:module';
import { workerData } from 'node:worker_threads';
import type { Failure } from '../ingest/ingest.ts';
import type { Document, Reading } from '../record.ts';
import { outcomeOf } from './fault.ts';
import type { ReaderOptions } from './reader.ts';

/**
 * For each document, in order. A reading travels as JSON: taking it in that way costs the one thread that writes a third
 * of what a structured clone does. The document itself is there already where the answer goes.
 */
export type Answer = { readonly json: string } | { readonly failure: Failure };

module.enableCompileCache?.();
// Imported after the cache is on, so that this thread starts as quickly as the first did.
const { loadReader } = await import('./reader.ts');
let read: ((document: Document) => Reading) | null = null;

export default function readBatch(documents: readonly Document[]): readonly Answer[] {
  read ??= loadReader(workerData as ReaderOptions);
  const reader = read;
  return documents.map((document) => {
    const outcome = outcomeOf(document, reader);
    return 'failure' in outcome ? outcome : { json: JSON.stringify(outcome.reading) };
  });
}
