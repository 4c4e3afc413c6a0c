import type { Dialect } from '../dialect.ts';

/**
 * The first form of a case. Every table leads with the case, and with the report where it belongs to one. A day that is
 * not known is the empty text, so that it sorts and compares like any other.
 */
export const first = (d: Dialect): readonly string[] => [
  `CREATE TABLE cases (
    id ${d.serial},
    name ${d.text} NOT NULL,
    -- CaseFile as JSON.
    file ${d.text} NOT NULL,
    -- Consolidation.version with which the record was made.
    consolidation ${d.text} NOT NULL,
    -- Whole as JSON, and whether lines have changed since.
    whole ${d.text} NOT NULL,
    whole_stale ${d.integer} NOT NULL,
    -- Who writes: LockHolder as JSON; empty for nobody.
    holder ${d.text} NOT NULL,
    created ${d.text} NOT NULL
  )`,
  `CREATE TABLE reports (
    n ${d.serial},
    case_id ${d.integer} NOT NULL REFERENCES cases (id),
    digest ${d.text} NOT NULL,
    day ${d.text} NOT NULL,
    outlet ${d.text},
    originator ${d.text} NOT NULL,
    -- ReportHead as JSON, under the case's names.
    head ${d.text} NOT NULL,
    -- Outlet, agency and date as given, by which copies are ordered, as JSON.
    provenance ${d.text} NOT NULL,
    path ${d.text} NOT NULL,
    language ${d.text},
    words ${d.integer} NOT NULL,
    items ${d.integer} NOT NULL,
    notes ${d.integer} NOT NULL,
    copy_of ${d.text},
    added ${d.text} NOT NULL,
    -- A digest of the version of the program and its models that read it.
    producer ${d.text} NOT NULL,
    UNIQUE (case_id, digest)
  )`,
  'CREATE INDEX reports_by_day ON reports (case_id, day, digest)',
  `CREATE TABLE report_bodies (
    case_id ${d.integer} NOT NULL,
    report ${d.text} NOT NULL,
    -- Text and blocks, and the reading: JSON, compressed.
    text ${d.bytes} NOT NULL,
    reading ${d.bytes} NOT NULL,
    PRIMARY KEY (case_id, report),
    FOREIGN KEY (case_id, report) REFERENCES reports (case_id, digest)
  )`,
  `CREATE TABLE report_notes (
    case_id ${d.integer} NOT NULL,
    report ${d.text} NOT NULL,
    place ${d.integer} NOT NULL,
    body ${d.text} NOT NULL,
    PRIMARY KEY (case_id, report, place)
  ) ${d.keyOnly}`,
  `CREATE TABLE sketches (
    case_id ${d.integer} NOT NULL,
    report ${d.text} NOT NULL,
    shingles ${d.bytes} NOT NULL,
    PRIMARY KEY (case_id, report),
    FOREIGN KEY (case_id, report) REFERENCES reports (case_id, digest)
  )`,
  `CREATE TABLE links (
    case_id ${d.integer} NOT NULL,
    copy ${d.text} NOT NULL,
    original ${d.text} NOT NULL,
    -- CopyLink as JSON.
    body ${d.text} NOT NULL,
    PRIMARY KEY (case_id, copy, original)
  )`,
  'CREATE INDEX links_by_original ON links (case_id, original)',
  `CREATE TABLE items (
    n ${d.serial},
    case_id ${d.integer} NOT NULL,
    report ${d.text} NOT NULL,
    kind ${d.text} NOT NULL,
    id ${d.text} NOT NULL,
    day ${d.text} NOT NULL,
    -- Act, stance, or kind of talk, event, dispute; status of a talk or event.
    type ${d.text},
    status ${d.text},
    voice ${d.text},
    outlet ${d.text},
    unsure ${d.integer} NOT NULL,
    UNIQUE (case_id, report, kind, id),
    FOREIGN KEY (case_id, report) REFERENCES reports (case_id, digest)
  )`,
  'CREATE INDEX items_by_id ON items (case_id, id)',
  'CREATE INDEX items_by_day ON items (case_id, kind, day, id, type, status, voice, outlet, unsure)',
  `CREATE TABLE item_bodies (
    n ${d.integer} PRIMARY KEY REFERENCES items (n),
    -- Item as JSON without its report, and JSON lists of its facets and the parts that it belongs to.
    body ${d.text} NOT NULL,
    facets ${d.text} NOT NULL,
    parts ${d.text} NOT NULL
  )`,
  // What lists are narrowed by that an item may have several of: party, issue.
  `CREATE TABLE item_facets (
    case_id ${d.integer} NOT NULL,
    facet ${d.text} NOT NULL,
    kind ${d.text} NOT NULL,
    day ${d.text} NOT NULL,
    id ${d.text} NOT NULL,
    n ${d.integer} NOT NULL,
    PRIMARY KEY (case_id, facet, kind, day, id, n)
  ) ${d.keyOnly}`,
  `CREATE TABLE item_parts (
    case_id ${d.integer} NOT NULL,
    part ${d.text} NOT NULL,
    n ${d.integer} NOT NULL,
    PRIMARY KEY (case_id, part, n)
  ) ${d.keyOnly}`,
  `CREATE TABLE parts (
    case_id ${d.integer} NOT NULL,
    part ${d.text} NOT NULL,
    -- The thread before any judgement, and the one that judgements leave it in.
    own_thread ${d.text} NOT NULL,
    thread ${d.text} NOT NULL,
    -- The days of its items.
    first ${d.text} NOT NULL,
    last ${d.text} NOT NULL,
    -- What Consolidation.part gave, as JSON, compressed.
    result ${d.bytes} NOT NULL,
    PRIMARY KEY (case_id, part)
  )`,
  'CREATE INDEX parts_by_thread ON parts (case_id, thread, part)',
  // What has to be made again: kinds are `report`, `links`, `part`, `thread`.
  `CREATE TABLE dirty (
    case_id ${d.integer} NOT NULL,
    kind ${d.text} NOT NULL,
    key ${d.text} NOT NULL,
    PRIMARY KEY (case_id, kind, key)
  ) ${d.keyOnly}`,
  `CREATE TABLE entries (
    n ${d.serial},
    case_id ${d.integer} NOT NULL,
    kind ${d.text} NOT NULL,
    id ${d.text} NOT NULL,
    thread ${d.text} NOT NULL,
    -- By what lists of its kind are ordered: the last day, or how many reports.
    rank ${d.text} NOT NULL,
    issue ${d.text},
    status ${d.text},
    type ${d.text},
    first ${d.text} NOT NULL,
    last ${d.text} NOT NULL,
    -- What lists and tables show of it, as JSON, and its facets.
    summary ${d.text} NOT NULL,
    facets ${d.text} NOT NULL,
    UNIQUE (case_id, kind, id)
  )`,
  // With what narrows to a period, so that long lists are counted by the index alone.
  'CREATE INDEX entries_by_rank ON entries (case_id, kind, rank, id, first)',
  'CREATE INDEX entries_by_thread ON entries (case_id, thread)',
  `CREATE TABLE entry_bodies (
    n ${d.integer} PRIMARY KEY REFERENCES entries (n),
    -- The entry as JSON, compressed.
    body ${d.bytes} NOT NULL
  )`,
  `CREATE TABLE entry_facets (
    case_id ${d.integer} NOT NULL,
    facet ${d.text} NOT NULL,
    kind ${d.text} NOT NULL,
    rank ${d.text} NOT NULL,
    id ${d.text} NOT NULL,
    n ${d.integer} NOT NULL,
    PRIMARY KEY (case_id, facet, kind, rank, id, n)
  ) ${d.keyOnly}`,
  `CREATE TABLE entry_reports (
    case_id ${d.integer} NOT NULL,
    report ${d.text} NOT NULL,
    n ${d.integer} NOT NULL,
    PRIMARY KEY (case_id, report, n)
  ) ${d.keyOnly}`,
  'CREATE INDEX entry_reports_by_entry ON entry_reports (n)',
  `CREATE TABLE words_and_deeds (
    case_id ${d.integer} NOT NULL,
    party ${d.text} NOT NULL,
    week ${d.text} NOT NULL,
    thread ${d.text} NOT NULL,
    verbal_cooperation ${d.integer} NOT NULL,
    material_cooperation ${d.integer} NOT NULL,
    verbal_conflict ${d.integer} NOT NULL,
    material_conflict ${d.integer} NOT NULL,
    PRIMARY KEY (case_id, thread, party, week)
  ) ${d.keyOnly}`,
  'CREATE INDEX words_and_deeds_by_party ON words_and_deeds (case_id, party, week)',
  // The items behind these counts.
  `CREATE TABLE counted_items (
    case_id ${d.integer} NOT NULL,
    party ${d.text} NOT NULL,
    week ${d.text} NOT NULL,
    quad ${d.text} NOT NULL,
    item ${d.text} NOT NULL,
    thread ${d.text} NOT NULL,
    PRIMARY KEY (case_id, thread, party, week, quad, item)
  ) ${d.keyOnly}`,
  'CREATE INDEX counted_items_by_party ON counted_items (case_id, party, week, quad)',
  `CREATE TABLE changes (
    n ${d.serial},
    case_id ${d.integer} NOT NULL,
    at ${d.text} NOT NULL,
    what ${d.text} NOT NULL,
    kind ${d.text} NOT NULL,
    id ${d.text} NOT NULL,
    words ${d.text} NOT NULL,
    evidence ${d.text} NOT NULL
  )`,
  'CREATE INDEX changes_by_moment ON changes (case_id, at)',
  `CREATE TABLE judgements (
    n ${d.serial},
    case_id ${d.integer} NOT NULL,
    id ${d.text} NOT NULL,
    at ${d.text} NOT NULL,
    body ${d.text} NOT NULL,
    -- Whether it is about an entry, not an item of one report.
    entries ${d.integer} NOT NULL,
    -- The judgement that undid it.
    undone ${d.text},
    anchored ${d.integer} NOT NULL,
    UNIQUE (case_id, id)
  )`,
  // The reports whose items a judgement is about.
  `CREATE TABLE judgement_reports (
    case_id ${d.integer} NOT NULL,
    report ${d.text} NOT NULL,
    judgement ${d.text} NOT NULL,
    PRIMARY KEY (case_id, report, judgement)
  ) ${d.keyOnly}`,
  `CREATE TABLE looks (
    case_id ${d.integer} NOT NULL,
    who ${d.text} NOT NULL,
    at ${d.text} NOT NULL,
    PRIMARY KEY (case_id, who)
  ) ${d.keyOnly}`,
  d.search.create,
];
