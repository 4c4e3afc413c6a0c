import type { Change, EntryKind, Evidence } from '../../case.ts';
import type { Queries } from '../database.ts';
import { CHANGED_SINCE, CHANGES_NAMED, CHANGES_SINCE, LAST_LOOK, LOOK } from '../sql/entries.ts';
import type { News } from '../store.ts';
import type { Pages } from './page.ts';

interface Row {
  readonly what: Change['what'];
  readonly kind: EntryKind;
  readonly id: string;
  readonly words: string;
  readonly evidence: string;
}

/** An entry that changed, with the number of the row that says how it stands now. */
interface Net {
  readonly n: number;
  readonly what: Change['what'];
  readonly kind: EntryKind;
  readonly id: string;
}

/**
 * Each entry once, the newest first: what came and changed is new, what came and went is not told, what went and came back
 * has changed.
 */
function netOf(rows: readonly Net[]): readonly Net[] {
  const first = new Map<string, Net>();
  const last = new Map<string, Net>();
  for (const row of rows) {
    const key = `${row.kind} ${row.id}`;
    if (!first.has(key)) first.set(key, row);
    last.delete(key);
    last.set(key, row);
  }
  const net: Net[] = [];
  for (const [key, row] of last) {
    const wasThere = first.get(key)!.what !== 'new';
    const isThere = row.what !== 'gone';
    if (!wasThere && !isThere) continue;
    net.push({ ...row, what: !isThere ? 'gone' : wasThere ? 'changed' : 'new' });
  }
  return net.reverse();
}

/** What is new, changed or gone since a moment, each entry once. */
export async function changesSince(queries: Queries, caseId: number, moment: string): Promise<readonly Change[]> {
  const rows = await queries.all<Row & { readonly n: number }>(CHANGES_SINCE, [caseId, moment]);
  const told = new Map(rows.map((row) => [row.n, row]));
  return netOf(rows).map(({ n, what, kind, id }) => {
    const { words, evidence } = told.get(n)!;
    return { what, kind, id, words, evidence: JSON.parse(evidence) as Evidence[] };
  });
}

/** Asked for at most, besides lines. */
const MOST = 500;
const USUAL = 100;
const LOOKED_AT = 100_000;
/** Rows are fetched by number in lists of so many. */
const FETCHED = 200;

/**
 * What changed in figures, and the newest of it: a case may have grown by a hundred thousand entries since. Of more than
 * 100,000 changes the newest are counted.
 */
export const newsSince = (
  queries: Queries,
  pages: Pages,
  caseId: number,
  moment: string,
  limit = USUAL,
): Promise<News> => pages.memo.of(queries, `news ${moment} ${limit}`, () => makeNews(queries, caseId, moment, limit));

async function makeNews(queries: Queries, caseId: number, moment: string, limit: number): Promise<News> {
  const rows = await queries.all<Net>(CHANGED_SINCE, [caseId, moment, LOOKED_AT]);
  const net = netOf([...rows].reverse());
  const counts = new Map<string, { kind: EntryKind; what: Change['what']; entries: number }>();
  for (const { kind, what } of net) {
    const count = counts.get(`${kind} ${what}`) ?? { kind, what, entries: 0 };
    count.entries += 1;
    counts.set(`${kind} ${what}`, count);
  }
  const most = Math.max(1, Math.min(MOST, Math.floor(limit)));
  let others = 0;
  const shown = net.filter(({ kind }) => kind === 'line' || ++others <= most);
  const told = new Map<number, { readonly words: string; readonly evidence: string }>();
  for (let i = 0; i < shown.length; i += FETCHED) {
    const some = shown.slice(i, i + FETCHED).map(({ n }) => n);
    const sql = `${CHANGES_NAMED}(${some.map(() => '?').join(', ')})`;
    for (const row of await queries.all<{ n: number; words: string; evidence: string }>(sql, some))
      told.set(row.n, row);
  }
  const newest = shown.map(({ n, what, kind, id }): Change => {
    const { words, evidence } = told.get(n)!;
    return { what, kind, id, words, evidence: JSON.parse(evidence) as Evidence[] };
  });
  return { counts: [...counts.values()], newest };
}

/** Notes that somebody looks; gives when they did before. */
export async function lookAt(queries: Queries, caseId: number, who: string, at: string): Promise<string | null> {
  const row = await queries.first<{ at: string }>(LAST_LOOK, [caseId, who]);
  await queries.run(LOOK, [caseId, who, at]);
  return row?.at ?? null;
}
