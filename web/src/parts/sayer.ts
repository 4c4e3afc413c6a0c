/** Who says so, where it stands and how much stands behind it, in words. */
import type { Account, Evidence, Sayer, Support } from '../../../src/case.ts';
import { shortDay } from '../dates.ts';
import { count, SAY } from '../words.ts';

/** `Aldren Voss`, with the party where it differs from the name. */
export const sayerWords = (by: Sayer | null): string =>
  by === null ? SAY.reporter : (by.name ?? by.party ?? SAY.nobody);

/** Whose account it is: who says it, else for whom it is said; the reporter where nobody else does. */
export const accountWords = ({ who, party, evidence }: Account): string =>
  who ?? party ?? (evidence.some((e) => e.by !== null) ? SAY.nobody : SAY.reporter);

/** What a report is named by: its outlet, else the agency that it credits. */
export const outletWords = ({ outlet, agency }: Pick<Evidence, 'outlet' | 'agency'>): string =>
  outlet ?? agency ?? 'outlet not given';

/** `Drenholm Courier, 26 Mar`. */
export const sourceWords = (e: Pick<Evidence, 'outlet' | 'agency' | 'day'>): string =>
  `${outletWords(e)}, ${shortDay(e.day)}`;

/** `3 sources`, or `3 sources, 6 reports, 2 copies` where some report it again or take it over. */
export const supportWords = ({ originators, reports, copies }: Support): string =>
  [
    count(Math.max(originators, 1), 'source'),
    ...(reports > originators ? [count(reports, 'report')] : []),
    ...(copies > 0 ? [count(copies, 'copy', 'copies')] : []),
  ].join(', ');
