/** What runs in each thread: lexicons and models are loaded once, when they are first needed, then batch after batch is done. */
import * as module from 'node:module';
import { workerData } from 'node:worker_threads';
import type { Limits } from '../ingest/formats/limits.ts';
import type { Failure, Leaf, LeafRead } from '../ingest/ingest.ts';
import type { Document, Reading } from '../record.ts';
import type { ReaderOptions } from './reader.ts';

/** A part to be taken in, and what that may cost. */
export interface Part {
  readonly leaf: Leaf;
  readonly limits: Limits;
}

/**
 * For each document, in order. A reading travels as JSON: taking it in that way costs the one thread that writes a third
 * of what a structured clone does. The document itself is there already where the answer goes.
 */
export type Answer = { readonly json: string } | { readonly failure: Failure };

module.enableCompileCache?.();

/** Reads parts of files: pages, PDFs, messages. */
export async function takeIn(parts: readonly Part[]): Promise<readonly LeafRead[]> {
  // Imported after the cache is on, so that this thread starts as quickly as the first did.
  const { readLeaf } = await import('../ingest/ingest.ts');
  const { loadIngestLexicon } = await import('../data/ingest.ts');
  const out: LeafRead[] = [];
  for (const { leaf, limits } of parts) out.push(await readLeaf(leaf, loadIngestLexicon, limits));
  return out;
}

let reader: ((document: Document) => Reading) | null = null;

export async function read(documents: readonly Document[]): Promise<readonly Answer[]> {
  const { loadReader } = await import('./reader.ts');
  const { outcomeOf } = await import('./fault.ts');
  reader ??= loadReader(workerData as ReaderOptions);
  const one = reader;
  return documents.map((document) => {
    const outcome = outcomeOf(document, one);
    return 'failure' in outcome ? outcome : { json: JSON.stringify(outcome.reading) };
  });
}
