/** What is the matter with the queue, in plain words with the remedy. */
export class QueueError extends Error {
  readonly code: 'no-server' | 'no-jetstream' | 'other-version' | 'lost' | 'unreadable';

  constructor(code: QueueError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'QueueError';
    this.code = code;
  }
}

/** What went wrong, in its own words. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
