import { unpack } from '../packed.ts';

/**
 * Entries that were read, beside the bytes that they were read from: what is asked again is not read again, also after
 * something else was written. `most` is how many bytes are kept; the longest ago asked go first.
 */
export class Kept {
  readonly #most: number;
  readonly #known = new Map<number, { readonly body: Uint8Array; readonly entry: unknown }>();
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  of<T>(n: number, body: Uint8Array): T {
    const known = this.#known.get(n);
    if (known) this.#drop(n, known.body);
    const same = known !== undefined && Buffer.compare(known.body, body) === 0;
    const entry = same ? known.entry : unpack<unknown>(body);
    this.#known.set(n, { body, entry });
    this.#bytes += body.length;
    for (const [oldest, { body: its }] of this.#known) {
      if (this.#bytes <= this.#most) break;
      this.#drop(oldest, its);
    }
    return entry as T;
  }

  #drop(n: number, body: Uint8Array): void {
    this.#known.delete(n);
    this.#bytes -= body.length;
  }
}
