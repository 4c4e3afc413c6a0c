import type { Change, EntryKind, Evidence } from '../../case.ts';
import type { Queries } from '../database.ts';
import { CHANGES_SINCE, LAST_LOOK, LOOK } from '../sql/entries.ts';

interface Row {
  readonly what: Change['what'];
  readonly kind: EntryKind;
  readonly id: string;
  readonly words: string;
  readonly evidence: string;
}

/**
 * What is new, changed or gone since a moment, each entry once: what came and changed is new, what came and went is not
 * told, what went and came back has changed.
 */
export async function changesSince(queries: Queries, caseId: number, moment: string): Promise<readonly Change[]> {
  const rows = await queries.all<Row>(CHANGES_SINCE, [caseId, moment]);
  const first = new Map<string, Row>();
  const last = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.kind} ${row.id}`;
    if (!first.has(key)) first.set(key, row);
    last.delete(key);
    last.set(key, row);
  }
  const changes: Change[] = [];
  for (const [key, row] of last) {
    const wasThere = first.get(key)!.what !== 'new';
    const isThere = row.what !== 'gone';
    if (!wasThere && !isThere) continue;
    const what = !isThere ? 'gone' : wasThere ? 'changed' : 'new';
    const { kind, id, words } = row;
    changes.push({ what, kind, id, words, evidence: JSON.parse(row.evidence) as Evidence[] });
  }
  return changes.reverse();
}

/** Notes that somebody looks; gives when they did before. */
export async function lookAt(queries: Queries, caseId: number, who: string, at: string): Promise<string | null> {
  const row = await queries.first<{ at: string }>(LAST_LOOK, [caseId, who]);
  await queries.run(LOOK, [caseId, who, at]);
  return row?.at ?? null;
}
