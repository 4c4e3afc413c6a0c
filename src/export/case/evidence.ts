/** What stands behind a line of a dossier: quoted words, who says them, where, whether copied, and the way back. */
import type { CaseRecord, Evidence, Sayer, Support } from '../../case.ts';
import type { OurWords } from '../../data/words.ts';
import { oneLine } from '../harmless.ts';
import { dateInWords } from '../words.ts';

/** Where words stand: the report by its number in the dossier and by its digest, and the places in its text. */
export interface Reference {
  readonly report: number;
  /** SHA-256 of the report's text. */
  readonly digest: string;
  /** UTF-16 code units into the report's text, half-open. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

export interface Quotation {
  readonly words: string;
  /** Who tells it: "Aldren Voss (Halvia)", "the reporter". */
  readonly speaker: string;
  /** The outlet, else the agency that the report credits. */
  readonly outlet: string | null;
  /** ISO 8601. */
  readonly day: string | null;
  /** "reportedly", as the report has it. */
  readonly hedge: string | null;
  /** The number of the report that has these words first, and whose they are; `null` where they are its own. */
  readonly copied: { readonly report: number | null; readonly originator: string } | null;
  readonly reference: Reference;
}

/** One line of the dossier: what it says in our words, and the words of sources. */
export interface Entry {
  readonly said: string;
  readonly quotes: readonly Quotation[];
  /** Further places that say so, in reports that are written independently, and in copies. */
  readonly also: readonly Reference[];
  readonly copies: readonly Reference[];
}

/** So many quotations stand in full; the rest are referred to. */
const QUOTED = 4;

/** Numbers for reports, in order of their days. */
export type Numbers = ReadonlyMap<string, number>;

/** The reports that something in the record rests on, in order of their days. */
export function reportsBehind(record: CaseRecord): CaseRecord['reports'] {
  const used = new Set<string>();
  const note = (evidence: readonly Evidence[]): void => {
    for (const { report, copyOf } of evidence) {
      used.add(report);
      if (copyOf !== null) used.add(copyOf);
    }
  };
  for (const line of record.lines) {
    for (const { evidence } of [...line.points, ...line.claimed, ...line.scopes]) note(evidence);
    for (const { from, to } of line.observed) note([...from.evidence, ...to.evidence]);
    for (const [a, b] of line.split) note([...a.evidence, ...b.evidence]);
    note(line.now.evidence);
  }
  for (const talk of record.talks) {
    note(talk.evidence);
    for (const step of talk.steps) note(step.evidence);
    if (talk.outcome) note([talk.outcome.evidence]);
  }
  for (const h of record.happenings) {
    note([...h.evidence, ...h.background]);
    for (const who of [...h.actors, ...h.targets]) note(who.evidence);
    for (const figure of h.figures) note(figure.told.map((t) => t.evidence));
  }
  for (const d of record.disputes) {
    for (const account of d.accounts) note(account.evidence);
    for (const figure of d.figures) note(figure.told.map((t) => t.evidence));
  }
  for (const point of record.stickingPoints)
    for (const { evidence } of [...point.opposed, ...point.blocked]) note(evidence);
  for (const { evidence } of record.agreed) note(evidence);
  for (const { point } of record.unanswered) note(point.evidence);
  for (const { point, deeds } of record.undertakings ?? []) {
    note(point.evidence);
    for (const deed of deeds) note(deed.evidence);
  }
  const day = (r: { readonly day: string | null }): string => r.day ?? '9999';
  return record.reports
    .filter((r) => used.has(r.id))
    .sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0) || (a.id < b.id ? -1 : 1));
}

export const numbersOf = (reports: CaseRecord['reports']): Numbers => new Map(reports.map((r, i) => [r.id, i + 1]));

/** Who says something, in words. */
export function sayerInWords(by: Sayer | null, words: OurWords): string {
  if (by === null) return words('reporter');
  const { name, party } = by;
  if (name === null) return party === null ? words('nobody') : oneLine(party);
  return party !== null && party !== name ? `${oneLine(name)} (${oneLine(party)})` : oneLine(name);
}

export const dayInWords = (day: string | null, words: OurWords): string =>
  day === null
    ? words('no-date')
    : day.startsWith('X')
      ? words('no-year', { day: dateInWords(day) })
      : dateInWords(day);

const COUNTED = {
  reports: ['report-one', 'report-many'],
  outlets: ['outlet-one', 'outlet-many'],
  originators: ['originator-one', 'originator-many'],
} as const;

/** How many of what, in words. */
export const countInWords = (n: number, what: keyof typeof COUNTED, words: OurWords): string =>
  words(COUNTED[what][n === 1 ? 0 : 1], { n: n.toLocaleString('en') });

/** How much stands behind an entry, in words. */
export function supportInWords({ reports, originators, first, last }: Support, words: OurWords): string {
  const sums = {
    reports: countInWords(reports, 'reports', words),
    originators: countInWords(originators, 'originators', words),
  };
  return first !== null && last !== null && first !== last
    ? words('support-days', { ...sums, first: dateInWords(first), last: dateInWords(last) })
    : words('support', sums);
}

const oneLineOrNull = (name: string | null): string | null => name && oneLine(name);

/** Makes the lines of one dossier. */
export const entriesWith = (numbers: Numbers, words: OurWords) => {
  const referenceOf = (e: Evidence): Reference => ({
    report: numbers.get(e.report) ?? 0,
    digest: e.report,
    spans: e.spans.map(({ start, end }) => ({ start, end })),
  });
  const quotationOf = (e: Evidence): Quotation => ({
    words: oneLine(e.words),
    speaker: sayerInWords(e.by, words),
    outlet: oneLineOrNull(e.outlet ?? e.agency),
    day: e.day,
    hedge: e.hedge === null ? null : oneLine(e.hedge),
    copied: e.copyOf === null ? null : { report: numbers.get(e.copyOf) ?? null, originator: oneLine(e.originator) },
    reference: referenceOf(e),
  });
  /** Words of its own first; a copy is quoted only where nothing else is there. */
  return (said: string, evidence: readonly Evidence[]): Entry => {
    // What two sides agree on is one place of one report for both.
    const places = new Map(evidence.map((e) => [`${e.report} ${e.spans.map((s) => `${s.start}-${s.end}`).join()}`, e]));
    const own = [...places.values()].filter((e) => e.copyOf === null);
    const copies = [...places.values()].filter((e) => e.copyOf !== null);
    const quoted = own.length > 0 ? own.slice(0, QUOTED) : copies.slice(0, 1);
    return {
      said,
      quotes: quoted.map(quotationOf),
      also: own.slice(QUOTED).map(referenceOf),
      copies: copies.slice(own.length > 0 ? 0 : 1).map(referenceOf),
    };
  };
};

export type MakeEntry = ReturnType<typeof entriesWith>;
