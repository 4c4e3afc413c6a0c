import type { CaseFile, Consolidation } from '../case.ts';
import type { Database } from './database.ts';

/** What every part of a store works with. */
export interface Context {
  readonly db: Database;
  /** The case in its tables. */
  readonly caseId: number;
  readonly consolidation: Consolidation;
  /** A digest of the version of the program and its models. */
  readonly producer: string;
  /** The moment, ISO 8601 UTC. */
  readonly now: () => string;
  /** The case file as it stands. */
  file(): CaseFile;
}
