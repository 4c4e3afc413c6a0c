import type { Queries } from './database.ts';
import { StoreError } from './error.ts';
import type { Dialect } from './sql/dialect.ts';
import { MIGRATIONS } from './sql/migrations/migrations.ts';

/**
 * Brings a database to the present form: runs every step that it has not had, and notes it. To be called inside one
 * transaction, so that either all steps are done or none. Gives how many were.
 */
export async function migrate(
  queries: Queries,
  at: string,
  steps: readonly ((dialect: Dialect) => readonly string[])[] = MIGRATIONS,
): Promise<number> {
  const { dialect } = queries;
  await queries.script(
    `CREATE TABLE IF NOT EXISTS migrations (number ${dialect.integer} PRIMARY KEY, at ${dialect.text} NOT NULL)`,
  );
  const done = await queries.first<{ last: number | null }>('SELECT max(number) AS last FROM migrations');
  const last = done?.last ?? 0;
  if (last > steps.length) {
    throw new StoreError(
      'newer',
      `This case was written by a newer version of the program (its form is ${last}, this version knows ${steps.length}). Install the newer version to open it.`,
    );
  }
  for (let number = last + 1; number <= steps.length; number += 1) {
    for (const statement of steps[number - 1]!(dialect)) await queries.script(statement);
    await queries.run('INSERT INTO migrations (number, at) VALUES (?, ?)', [number, at]);
  }
  return steps.length - last;
}
