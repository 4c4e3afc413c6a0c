import type { Failure } from '../ingest/ingest.ts';
import type { Document, Reading } from '../record.ts';

/** A report and its reading, or why there is none. */
export type Outcome = { readonly document: Document; readonly reading: Reading } | { readonly failure: Failure };

/** The failure of a report on which a stage failed: ours, not the report's. */
export const faultOf = ({ origin }: Document, error: unknown): Failure => ({
  path: origin.path,
  line: origin.line,
  code: 'fault',
  message: `A fault of the program, not of the report; please tell its makers. ${
    error instanceof Error ? (error.stack ?? error.message) : String(error)
  }`,
});

/** The failure of a report that was given up because reading it went on for too long. */
export const endlessOf = ({ origin }: Document, seconds: number): Failure => ({
  path: origin.path,
  line: origin.line,
  code: 'too-slow',
  message: `Reading it was given up after ${seconds} s. Please tell the makers of the program; the other reports are not affected.`,
});

/** Reads one report; a stage that fails costs this report alone. */
export function outcomeOf(document: Document, read: (document: Document) => Reading): Outcome {
  try {
    return { document, reading: read(document) };
  } catch (error) {
    return { failure: faultOf(document, error) };
  }
}
