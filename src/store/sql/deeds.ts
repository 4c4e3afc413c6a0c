/** SQL of words and deeds. */

export const DELETE_DEEDS = 'DELETE FROM words_and_deeds WHERE case_id = ? AND thread = ?';
export const INSERT_DEEDS = `INSERT INTO words_and_deeds (case_id, party, week, thread, verbal_cooperation,
  material_cooperation, verbal_conflict, material_conflict) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
export const DELETE_COUNTED = 'DELETE FROM counted_items WHERE case_id = ? AND thread = ?';
export const INSERT_COUNTED = `INSERT INTO counted_items (case_id, party, week, quad, item, thread)
  VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;
/** In this order (`CROSS JOIN`): the counted ones are few, and SQLite would begin with all items. */
export const ITEMS_BEHIND = `SELECT DISTINCT i.day, i.id, b.body, r.head FROM counted_items AS c
  CROSS JOIN items AS i JOIN item_bodies AS b ON b.case_id = i.case_id AND b.report = i.report AND b.n = i.n
  JOIN reports AS r ON r.case_id = i.case_id AND r.digest = i.report
  WHERE c.case_id = ? AND c.party = ? AND c.week = ? AND c.quad = ? AND i.case_id = c.case_id AND i.id = c.item
  ORDER BY i.day, i.id`;
