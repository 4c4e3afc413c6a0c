import type { ItemOf, ReportHead } from '../../case.ts';
import { compare } from '../family.ts';

/** Where somebody is named: which statements in which reports name one name with one party and one office. */
export interface NameRow {
  readonly name: string;
  readonly kind: 'person' | 'organisation' | 'group';
  readonly party: string | null;
  readonly office: string | null;
  readonly statements: number;
  /** Indexes into the part's reports. */
  readonly reports: readonly number[];
  /** Other names that these reports give it, each with the reports that do. */
  readonly aliases: readonly (readonly [name: string, reports: readonly number[]])[];
}

/** What a part of actors yields: reports once, and rows that point to them. */
export interface NamePart {
  readonly reports: readonly {
    readonly id: string;
    readonly day: string | null;
    readonly outlet: string | null;
    readonly originator: string;
  }[];
  readonly rows: readonly NameRow[];
}

/** One statement as the naming of somebody. */
export interface Naming {
  readonly item: ItemOf<'statement'>;
  readonly name: string;
  readonly kind: NameRow['kind'];
  readonly office: string | null;
  /** Its other names in the report. */
  readonly beside: readonly string[];
}

/** Gathers namings to rows. Items come in one order, so rows do too. */
export function partOf(namings: readonly Naming[]): NamePart {
  const reports = new Map<string, { head: ReportHead; originator: string; at: number }>();
  const rows = new Map<string, { first: Naming; reports: Set<number>; statements: number; aliases: Aliases }>();
  for (const naming of namings) {
    const { item, name, kind } = naming;
    const { report, originator } = item;
    const at = reports.get(report.id)?.at ?? reports.size;
    if (at === reports.size) reports.set(report.id, { head: report, originator, at });
    const key = JSON.stringify([name, kind, item.by?.party ?? null, naming.office]);
    const row = rows.get(key) ?? { first: naming, reports: new Set(), statements: 0, aliases: new Map() };
    rows.set(key, row);
    row.reports.add(at);
    row.statements += 1;
    for (const alias of naming.beside) {
      const known = row.aliases.get(alias);
      if (known) known.add(at);
      else row.aliases.set(alias, new Set([at]));
    }
  }
  return {
    reports: [...reports.values()].map(({ head: { id, day, outlet }, originator }) => ({
      id,
      day,
      outlet,
      originator,
    })),
    rows: [...rows]
      .sort(([a], [b]) => compare(a, b))
      .map(([, { first, reports: at, statements, aliases }]) => ({
        name: first.name,
        kind: first.kind,
        party: first.item.by?.party ?? null,
        office: first.office,
        statements,
        reports: [...at],
        aliases: [...aliases].map(([alias, its]): [string, number[]] => [alias, [...its]]).sort(byName),
      })),
  };
}

type Aliases = Map<string, Set<number>>;

const byName = (a: readonly [string, unknown], b: readonly [string, unknown]): number => compare(a[0], b[0]);
