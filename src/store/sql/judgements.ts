/** SQL of the ledger. */

export const ABOUT_REPORT = `SELECT j.id, j.body, j.anchored FROM judgement_reports AS r
  JOIN judgements AS j ON j.case_id = r.case_id AND j.id = r.judgement
  WHERE r.case_id = ? AND r.report = ? AND j.undone IS NULL ORDER BY j.at, j.id`;
export const SET_ANCHORED = 'UPDATE judgements SET anchored = ? WHERE case_id = ? AND id = ?';

/** Those that are about entries, and stand. */
export const ABOUT_ENTRIES = `SELECT j.body FROM judgements AS j WHERE j.case_id = ? AND j.undone IS NULL AND j.entries = 1
  ORDER BY j.at, j.id`;
export const INSERT_JUDGEMENT = `INSERT INTO judgements (case_id, id, at, body, entries, undone, anchored)
  VALUES (?, ?, ?, ?, ?, NULL, 1)`;
export const JUDGEMENT = 'SELECT id, body FROM judgements WHERE case_id = ? AND id = ?';
export const ALL_JUDGEMENTS = 'SELECT id, at, body, undone FROM judgements WHERE case_id = ?';
export const SET_UNDONE = 'UPDATE judgements SET undone = ? WHERE case_id = ? AND id = ?';
export const INSERT_JUDGEMENT_REPORT =
  'INSERT INTO judgement_reports (case_id, report, judgement) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
/** By number: joined with others, SQLite would go through all items of the kind. Values: case, id, kind. */
export const ITEM_FOR_TARGET = `SELECT i.report, b.body FROM items AS i JOIN item_bodies AS b ON b.case_id = i.case_id AND b.report = i.report AND b.n = i.n
  WHERE i.n IN (SELECT n FROM items WHERE case_id = ? AND id = ?) AND i.kind = ? ORDER BY i.report LIMIT 2`;
export const OWN_THREAD_OF_ITEM = `SELECT p.own_thread FROM items AS i JOIN item_parts AS q ON q.n = i.n
  JOIN parts AS p ON p.case_id = q.case_id AND p.part = q.part
  WHERE i.case_id = ? AND i.id = ? AND p.thread = ? ORDER BY p.own_thread LIMIT 1`;
