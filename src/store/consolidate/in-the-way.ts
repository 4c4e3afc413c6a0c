import { StoreError } from '../error.ts';

/** Thrown where a step finds that it touches what another one, which is under way, touches as well: it has to be alone. */
export class InTheWay extends Error {
  override readonly name = 'InTheWay';
}

/** What a database says of two that make the same row (SQLSTATE unique_violation). */
const SAME_ROW = '23505';

/** Whether steps that were done beside each other were in each other's way: nothing of this one is kept, and it can be done alone. */
export const isInTheWay = (error: unknown): boolean =>
  error instanceof InTheWay ||
  (error instanceof StoreError && error.code === 'busy') ||
  (error as { readonly code?: unknown } | null)?.code === SAME_ROW;
