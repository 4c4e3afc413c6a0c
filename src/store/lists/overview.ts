import type { CaseDispute, CaseFile, TalkLife, Whole } from '../../case.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../database.ts';
import { unpack } from '../packed.ts';
import { WHOLE } from '../sql/cases.ts';
import type { Overview } from '../store.ts';
import { wordsAndDeedsOf } from './deeds.ts';
import { surestFirst } from './entries.ts';
import { matrixOf } from './matrix.ts';
import type { Pages } from './page.ts';

/** How many of each an overview shows. */
const SHOWN = 10;
const WEEKS = 26;
const SUREST_FIRST = surestFirst('e.rank');
/** Words and deeds are shown of the parties of the case file, or of so many that reports speak of most. */
const PARTIES = 12;

/**
 * The case at a glance. `since` (a day) narrows the latest talks, the open disputes, and words and deeds; these show the
 * last half year else. Talks to come are those that no report puts before the last report's day. What the record asserts stands
 * before what is only possible.
 */
export const overviewOf = (
  context: Context,
  queries: Queries,
  pages: Pages,
  file: CaseFile,
  since?: string,
): Promise<Overview> =>
  pages.memo.of(queries, `overview ${since ?? ''} ${JSON.stringify([file.name, file.parties])}`, () =>
    makeOverview(context, queries, pages, file, since),
  );

async function makeOverview(
  context: Context,
  queries: Queries,
  pages: Pages,
  file: CaseFile,
  since?: string,
): Promise<Overview> {
  const { caseId } = context;
  const state = await queries.first<{ whole: string }>(WHOLE, [caseId]);
  const whole = JSON.parse(state!.whole) as Whole;
  const days = await queries.first<{ first: string | null; last: string | null }>(
    "SELECT min(day) AS first, max(day) AS last FROM reports WHERE case_id = ? AND day > ''",
    [caseId],
  );
  const [first, last] = [days?.first ?? null, days?.last ?? null];
  const count = (what: string) =>
    pages.total(queries, `SELECT count(${what}) AS total FROM reports WHERE case_id = ?`, [caseId]);
  // By the index alone.
  const distinct = (column: string) =>
    pages.total(
      queries,
      `SELECT count(*) AS total FROM (SELECT DISTINCT ${column} FROM reports WHERE case_id = ? AND ${column} IS NOT NULL) AS d`,
      [caseId],
    );
  const from = since?.slice(0, 10);
  const { parties } = await matrixOf(context, queries, pages, file, {});
  const weighty = new Set([...file.parties.map(({ name }) => name), ...parties.slice(0, PARTIES)]);
  return {
    name: file.name,
    parties,
    reports: await count('*'),
    outlets: await distinct('outlet'),
    originators: await distinct('originator'),
    first,
    last,
    ...whole,
    nextTalks: await talks(
      queries,
      `AND e.status IN ('proposed', 'scheduled', 'ongoing', 'postponed') AND e.last >= ?
        ORDER BY CASE WHEN e.sure = 1 THEN 0 ELSE 1 END, e.first, e.id`,
      [caseId, last ?? ''],
    ),
    latestTalks: await talks(
      queries,
      `AND e.status NOT IN ('proposed', 'scheduled') AND e.last >= ? ORDER BY ${SUREST_FIRST} DESC, e.id DESC`,
      [caseId, from ?? ''],
    ),
    openDisputes: await bodies<CaseDispute>(
      queries,
      'dispute',
      `AND e.last >= ? ORDER BY ${SUREST_FIRST} DESC, e.id DESC`,
      [caseId, from ?? ''],
    ),
    wordsAndDeeds: (await wordsAndDeedsOf(queries, pages, caseId, weeksFrom(from, last))).filter(({ party }) =>
      weighty.has(party),
    ),
  };
}

const weeksFrom = (from: string | undefined, last: string | null): { readonly from?: string } => {
  if (from !== undefined) return { from };
  if (last === null) return {};
  const at = new Date(`${last}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - 7 * WEEKS);
  return { from: at.toISOString().slice(0, 10) };
};

const talks = (queries: Queries, more: string, values: readonly (string | number)[]) =>
  bodies<TalkLife>(queries, 'talk', more, values);

async function bodies<T>(
  queries: Queries,
  kind: string,
  more: string,
  values: readonly (string | number)[],
): Promise<readonly T[]> {
  const rows = await queries.all<{ body: Uint8Array }>(
    `SELECT b.body FROM entries AS e JOIN entry_bodies AS b ON b.case_id = e.case_id AND b.n = e.n
      WHERE e.case_id = ? AND e.kind = '${kind}' ${more} LIMIT ${SHOWN}`,
    values,
  );
  return rows.map(({ body }) => unpack<T>(body));
}
