/** SQL of cases themselves. */

export const FIRST_CASE = 'SELECT id, file, consolidation FROM cases ORDER BY id LIMIT 1';
export const INSERT_CASE = `INSERT INTO cases (name, file, consolidation, whole, whole_stale, holder, created)
  VALUES (?, ?, ?, ?, 1, '', ?) RETURNING id`;
export const SET_FILE = 'UPDATE cases SET name = ?, file = ? WHERE id = ?';
export const SET_CONSOLIDATION = 'UPDATE cases SET consolidation = ? WHERE id = ?';
export const WHOLE = 'SELECT whole, whole_stale FROM cases WHERE id = ?';
export const SET_WHOLE = 'UPDATE cases SET whole = ?, whole_stale = 0 WHERE id = ?';
export const WHOLE_STALE = 'UPDATE cases SET whole_stale = 1 WHERE id = ?';
