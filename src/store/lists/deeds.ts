import type { Item, Quad, ReportHead, WordsAndDeeds } from '../../case.ts';
import type { Queries } from '../database.ts';
import { itemOf } from '../items/row.ts';
import { plain } from '../plain.ts';
import { ITEMS_BEHIND } from '../sql/deeds.ts';
import type { Filter } from '../store.ts';
import type { Pages } from './page.ts';
import { Where } from './where.ts';

/** Words and deeds by week and party, summed over threads. `from` and `to` are days: their weeks count whole. */
export function wordsAndDeedsOf(
  queries: Queries,
  pages: Pages,
  caseId: number,
  filter: DeedsFilter,
): Promise<readonly WordsAndDeeds[]> {
  const { party, parties, from, to } = filter;
  const key = `deeds ${JSON.stringify([party, parties, from, to])}`;
  return pages.memo.of(queries, key, () => summed(queries, caseId, filter));
}

type DeedsFilter = Filter & { readonly parties?: readonly string[] };

async function summed(
  queries: Queries,
  caseId: number,
  { party, parties, from, to }: DeedsFilter,
): Promise<readonly WordsAndDeeds[]> {
  const where = new Where().and('case_id = ?', caseId);
  if (party !== undefined) where.and('party = ?', plain(party));
  if (parties !== undefined && parties.length > 0) {
    where.and(`party IN (${parties.map(() => '?').join(', ')})`, ...parties.map(plain));
  }
  if (from !== undefined) where.and('week >= ?', mondayOf(from));
  if (to !== undefined) where.and('week <= ?', to);
  const rows = await queries.all<WordsAndDeeds>(
    `SELECT party, week, sum(verbal_cooperation) AS vc, sum(material_cooperation) AS mc, sum(verbal_conflict) AS vf,
      sum(material_conflict) AS mf FROM words_and_deeds ${where.sql} GROUP BY party, week ORDER BY week, party`,
    where.values,
  );
  return (rows as readonly unknown[] as readonly Record<string, never>[]).map(
    ({ party: name, week, vc, mc, vf, mf }) => ({
      party: name!,
      week: week!,
      verbalCooperation: Number(vc),
      materialCooperation: Number(mc),
      verbalConflict: Number(vf),
      materialConflict: Number(mf),
    }),
  );
}

/** The Monday of the week that a day lies in; the day itself where it is none. */
function mondayOf(day: string): string {
  const at = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10);
}

/** What counts for one quad of a party in a week, by day. */
export async function itemsBehind(
  queries: Queries,
  caseId: number,
  party: string,
  week: string,
  quad: Quad,
): Promise<readonly Item[]> {
  const rows = await queries.all<{ body: string; head: string }>(ITEMS_BEHIND, [caseId, plain(party), week, quad]);
  return rows.map(({ body, head }) => itemOf(body, JSON.parse(head) as ReportHead));
}
