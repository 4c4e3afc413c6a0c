import type { Queries } from '../database.ts';
import { facetOf } from '../items/row.ts';
import { plain } from '../plain.ts';
import { reportRowOf, type StoredReport } from '../reports/whole.ts';
import { REPORT_COLUMNS } from '../sql/reports.ts';
import type { Filter, Page, ReportRow } from '../store.ts';
import { narrowDays } from './items.ts';
import type { Pages } from './page.ts';
import { Where } from './where.ts';

/** Conditions of a list of reports. By party or issue: those with an item of it. */
export function reportsWhere(caseId: number, filter: Filter): Where {
  const where = new Where().and('r.case_id = ?', caseId);
  narrowDays(where, 'r.day', filter);
  if (filter.outlet !== undefined) where.and('r.outlet = ?', plain(filter.outlet));
  if (filter.report !== undefined) where.and('r.digest = ?', filter.report);
  const facets = [
    ...(filter.party === undefined ? [] : [facetOf.party(filter.party)]),
    ...(filter.issue === undefined ? [] : [facetOf.issue(filter.issue)]),
  ];
  for (const facet of facets) {
    where.and(
      `r.digest IN (SELECT i.report FROM item_facets AS f JOIN items AS i ON i.n = f.n
        WHERE f.case_id = ? AND f.facet = ?)`,
      caseId,
      facet,
    );
  }
  return where;
}

/** Reports, the newest first. */
export const listReports = (queries: Queries, pages: Pages, caseId: number, filter: Filter): Promise<Page<ReportRow>> =>
  pages.page<StoredReport, ReportRow>(
    queries,
    {
      columns: REPORT_COLUMNS,
      from: 'reports AS r',
      join: '',
      where: reportsWhere(caseId, filter),
      key: 'r.day',
      id: 'r.digest',
    },
    filter,
    reportRowOf,
  );
