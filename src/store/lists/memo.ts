import type { Mark, Queries, Remembering } from '../database.ts';

const MOST = 500;

/** Answers that are asked again and again, remembered until something is written. */
export class Memo implements Remembering {
  #mark: Mark = '';
  readonly #known = new Map<string, unknown>();

  passOver(before: Mark, after: Mark): void {
    if (this.#mark === before) this.#mark = after;
  }

  async of<T>(queries: Queries, key: string, make: () => Promise<T>): Promise<T> {
    const state = await queries.first<{ mark: Mark }>(queries.dialect.stateMark);
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
