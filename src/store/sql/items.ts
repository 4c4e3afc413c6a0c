/** SQL of items. `?` in order. */

export const ITEMS_OF_REPORT = `SELECT i.n, i.kind, i.id, i.day, i.outlet, b.body, b.facets, b.parts FROM items AS i
  JOIN item_bodies AS b ON b.case_id = i.case_id AND b.report = i.report AND b.n = i.n WHERE i.case_id = ? AND i.report = ?`;

export const INSERT_ITEM = `INSERT INTO items (n, case_id, report, kind, id, day, type, status, voice, outlet, unsure, party)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
/** Numbers are given out here, not by the database: one process writes, and rows can be written in one go. */
export const LAST_ITEM = 'SELECT max(n) AS last FROM items';
export const UPDATE_ITEM =
  'UPDATE items SET day = ?, type = ?, status = ?, voice = ?, outlet = ?, unsure = ?, party = ? WHERE n = ?';
export const DELETE_ITEM = 'DELETE FROM items WHERE n = ?';

export const INSERT_ITEM_BODY =
  'INSERT INTO item_bodies (case_id, report, n, body, facets, parts) VALUES (?, ?, ?, ?, ?, ?)';
export const UPDATE_ITEM_BODY =
  'UPDATE item_bodies SET body = ?, facets = ?, parts = ? WHERE case_id = ? AND report = ? AND n = ?';
export const DELETE_ITEM_BODY = 'DELETE FROM item_bodies WHERE case_id = ? AND report = ? AND n = ?';

export const INSERT_ITEM_FACET = 'INSERT INTO item_facets (case_id, facet, kind, day, id, n) VALUES (?, ?, ?, ?, ?, ?)';
export const DELETE_ITEM_FACET =
  'DELETE FROM item_facets WHERE case_id = ? AND facet = ? AND kind = ? AND day = ? AND id = ? AND n = ?';

export const INSERT_DOUBT = 'INSERT INTO item_doubts (case_id, facet, kind, doubt, id, n) VALUES (?, ?, ?, ?, ?, ?)';
export const DELETE_DOUBTS = 'DELETE FROM item_doubts WHERE n = ?';

export const DELETE_REPORT_FACETS = 'DELETE FROM report_facets WHERE case_id = ? AND report = ?';
export const INSERT_REPORT_FACET =
  'INSERT INTO report_facets (case_id, facet, day, report) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';

export const INSERT_ITEM_PART = 'INSERT INTO item_parts (case_id, part, n) VALUES (?, ?, ?)';
export const DELETE_ITEM_PART = 'DELETE FROM item_parts WHERE case_id = ? AND part = ? AND n = ?';

export const MARK_DIRTY = 'INSERT INTO dirty (case_id, kind, key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
/** For those who mark while others take marks away: waits for whoever has this one in hand, and marks it again behind them. */
export const MARK_AGAIN = `INSERT INTO dirty (case_id, kind, key) VALUES (?, ?, ?)
  ON CONFLICT (case_id, kind, key) DO UPDATE SET key = excluded.key`;
export const CLEAR_DIRTY = 'DELETE FROM dirty WHERE case_id = ? AND kind = ? AND key = ?';
export const DIRTY = 'SELECT key FROM dirty WHERE case_id = ? AND kind = ? ORDER BY key LIMIT ?';
export const IS_DIRTY = 'SELECT 1 AS one FROM dirty WHERE case_id = ? AND kind = ? LIMIT 1';
export const COUNT_DIRTY = 'SELECT count(*) AS total FROM dirty WHERE case_id = ?';
export const ALL_REPORTS_DIRTY = `INSERT INTO dirty (case_id, kind, key) SELECT case_id, 'report', digest FROM reports
  WHERE case_id = ? ON CONFLICT DO NOTHING`;
export const ALL_PARTS_DIRTY = `INSERT INTO dirty (case_id, kind, key) SELECT case_id, 'part', part FROM parts
  WHERE case_id = ? ON CONFLICT DO NOTHING`;
export const ALL_THREADS_DIRTY = `INSERT INTO dirty (case_id, kind, key) SELECT DISTINCT case_id, 'thread', thread FROM parts
  WHERE case_id = ? ON CONFLICT DO NOTHING`;

export const ITEMS_OF_PART = `SELECT b.body, i.report, r.head FROM item_parts AS p JOIN items AS i ON i.n = p.n
  JOIN item_bodies AS b ON b.case_id = i.case_id AND b.report = i.report AND b.n = i.n JOIN reports AS r ON r.case_id = i.case_id AND r.digest = i.report
  WHERE p.case_id = ? AND p.part = ?`;

/** By number: joined with others, SQLite would go through all items of the case. */
export const ITEM_BY_ID = `SELECT b.body, r.head FROM items AS i JOIN item_bodies AS b ON b.case_id = i.case_id AND b.report = i.report AND b.n = i.n
  JOIN reports AS r ON r.case_id = i.case_id AND r.digest = i.report
  WHERE i.n IN (SELECT n FROM items WHERE case_id = ? AND id = ?) ORDER BY i.kind LIMIT 1`;
