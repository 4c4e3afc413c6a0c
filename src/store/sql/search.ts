/** SQL of what a search found, by its number in the tables. */

export const ITEM_HIT = `SELECT i.day, i.outlet, i.type, i.status, i.voice, b.body, r.head FROM items AS i
  JOIN item_bodies AS b ON b.n = i.n JOIN reports AS r ON r.case_id = i.case_id AND r.digest = i.report
  WHERE i.case_id = ? AND i.n = ?`;
export const REPORT_HIT = `SELECT r.day, r.head, b.text FROM reports AS r
  JOIN report_bodies AS b ON b.case_id = r.case_id AND b.report = r.digest WHERE r.case_id = ? AND r.n = ?`;
export const ITEM_DAY = 'SELECT day, type, status, voice FROM items WHERE case_id = ? AND n = ?';
export const REPORT_DAY = `SELECT day, NULL AS type, NULL AS status, NULL AS voice FROM reports
  WHERE case_id = ? AND n = ?`;
