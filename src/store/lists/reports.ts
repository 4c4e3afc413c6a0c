import type { Queries } from '../database.ts';
import { facetOf } from '../items/row.ts';
import { plain } from '../plain.ts';
import { reportRowOf, type StoredReport } from '../reports/whole.ts';
import { REPORT_COLUMNS } from '../sql/reports.ts';
import type { Filter, Page, ReportRow } from '../store.ts';
import { narrowDays } from './items.ts';
import type { Pages } from './page.ts';
import { Where } from './where.ts';

/** Tables and conditions of a list of reports; `day` and `id` are its columns. By party or issue: those with an item of it. */
export function reportsWhere(
  caseId: number,
  filter: Filter,
): { readonly from: string; readonly where: Where; readonly day: string; readonly id: string } {
  const [facet, ...others] = [
    ...(filter.party === undefined ? [] : [facetOf.party(filter.party)]),
    ...(filter.issue === undefined ? [] : [facetOf.issue(filter.issue)]),
  ];
  const [day, id] = facet === undefined ? ['r.day', 'r.digest'] : ['f.day', 'f.report'];
  const where = new Where();
  if (facet === undefined) where.and('r.case_id = ?', caseId);
  else where.and('f.case_id = ? AND f.facet = ?', caseId, facet);
  narrowDays(where, day, filter);
  if (filter.outlet !== undefined) where.and('r.outlet = ?', plain(filter.outlet));
  if (filter.report !== undefined) where.and(`${id} = ?`, filter.report);
  for (const other of others) {
    where.and(
      `EXISTS (SELECT 1 FROM report_facets AS g WHERE g.case_id = ? AND g.facet = ? AND g.day = ${day} AND g.report = ${id})`,
      caseId,
      other,
    );
  }
  const from =
    facet === undefined
      ? 'reports AS r'
      : 'report_facets AS f JOIN reports AS r ON r.case_id = f.case_id AND r.digest = f.report';
  return { from, where, day, id };
}

/** Reports, the newest first. */
export function listReports(queries: Queries, pages: Pages, caseId: number, filter: Filter): Promise<Page<ReportRow>> {
  const { from, where, day, id } = reportsWhere(caseId, filter);
  return pages.page<StoredReport, ReportRow>(
    queries,
    { columns: REPORT_COLUMNS, from, join: '', where, key: day, id },
    filter,
    reportRowOf,
  );
}

/** All outlets, those with most reports first. By an index alone, and remembered until something is written. */
export const listOutlets = (
  queries: Queries,
  pages: Pages,
  caseId: number,
): Promise<readonly { readonly name: string; readonly reports: number }[]> =>
  pages.memo.of(queries, 'outlets', () =>
    queries.all(
      `SELECT outlet AS name, count(*) AS reports FROM reports WHERE case_id = ? AND outlet IS NOT NULL
        GROUP BY outlet ORDER BY reports DESC, name`,
      [caseId],
    ),
  );
