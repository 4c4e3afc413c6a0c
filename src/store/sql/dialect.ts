import { foldedWord, wordsIn } from '../search/words.ts';
import type { Value } from './value.ts';

/**
 * What differs between databases, in one place. All other SQL of the store keeps to what SQLite and PostgreSQL have in
 * common: `?` for values (a dialect may rewrite them), `INSERT ... ON CONFLICT`, row values `(a, b) < (?, ?)`, `RETURNING`,
 * no dates (ISO 8601 as text), no booleans (0 and 1), JSON as text that only TypeScript looks into, texts of reports only
 * inside compressed bytes.
 *
 * There is no query builder. A report takes some hundred statements, each prepared once: to insert an item takes some
 * 6 microseconds then, while Kysely alone, before any database is asked, takes some 50 to build and compile it (measured with a
 * driver that does nothing); and it has no word index of either database.
 */
export interface Dialect {
  readonly name: 'sqlite' | 'postgresql';
  /** A whole number that the database gives out, and that names a row. */
  readonly serial: string;
  /** Text that is compared by code point, never by the rules of a language. */
  readonly text: string;
  readonly integer: string;
  readonly real: string;
  readonly bytes: string;
  /** Behind a table that is nothing but its primary key. */
  readonly keyOnly: string;
  /** A number by which rows are found: in a file it is their key, since they lie in its order; on a server `keyedBy` is. */
  readonly rowNumber: string;
  /** Behind the columns of a table with a `rowNumber`: the key that leads with the case and the report's digest. */
  keyedBy(...columns: readonly string[]): string;
  /** Makes these columns the key of a table whose key was its number `n`. Nothing in a file. */
  rekeyed(table: string, ...columns: readonly string[]): readonly string[];
  /** Lets numbers that the database gives out go on behind those that are there. Nothing in a file, where they always do. */
  numbersGoOn(table: string): readonly string[];
  /** Lets the case and digest of a table name a report. Nothing in a file, where they did so all the time. */
  ofReports(...tables: readonly string[]): readonly string[];
  /** Of JSON in a column, the text at a path; no value where there is none. For steps between forms alone. */
  jsonText(column: string, ...path: readonly string[]): string;
  /** A number as text with four places. */
  fourPlaces(number: string): string;
  /** All numbers of a column in one text, parted by commas: a row each takes ten times as long to hand over. */
  joined(column: string): string;
  /** Numbers for so many new rows of a table, each given out once; value: how many. Gives `n`. */
  newNumbers(table: string): string;
  /** Takes away marks of what has to be made again, but for those that others have in hand. Values: those of `CLAIM`. Gives `key`. */
  readonly claim: string;
  /** Gives `mark`, which changes whenever another connection has written. */
  readonly stateMark: string;
  /** The index of words: made, filled and asked in the database's own way. */
  readonly search: SearchDialect;
}

/** Where words are found: the number in the index, and the report that has them. */
export interface SearchKey {
  readonly caseId: number;
  readonly report: string;
  readonly n: number;
}

/**
 * An index of words by number. `words` are prose; `marks` are made-up words by which hits are narrowed. What is asked is
 * built by `query` alone, so that nothing a user types is ever syntax.
 */
export interface SearchDialect {
  readonly create: string;
  /** Brings the index of the first form to that which leads with the case and the report's digest, where there can be a key. */
  readonly rekeyed: readonly string[];
  /** Values: those of `row`. */
  readonly insert: string;
  row(at: SearchKey, words: string, marks: string): readonly Value[];
  /** Values: those of `key`. */
  readonly remove: string;
  key(at: SearchKey): readonly Value[];
  /** Every one of the phrases (lists of plain words) and every one of the marks. */
  query(phrases: readonly (readonly string[])[], marks: readonly string[]): string;
  /** Values: query. Gives `total`. */
  readonly count: string;
  /** Values: query, rank and number of the last hit, how many. Gives `n`, `rank`: the best first. */
  readonly ranked: string;
  /** Values: query, number of the last hit, how many. Gives `n`: the newest first. */
  readonly newest: string;
}

const quoted = (words: readonly string[]): string => `"${words.join(' ').replaceAll('"', '""')}"`;

export const SQLITE: Dialect = {
  name: 'sqlite',
  serial: 'INTEGER PRIMARY KEY',
  text: 'TEXT',
  integer: 'INTEGER',
  real: 'REAL',
  bytes: 'BLOB',
  keyOnly: 'WITHOUT ROWID',
  rowNumber: 'INTEGER PRIMARY KEY',
  keyedBy: () => '',
  rekeyed: () => [],
  numbersGoOn: () => [],
  ofReports: () => [],
  jsonText: (column, ...path) => `CAST(json_extract(${column}, '$.${path.join('.')}') AS TEXT)`,
  fourPlaces: (number) => `printf('%.4f', ${number})`,
  joined: (column) => `group_concat(${column})`,
  newNumbers: (table) => `WITH RECURSIVE k (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < ?)
    SELECT (SELECT coalesce(max(n), 0) FROM ${table}) + i AS n FROM k`,
  claim: `WITH chosen AS (SELECT key FROM dirty WHERE case_id = ? AND kind = ? ORDER BY key LIMIT ?)
    DELETE FROM dirty WHERE case_id = ? AND kind = ? AND key IN (SELECT key FROM chosen) RETURNING key`,
  stateMark: 'SELECT data_version AS mark FROM pragma_data_version',
  search: {
    // Without content: the words stand in bodies and compressed texts already.
    create: `CREATE VIRTUAL TABLE search USING fts5(words, marks, content = '', contentless_delete = 1,
      tokenize = "unicode61 remove_diacritics 2")`,
    rekeyed: [],
    insert: 'INSERT INTO search (rowid, words, marks) VALUES (?, ?, ?)',
    row: ({ n }, words, marks) => [n, words, marks],
    remove: 'DELETE FROM search WHERE rowid = ?',
    key: ({ n }) => [n],
    query: (phrases, marks) =>
      [...phrases.map((words) => `words : ${quoted(words)}`), ...marks.map((mark) => `marks : ${quoted([mark])}`)].join(
        ' AND ',
      ),
    count: 'SELECT count(*) AS total FROM search WHERE search MATCH ?',
    // Marks weigh nothing.
    ranked: `SELECT n, rank FROM (
      SELECT rowid AS n, bm25(search, 1.0, 0.0) AS rank FROM search WHERE search MATCH ?
    ) AS hits WHERE (rank, n) > (?, ?) ORDER BY rank, n LIMIT ?`,
    newest: 'SELECT rowid AS n FROM search WHERE search MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?',
  },
};

/** Of a word in the index: PostgreSQL refuses longer ones. In UTF-16 units, of which each takes at most three bytes. */
const LONGEST = 500;
/** Positions beyond this all count as the last. */
const LAST_POSITION = 16_383;
/** Of one word PostgreSQL keeps no more places. */
const PLACES = 255;
/** So many different words of one text; the index of a text may take 1 MB. */
const WORDS = 30_000;

/**
 * The words with their places as a literal of type `tsvector`. Words are taken apart and folded here, as they are for
 * every database, and not by the rules of a language or of the server's locale.
 */
function vectorOf(words: string, marks: string): string {
  const places = new Map<string, number[]>();
  let at = 0;
  for (const { folded } of wordsIn(words)) {
    at = Math.min(at + 1, LAST_POSITION);
    const word = foldedWord(folded).slice(0, LONGEST).toWellFormed();
    if (word === '') continue;
    const known = places.get(word);
    if (!known) {
      if (places.size < WORDS) places.set(word, [at]);
    } else if (known.length < PLACES && known.at(-1) !== at) known.push(at);
  }
  return [
    ...[...places].map(([word, list]) => `'${word}':${list.join(',')}`),
    // Capital, so that no word of a text can be taken for a mark.
    ...marks.split(' ').flatMap((mark) => (mark === '' ? [] : [`'M${mark}'`])),
  ].join(' ');
}

export const POSTGRESQL: Dialect = {
  name: 'postgresql',
  serial: 'BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY',
  text: 'TEXT COLLATE "C"',
  integer: 'BIGINT',
  real: 'DOUBLE PRECISION',
  bytes: 'BYTEA',
  keyOnly: '',
  rowNumber: 'BIGINT NOT NULL',
  keyedBy: (...columns) => `, PRIMARY KEY (${columns.join(', ')})`,
  rekeyed: (table, ...columns) => [
    `ALTER TABLE ${table} DROP CONSTRAINT ${table}_pkey, DROP CONSTRAINT ${table}_${columns.join('_')}_key CASCADE,
      ADD PRIMARY KEY (${columns.join(', ')})`,
    `CREATE INDEX ${table}_by_number ON ${table} (n)`,
  ],
  numbersGoOn: (table) => [
    `SELECT setval(pg_get_serial_sequence('${table}', 'n'), (SELECT coalesce(max(n), 0) + 1 FROM ${table}), false)`,
  ],
  ofReports: (...tables) =>
    tables.map(
      (table) => `ALTER TABLE ${table} ADD FOREIGN KEY (case_id, report) REFERENCES reports (case_id, digest)`,
    ),
  jsonText: (column, ...path) => `(${column}::json #>> '{${path.join(',')}}')`,
  fourPlaces: (number) => `to_char(${number}, 'FM0.0000')`,
  joined: (column) => `string_agg(${column}::text, ',')`,
  newNumbers: (table) => `SELECT nextval(pg_get_serial_sequence('${table}', 'n')) AS n FROM generate_series(1, ?)`,
  // Chosen once, before any is taken away.
  claim: `WITH chosen AS MATERIALIZED (
      SELECT key FROM dirty WHERE case_id = ? AND kind = ? ORDER BY key LIMIT ? FOR UPDATE SKIP LOCKED
    ) DELETE FROM dirty AS d USING chosen WHERE d.case_id = ? AND d.kind = ? AND d.key = chosen.key RETURNING d.key`,
  stateMark: 'SELECT mark FROM written',
  search: {
    create: `CREATE TABLE search (n BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
      CREATE INDEX search_by_words ON search USING GIN (words);
      CREATE TABLE written (mark BIGINT NOT NULL);
      INSERT INTO written (mark) VALUES (0)`,
    rekeyed: [
      'ALTER TABLE search RENAME TO search_by_number_alone',
      'DROP INDEX search_by_words',
      `CREATE TABLE search (case_id BIGINT NOT NULL, report TEXT COLLATE "C" NOT NULL, n BIGINT NOT NULL,
        words TSVECTOR NOT NULL, CONSTRAINT search_key PRIMARY KEY (case_id, report, n))`,
      // Reports have the even numbers, items the odd ones.
      `INSERT INTO search SELECT r.case_id, r.digest, s.n, s.words FROM search_by_number_alone AS s
        JOIN reports AS r ON s.n = 2 * r.n
        UNION ALL SELECT i.case_id, i.report, s.n, s.words FROM search_by_number_alone AS s
        JOIN items AS i ON s.n = 2 * i.n + 1`,
      'DROP TABLE search_by_number_alone',
      'CREATE INDEX search_by_words ON search USING GIN (words)',
      // The newest hits of a frequent word are found from the last number on.
      'CREATE INDEX search_by_number ON search (n)',
    ],
    insert: 'INSERT INTO search (case_id, report, n, words) VALUES (?, ?, ?, ?::tsvector)',
    row: ({ caseId, report, n }, words, marks) => [caseId, report, n, vectorOf(words, marks)],
    remove: 'DELETE FROM search WHERE case_id = ? AND report = ? AND n = ?',
    key: ({ caseId, report, n }) => [caseId, report, n],
    query: (phrases, marks) =>
      [
        ...phrases.map((words) => `(${words.map((word) => `'${word.slice(0, LONGEST)}'`).join(' <-> ')})`),
        ...marks.map((mark) => `'M${mark}'`),
      ].join(' & '),
    count: 'SELECT count(*) AS total FROM search WHERE words @@ ?::tsquery',
    ranked: `SELECT n, rank FROM (
      SELECT n, (-ts_rank(words, asked.query))::double precision AS rank
      FROM search, (SELECT ?::tsquery AS query) AS asked WHERE words @@ asked.query
    ) AS hits WHERE (rank, n) > (?::double precision, ?::bigint) ORDER BY rank, n LIMIT ?`,
    newest: 'SELECT n FROM search WHERE words @@ ?::tsquery AND n < ? ORDER BY n DESC LIMIT ?',
  },
};
