import type { Actor, EntryRow, Held } from '../../case.ts';
import { idOf } from '../../text/digest.ts';
import { compare } from '../family.ts';
import { lettersOf } from '../names/compare.ts';
import { countOriginators } from '../support.ts';
import type { NamePart, NameRow } from './mentions.ts';

/** A row with its reports at hand. */
export interface Row extends Omit<NameRow, 'reports' | 'aliases'> {
  readonly reports: readonly NamePart['reports'][number][];
  readonly aliases: readonly (readonly [name: string, reports: readonly NamePart['reports'][number][]])[];
}

/** Rows that are one actor's. */
export interface Group {
  /** What tells it from others for good: the pieces that its id is made of. */
  readonly id: readonly string[];
  readonly kind: Actor['kind'];
  /** Its usual name. */
  readonly name: string;
  readonly rows: readonly Row[];
}

export const actorId = ({ id }: Group): string => idOf('actor', ...id);

/** Reports that a row of an entry names at most, the newest. */
const MOST_REPORTS = 300;

/** The actor that rows tell of, with what lists are narrowed by. */
export function actorOf(id: string, { kind, name }: Group, rows: readonly Row[]): EntryRow {
  const reports = new Map<string, Row['reports'][number]>();
  const names = new Map<string, Set<string>>();
  let statements = 0;
  for (const row of rows) {
    for (const report of row.reports) reports.set(report.id, report);
    for (const [each, its] of [[row.name, row.reports] as const, ...row.aliases]) {
      const known = names.get(each) ?? new Set();
      names.set(each, known);
      for (const report of its) known.add(report.id);
    }
    statements += row.statements;
  }
  const all = [...reports.values()].sort((a, b) => compare(a.day ?? '', b.day ?? '') || compare(a.id, b.id));
  const days = all.flatMap(({ day }) => day ?? []);
  const first = days[0] ?? null;
  const last = days.at(-1) ?? null;
  const parties = heldOf(rows, (row) => row.party);
  const actor: Actor = {
    id,
    kind,
    name,
    names: [...names].map(([each, its]) => ({ name: each, reports: its.size })).sort(byReports),
    offices: kind === 'party' ? [] : heldOf(rows, (row) => row.office),
    parties: kind === 'party' ? [] : parties,
    statements,
    support: {
      reports: all.length,
      outlets: new Set(all.flatMap(({ outlet }) => outlet ?? [])).size,
      originators: countOriginators(all.map(({ originator }) => originator)),
      // Whoever names somebody does so, in whosever words.
      copies: 0,
      first,
      last,
    },
  };
  return {
    kind: 'actor',
    id,
    entry: actor,
    parties: kind === 'party' ? [name] : parties.map((party) => party.name),
    issue: null,
    status: null,
    type: kind,
    first,
    last,
    reports: all.slice(-MOST_REPORTS).map((report) => report.id),
  };
}

const byReports = (a: { name: string; reports: number }, b: { name: string; reports: number }): number =>
  b.reports - a.reports || compare(a.name, b.name);

/** What was held over time, in order of the first day. */
function heldOf(rows: readonly Row[], what: (row: Row) => string | null): readonly Held[] {
  const held = new Map<string, { name: string; byReport: Map<string, string | null> }>();
  for (const row of rows) {
    const name = what(row);
    if (name === null) continue;
    const key = lettersOf(name);
    const known = held.get(key) ?? { name, byReport: new Map<string, string | null>() };
    held.set(key, known);
    // Of several ways of writing one office, the first in order: rows come in no order of their own.
    if (name < known.name) known.name = name;
    for (const { id, day } of row.reports) known.byReport.set(id, day);
  }
  return [...held.values()]
    .map(({ name, byReport }) => {
      const days = [...byReport.values()].flatMap((day) => day ?? []).sort();
      return { name, first: days[0] ?? null, last: days.at(-1) ?? null, reports: byReport.size };
    })
    .sort((a, b) => compare(a.first ?? '~', b.first ?? '~') || compare(a.name, b.name));
}

/** The name that most reports give, the fuller of two as frequent. */
export function usualName(rows: readonly Row[], among: (row: Row) => boolean = () => true): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (among(row)) counts.set(row.name, (counts.get(row.name) ?? 0) + row.reports.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || compare(a[0], b[0]))[0]![0];
}
