import type { Queries } from '../database.ts';

const MOST = 500;

/** Answers that are asked again and again, remembered until something is written. */
export class Memo {
  #mark: string | number = '';
  readonly #known = new Map<string, unknown>();

  async of<T>(queries: Queries, key: string, make: () => Promise<T>): Promise<T> {
    const state = await queries.first<{ mark: string | number }>(queries.dialect.stateMark);
    const mark = state?.mark ?? '';
    if (mark !== this.#mark || this.#known.size > MOST) this.#known.clear();
    this.#mark = mark;
    if (this.#known.has(key)) return this.#known.get(key) as T;
    const value = await make();
    // Another reading may have seen a later state meanwhile.
    if (this.#mark === mark) this.#known.set(key, value);
    return value;
  }
}
