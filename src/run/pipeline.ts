/** Work in several threads at a time, with its results in the order in which it was given. */

/** How much goes to a thread at once: so many pieces, or so many bytes or characters of them, whichever comes first. */
export interface Measure<T> {
  readonly pieces: number;
  readonly size: number;
  readonly sizeOf: (piece: T) => number;
}

/** Takes the next batch; empty at the end. */
async function nextBatch<T>(
  sources: AsyncIterator<T>,
  { pieces, size, sizeOf }: Measure<T>,
): Promise<{ readonly batch: readonly T[]; readonly size: number }> {
  const batch: T[] = [];
  let sum = 0;
  while (batch.length < pieces && sum < size) {
    const { done, value } = await sources.next();
    if (done) break;
    batch.push(value);
    sum += sizeOf(value);
  }
  return { batch, size: sum };
}

/**
 * Does the work batch after batch, up to `ahead` of them at a time and no more than `most` of their size together. Sources
 * are asked for only as far as the work keeps up. `work` must not throw.
 */
export async function* inOrder<T, R>(
  sources: AsyncIterable<T>,
  measure: Measure<T>,
  ahead: number,
  most: number,
  work: (batch: readonly T[]) => Promise<readonly R[]>,
): AsyncGenerator<R> {
  const iterator = sources[Symbol.asyncIterator]();
  const waiting: { readonly size: number; readonly result: Promise<readonly R[]> }[] = [];
  let held = 0;
  let ended = false;
  try {
    for (;;) {
      while (!ended && waiting.length < ahead && held < most) {
        const { batch, size } = await nextBatch(iterator, measure);
        if (batch.length === 0) {
          ended = true;
          continue;
        }
        waiting.push({ size, result: work(batch) });
        held += size;
      }
      const first = waiting.shift();
      if (!first) return;
      yield* await first.result;
      held -= first.size;
    }
  } finally {
    await iterator.return?.();
  }
}
