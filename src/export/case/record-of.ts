/** The record of a case out of its store, for exports: every page of every list. */
import type { CaseRecord } from '../../case.ts';
import type { Filter, Page, Store } from '../../store/store.ts';
import { narrow, type Only } from './narrow.ts';

/** As many rows at once as a store gives. */
const PAGE = 500;
/** The newest undertakings, beside which deeds are set. */
const UNDERTAKINGS = 100;

/** All rows of a list, page by page, so that no more than one is held. */
export async function* everyRow<T>(list: (filter: Filter) => Promise<Page<T>>, filter: Filter = {}): AsyncGenerator<T> {
  let after: string | null = null;
  do {
    const page: Page<T> = await list({ ...filter, limit: PAGE, after });
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}

const all = async <T>(list: (filter: Filter) => Promise<Page<T>>, filter: Filter): Promise<T[]> => {
  const rows: T[] = [];
  for await (const row of everyRow(list, filter)) rows.push(row);
  return rows;
};

/** The record, or what of it is about one party, one issue, a period. */
export async function recordOf(store: Store, only: Only = {}): Promise<CaseRecord> {
  const overview = await store.overview();
  const { party, issue, from, to } = only;
  const filter: Filter = {
    ...(party === undefined ? {} : { party }),
    ...(issue === undefined ? {} : { issue }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  const wide = issue === undefined;
  const record: CaseRecord = {
    name: overview.name,
    parties: overview.parties,
    reports: await all((f) => store.reports(f), {}),
    lines: await all((f) => store.lines(f), filter),
    talks: wide ? await all((f) => store.talks(f), filter) : [],
    happenings: wide ? await all((f) => store.happenings(f), filter) : [],
    disputes: wide ? await all((f) => store.disputes(f), filter) : [],
    actors: wide && party === undefined ? await all((f) => store.actors(f), {}) : [],
    stickingPoints: overview.stickingPoints,
    agreed: overview.agreed,
    unanswered: overview.unanswered,
    wordsAndDeeds: wide ? await store.wordsAndDeeds(filter) : [],
    undertakings: wide ? await store.undertakings({ ...filter, limit: UNDERTAKINGS }) : [],
  };
  const narrowed = party !== undefined || issue !== undefined || from !== undefined || to !== undefined;
  return narrowed ? narrow(record, only) : record;
}
