import type { Database } from './database.ts';
import { openSqlite, type SqliteOptions } from './sqlite/database.ts';

/** Whether a case is named by the address of a database server, not by a file. */
export const isServer = (path: string): boolean => /^postgres(?:ql)?:\/\//.test(path);

/** What a path may be called in messages: an address without the password in it. */
export function shownPath(path: string): string {
  if (!isServer(path) || !URL.canParse(path)) return path;
  const url = new URL(path);
  url.password = '';
  return url.href;
}

/** The schema of a case that an address does not name. */
const DEFAULT_SCHEMA = 'rapporteur';

/**
 * Opens what a path names: a file of SQLite, or `postgresql://user@host/database?case=keld`, where each case is a schema
 * of its own, called `rapporteur_keld`.
 */
export async function openDatabase(path: string, options: SqliteOptions): Promise<Database> {
  if (!isServer(path)) return openSqlite(path, options);
  const url = new URL(path);
  const name = url.searchParams.get('case');
  url.searchParams.delete('case');
  const schema = name === null ? DEFAULT_SCHEMA : `${DEFAULT_SCHEMA}_${name}`;
  // Loaded only here: a case in a file needs no client of a server.
  const { openPostgres } = await import('./postgres/database.ts');
  return openPostgres(url.href, { schema, ...(options.readOnly ? { readOnly: true } : {}) });
}
