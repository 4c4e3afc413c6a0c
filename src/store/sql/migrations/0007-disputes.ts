import type { Dialect } from '../dialect.ts';

/** Disputes are listed with those first that the record asserts, then by their last day (`surestFirst`). */
export const disputes = (_: Dialect): readonly string[] => [
  `CREATE INDEX disputes_surest_first ON entries
    (case_id, (CASE WHEN sure = 1 THEN '1' ELSE '0' END || rank), id) WHERE kind = 'dispute'`,
];
