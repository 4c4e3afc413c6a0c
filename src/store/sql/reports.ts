/** SQL of reports, their bodies, notes, sketches and links. */

const ROW = 'r.digest, r.head, r.path, r.language, r.words, r.items, r.notes, r.copy_of, r.added';
export const REPORT_COLUMNS = ROW;

export const REPORT_ROW = `SELECT ${ROW} FROM reports AS r WHERE r.case_id = ? AND r.digest = ?`;
export const REPORT_HEAD = 'SELECT head FROM reports WHERE case_id = ? AND digest = ?';
export const REPORT_PRODUCER = 'SELECT producer, head FROM reports WHERE case_id = ? AND digest = ?';
export const PRODUCERS = `SELECT digest, head FROM reports WHERE case_id = ? AND producer = ? AND digest IN `;

export const LAST_REPORT = 'SELECT max(n) AS last FROM reports';
export const INSERT_REPORT = `INSERT INTO reports (n, case_id, digest, day, outlet, originator, head, provenance, path,
  language, words, items, notes, copy_of, added, producer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, NULL, ?, ?)`;
export const UPDATE_REPORT = `UPDATE reports SET day = ?, outlet = ?, originator = ?, head = ?, provenance = ?, path = ?,
  language = ?, words = ?, notes = ?, producer = ? WHERE n = ?`;
export const UPDATE_REPORT_HEAD =
  'UPDATE reports SET day = ?, outlet = ?, head = ?, provenance = ? WHERE case_id = ? AND digest = ?';
export const UPDATE_REPORT_ITEMS = 'UPDATE reports SET items = ? WHERE case_id = ? AND digest = ?';
export const UPDATE_REPORT_COPY = 'UPDATE reports SET copy_of = ? WHERE case_id = ? AND digest = ?';

export const PUT_BODY = `INSERT INTO report_bodies (case_id, report, text, reading) VALUES (?, ?, ?, ?)
  ON CONFLICT (case_id, report) DO UPDATE SET text = excluded.text, reading = excluded.reading`;
export const TEXT = 'SELECT text FROM report_bodies WHERE case_id = ? AND report = ?';
export const BODY = 'SELECT text, reading FROM report_bodies WHERE case_id = ? AND report = ?';

export const DELETE_NOTES = 'DELETE FROM report_notes WHERE case_id = ? AND report = ?';
export const INSERT_NOTE = 'INSERT INTO report_notes (case_id, report, place, body) VALUES (?, ?, ?, ?)';
export const NOTES = 'SELECT report, body FROM report_notes WHERE case_id = ? ORDER BY report, place';

export const PUT_SKETCH = `INSERT INTO sketches (case_id, report, shingles) VALUES (?, ?, ?)
  ON CONFLICT (case_id, report) DO UPDATE SET shingles = excluded.shingles`;
export const SKETCH = 'SELECT shingles FROM sketches WHERE case_id = ? AND report = ?';
export const SKETCHES = `SELECT r.n, s.report, s.shingles, r.provenance, r.words FROM sketches AS s
  JOIN reports AS r ON r.case_id = s.case_id AND r.digest = s.report
  WHERE s.case_id = ? AND r.n > ? ORDER BY r.n LIMIT ?`;
export const PROVENANCE = 'SELECT n, provenance, words FROM reports WHERE case_id = ? AND digest = ?';

export const LINKS_OF_COPY = 'SELECT original, body FROM links WHERE case_id = ? AND copy = ? ORDER BY original';
export const LINKS_OF_ORIGINAL = 'SELECT copy, body FROM links WHERE case_id = ? AND original = ? ORDER BY copy';
export const COPIES = 'SELECT copy FROM links WHERE case_id = ? AND original = ?';
export const DELETE_LINKS = 'DELETE FROM links WHERE case_id = ? AND copy = ?';
export const INSERT_LINK = 'INSERT INTO links (case_id, copy, original, body) VALUES (?, ?, ?, ?)';
