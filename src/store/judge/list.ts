import type { Judgement } from '../../case.ts';
import type { Queries } from '../database.ts';
import type { Pages } from '../lists/page.ts';
import { Where } from '../lists/where.ts';
import type { JudgementRow, Page, PageRequest } from '../store.ts';

/** The ledger, newest first. */
export const listJudgements = (
  queries: Queries,
  pages: Pages,
  caseId: number,
  request: PageRequest,
): Promise<Page<JudgementRow>> =>
  pages.page<{ body: string; undone: string | null; anchored: number }, JudgementRow>(
    queries,
    {
      columns: 'j.body, j.undone, j.anchored',
      from: 'judgements AS j',
      join: '',
      where: new Where().and('j.case_id = ?', caseId),
      key: 'j.at',
      id: 'j.id',
    },
    request,
    ({ body, undone, anchored }) => ({
      judgement: JSON.parse(body) as Judgement,
      undone,
      anchored: anchored === 1,
    }),
  );
