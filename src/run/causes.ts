import type { Failure } from '../ingest/ingest.ts';

/** Why reports failed, added up: one entry for each cause, however many reports it cost. */
export interface Cause {
  readonly code: string;
  /** What the first of them was told. */
  readonly message: string;
  readonly count: number;
  /** The first few, as the user names them. */
  readonly examples: readonly Failure[];
}

/** So many are named for each cause; the rest are in the log. */
const NAMED = 3;

/** Adds up failures without keeping them all. */
export class Causes {
  readonly #byCode = new Map<string, { code: string; message: string; count: number; examples: Failure[] }>();

  add(failure: Failure): void {
    const { code, message } = failure;
    const cause = this.#byCode.get(code) ?? { code, message, count: 0, examples: [] };
    this.#byCode.set(code, cause);
    cause.count++;
    if (cause.examples.length < NAMED) cause.examples.push(failure);
  }

  /** The commonest first. */
  get all(): readonly Cause[] {
    return [...this.#byCode.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  }
}
