/**
 * Messages that a server forgot when it was killed: they stand in the stream, but its consumer counts them as done (seen with
 * nats-server 2.9 after SIGKILL). Nobody would ever be given them.
 */
import type { Queue } from './queue.ts';

/** Between two looks, in milliseconds. */
const LOOK = 20_000;

export interface Watched {
  readonly stream: string;
  readonly durable: string;
  readonly subject: string;
}

/**
 * Gives a function to be called when there is nothing to take: now and then it looks for such messages, and where it sees them
 * twice in a row it takes the consumer away. The one that is made anew begins with all that is there; what was done
 * already counts once. `look`: milliseconds between two looks.
 */
export function leftoverWatch(
  { manager }: Pick<Queue, 'manager'>,
  { stream, durable, subject }: Watched,
  look = LOOK,
): () => Promise<void> {
  let looked = performance.now();
  let seen = false;
  return async () => {
    if (performance.now() - looked < look) return;
    looked = performance.now();
    const [consumer, info] = await Promise.all([
      manager.consumers.info(stream, durable),
      manager.streams.info(stream, { subjects_filter: subject }),
    ]);
    const there = Object.values(info.state.subjects ?? {}).reduce((sum, messages) => sum + messages, 0);
    const forgotten = there > 0 && consumer.num_pending === 0 && consumer.num_ack_pending === 0;
    if (forgotten && seen) await manager.consumers.delete(stream, durable);
    seen = forgotten && !seen;
  };
}
