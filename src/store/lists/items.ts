import type { Item, ItemKind, ReportHead } from '../../case.ts';
import type { Queries } from '../database.ts';
import { facetOf, itemOf } from '../items/row.ts';
import { plain } from '../plain.ts';
import type { Filter, Page } from '../store.ts';
import type { Pages } from './page.ts';
import { Where } from './where.ts';

/** Tables and conditions of a list of items; `by` is the table that has its id, and `key` what orders it. */
export function itemsWhere(
  caseId: number,
  kind: ItemKind,
  filter: Filter & { readonly unsure?: boolean },
): {
  readonly from: string;
  readonly where: Where;
  readonly by: 'i' | 'f';
  readonly key: string;
  readonly counted: string;
} {
  const facets = [
    ...(filter.issue === undefined ? [] : [facetOf.issue(filter.issue)]),
    ...(filter.party === undefined ? [] : [facetOf.party(filter.party)]),
  ];
  const { outlet, report, status, type, voice, unsure, sure } = filter;
  const [facet, ...others] = unsure && facets.length === 0 ? [''] : facets;
  const where = new Where();
  const by = facet === undefined ? 'i' : 'f';
  if (facet !== undefined) where.and(`f.case_id = ? AND f.facet = ? AND f.kind = '${kind}'`, caseId, facet);
  // The kind stands in the text, so that an index of one kind alone can serve.
  else where.and(`i.case_id = ? AND i.kind = '${kind}'`, caseId);
  narrowDays(where, unsure ? 'i.day' : `${by}.day`, filter);
  if (outlet !== undefined) where.and('i.outlet = ?', plain(outlet));
  if (report !== undefined) where.and('i.report = ?', report);
  if (status !== undefined) where.and('i.status = ?', status);
  if (type !== undefined) where.and('i.type = ?', type);
  if (voice !== undefined) where.and('i.voice = ?', voice);
  if (unsure === false || sure) where.and('i.unsure = 0');
  for (const other of others) {
    where.and(
      `EXISTS (SELECT 1 FROM item_facets AS g WHERE g.case_id = ? AND g.facet = ? AND g.kind = ?
        AND g.day = i.day AND g.id = i.id AND g.n = i.n)`,
      caseId,
      other,
      kind,
    );
  }
  const table = unsure ? 'item_doubts' : 'item_facets';
  const from = facet === undefined ? 'items AS i' : `${table} AS f JOIN items AS i ON i.n = f.n`;
  return {
    from,
    // The facets alone, where nothing asks for more of the items.
    counted: by === 'f' && !where.sql.includes('i.') ? `${table} AS f` : from,
    where,
    by,
    key: unsure ? 'f.doubt' : `${by}.day`,
  };
}

/** Items of one kind, the newest report's first; unsure ones by doubt, the least sure first. */
export function listItems(
  queries: Queries,
  pages: Pages,
  caseId: number,
  kind: ItemKind,
  filter: Filter & { readonly unsure?: boolean },
): Promise<Page<Item>> {
  const { from, counted, where, by, key } = itemsWhere(caseId, kind, filter);
  return pages.page<{ body: string; head: string }, Item>(
    queries,
    {
      columns: 'b.body, r.head',
      from,
      counted,
      join: 'JOIN item_bodies AS b ON b.case_id = i.case_id AND b.report = i.report AND b.n = i.n JOIN reports AS r ON r.case_id = i.case_id AND r.digest = i.report',
      where,
      key,
      id: `${by}.id`,
    },
    filter,
    ({ body, head }) => itemOf(body, JSON.parse(head) as ReportHead),
  );
}

/** Narrows to days; what has none is left out then. */
export function narrowDays(where: Where, column: string, { from, to }: Pick<Filter, 'from' | 'to'>): void {
  if (from !== undefined) where.and(`${column} >= ?`, from);
  if (to !== undefined) where.and(`${column} <= ?`, to);
  if (to !== undefined && from === undefined) where.and(`${column} > ''`);
}
