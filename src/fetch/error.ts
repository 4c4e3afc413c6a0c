/** Why an address could not be read. `code` is stable; `message` says it in plain words, with the remedy. */
export class FetchError extends Error {
  readonly code:
    | 'scheme'
    | 'credentials'
    | 'private'
    | 'no-host'
    | 'no-connection'
    | 'robots'
    | 'redirects'
    | 'status'
    | 'too-large'
    | 'too-slow'
    | 'encoding'
    | 'broken'
    | 'stopped';
  readonly url: string;
  /** Of an answer that says so: milliseconds to wait. */
  readonly retryAfter: number | null;
  readonly status: number | null;

  constructor(
    code: FetchError['code'],
    url: string,
    message: string,
    more: { readonly retryAfter?: number | null; readonly status?: number } = {},
  ) {
    super(message);
    this.name = 'FetchError';
    this.code = code;
    this.url = url;
    this.retryAfter = more.retryAfter ?? null;
    this.status = more.status ?? null;
  }

  /** Whether asking again later may help. */
  get passes(): boolean {
    if (this.code === 'status')
      return this.status === 408 || this.status === 425 || this.status === 429 || (this.status ?? 0) >= 500;
    return ['no-host', 'no-connection', 'too-slow', 'broken'].includes(this.code);
  }
}
