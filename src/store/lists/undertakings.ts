import type { Happening, PositionLine, Undertaking } from '../../case.ts';
import { WEEKS_AFTER } from '../../consolidate/deeds/undertakings.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../database.ts';
import type { Filter, Page } from '../store.ts';
import { type EntryOf, listEntries } from './entries.ts';
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
  const narrowed = { ...(issue === undefined ? {} : { issue }), ...(sure ? { sure } : {}) };
  const every = async <K extends 'line' | 'happening'>(kind: K, filter: Filter): Promise<EntryOf[K][]> => {
    const rows: EntryOf[K][] = [];
    let after: string | null = null;
    do {
      const page: Page<EntryOf[K]> = await listEntries(queries, pages, caseId, kind, { ...filter, limit: MOST, after });
      rows.push(...page.rows);
      after = page.next;
    } while (after !== null);
    return rows;
  };
  const lines = (
    asked === undefined
      ? await every('line', narrowed)
      : (await Promise.all(asked.map((one) => every('line', { ...narrowed, party: one })))).flat()
  ).filter(({ holder }) => asked === undefined || asked.includes(holder));
  // Words first: deeds are read only of the parties and weeks of those that are shown.
  const words = find(lines, [])
    .filter(({ point: { day } }) => day! >= from && day! <= to)
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
    for (const one of await every('happening', { party: holder, ...period, ...(sure ? { sure } : {}) }))
      happenings.set(one.id, one);
  }
  return find(shown, [...happenings.values()]);
}

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
