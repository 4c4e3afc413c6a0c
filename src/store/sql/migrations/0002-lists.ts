import type { Dialect } from '../dialect.ts';

/**
 * What long lists of a large case are narrowed, ordered and counted by, so that no question reads through all of it: whose
 * a mark of the timeline is, how unsure an item is, and what reports are about.
 */
export const lists = (d: Dialect): readonly string[] => [
  // Of marks: whose, and whether the reporter or two sides tell it.
  `ALTER TABLE entries ADD COLUMN party ${d.text}`,
  `ALTER TABLE entries ADD COLUMN solid ${d.integer} NOT NULL DEFAULT 0`,
  `UPDATE entries SET party = ${d.jsonText('summary', 'party')},
    solid = CASE WHEN ${d.jsonText('summary', 'solid')} IN ('1', 'true') THEN 1 ELSE 0 END
    WHERE kind IN ('talk', 'happening')`,
  'DROP INDEX entries_by_rank',
  'CREATE INDEX entries_by_rank ON entries (case_id, kind, rank, id, first, party, solid)',
  'CREATE INDEX entries_by_start ON entries (case_id, kind, first, party, solid)',
  // The few that last more than a day.
  'CREATE INDEX entries_that_last ON entries (case_id, kind, rank, id, first, party, solid) WHERE first < rank',
  'CREATE INDEX entries_by_type ON entries (case_id, kind, type, rank, id, first)',
  'CREATE INDEX entries_by_status ON entries (case_id, kind, status, rank, id, first)',
  // Names are searched for anywhere in them: all are read, but nothing else.
  "CREATE INDEX actors_by_name ON entries (case_id, rank, id, summary) WHERE kind = 'actor'",
  // Of positions: whose.
  `ALTER TABLE items ADD COLUMN party ${d.text}`,
  `UPDATE items SET party = (SELECT ${d.jsonText('b.body', 'record', 'holder')} FROM item_bodies AS b WHERE b.n = items.n)
    WHERE kind = 'position'`,
  "CREATE INDEX positions_by_day ON items (case_id, day, party, voice) WHERE kind = 'position'",
  // Unsure items by how unsure they are: all of them, where the facet is empty, and those of a party or issue. A doubt is
  // one minus the confidence, as text with four places.
  `CREATE TABLE item_doubts (
    case_id ${d.integer} NOT NULL,
    facet ${d.text} NOT NULL,
    kind ${d.text} NOT NULL,
    doubt ${d.text} NOT NULL,
    id ${d.text} NOT NULL,
    n ${d.integer} NOT NULL,
    PRIMARY KEY (case_id, facet, kind, doubt, id, n)
  ) ${d.keyOnly}`,
  'CREATE INDEX item_doubts_by_item ON item_doubts (n)',
  `INSERT INTO item_doubts (case_id, facet, kind, doubt, id, n)
    SELECT i.case_id, '', i.kind, ${d.fourPlaces(`1 - CAST(${d.jsonText('b.body', 'record', 'confidence')} AS ${d.real})`)}, i.id, i.n
    FROM items AS i JOIN item_bodies AS b ON b.n = i.n WHERE i.unsure = 1`,
  `INSERT INTO item_doubts (case_id, facet, kind, doubt, id, n)
    SELECT f.case_id, f.facet, f.kind, d.doubt, f.id, f.n FROM item_facets AS f JOIN item_doubts AS d ON d.n = f.n`,
  // Which reports have an item of a party or issue.
  `CREATE TABLE report_facets (
    case_id ${d.integer} NOT NULL,
    facet ${d.text} NOT NULL,
    day ${d.text} NOT NULL,
    report ${d.text} NOT NULL,
    PRIMARY KEY (case_id, facet, day, report)
  ) ${d.keyOnly}`,
  `INSERT INTO report_facets (case_id, facet, day, report)
    SELECT DISTINCT f.case_id, f.facet, i.day, i.report FROM item_facets AS f JOIN items AS i ON i.n = f.n`,
  'CREATE INDEX report_facets_by_report ON report_facets (case_id, report)',
  'CREATE INDEX reports_by_outlet ON reports (case_id, outlet, day, digest)',
  'CREATE INDEX reports_by_originator ON reports (case_id, originator)',
];
