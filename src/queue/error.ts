/** What is the matter with the queue, in plain words with the remedy. */
export class QueueError extends Error {
  readonly code: 'no-server' | 'refused' | 'no-jetstream' | 'no-streams' | 'other-version' | 'lost' | 'unreadable';

  constructor(code: QueueError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'QueueError';
    this.code = code;
  }
}

/** The kind of what went wrong, to be counted by: few of them, and none with a user's words in it. */
export const causeOf = (error: unknown): string => {
  const { code, name } = error as { code?: unknown; name?: unknown };
  const kind = typeof code === 'string' ? code : typeof name === 'string' ? name : 'other';
  return /^[A-Za-z][\w-]{0,40}$/.test(kind) ? kind : 'other';
};

/** What went wrong, in its own words. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
