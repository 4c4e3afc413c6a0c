import type { Context } from './context.ts';
import type { Queries } from './database.ts';

const REPORTED = 20;

/** Our own rules: each gives the rows that break it. */
const RULES: readonly { readonly words: string; readonly sql: string }[] = [
  {
    words: 'A report has no reading',
    sql: `SELECT r.digest AS name FROM reports AS r LEFT JOIN report_bodies AS b
      ON b.case_id = r.case_id AND b.report = r.digest WHERE r.case_id = ? AND b.report IS NULL`,
  },
  {
    words: 'A report has no sketch for finding copies',
    sql: `SELECT r.digest AS name FROM reports AS r LEFT JOIN sketches AS s
      ON s.case_id = r.case_id AND s.report = r.digest WHERE r.case_id = ? AND s.report IS NULL`,
  },
  {
    words: 'An item has no report',
    sql: `SELECT i.id AS name FROM items AS i LEFT JOIN reports AS r
      ON r.case_id = i.case_id AND r.digest = i.report WHERE i.case_id = ? AND r.digest IS NULL`,
  },
  {
    words: 'An item has no words',
    sql: `SELECT i.id AS name FROM items AS i LEFT JOIN item_bodies AS b ON b.case_id = i.case_id AND b.report = i.report AND b.n = i.n
      WHERE i.case_id = ? AND b.n IS NULL`,
  },
  {
    words: 'Words belong to no item',
    sql: `SELECT b.report AS name FROM item_bodies AS b LEFT JOIN items AS i ON i.n = b.n
      AND i.case_id = b.case_id AND i.report = b.report WHERE b.case_id = ? AND i.n IS NULL`,
  },
  {
    words: 'A report does not have as many items as it says',
    sql: `SELECT r.digest AS name FROM reports AS r WHERE r.case_id = ? AND r.items <>
      (SELECT count(*) FROM items AS i WHERE i.case_id = r.case_id AND i.report = r.digest)`,
  },
  {
    words: 'An entry has no body',
    sql: `SELECT e.id AS name FROM entries AS e LEFT JOIN entry_bodies AS b ON b.case_id = e.case_id AND b.n = e.n
      WHERE e.case_id = ? AND b.n IS NULL`,
  },
  {
    words: 'A part that nothing waits to make has no thread with entries',
    sql: `SELECT p.part AS name FROM item_parts AS p LEFT JOIN parts AS q ON q.case_id = p.case_id AND q.part = p.part
      LEFT JOIN dirty AS d ON d.case_id = p.case_id AND d.kind = 'part' AND d.key = p.part
      WHERE p.case_id = ? AND q.part IS NULL AND d.key IS NULL`,
  },
];

/** What is wrong with a case, by our own rules; empty when nothing is. */
export async function checkCase({ caseId }: Context, queries: Queries): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { words, sql } of RULES) {
    const rows = await queries.all<{ name: string }>(`${sql} LIMIT ${REPORTED + 1}`, [caseId]);
    for (const { name } of rows.slice(0, REPORTED)) problems.push(`${words}: ${name}.`);
    if (rows.length > REPORTED) problems.push(`${words}: and more.`);
  }
  return problems;
}
