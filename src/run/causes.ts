import type { Failure } from '../ingest/ingest.ts';

/** Why reports failed, added up: one entry for each cause, however many reports it cost. */
export interface Cause {
  readonly code: string;
  /** What they were told; where that differs in its details, without those. */
  readonly message: string;
  readonly count: number;
  /** The first few, as the user names them. */
  readonly examples: readonly Failure[];
}

/** So many are named for each cause; the rest are in the log. */
const NAMED = 3;
/** So many causes are told apart; beyond, all of a code are one. */
const APART = 60;

/** A message without what stands in brackets, which is of one report alone. */
const bare = (message: string): string => message.replace(/ \([^()]*(?:\([^()]*\)[^()]*)*\)/gu, '');
const kindOf = ({ code, message }: Failure): string => `${code} ${bare(message).replace(/\d+/gu, '#')}`;

/** Adds up failures without keeping them all. */
export class Causes {
  readonly #byKind = new Map<string, { code: string; message: string; count: number; examples: Failure[] }>();

  add(failure: Failure): void {
    const { code, message } = failure;
    const kind = kindOf(failure);
    const key = this.#byKind.has(kind) || this.#byKind.size < APART ? kind : code;
    const cause = this.#byKind.get(key) ?? { code, message, count: 0, examples: [] };
    this.#byKind.set(key, cause);
    cause.count++;
    if (cause.message !== message && bare(cause.message) === bare(message)) cause.message = bare(message);
    if (cause.examples.length < NAMED) cause.examples.push(failure);
  }

  /** The commonest first. */
  get all(): readonly Cause[] {
    return [...this.#byKind.values()].sort(
      (a, b) => b.count - a.count || (`${a.code} ${a.message}` < `${b.code} ${b.message}` ? -1 : 1),
    );
  }
}
