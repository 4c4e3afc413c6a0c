/**
 * A dossier: the record of one or several reports as lines to be read, each with the quoted words, who said them, the
 * outlet and the date. Readings stand side by side here; nothing is merged across reports.
 */
import {
  type Document,
  type Interval,
  isSure,
  type Position,
  type Reading,
  type Span,
  type Stance,
} from '../../record.ts';
import { oneLine } from '../harmless.ts';
import { dateInWords, originOf } from '../words.ts';
import { titleOf } from './title.ts';
import {
  disputeInWords,
  eventInWords,
  positionInWords,
  talkInWords,
  tellerOf,
  type Words,
  wordsOf,
} from './wording.ts';

/** A report and what was read from it. */
export interface Reported {
  readonly document: Document;
  readonly reading: Reading;
}

/** The report a line comes from, as people name it. */
export interface Source {
  /** From 1, in the order of the dossier. */
  readonly number: number;
  readonly title: string;
  readonly outlet: string | null;
  /** In words; `null` where it is not known. */
  readonly date: string | null;
  /** The file, and the line of it. */
  readonly path: string;
}

/** Quoted words, and where they begin: UTF-16 units into the report. */
export interface Quote {
  readonly words: string;
  readonly at: number;
}

/** One line of the dossier. */
export interface Line {
  readonly said: string;
  readonly quotes: readonly Quote[];
  /** Who tells it. */
  readonly teller: string;
  readonly source: Source;
  /** Whether the record asserts it; what is less sure is only possible. */
  readonly sure: boolean;
}

export interface DisputeLine {
  readonly said: string;
  readonly sure: boolean;
  readonly sides: readonly Line[];
}

/** What one party wants on one issue. */
export interface Cell {
  readonly party: string;
  readonly issue: string;
  readonly stances: readonly Stance[];
  /** Stances that only lines tell which are not sure. */
  readonly possible: readonly Stance[];
  readonly lines: readonly Line[];
}

export interface Dossier {
  readonly reports: readonly Source[];
  /** Those who hold positions, who holds most first. */
  readonly parties: readonly string[];
  /** Issues that somebody speaks to, in the order of the taxonomy. */
  readonly issues: readonly { readonly code: string; readonly name: string }[];
  readonly cells: readonly Cell[];
  readonly talks: readonly Line[];
  readonly events: readonly Line[];
  readonly disputes: readonly DisputeLine[];
}

/** The names of issues by code, in the order of the taxonomy. */
export type IssueNames = ReadonlyMap<string, string>;

const firstOf = (spans: readonly Span[]): number => Math.min(...spans.map((s) => s.start));
const quotesOf = (spans: readonly Span[], words: Words): Quote[] =>
  spans.map((s) => ({ words: words(s), at: s.start }));

/** By date where one is known, then by report, then by place in it. */
interface Dated {
  readonly when: string;
  readonly report: number;
  readonly at: number;
}
const inOrder = (a: Dated, b: Dated): number =>
  (a.when < b.when ? -1 : a.when > b.when ? 1 : 0) || a.report - b.report || a.at - b.at;
const whenOf = (when: Interval | null, published: string | null): string =>
  when?.start ?? when?.end ?? published ?? '9999';

/** When a report came out, as its metadata say, else as it writes itself; a day without a year sorts last. */
const dayOf = ({ document, reading }: Reported): string | null => document.published ?? reading.filed;

/** Sets the records of all reports in order. Reports are numbered by date, and as given among equals. */
export function dossierOf(given: readonly Reported[], issueNames: IssueNames): Dossier {
  const reports = given
    .map((r, i) => ({ ...r, i }))
    .sort((a, b) => {
      const [x, y] = [dayOf(a) ?? '9999', dayOf(b) ?? '9999'];
      return (x < y ? -1 : x > y ? 1 : 0) || a.i - b.i;
    });
  const sources = reports.map((r, i) => sourceOf(r, i + 1));
  const positions: { position: Position; line: Line }[] = [];
  const talks: (Dated & { line: Line })[] = [];
  const events: (Dated & { line: Line })[] = [];
  const disputes: DisputeLine[] = [];
  reports.forEach(({ document, reading }, report) => {
    const words = wordsOf(document.text);
    const source = sources[report]!;
    const line = (
      said: string,
      spans: readonly Span[],
      statement: string | null,
      record: { readonly confidence: number },
    ): Line => ({
      said,
      quotes: quotesOf(spans, words),
      teller: tellerOf(document, reading, statement),
      source,
      sure: isSure(record),
    });
    for (const position of [...reading.positions].sort((a, b) => firstOf(a.content) - firstOf(b.content))) {
      const said = positionInWords(position, words, issueNames);
      positions.push({ position, line: line(said, position.content, position.statement, position) });
    }
    const dated = <T extends { readonly evidence: readonly Span[]; readonly when: Interval | null }>(entry: T) => ({
      when: whenOf(entry.when, dayOf({ document, reading })),
      report,
      at: firstOf(entry.evidence),
    });
    for (const t of reading.talks)
      talks.push({ ...dated(t), line: line(talkInWords(t, words), t.evidence, t.statements[0] ?? null, t) });
    for (const e of reading.events)
      events.push({
        ...dated(e),
        line: line(eventInWords(e, words), e.evidence, e.statements[0] ?? null, e),
      });
    for (const d of reading.disputes) {
      const sides = d.sides.map((side) => ({
        ...line('', side.content, side.statement, d),
        ...(side.who === null ? {} : { teller: withParty(side.who, side.party) }),
      }));
      disputes.push({ said: disputeInWords(d), sure: isSure(d), sides });
    }
  });
  return {
    reports: sources,
    ...matrixOf(positions, issueNames),
    talks: talks.sort(inOrder).map((t) => t.line),
    events: events.sort(inOrder).map((e) => e.line),
    disputes,
  };
}

const withParty = (who: string, party: string | null): string =>
  party !== null && party !== who ? `${oneLine(who)} (${oneLine(party)})` : oneLine(who);

interface Gathered {
  readonly sure: Set<Stance>;
  readonly possible: Set<Stance>;
  readonly lines: Line[];
}

/** Parties by issues. A position on several issues stands under its first. */
function matrixOf(
  positions: readonly { readonly position: Position; readonly line: Line }[],
  issueNames: IssueNames,
): Pick<Dossier, 'parties' | 'issues' | 'cells'> {
  const cells = new Map<string, Map<string, Gathered>>();
  const held = new Map<string, number>();
  for (const { position, line } of positions) {
    const { holder, stance } = position;
    held.set(holder, (held.get(holder) ?? 0) + 1);
    const issue = position.issues[0]!;
    const row = cells.get(issue) ?? new Map<string, Gathered>();
    cells.set(issue, row);
    const cell = row.get(holder) ?? { sure: new Set(), possible: new Set(), lines: [] };
    row.set(holder, cell);
    (line.sure ? cell.sure : cell.possible).add(stance);
    cell.lines.push(line);
  }
  const order = [...issueNames.keys()];
  const place = (code: string): number => (order.indexOf(code) + order.length + 1) % (order.length + 1);
  const parties = [...held].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([party]) => party);
  const codes = [...cells.keys()].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return {
    parties,
    issues: codes.map((code) => ({ code, name: issueNames.get(code) ?? code })),
    cells: codes.flatMap((issue) =>
      parties.flatMap((party) => {
        const cell = cells.get(issue)!.get(party);
        if (!cell) return [];
        const { sure, possible, lines } = cell;
        return [{ party, issue, stances: [...sure], possible: [...possible].filter((s) => !sure.has(s)), lines }];
      }),
    ),
  };
}

function sourceOf({ document, reading }: Reported, number: number): Source {
  const words = wordsOf(document.text);
  const { agency } = reading.filing;
  const day = dayOf({ document, reading });
  return {
    number,
    title: titleOf(document, reading),
    outlet: document.outlet ? oneLine(document.outlet) : agency ? words(agency) : null,
    date: day && dateInWords(day),
    path: originOf(document.origin),
  };
}
