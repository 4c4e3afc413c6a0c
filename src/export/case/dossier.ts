/** The dossier of a case: its record as sections of lines, each of which leads back to the words of reports. */
import type { CaseRecord } from '../../case.ts';
import type { OurWords } from '../../data/words.ts';
import type { IssueNames } from '../dossier/dossier.ts';
import { oneLine } from '../harmless.ts';
import { dateInWords } from '../words.ts';
import { undertakingOf } from './deeds.ts';
import { disputeOf, eventOf, listed, positionOf, talkOf } from './entries.ts';
import { countInWords, entriesWith, numbersOf, reportsBehind } from './evidence.ts';
import type { CaseDossier, Issue } from './model.ts';

/** What a dossier is made of, and how it is put in words. */
export interface DossierOptions {
  readonly issues: IssueNames;
  readonly words: OurWords;
  /** What the record was narrowed to. */
  readonly only?: { readonly party?: string; readonly issue?: string; readonly from?: string; readonly to?: string };
  /** Of the whole case, where the record is narrowed. */
  readonly counts?: {
    readonly reports: number;
    readonly outlets: number;
    readonly originators: number;
    readonly first: string | null;
    readonly last: string | null;
  };
}

export function caseDossier(record: CaseRecord, options: DossierOptions): CaseDossier {
  const { issues: names, words, only = {} } = options;
  const reports = reportsBehind(record);
  const make = entriesWith(numbersOf(reports), words);
  const issueOf = (code: string): Issue => ({ code, name: names.get(code) ?? code });
  const order = [...names.keys()];
  const place = (code: string): number => (order.indexOf(code) + order.length + 1) % (order.length + 1);
  const held = new Set(record.lines.map((line) => line.holder));
  const parties = [
    ...record.parties.filter((p) => held.has(p)),
    ...[...held].filter((p) => !record.parties.includes(p)),
  ];
  const codes = [...new Set(record.lines.map((line) => line.issue))].sort(
    (a, b) => place(a) - place(b) || (a < b ? -1 : 1),
  );
  const byId = new Map(record.lines.map((line) => [line.id, line]));
  const wide = only.issue === undefined;
  return {
    title: words('title', { name: record.name === '' ? words('untitled') : oneLine(record.name) }),
    lede: ledeOf(record, options),
    narrowed: narrowedOf(record, options, issueOf),
    parties,
    issues: codes.map(issueOf),
    overview: {
      sticking: record.stickingPoints.map((point) => ({
        issue: issueOf(point.issue),
        sure: point.sure,
        reasons: point.reasons.map(oneLine),
        lines: make(
          '',
          [...point.opposed, ...point.blocked].flatMap((pair) => pair.evidence),
        ),
      })),
      agreed: record.agreed.map((a) =>
        make(words('agreed-by', { issue: issueOf(a.issue).name, parties: listed(a.parties, words) }), a.evidence),
      ),
      unanswered: record.unanswered.map(({ line, point }) => {
        const of = byId.get(line);
        const said = of
          ? words('unanswered-line', {
              holder: oneLine(of.holder),
              stance: words(`stance-${point.stance}`),
              issue: issueOf(of.issue).name,
            })
          : words(`stance-${point.stance}`);
        return make(said, point.evidence);
      }),
    },
    positions: parties.flatMap((party) =>
      codes.flatMap((code) =>
        record.lines
          .filter((line) => line.holder === party && line.issue === code)
          .map((line) => positionOf(line, issueOf(code), make, words)),
      ),
    ),
    talks: wide ? record.talks.map((talk) => talkOf(talk, make, words)) : null,
    events: wide ? record.happenings.map((h) => eventOf(h, make, words)) : null,
    disputes: wide ? record.disputes.map((d) => disputeOf(d, make, words)) : null,
    deeds: wide ? record.wordsAndDeeds.filter(({ party }) => record.parties.includes(party)) : null,
    undertakings: wide
      ? (record.undertakings ?? [])
          .filter(({ total }) => total > 0)
          .map((one) => undertakingOf(one, issueOf(one.issue), make, words))
      : null,
    reports: reports.map((r, i) => ({
      number: i + 1,
      digest: r.id,
      title: r.title === null ? words('untitled') : oneLine(r.title),
      outlet: r.outlet === null ? null : oneLine(r.outlet),
      agency: r.agency === null || r.agency === r.outlet ? null : oneLine(r.agency),
      day: r.day ?? r.filed,
      url: r.url,
    })),
  };
}

function ledeOf(record: CaseRecord, { words, counts }: DossierOptions): string {
  const days = record.reports.flatMap((r) => (r.day === null ? [] : [r.day])).sort();
  const sums = counts ?? {
    reports: record.reports.length,
    outlets: new Set(record.reports.flatMap((r) => r.outlet ?? [])).size,
    originators: new Set(record.reports.map((r) => r.agency ?? r.outlet ?? r.id)).size,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
  };
  if (sums.reports === 0) return words('nothing');
  return words('lede', {
    reports: countInWords(sums.reports, 'reports', words),
    outlets: sums.outlets > 0 ? countInWords(sums.outlets, 'outlets', words) : null,
    first: sums.first && dateInWords(sums.first),
    last: sums.last && dateInWords(sums.last),
    originators: countInWords(sums.originators, 'originators', words),
  });
}

function narrowedOf(
  record: CaseRecord,
  { words, only = {} }: DossierOptions,
  issueOf: (code: string) => Issue,
): string | null {
  const { party, issue, from, to } = only;
  const period =
    from !== undefined && to !== undefined
      ? words('period-both', { from: dateInWords(from), to: dateInWords(to) })
      : from !== undefined
        ? words('period-from', { from: dateInWords(from) })
        : to !== undefined
          ? words('period-to', { to: dateInWords(to) })
          : null;
  const parts = [party === undefined ? null : oneLine(party), issue === undefined ? null : issueOf(issue).name, period];
  const what = parts.filter((p) => p !== null).join(', ');
  if (what === '') return null;
  const undated = period === null ? 0 : record.reports.filter(({ day }) => day === null).length;
  return [
    words('narrowed', { what }),
    ...(undated > 0 ? [words('undated', { reports: countInWords(undated, 'reports', words) })] : []),
  ].join(' ');
}
