import type { Happening, PositionLine, Undertaking } from '../../case.ts';
import { WEEKS_AFTER } from '../../consolidate/deeds/undertakings.ts';
import { isSure } from '../../record.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../database.ts';
import type { Filter, Page } from '../store.ts';
import { listEntries } from './entries.ts';
import { allLines } from './matrix.ts';
import type { Pages } from './page.ts';

/** How many are shown unless told, and at most. */
const SHOWN = 30;
const MOST = 500;

export type UndertakingFilter = Filter & { readonly parties?: readonly string[] };

/** The newest of what the parties said that they would do or not do, beside what each did in the weeks after. */
export function undertakingsOf(
  context: Context,
  queries: Queries,
  pages: Pages,
  filter: UndertakingFilter,
): Promise<readonly Undertaking[]> {
  const { party, parties, issue, from, to, sure, limit } = filter;
  const key = `undertakings ${JSON.stringify([party, parties, issue, from, to, sure, limit])}`;
  return pages.memo.of(queries, key, () => made(context, queries, pages, filter));
}

async function made(
  { caseId, consolidation }: Context,
  queries: Queries,
  pages: Pages,
  { party, parties, issue, from = '', to = '~', sure, limit = SHOWN }: UndertakingFilter,
): Promise<readonly Undertaking[]> {
  const find = consolidation.undertakings;
  if (!find) return [];
  const asked = party === undefined ? parties : [party];
  const lines = [...(await allLines(queries, pages, caseId)).values()].filter(
    (line) =>
      (asked === undefined || asked.includes(line.holder)) &&
      (issue === undefined || line.issue === issue) &&
      (!sure || isSure(line)),
  );
  // Words first: deeds are read only of the parties and weeks of those that are shown.
  const words = find(lines, [])
    .filter(({ point }) => point.day! >= from && point.day! <= to && (!sure || isSure(point)))
    .slice(0, Math.min(limit, MOST));
  const points = new Set(words.map(({ point }) => point.id));
  const shown: PositionLine[] = lines.map((line) => ({
    ...line,
    points: line.points.filter(({ id }) => points.has(id)),
  }));
  const happenings = new Map<string, Happening>();
  for (const [holder, its] of Map.groupBy(words, ({ holder: name }) => name)) {
    const days = its.map(({ point }) => point.day!).sort();
    const period = { from: days[0]!, to: addDays(days.at(-1)!, WEEKS_AFTER) };
    for (let after: string | null | undefined; after !== null; ) {
      const page: Page<Happening> = await listEntries(queries, pages, caseId, 'happening', {
        party: holder,
        ...period,
        ...(sure ? { sure } : {}),
        limit: MOST,
        ...(after === undefined ? {} : { after }),
      });
      for (const one of page.rows) happenings.set(one.id, one);
      after = page.next;
    }
  }
  return find(shown, [...happenings.values()]);
}

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
