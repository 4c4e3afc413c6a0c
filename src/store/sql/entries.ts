/** SQL of parts, threads, entries and what follows from them. */

export const PART = 'SELECT own_thread, thread, first, last, result FROM parts WHERE case_id = ? AND part = ?';
export const PUT_PART = `INSERT INTO parts (case_id, part, own_thread, thread, first, last, result) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (case_id, part) DO UPDATE SET own_thread = excluded.own_thread, thread = excluded.thread,
    first = excluded.first, last = excluded.last, result = excluded.result`;
export const DELETE_PART = 'DELETE FROM parts WHERE case_id = ? AND part = ?';
export const SET_THREAD = 'UPDATE parts SET thread = ? WHERE case_id = ? AND part = ?';
export const PARTS_OF_THREAD = 'SELECT part, result FROM parts WHERE case_id = ? AND thread = ? ORDER BY part';
export const PARTS_IN_DAYS = `SELECT part, result FROM parts
  WHERE case_id = ? AND thread = ? AND last >= ? AND first <= ? ORDER BY part`;
export const PARTS_NAMED = 'SELECT part FROM parts WHERE case_id = ? AND thread = ?';
export const OWN_THREADS = 'SELECT DISTINCT own_thread FROM parts WHERE case_id = ? AND thread = ?';

const STORED = 'e.n, e.kind, e.id, e.thread, e.rank, e.facets, e.sure, b.body';
export const ENTRIES_OF_THREAD = `SELECT ${STORED} FROM entries AS e JOIN entry_bodies AS b ON b.case_id = e.case_id AND b.n = e.n
  WHERE e.case_id = ? AND e.thread = ?`;
export const ENTRY = `SELECT ${STORED} FROM entries AS e JOIN entry_bodies AS b ON b.case_id = e.case_id AND b.n = e.n
  WHERE e.case_id = ? AND e.kind = ? AND e.id = ?`;
export const ENTRIES_OF_KIND = `SELECT e.n, e.id, b.body FROM entries AS e JOIN entry_bodies AS b ON b.case_id = e.case_id AND b.n = e.n
  WHERE e.case_id = ? AND e.kind = ? ORDER BY e.id`;
export const INSERT_ENTRY = `INSERT INTO entries
  (n, case_id, kind, id, thread, rank, issue, status, type, first, last, summary, party, solid, sure, facets)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
export const UPDATE_ENTRY = `UPDATE entries SET thread = ?, rank = ?, issue = ?, status = ?, type = ?, first = ?, last = ?,
  summary = ?, party = ?, solid = ?, sure = ?, facets = ? WHERE n = ?`;
export const DELETE_ENTRY = 'DELETE FROM entries WHERE n = ?';
export const INSERT_ENTRY_BODY = 'INSERT INTO entry_bodies (case_id, n, body) VALUES (?, ?, ?)';
export const UPDATE_ENTRY_BODY = 'UPDATE entry_bodies SET body = ? WHERE case_id = ? AND n = ?';
export const DELETE_ENTRY_BODY = 'DELETE FROM entry_bodies WHERE case_id = ? AND n = ?';
export const INSERT_ENTRY_FACET =
  'INSERT INTO entry_facets (case_id, facet, kind, rank, id, n) VALUES (?, ?, ?, ?, ?, ?)';
export const DELETE_ENTRY_FACET =
  'DELETE FROM entry_facets WHERE case_id = ? AND facet = ? AND kind = ? AND rank = ? AND id = ? AND n = ?';
export const REPORTS_OF_ENTRY = 'SELECT report FROM entry_reports WHERE n = ?';
export const INSERT_ENTRY_REPORT = 'INSERT INTO entry_reports (case_id, report, n) VALUES (?, ?, ?)';
export const DELETE_ENTRY_REPORT = 'DELETE FROM entry_reports WHERE case_id = ? AND report = ? AND n = ?';

export const INSERT_CHANGE =
  'INSERT INTO changes (case_id, at, what, kind, id, words, evidence) VALUES (?, ?, ?, ?, ?, ?, ?)';
export const CHANGES_SINCE = `SELECT n, what, kind, id, words, evidence FROM changes
  WHERE case_id = ? AND at > ? ORDER BY n`;

/** Without words and evidence, which are long. */
export const CHANGED_SINCE = `SELECT n, what, kind, id FROM changes
  WHERE case_id = ? AND at > ? ORDER BY n DESC LIMIT ?`;
export const CHANGES_NAMED = 'SELECT n, words, evidence FROM changes WHERE n IN ';

export const LAST_LOOK = 'SELECT at FROM looks WHERE case_id = ? AND who = ?';
export const LOOK = `INSERT INTO looks (case_id, who, at) VALUES (?, ?, ?)
  ON CONFLICT (case_id, who) DO UPDATE SET at = excluded.at`;
