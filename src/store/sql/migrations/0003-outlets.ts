import type { Dialect } from '../dialect.ts';

/** What an outlet's items are listed and counted by. */
export const outlets = (_: Dialect): readonly string[] => [
  'CREATE INDEX items_by_outlet ON items (case_id, kind, outlet, day, id)',
];
