/** Servers that are not there yet, as after a loss of power: nobody knows which machine comes back first. */
import { again } from '../../queue/again.ts';
import { QueueError } from '../../queue/error.ts';
import { StoreError } from '../../store/error.ts';
import type { Log } from './log.ts';

/** While nothing changes it is said so often, in milliseconds. */
const SAY = 60_000;

/** Whether time may mend it; what is set wrong, time does not. */
export const isAway = (error: unknown): error is Error =>
  (error instanceof QueueError && error.code === 'no-server') ||
  (error instanceof StoreError && (error.code === 'busy' || error.code === 'locked'));

/**
 * Does what needs a server, and tries again while that is away, ever less often, at last every ten seconds. Gives `null`
 * where it was told to stop first.
 *
 * @throws what time does not mend: a server that refuses the token, or keeps no streams
 */
export async function waitFor<T>(work: () => Promise<T>, log: Log, signal: AbortSignal): Promise<T | null> {
  let said = Number.NEGATIVE_INFINITY;
  const hear = (error: unknown): void => {
    if (!isAway(error)) throw error;
    if (performance.now() - said < SAY) return;
    said = performance.now();
    log('warn', 'waiting', `${error.message} It is tried again until it answers; Ctrl-C ends this.`);
  };
  try {
    return await again(work, hear, signal);
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}
