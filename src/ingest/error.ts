/** Why bytes are no report: typed, in plain words, with the remedy. Ingesting many turns it into a failure of one. */
export class IngestError extends Error {
  override readonly name = 'IngestError';
  /** Stable and machine-readable: `binary`, `encoding`, `too-large`, `not-found`, `not-json`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
