/** What views ask first, so that it can be asked before they are opened as well. */

import type { Actor, CaseDispute, TalkLife, Undertaking, WordsAndDeeds } from '../../src/case.ts';
import type { DayCount, Filter, Mark, Matrix, Page, ReportRow } from '../../src/store/store.ts';
import type { Question } from './answer.tsx';
import { addDays } from './dates.ts';
import { filterOf, type Parameters } from './route.ts';
import { client, mainParties, overview, parameters } from './state.ts';

/** A list that is asked page by page. */
export interface Paged<T> {
  readonly asked: string;
  readonly page: (after: string | null) => Promise<Page<T>>;
}
export const firstOf = <T>({ asked, page }: Paged<T>): Question<Page<T>> => ({ asked, ask: () => page(null) });

const from = (after: string | null): { readonly after?: string } => (after === null ? {} : { after });

export const talksPaged = (filter: Filter): Paged<TalkLife> => ({
  asked: `talks ${JSON.stringify(filter)}`,
  page: (after) => client.peek().talks({ ...filter, limit: 100, ...from(after) }),
});

export const disputesPaged = (filter: Filter): Paged<CaseDispute> => ({
  asked: `disputes ${JSON.stringify(filter)}`,
  // Under each other at first; more are asked for.
  page: (after) => client.peek().disputes({ ...filter, limit: 20, ...from(after) }),
});

export const actorsPaged = (filter: Filter & { readonly name?: string }): Paged<Actor> => ({
  asked: `actors ${JSON.stringify(filter)}`,
  page: (after) => client.peek().actors({ ...filter, limit: 200, ...from(after) }),
});

export const reportsPaged = (filter: Filter): Paged<ReportRow> => ({
  asked: `reports ${JSON.stringify(filter)}`,
  page: (after) => client.peek().reports({ ...filter, limit: 200, ...from(after) }),
});

export const outletsQuestion: Question<readonly { readonly name: string; readonly reports: number }[]> = {
  asked: 'outlets',
  ask: () => client.peek().outlets(),
};

/** With the columns of the parties that views have a row for. */
export function matrixQuestion(filter: Filter = {}): Question<Matrix> {
  // With all columns wanted, nothing needs naming, and names enough would be too long to ask.
  const asked = parameters.value.all ? filter : { ...filter, parties: mainParties.value };
  return { asked: `matrix ${JSON.stringify(asked)}`, ask: () => client.peek().matrix(asked) };
}

/** Before and behind the last report, in days, to begin with. */
const BEFORE = 50;
const AFTER = 10;
/** So many marks of a lane are named; of more, the drawing counts all, and the table has the newest. */
const NAMED = 250;

/** The days that the timeline shows; `null` where no report has a day. */
export function timelinePeriod(given: Parameters): { readonly from: string | null; readonly to: string | null } {
  const last = overview.value?.last;
  return {
    from: given.from ?? (last ? addDays(last, -BEFORE) : null),
    to: given.to ?? (last ? addDays(last, AFTER) : null),
  };
}

/** Marks and counts, and the period and party that they are of: what is shown keeps its own until the next is there. */
export type TimelineDays = readonly [
  readonly Mark[],
  readonly DayCount[],
  Pick<Parameters, 'party'> & { readonly from: string; readonly to: string },
];

export function timelineQuestion(given: Parameters): Question<TimelineDays> | null {
  const { from: first, to } = timelinePeriod(given);
  if (first === null || to === null) return null;
  const filter = { ...filterOf(given), from: first, to };
  return {
    asked: `timeline ${JSON.stringify(filter)}`,
    ask: async () => {
      const [marks, days] = await Promise.all([
        // Reports are drawn by their number alone.
        client.peek().timeline({ ...filter, lanes: ['talks', 'words', 'deeds'], limit: NAMED }),
        client.peek().days(filter),
      ]);
      return [marks, days, { from: first, to, ...(given.party ? { party: given.party } : {}) }];
    },
  };
}

/** Days before and behind the last report in the strip of the overview, at most. */
export const MOST_BEFORE = 48;
export const MOST_AFTER = 9;

/** The same days at every width: opening the drawer asks nothing anew. */
export function stripQuestion(last: string): Question<readonly [readonly Mark[], readonly DayCount[]]> {
  const days = { from: addDays(last, -MOST_BEFORE), to: addDays(last, MOST_AFTER) };
  return {
    asked: `strip ${last}`,
    // Talks are asked for by name.
    ask: () =>
      Promise.all([client.peek().timeline({ ...days, lanes: ['talks'], limit: NAMED }), client.peek().days(days)]),
  };
}

/** The newest marks of each lane, for those who look for the first time. */
export const latestQuestion = (last: string): Question<readonly Mark[]> => ({
  asked: `latest ${last}`,
  ask: () =>
    client.peek().timeline({ from: addDays(last, -14), to: last, lanes: ['talks', 'words', 'deeds'], limit: 12 }),
});

/** Weeks before the last report, unless a period is chosen. */
export const WEEKS = 26;

export function deedsQuestion(given: Filter): Question<readonly WordsAndDeeds[]> {
  const last = overview.value?.last;
  const filter = given.from || given.to || !last ? given : { ...given, from: addDays(last, -7 * WEEKS) };
  const parties = filter.party ? [filter.party] : mainParties.value;
  return {
    asked: `deeds ${JSON.stringify([filter, parties])}`,
    ask: () => client.peek().wordsAndDeeds({ ...filter, parties }),
  };
}

/** The newest of what the parties undertook, in the period chosen. */
export function undertakingsQuestion(given: Filter): Question<readonly Undertaking[]> {
  const { party, from, to } = given;
  const parties = party ? [party] : mainParties.value;
  const filter = { ...(from ? { from } : {}), ...(to ? { to } : {}), parties };
  return { asked: `undertakings ${JSON.stringify(filter)}`, ask: () => client.peek().undertakings(filter) };
}
