import type { Failure } from '../ingest/ingest.ts';
import type { Document, Origin, Reading } from '../record.ts';

/** A report and its reading, or why there is none. */
export type Outcome = { readonly document: Document; readonly reading: Reading } | { readonly failure: Failure };

const placeOf = ({ path, line, within }: Origin) => ({ path, line, ...(within ? { within } : {}) });

/** The failure of a report that is none: what its notes say is the matter with it. */
export function failureOf(document: Document): Failure | null {
  const note = document.notes.find((n) => n.severity === 'error');
  return note ? { ...placeOf(document.origin), code: note.code, message: note.message } : null;
}

/** The failure of a report on which a stage failed: ours, not the report's. */
export const faultOf = (origin: Origin, error: unknown): Failure => ({
  ...placeOf(origin),
  code: 'fault',
  message: `A fault of the program, not of the report; please tell its makers. ${
    error instanceof Error ? (error.stack ?? error.message) : String(error)
  }`,
});

/** The failure of a report that was given up because reading it went on for too long. */
export const endlessOf = (origin: Origin, seconds: number): Failure => ({
  ...placeOf(origin),
  code: 'too-slow',
  message: `Reading it was given up after ${seconds} s. Please tell the makers of the program; the other reports are not affected.`,
});

/** Reads one report; a stage that fails costs this report alone. */
export function outcomeOf(document: Document, read: (document: Document) => Reading): Outcome {
  try {
    return { document, reading: read(document) };
  } catch (error) {
    return { failure: faultOf(document.origin, error) };
  }
}
