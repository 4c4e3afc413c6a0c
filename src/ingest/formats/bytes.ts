import { IngestError } from '../error.ts';
import { megabytes } from './limits.ts';

/** Bytes that come in pieces and are read once: a look at the first of them, then all of them or one after another. */
export class Bytes {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array[] = [];
  #length = 0;
  #ended = false;
  #failed: unknown = null;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#source = chunks[Symbol.asyncIterator]();
  }

  static of(bytes: Uint8Array): Bytes {
    return new Bytes(
      (async function* () {
        yield bytes;
      })(),
    );
  }

  /** The first bytes, `size` of them or all there are. An error of the source is kept for whoever reads on. */
  async head(size: number): Promise<Uint8Array> {
    await this.#fill(size);
    return this.#joined().subarray(0, size);
  }

  /** All of them. Throws {@link IngestError} where there are more than `limit`; then what follows is not read. */
  async all(limit: number, what = 'It'): Promise<Uint8Array> {
    await this.#fill(limit + 1);
    if (this.#failed) throw this.#failed;
    if (this.#length > limit) {
      await this.close();
      throw new IngestError(
        'too-large',
        `${what} is larger than ${megabytes(limit)}, which is no report. Split it, or give the text alone.`,
      );
    }
    return this.#joined();
  }

  /** One piece after another. Whoever stops early closes the source. */
  async *stream(): AsyncGenerator<Uint8Array> {
    try {
      const held = this.#held;
      this.#held = [];
      yield* held;
      if (this.#failed) throw this.#failed;
      while (!this.#ended) {
        const { done, value } = await this.#source.next();
        if (done) this.#ended = true;
        else yield value;
      }
    } finally {
      await this.close();
    }
  }

  async close(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await this.#source.return?.();
  }

  async #fill(size: number): Promise<void> {
    while (!this.#ended && this.#length < size) {
      try {
        const { done, value } = await this.#source.next();
        if (done) {
          this.#ended = true;
        } else {
          this.#held.push(value);
          this.#length += value.length;
        }
      } catch (error) {
        this.#ended = true;
        this.#failed = error;
      }
    }
  }

  #joined(): Uint8Array {
    const whole = this.#held.length === 1 ? this.#held[0]! : Buffer.concat(this.#held);
    this.#held = [whole];
    return whole;
  }
}
