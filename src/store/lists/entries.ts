import type { Actor, CaseDispute, EntryKind, Happening, PositionLine, TalkLife } from '../../case.ts';
import { foldedName } from '../consolidate/summary.ts';
import type { Queries } from '../database.ts';
import { facetOf } from '../items/row.ts';
import { unpack } from '../packed.ts';
import { plain } from '../plain.ts';
import { ENTRY } from '../sql/entries.ts';
import type { Filter, Page } from '../store.ts';
import type { Pages } from './page.ts';
import { Where } from './where.ts';

/** What the entries of each kind are. */
export interface EntryOf {
  readonly line: PositionLine;
  readonly talk: TalkLife;
  readonly happening: Happening;
  readonly dispute: CaseDispute;
  readonly actor: Actor;
}

export type EntryFilter = Filter & { readonly name?: string };

/** An entry by its id; `null` where there is none. */
export async function entryById<K extends EntryKind>(
  queries: Queries,
  caseId: number,
  kind: K,
  id: string,
): Promise<EntryOf[K] | null> {
  const row = await queries.first<{ body: Uint8Array }>(ENTRY, [caseId, kind, id]);
  return row ? unpack<EntryOf[K]>(row.body) : null;
}

/** The facets that a filter asks for. */
function facetsOf({ party, issue, outlet, voice }: Filter): readonly string[] {
  return [
    ...(issue === undefined ? [] : [facetOf.issue(issue)]),
    ...(party === undefined ? [] : [facetOf.party(party)]),
    ...(voice === undefined ? [] : [facetOf.voice(voice)]),
    ...(outlet === undefined ? [] : [facetOf.outlet(outlet)]),
  ];
}

/** Tables and conditions of a list of entries; `by` is the table that has its key and id. */
export function entriesWhere(
  caseId: number,
  kind: EntryKind,
  filter: EntryFilter,
): { readonly from: string; readonly where: Where; readonly by: 'e' | 'f' } {
  const [facet, ...others] = facetsOf(filter);
  const by = facet === undefined ? 'e' : 'f';
  const where = new Where();
  // Of actors it is not asked, and lines are few.
  const isRange = facet === undefined && filter.to !== undefined && kind !== 'actor' && kind !== 'line';
  // These stand before all others.
  if (isRange) where.values.push(caseId, filter.from ?? '', `${filter.to}~`, caseId, `${filter.to}~`, `${filter.to}~`);
  // The kind stands in the text, so that an index of one kind alone can serve.
  if (facet === undefined) where.and(`e.case_id = ? AND e.kind = '${kind}'`, caseId);
  else where.and('f.case_id = ? AND f.facet = ? AND f.kind = ?', caseId, facet, kind);
  for (const other of others) {
    where.and(
      `EXISTS (SELECT 1 FROM entry_facets AS g WHERE g.case_id = ? AND g.facet = ? AND g.kind = ?
        AND g.rank = ${by}.rank AND g.id = ${by}.id AND g.n = ${by}.n)`,
      caseId,
      other,
      kind,
    );
  }
  const { from, to, status, type, report, name, sure } = filter;
  // Whatever lasts into the period belongs to it; what has no day belongs to none.
  // All but actors are ordered by their last day: the list is read no further than the period.
  if (!isRange && from !== undefined) where.and(kind === 'actor' ? 'e.last >= ?' : `${by}.rank >= ?`, from);
  if (!isRange && to !== undefined) where.and("e.first <= ? AND e.first > ''", `${to}~`);
  if (status !== undefined) where.and('e.status = ?', status);
  if (type !== undefined) where.and('e.type = ?', type);
  if (sure) where.and('e.sure = 1');
  if (report !== undefined)
    where.and('e.n IN (SELECT n FROM entry_reports WHERE case_id = ? AND report = ?)', caseId, report);
  if (name !== undefined) {
    const folded = plain(foldedName(name)).replace(/[\\%_]/gu, '\\$&');
    where.and("e.summary LIKE ? ESCAPE '\\'", `%${folded}%`);
  }
  const tables = isRange
    ? `${withinDays(kind, [...(status === undefined ? [] : ['status']), ...(type === undefined ? [] : ['type'])])} AS e`
    : facet === undefined
      ? 'entries AS e'
      : 'entry_facets AS f JOIN entries AS e ON e.n = f.n';
  return { from: tables, where, by };
}

/**
 * Entries that have a day in a period: those whose last day lies in it, and of the later ones the few that last and began before
 * its end. So nothing is read but what is asked for, however far back it is, and of that the index alone, unless there is `more`.
 * Values: case, first and last day, case, last day twice.
 */
function withinDays(kind: EntryKind, more: readonly string[]): string {
  const columns = ['n', 'case_id', 'kind', 'id', 'rank', 'first', 'party', 'solid', 'sure', ...more].join(', ');
  return `(SELECT ${columns} FROM entries WHERE case_id = ? AND kind = '${kind}' AND rank >= ? AND rank <= ? AND first > ''
    UNION ALL SELECT ${columns} FROM entries
      WHERE case_id = ? AND kind = '${kind}' AND first < rank AND rank > ? AND first <= ? AND first > '')`;
}

/** What orders entries of which the record asserts some and others not, where what it asserts is to come first. */
export const surestFirst = (rank: string): string => `(CASE WHEN e.sure = 1 THEN '1' ELSE '0' END || ${rank})`;

/**
 * Entries of one kind: by their last day, the newest first; actors by the number of reports that speak of them. Of disputes, most
 * of which are only possible, those that are asserted come before all others.
 */
export function listEntries<K extends EntryKind>(
  queries: Queries,
  pages: Pages,
  caseId: number,
  kind: K,
  filter: EntryFilter,
): Promise<Page<EntryOf[K]>> {
  const { from, where, by } = entriesWhere(caseId, kind, filter);
  return pages.page<{ n: number; body: Uint8Array }, EntryOf[K]>(
    queries,
    {
      columns: 'b.n, b.body',
      from,
      // By the facets alone, where nothing asks for more of the entries.
      ...(by === 'f' && !where.sql.includes('e.') ? { counted: 'entry_facets AS f' } : {}),
      join: 'JOIN entry_bodies AS b ON b.case_id = e.case_id AND b.n = e.n',
      where,
      key: kind === 'dispute' ? surestFirst(`${by}.rank`) : `${by}.rank`,
      id: `${by}.id`,
    },
    filter,
    ({ n, body }) => pages.entries.of<EntryOf[K]>(n, body),
  );
}
