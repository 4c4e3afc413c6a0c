/** What a command cannot do with a case, in plain words with the remedy. Its exit status is that of `NO_CASE`. */
export class CaseError extends Error {
  override readonly name = 'CaseError';
  /** Stable and machine-readable: `no-case`, `case-there`, `no-reports`, `no-such-id`, `exists`, `watched`, `no-folder`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
