import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { Database, Mark, Queries, Remembering, Value, Writing } from '../database.ts';
import { StoreError } from '../error.ts';
import { SQLITE } from '../sql/dialect.ts';
import { faultOf } from './fault.ts';
import { backupFile, checkFile } from './upkeep.ts';

export interface SqliteOptions {
  readonly readOnly?: boolean;
  /** The most pages (of 4096 bytes) that the file may have; for tests of a full disk. */
  readonly maxPages?: number;
}

/** Marks a file as one of this program (`PRAGMA application_id`): "RAPP". */
export const APPLICATION = 0x52415050;

/** Kept in memory by the writing and by the reading connection, in KiB. */
const CACHE = { write: 96 * 1024, read: 48 * 1024 };
/** The journal is written back when it has this many pages; larger steps make it longer. */
const CHECKPOINT = 4000;

/** A connection, with its statements prepared once. node:sqlite is synchronous: a promise given here is settled. */
class Connection implements Queries {
  readonly dialect = SQLITE;
  // One connection writes.
  readonly beside = false;
  readonly #db: DatabaseSync;
  readonly #path: string;
  readonly #statements = new Map<string, StatementSync>();
  /** The transaction under way; the next one begins when it has ended. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(db: DatabaseSync, path: string) {
    this.#db = db;
    this.#path = path;
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  async all<R extends object>(sql: string, values: readonly Value[] = []): Promise<readonly R[]> {
    return this.#prepared(sql).all(...(values as SQLInputValue[])) as R[];
  }

  async first<R extends object>(sql: string, values: readonly Value[] = []): Promise<R | undefined> {
    return this.#prepared(sql).get(...(values as SQLInputValue[])) as R | undefined;
  }

  async run(sql: string, values: readonly Value[] = []): Promise<void> {
    this.#prepared(sql).run(...(values as SQLInputValue[]));
  }

  async each(sql: string, lists: Iterable<readonly Value[]>): Promise<void> {
    const statement = this.#prepared(sql);
    for (const values of lists) statement.run(...(values as SQLInputValue[]));
  }

  async script(sql: string): Promise<void> {
    this.#db.exec(sql);
  }

  /** Runs the work between `begin` and COMMIT when all that was asked for before has ended. */
  transaction<T>(
    begin: string,
    work: (queries: Queries) => Promise<T>,
    around?: { readonly unchanged: Remembering; readonly mark: () => Mark },
  ): Promise<T> {
    const result = this.#last.then(async () => {
      try {
        if (!this.#db.isOpen) throw new StoreError('closed', `${this.#path} is closed already.`);
        this.#db.exec(begin);
        // Nobody else writes from here to the end; and the mark is read again before anybody else has a turn.
        const before = around?.mark() ?? '';
        const value = await work(this);
        this.#db.exec('COMMIT');
        around?.unchanged.passOver(before, around.mark());
        return value;
      } catch (error) {
        // A full disk rolls back by itself.
        if (this.#db.isOpen && this.#db.isTransaction) this.#db.exec('ROLLBACK');
        throw faultOf(error, this.#path);
      }
    });
    this.#last = result.catch(() => {});
    return result;
  }

  /** The mark as it is now. While something is read, it is that of the state which is read, and told to nobody: equal to none. */
  mark(): Mark {
    if (this.#db.isTransaction) return Number.NaN;
    return (this.#prepared(SQLITE.stateMark).get() as { readonly mark: Mark }).mark;
  }

  async close(): Promise<void> {
    await this.#last;
    this.#statements.clear();
    if (this.#db.isOpen) this.#db.close();
  }
}

/**
 * Where a file and its folder cannot be written, SQLite cannot keep its index of the log beside it. With no log there,
 * nobody writes, and the file can be read as one that does not change.
 */
function fileOf(path: string, readOnly: boolean): string | URL {
  if (!readOnly || path === ':memory:' || !existsSync(path) || existsSync(`${path}-wal`)) return path;
  try {
    accessSync(dirname(path), constants.W_OK);
    return path;
  } catch {
    const url = pathToFileURL(path);
    url.searchParams.set('immutable', '1');
    return url;
  }
}

/** Opens the file, and makes it where it is not there and may be written. */
export function openSqlite(path: string, { readOnly = false, maxPages }: SqliteOptions = {}): Database {
  const opened: DatabaseSync[] = [];
  const open = (role: 'write' | 'read'): DatabaseSync => {
    const db = new DatabaseSync(fileOf(path, readOnly), {
      readOnly,
      timeout: 10_000,
      enableForeignKeyConstraints: true,
    });
    opened.push(db);
    if (!readOnly && role === 'write') {
      const { journal_mode: mode } = db.prepare('PRAGMA journal_mode = WAL').get() as { journal_mode: string };
      if (mode !== 'wal' && mode !== 'memory') {
        throw new StoreError('disk', `${path} is on a disk that cannot keep a write-ahead log. Use a local disk.`);
      }
      db.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT}; PRAGMA journal_size_limit = 67108864`);
      if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`);
    }
    db.exec(`PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -${CACHE[role]}`);
    if (role === 'read') db.exec('PRAGMA query_only = ON');
    return db;
  };
  try {
    const reader = readOnly ? null : open('write');
    const handle = reader ?? open('read');
    const writing = new Connection(handle, path);
    const reading = readOnly ? writing : new Connection(open('read'), path);
    return {
      dialect: SQLITE,
      check: async () => checkFile(handle),
      backup: (target, progress) => backupFile(() => open('read'), target, progress),
      read: (work) => reading.transaction('BEGIN', work),
      write: (work, { unchanged }: Writing = {}) =>
        readOnly
          ? Promise.reject(new StoreError('read-only', `${path} was opened to be read, not to be changed.`))
          : writing.transaction('BEGIN IMMEDIATE', work, unchanged && { unchanged, mark: () => reading.mark() }),
      async close() {
        if (reading !== writing) await reading.close();
        await writing.close();
      },
    };
  } catch (error) {
    for (const db of opened) db.close();
    throw faultOf(error, path);
  }
}
