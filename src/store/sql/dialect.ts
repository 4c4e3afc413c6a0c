import type { Value } from '../database.ts';

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
  /** Of JSON in a column, the text at a path; no value where there is none. For steps between forms alone. */
  jsonText(column: string, ...path: readonly string[]): string;
  /** A number as text with four places. */
  fourPlaces(number: string): string;
  /** All numbers of a column in one text, parted by commas: a row each takes ten times as long to hand over. */
  joined(column: string): string;
  /** Gives `mark`, which changes whenever another connection has written. */
  readonly stateMark: string;
  /** The index of words: made, filled and asked in the database's own way. */
  readonly search: SearchDialect;
}

/**
 * An index of words by number. `words` are prose; `marks` are made-up words by which hits are narrowed. What is asked is
 * built by `query` alone, so that nothing a user types is ever syntax.
 */
export interface SearchDialect {
  readonly create: string;
  /** Values: those of `row`. */
  readonly insert: string;
  row(n: number, words: string, marks: string): readonly Value[];
  /** Value: number. */
  readonly remove: string;
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
  jsonText: (column, ...path) => `CAST(json_extract(${column}, '$.${path.join('.')}') AS TEXT)`,
  fourPlaces: (number) => `printf('%.4f', ${number})`,
  joined: (column) => `group_concat(${column})`,
  stateMark: 'SELECT data_version AS mark FROM pragma_data_version',
  search: {
    // Without content: the words stand in bodies and compressed texts already.
    create: `CREATE VIRTUAL TABLE search USING fts5(words, marks, content = '', contentless_delete = 1,
      tokenize = "unicode61 remove_diacritics 2")`,
    insert: 'INSERT INTO search (rowid, words, marks) VALUES (?, ?, ?)',
    row: (n, words, marks) => [n, words, marks],
    remove: 'DELETE FROM search WHERE rowid = ?',
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
