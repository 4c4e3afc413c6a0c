import type { Value } from '../database.ts';

/** Conditions that are put together, each with its values. */
export class Where {
  readonly #conditions: string[] = [];
  readonly values: Value[] = [];

  and(condition: string, ...values: readonly Value[]): this {
    this.#conditions.push(condition);
    this.values.push(...values);
    return this;
  }

  get sql(): string {
    return this.#conditions.length === 0 ? '' : `WHERE ${this.#conditions.join(' AND ')}`;
  }
}
