import type { Dialect } from '../dialect.ts';

/** What is said and counts for nothing leaves the queue of what is unsure (`isWorthALook` of items/row.ts). */
export const doubts = (_: Dialect): readonly string[] => [
  `DELETE FROM item_doubts WHERE kind = 'statement'
    AND n NOT IN (SELECT n FROM item_parts WHERE part >= 'deeds/' AND part < 'deeds0')`,
];
