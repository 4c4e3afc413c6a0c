import { StoreError } from './error.ts';

/** Where a list goes on: the order key and the id of the last row given. */
export type Cursor = readonly [key: string | number, id: string | number];

export const cursorText = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor), 'utf8').toString('base64url');

/** The way back from `cursorText`; throws a StoreError where it did not come from there. */
export function cursorOf(text: string): Cursor {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(value) && value.length === 2 && value.every((v) => typeof v === 'string' || Number.isFinite(v))) {
      return value as unknown as Cursor;
    }
  } catch {
    // Falls through to the one message.
  }
  throw new StoreError('bad-cursor', `"${text.slice(0, 40)}" is no place in this list. Ask for the first page again.`);
}

const MOST = 500;
const USUAL = 100;

/** How many rows a page has. */
export const limitOf = (limit: number | undefined): number =>
  limit === undefined || Number.isNaN(limit) ? USUAL : Math.max(1, Math.min(MOST, Math.floor(limit)));
