import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deed } from '../../api/endpoint.ts';

/** The log of who did what, in the folder of cases. */
const AUDIT = 'audit.jsonl';

/** What is done by a command, by whoever may write in the folder of cases. */
export interface OwnDeed extends Pick<Deed, 'at' | 'who' | 'what'> {
  /** Whoever has the folder may do all. */
  readonly role: 'owner';
}

/** Writes down who did what, a line each: for whoever answers for a shared desk. */
export const auditIn =
  (home: string): ((deed: Deed | OwnDeed) => void) =>
  (deed) =>
    appendFileSync(join(home, AUDIT), `${JSON.stringify(deed)}\n`);
