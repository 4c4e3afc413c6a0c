import type { CaseFile, Consolidation, Whole } from '../case.ts';
import type { Reading } from '../record.ts';
import { caseStore } from './case-store.ts';
import type { Context } from './context.ts';
import type { Database, Queries } from './database.ts';
import { StoreError } from './error.ts';
import { assertFree, takeLock } from './lock.ts';
import { assertKnown, formOf, migrate } from './migrate.ts';
import { openDatabase, shownPath } from './open-database.ts';
import { producerOf } from './producer.ts';
import * as SQL from './sql/cases.ts';
import { ALL_PARTS_DIRTY, ALL_REPORTS_DIRTY, ALL_THREADS_DIRTY } from './sql/items.ts';
import { MIGRATIONS } from './sql/migrations/migrations.ts';
import type { SqliteOptions } from './sqlite/database.ts';
import type { Store } from './store.ts';

export interface StoreOptions extends SqliteOptions {
  readonly consolidation: Consolidation;
  /** The version of the program and its models: what was read by another is not `known`. */
  readonly producer: Reading['producer'];
  /** The moment, ISO 8601 UTC; the clock unless told. */
  readonly now?: () => string;
  /** Opens a case that another machine's process holds. Only for a user who knows that it is gone. */
  readonly breakLock?: boolean;
}

export const EMPTY_FILE: CaseFile = {
  name: '',
  parties: [],
  actors: [],
  places: [],
  maps: [],
  issues: [],
  sources: [],
};
export const EMPTY_WHOLE: Whole = { stickingPoints: [], agreed: [], unanswered: [] };

interface CaseRow {
  readonly id: number;
  readonly file: string;
  readonly consolidation: string;
}

/**
 * Opens a case in one file of SQLite, or in a schema of a PostgreSQL server, and makes it where there is none. To change it, it is locked for this process until
 * `close`; `readOnly` needs no lock and sees what is there while another process changes it.
 */
export async function openStore(path: string, options: StoreOptions): Promise<Store> {
  const { consolidation, readOnly = false, now = () => new Date().toISOString() } = options;
  const db = readOnly ? await openInForm(path, options, now()) : await openDatabase(path, options);
  try {
    const row = readOnly
      ? await db.read((queries) => existing(queries, path))
      : await db.write((queries) => prepare(queries, options, path, now()));
    let file = JSON.parse(row.file) as CaseFile;
    const context: Context = {
      db,
      caseId: row.id,
      consolidation,
      producer: producerOf(options.producer),
      now,
      file: () => file,
    };
    if (readOnly) return caseStore(context, { setFile: () => {}, release: async () => {} });
    const lock = await takeLock({ db, caseId: row.id, now, path: shownPath(path), force: options.breakLock ?? false });
    const ours: Context = { ...context, db: lock.guarded(db) };
    if (row.consolidation !== consolidation.version) await makeAgain(ours);
    return caseStore(ours, {
      setFile: (changed) => {
        file = changed;
      },
      release: () => lock.release(),
    });
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Brings the tables to their present form and makes the case. */
async function prepare(
  queries: Queries,
  { consolidation, breakLock }: StoreOptions,
  path: string,
  now: string,
): Promise<CaseRow> {
  // An older program that works with it would find its tables gone.
  await migrate(queries, now, MIGRATIONS, breakLock ? undefined : () => assertFree(queries, shownPath(path)));
  const known = await queries.first<CaseRow>(SQL.FIRST_CASE);
  if (known) return known;
  const file = JSON.stringify(EMPTY_FILE);
  const made = await queries.first<{ id: number }>(SQL.INSERT_CASE, [
    '',
    file,
    consolidation.version,
    JSON.stringify(EMPTY_WHOLE),
    now,
  ]);
  return { id: made!.id, file, consolidation: consolidation.version };
}

/** Who only reads changes nothing: a case of an older form is brought to the present one first, where nobody works with it. */
async function openInForm(path: string, options: StoreOptions, now: string): Promise<Database> {
  const db = await openDatabase(path, options);
  try {
    const form = await db.read((queries) => ifThere(formOf(queries)));
    if (form !== null) assertKnown(form, MIGRATIONS.length);
    if (form === null || form === 0 || form === MIGRATIONS.length) return db;
  } catch (error) {
    await db.close();
    throw error;
  }
  await db.close();
  const writable = await openDatabase(path, { ...options, readOnly: false });
  try {
    await writable.write((queries) => prepare(queries, options, path, now));
  } finally {
    await writable.close();
  }
  return openDatabase(path, options);
}

/** `null` where there is no such table. */
async function ifThere<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (!/no such table|no such column|does not exist/.test(String(error))) throw error;
    return null;
  }
}

async function existing(queries: Queries, path: string): Promise<CaseRow> {
  const row = await ifThere(queries.first<CaseRow>(SQL.FIRST_CASE));
  if (row) return row;
  throw new StoreError(
    'not-a-case',
    `${shownPath(path)} holds no case in the form of this version. Open it to be changed once.`,
  );
}

/**
 * Other rules of consolidation: everything is made again from the readings, when the record is brought up to date. Every step
 * is marked, since a step may give other results from the same input.
 */
async function makeAgain({ db, caseId, consolidation }: Context): Promise<void> {
  await db.write(async (queries) => {
    for (const sql of [ALL_REPORTS_DIRTY, ALL_PARTS_DIRTY, ALL_THREADS_DIRTY, SQL.WHOLE_STALE])
      await queries.run(sql, [caseId]);
    await queries.run(SQL.SET_CONSOLIDATION, [consolidation.version, caseId]);
  });
}
