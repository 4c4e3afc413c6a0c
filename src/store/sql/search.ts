/** SQL of what a search found, by its number in the tables. */

export const ITEM_HIT = `SELECT i.day, i.outlet, i.type, i.status, i.voice, b.body, r.head FROM items AS i
  JOIN item_bodies AS b ON b.case_id = i.case_id AND b.report = i.report AND b.n = i.n JOIN reports AS r ON r.case_id = i.case_id AND r.digest = i.report
  WHERE i.case_id = ? AND i.n = ?`;
export const REPORT_HIT = `SELECT r.day, r.head, b.text FROM reports AS r
  JOIN report_bodies AS b ON b.case_id = r.case_id AND b.report = r.digest WHERE r.case_id = ? AND r.n = ?`;
// `+`: found by their numbers, not by the case.
export const ITEM_DAYS = 'SELECT n, day, type, status, voice FROM items WHERE +case_id = ? AND n IN ';
export const REPORT_DAYS = `SELECT n, day, NULL AS type, NULL AS status, NULL AS voice FROM reports
  WHERE +case_id = ? AND n IN `;

/** By the index of days alone; what has no day is in no period. */
export const itemsInDays = (kind: string): string =>
  `SELECT n FROM items WHERE case_id = ? AND kind = '${kind}' AND day >= ? AND day <= ? AND day > '' LIMIT ?`;
export const REPORTS_IN_DAYS = "SELECT n FROM reports WHERE case_id = ? AND day >= ? AND day <= ? AND day > '' LIMIT ?";
