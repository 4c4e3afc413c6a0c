import type { Queries } from './database.ts';
import { StoreError } from './error.ts';
import type { Dialect } from './sql/dialect.ts';
import { MIGRATIONS } from './sql/migrations/migrations.ts';

/** How many steps a database has had. */
export async function formOf(queries: Queries): Promise<number> {
  const done = await queries.first<{ last: number | null }>('SELECT max(number) AS last FROM migrations');
  return done?.last ?? 0;
}

/** @throws StoreError `newer` where a database has had steps that this program does not know */
export function assertKnown(form: number, known: number): void {
  if (form <= known) return;
  throw new StoreError(
    'newer',
    `This case was written by a newer version of the program (its form is ${form}, this version knows ${known}). Install the newer version to open it.`,
  );
}

/**
 * Brings a database to the present form: runs every step that it has not had, and notes it. To be called inside one
 * transaction, so that either all steps are done or none. Gives how many were. `mayChange` is asked before an older form is
 * changed, and throws where somebody works with it.
 */
export async function migrate(
  queries: Queries,
  at: string,
  steps: readonly ((dialect: Dialect) => readonly string[])[] = MIGRATIONS,
  mayChange?: () => Promise<void>,
): Promise<number> {
  const { dialect } = queries;
  await queries.script(
    `CREATE TABLE IF NOT EXISTS migrations (number ${dialect.integer} PRIMARY KEY, at ${dialect.text} NOT NULL)`,
  );
  const last = await formOf(queries);
  assertKnown(last, steps.length);
  if (last > 0 && last < steps.length) await mayChange?.();
  for (let number = last + 1; number <= steps.length; number += 1) {
    for (const statement of steps[number - 1]!(dialect)) await queries.script(statement);
    await queries.run('INSERT INTO migrations (number, at) VALUES (?, ?)', [number, at]);
  }
  return steps.length - last;
}
