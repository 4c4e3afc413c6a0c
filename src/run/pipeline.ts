/** Work in several threads at a time, with its results in the order in which it was given. */

/** How much goes to a thread at once: so many pieces, or so many bytes or characters of them, whichever comes first. */
export interface Measure<T> {
  readonly pieces: number;
  readonly size: number;
  readonly sizeOf: (piece: T) => number;
}

/** Milliseconds that a batch waits for another piece: what comes slowly, as from the web, is not held up for more of it. */
const PATIENCE = 250;

interface Batch<T> {
  readonly pieces: readonly T[];
  readonly size: number;
  /** Whether the sources are at their end. */
  readonly last: boolean;
}

/** Cuts sources into batches. */
class Batches<T> {
  readonly #sources: AsyncIterator<T>;
  readonly #measure: Measure<T>;
  /** A piece that was asked for and has not come yet. */
  #coming: Promise<IteratorResult<T>> | null = null;

  constructor(sources: AsyncIterator<T>, measure: Measure<T>) {
    this.#sources = sources;
    this.#measure = measure;
  }

  /** The next batch, of one piece at least, unless the sources are at their end. */
  async next(): Promise<Batch<T>> {
    const { pieces: most, size: largest, sizeOf } = this.#measure;
    const pieces: T[] = [];
    let size = 0;
    let timer: NodeJS.Timeout | undefined;
    let late: Promise<null> | null = null;
    try {
      while (pieces.length < most && size < largest) {
        this.#coming ??= this.#sources.next();
        const step = await (late === null ? this.#coming : Promise.race([this.#coming, late]));
        if (step === null) break;
        this.#coming = null;
        if (step.done) return { pieces, size, last: true };
        pieces.push(step.value);
        size += sizeOf(step.value);
        late ??= new Promise((resolve) => {
          timer = setTimeout(resolve, PATIENCE, null);
        });
      }
    } finally {
      clearTimeout(timer);
    }
    return { pieces, size, last: false };
  }
}

/**
 * Does the work batch after batch, up to `ahead` of them at a time and no more than `most` of their size together. Sources
 * are asked for only as far as the work keeps up, and what is done is given while they are waited for. `work` must not
 * throw.
 */
export async function* inOrder<T, R>(
  sources: AsyncIterable<T>,
  measure: Measure<T>,
  ahead: number,
  most: number,
  work: (batch: readonly T[]) => Promise<readonly R[]>,
): AsyncGenerator<R> {
  const iterator = sources[Symbol.asyncIterator]();
  const batches = new Batches(iterator, measure);
  const waiting: { readonly size: number; readonly result: Promise<readonly R[]> }[] = [];
  let coming: Promise<Batch<T>> | null = null;
  let held = 0;
  let ended = false;
  try {
    for (;;) {
      if (!ended && coming === null && waiting.length < ahead && held < most) {
        coming = batches.next();
        // Thrown where it is waited for.
        coming.catch(() => {});
      }
      const [first] = waiting;
      if (coming === null && first === undefined) return;
      const done = first?.result.then(() => null) ?? null;
      const batch: Batch<T> | null = await (coming === null
        ? done
        : done === null
          ? coming
          : Promise.race([coming, done]));
      if (batch === null) {
        waiting.shift();
        yield* await first!.result;
        held -= first!.size;
        continue;
      }
      coming = null;
      ended = batch.last;
      if (batch.pieces.length === 0) continue;
      waiting.push({ size: batch.size, result: work(batch.pieces) });
      held += batch.size;
    }
  } finally {
    await iterator.return?.();
  }
}
