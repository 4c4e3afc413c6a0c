/** SQL of the ledger. */

export const ABOUT_REPORT = `SELECT j.id, j.body, j.anchored FROM judgement_reports AS r
  JOIN judgements AS j ON j.case_id = r.case_id AND j.id = r.judgement
  WHERE r.case_id = ? AND r.report = ? AND j.undone IS NULL ORDER BY j.at, j.id`;
export const SET_ANCHORED = 'UPDATE judgements SET anchored = ? WHERE case_id = ? AND id = ?';
