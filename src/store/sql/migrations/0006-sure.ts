import type { Dialect } from '../dialect.ts';

/** Below this confidence the record asserts nothing, when this step was written (`isSure` in record.ts). */
const BAR = '0.8';

/**
 * One bar for what is asserted and what is to be looked through: items are unsure below the confidence from which on the record
 * asserts them (it was 0.6), and entries tell whether they are sure, so that lists and drawings can mark and leave out what is
 * only possible. How sure an entry is stands in its compressed body alone: their threads are made again.
 */
export const sure = (d: Dialect): readonly string[] => {
  const told = (...path: string[]): string => d.jsonText('b.body', ...path);
  const confidence = `CAST(${told('record', 'confidence')} AS ${d.real})`;
  return [
    `UPDATE items SET unsure = 1 WHERE unsure = 0 AND EXISTS (
      SELECT 1 FROM item_bodies AS b WHERE b.case_id = items.case_id AND b.report = items.report AND b.n = items.n
        AND ${confidence} < ${BAR} AND ${told('accepted')} NOT IN ('1', 'true'))`,
    `INSERT INTO item_doubts (case_id, facet, kind, doubt, id, n)
      SELECT i.case_id, '', i.kind, ${d.fourPlaces(`1 - ${confidence}`)}, i.id, i.n
      FROM items AS i JOIN item_bodies AS b ON b.case_id = i.case_id AND b.report = i.report AND b.n = i.n
      WHERE i.unsure = 1 AND NOT EXISTS (SELECT 1 FROM item_doubts AS o WHERE o.n = i.n)`,
    `INSERT INTO item_doubts (case_id, facet, kind, doubt, id, n)
      SELECT f.case_id, f.facet, f.kind, o.doubt, f.id, f.n FROM item_facets AS f
      JOIN item_doubts AS o ON o.n = f.n AND o.facet = '' WHERE true ON CONFLICT DO NOTHING`,
    'DROP INDEX IF EXISTS positions_by_day',
    "CREATE INDEX positions_by_day ON items (case_id, day, party, voice, unsure) WHERE kind = 'position'",
    // Not known until its thread is made again.
    `ALTER TABLE entries ADD COLUMN sure ${d.integer}`,
    `INSERT INTO dirty (case_id, kind, key) SELECT DISTINCT case_id, 'thread', thread FROM entries
      WHERE kind <> 'actor' ON CONFLICT DO NOTHING`,
    'DROP INDEX IF EXISTS entries_by_rank',
    'CREATE INDEX entries_by_rank ON entries (case_id, kind, rank, id, first, party, solid, sure)',
    'DROP INDEX IF EXISTS entries_by_start',
    'CREATE INDEX entries_by_start ON entries (case_id, kind, first, party, solid, sure)',
    'DROP INDEX IF EXISTS entries_that_last',
    'CREATE INDEX entries_that_last ON entries (case_id, kind, rank, id, first, party, solid, sure) WHERE first < rank',
  ];
};
