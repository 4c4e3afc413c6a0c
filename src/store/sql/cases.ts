/** SQL of cases themselves. */

export const FIRST_CASE = 'SELECT id, file, consolidation FROM cases ORDER BY id LIMIT 1';
export const INSERT_CASE = `INSERT INTO cases (name, file, consolidation, whole, whole_stale, holder, created)
  VALUES (?, ?, ?, ?, 1, '', ?) RETURNING id`;
export const SET_FILE = 'UPDATE cases SET name = ?, file = ? WHERE id = ?';
export const SET_CONSOLIDATION = 'UPDATE cases SET consolidation = ? WHERE id = ?';
export const WHOLE = 'SELECT whole, whole_stale FROM cases WHERE id = ?';
export const SET_WHOLE = 'UPDATE cases SET whole = ?, whole_stale = 0 WHERE id = ?';
/** Said once: others that say it at the same time need not wait for each other. */
export const WHOLE_STALE = 'UPDATE cases SET whole_stale = 1 WHERE id = ? AND whole_stale = 0';
/** With which rules the record is made, and how many steps the tables have had. */
export const RULES = `SELECT consolidation, (SELECT max(number) FROM migrations) AS form FROM cases WHERE id = ?`;
