/** Takes messages from a consumer until told to stop, over restarts of the server. */
import type { Consumer, JsMsg } from '@nats-io/jetstream';
import { pause } from './pause.ts';

export interface TakeOptions {
  /** At most so many at a time. */
  readonly batch: number;
  /** How long one asks before asking again, in milliseconds; at least 1000. */
  readonly patience: number;
  readonly signal: AbortSignal;
  /** Hears that the server cannot be asked; it is asked again after a pause. */
  readonly onTrouble: (error: unknown) => void;
  /** Hears that nothing is there for now; `false` ends. */
  readonly onEmpty: () => boolean | Promise<boolean>;
}

/** Before the server is asked again, in milliseconds. */
const PAUSE = 500;
/** So many missed signs of life in a row are nothing yet. */
const LATE = 2;

/** Message after message, each as soon as it comes; `null` where the server had no more for the time asked. */
export async function* takeFrom(open: () => Promise<Consumer>, options: TakeOptions): AsyncGenerator<JsMsg | null> {
  const { signal, batch, patience, onTrouble, onEmpty } = options;
  let consumer: Consumer | null = null;
  let missed = 0;
  while (!signal.aborted) {
    let taken = 0;
    try {
      consumer ??= await open();
      const messages = await consumer.fetch({ max_messages: batch, expires: Math.max(1000, patience) });
      const stop = (): void => void messages.close();
      signal.addEventListener('abort', stop, { once: true });
      try {
        for await (const message of messages) {
          missed = 0;
          taken += 1;
          yield message;
        }
      } finally {
        signal.removeEventListener('abort', stop);
      }
    } catch (error) {
      // The consumer may be gone with the server's disk: it is asked for, and made, anew.
      consumer = null;
      // Where the machine is busy the server's signs of life come late; only several in a row are worth telling.
      missed += 1;
      if (missed > LATE || !/heartbeats missed/.test(String(error))) onTrouble(error);
      await pause(PAUSE, signal);
    }
    if (taken > 0) yield null;
    else if (!signal.aborted && consumer && !(await onEmpty())) return;
  }
}

/** Messages gathered: all that came within the patience, at most a batch. */
export async function* takeBatches(
  open: () => Promise<Consumer>,
  options: TakeOptions,
): AsyncGenerator<readonly JsMsg[]> {
  let held: JsMsg[] = [];
  const flushed = function* (): Generator<readonly JsMsg[]> {
    const batch = held;
    held = [];
    if (batch.length > 0) yield batch;
  };
  for await (const message of takeFrom(open, options)) {
    if (message) held.push(message);
    // None waits behind this one, or none came in the time asked: no reason to hold what we have.
    if (!message || held.length >= options.batch || message.info.pending === 0) yield* flushed();
    if (options.signal.aborted) break;
  }
  yield* flushed();
}
