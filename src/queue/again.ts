/** Does a thing again while the server is away: it is started anew by others, and nothing of ours is lost meanwhile. */
import { pause } from './pause.ts';

const FIRST = 200;
const LONGEST = 10_000;

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
      await pause(wait);
      if (signal?.aborted) throw error;
    }
  }
}
