/** Helping the one program that has a case open: parts and threads of a case on a server, made again by others beside it. */
import type { CaseFile, Consolidation } from '../case.ts';
import { helpSteps } from './consolidate/steps.ts';
import type { Context } from './context.ts';
import { CopyKeeper } from './copies/keeper.ts';
import type { Queries } from './database.ts';
import { StoreError } from './error.ts';
import { EMPTY_FILE } from './open.ts';
import * as SQL from './sql/cases.ts';
import { MIGRATIONS } from './sql/migrations/migrations.ts';

export interface Helper {
  /**
   * Makes again what waits and nobody has in hand, for a moment; how many parts and threads. 0: there is nothing to do. May be
   * killed at any time: what was not ended waits for others.
   *
   * @throws StoreError `other-version` where the case is kept by other rules than ours
   */
  help(): Promise<number>;
  close(): Promise<void>;
}

export interface HelperOptions {
  readonly consolidation: Consolidation;
  /** The moment, ISO 8601 UTC; the clock unless told. */
  readonly now?: () => string;
}

/** Opens a case of a server to help with it. Takes no lock of it, and makes nothing where there is no case. */
export async function openHelper(
  server: string,
  name: string,
  { consolidation, now = () => new Date().toISOString() }: HelperOptions,
): Promise<Helper> {
  const { openPostgres } = await import('./postgres/database.ts');
  const db = await openPostgres(server, { schema: name, make: false, readers: 1 });
  let caseId: number;
  try {
    const row = await db.read((queries) => queries.first<{ id: number }>(SQL.FIRST_CASE));
    if (!row) throw new StoreError('not-a-case', `${name} holds no case.`);
    caseId = row.id;
  } catch (error) {
    await db.close();
    throw error;
  }
  const file: CaseFile = EMPTY_FILE;
  // Neither reports nor links are made here: producer, case file and copies are never asked for.
  const context: Context = { db, caseId, consolidation, producer: '', now, file: () => file };
  const copies = new CopyKeeper(context);
  const sameRules = async (queries: Queries): Promise<void> => {
    const rules = await queries.first<{ consolidation: string; form: number }>(SQL.RULES, [caseId]);
    if (rules?.consolidation === consolidation.version && rules.form === MIGRATIONS.length) return;
    throw new StoreError(
      'other-version',
      `The record of ${name} is made by another version of the program than this one. Install the version that the case's desk runs.`,
    );
  };
  return { help: () => helpSteps(context, copies, sameRules), close: () => db.close() };
}
