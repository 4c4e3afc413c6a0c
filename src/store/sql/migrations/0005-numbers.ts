import type { Dialect } from '../dialect.ts';

/** Several programs make entries at the same time: the database gives each its numbers. */
export const numbers = (d: Dialect): readonly string[] => d.numbersGoOn('entries');
