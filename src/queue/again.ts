import { pause } from './pause.ts';

const FIRST = 200;
const LONGEST = 10_000;

/**
 * Does a thing again while the server is away: it is started anew by others, and nothing of ours is lost meanwhile. `onTrouble`
 * hears of each time that it failed; what it throws itself ends the trying.
 */
export async function again<T>(
  work: () => Promise<T>,
  onTrouble: (error: unknown) => void,
  signal?: AbortSignal,
): Promise<T> {
  for (let wait = FIRST; ; wait = Math.min(LONGEST, wait * 2)) {
    try {
      return await work();
    } catch (error) {
      if (signal?.aborted) throw error;
      onTrouble(error);
      await pause(wait, signal);
      if (signal?.aborted) throw error;
    }
  }
}
