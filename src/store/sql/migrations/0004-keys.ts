import type { Dialect } from '../dialect.ts';

/**
 * On a server, every table that holds what a report or an entry is leads with the case and, where it belongs to a report, with
 * the digest: so they can be partitioned, or spread over nodes. In a file rows lie by their number, which is found quickest;
 * the words have case and digest beside it, so that one SQL serves both. Lists go by the case and what they list.
 */
export const keys = (d: Dialect): readonly string[] => [
  `CREATE TABLE words_of_items (
    case_id ${d.integer} NOT NULL,
    report ${d.text} NOT NULL,
    n ${d.rowNumber},
    -- Item as JSON without its report, and JSON lists of its facets and the parts that it belongs to.
    body ${d.text} NOT NULL,
    facets ${d.text} NOT NULL,
    parts ${d.text} NOT NULL
    ${d.keyedBy('case_id', 'report', 'n')}
  )`,
  `INSERT INTO words_of_items (case_id, report, n, body, facets, parts)
    SELECT i.case_id, i.report, b.n, b.body, b.facets, b.parts FROM item_bodies AS b JOIN items AS i ON i.n = b.n ORDER BY b.n`,
  'DROP TABLE item_bodies',
  'ALTER TABLE words_of_items RENAME TO item_bodies',
  `CREATE TABLE bodies_of_entries (
    case_id ${d.integer} NOT NULL,
    n ${d.rowNumber},
    -- The entry as JSON, compressed.
    body ${d.bytes} NOT NULL
    ${d.keyedBy('case_id', 'n')}
  )`,
  `INSERT INTO bodies_of_entries (case_id, n, body)
    SELECT e.case_id, b.n, b.body FROM entry_bodies AS b JOIN entries AS e ON e.n = b.n ORDER BY b.n`,
  'DROP TABLE entry_bodies',
  'ALTER TABLE bodies_of_entries RENAME TO entry_bodies',
  ...d.search.rekeyed,
  ...d.rekeyed('reports', 'case_id', 'digest'),
  ...d.ofReports('report_bodies', 'sketches', 'items'),
  ...d.rekeyed('items', 'case_id', 'report', 'kind', 'id'),
  ...d.ofReports('item_bodies'),
  ...d.rekeyed('entries', 'case_id', 'kind', 'id'),
];
