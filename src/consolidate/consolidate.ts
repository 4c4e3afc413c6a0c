import type {
  CaseFile,
  CaseRecord,
  Consolidation,
  EntryKind,
  EntryRow,
  Item,
  Judgement,
  OriginOf,
  PositionLine,
  ReportHead,
  WordsAndDeeds,
} from '../case.ts';
import type { Reading } from '../record.ts';
import { type CopyLink, copiesAmong, originsOf, type ReportHead as SketchHead, sketchOf } from './copies/copies.ts';
import { compare } from './family.ts';
import { headOf } from './items.ts';
import { isBefore } from './twins.ts';

/** A reading beside the text that it was read from. */
export interface ReadReport {
  readonly reading: Reading;
  readonly text: string;
}

/**
 * The record of many readings, made at once, copies among them found first. For small cases, tests and exports; a store
 * takes the same steps one by one, and gives the same.
 */
export function consolidate(
  reports: readonly ReadReport[],
  file: CaseFile,
  ledger: readonly Judgement[],
  consolidation: Consolidation,
): CaseRecord {
  const byId = new Map<string, ReadReport>();
  for (const report of reports) {
    const { document } = report.reading;
    const other = byId.get(document.text_sha256);
    if (!other || isBefore(document, other.reading.document)) byId.set(document.text_sha256, report);
  }
  const once = [...byId.values()];
  const originOf = originsAmong(once, file);
  const originalOf = (id: string): ReadReport | null => byId.get(id) ?? null;
  const items = once.flatMap(({ reading, text }) => consolidation.itemsOf(reading, text, file, originOf, originalOf));
  const heads = once.map(({ reading, text }) => headOf(reading, text, file));
  return recordOf(heads, consolidation.judged(items, ledger).items, file, ledger, consolidation);
}

/** The record that items make: parts, threads, entries, the whole. */
export function recordOf(
  heads: readonly ReportHead[],
  items: readonly Item[],
  file: CaseFile,
  ledger: readonly Judgement[],
  consolidation: Consolidation,
): CaseRecord {
  const parts = new Map<string, Item[]>();
  for (const item of items) for (const key of consolidation.partsOf(item)) add(parts, key, item);
  const threads = new Map<string, { key: string; result: unknown }[]>();
  for (const [key, its] of parts) {
    // Through JSON, as a store keeps it: what does not survive that would differ there.
    const result: unknown = JSON.parse(JSON.stringify(consolidation.part(key, its)));
    add(threads, consolidation.threadOf(key, ledger), { key, result });
  }
  const rows: EntryRow[] = [];
  const wordsAndDeeds: WordsAndDeeds[] = [];
  for (const key of [...threads.keys()].sort()) {
    const thread = consolidation.thread(key, threads.get(key)!, ledger);
    rows.push(...thread.entries);
    wordsAndDeeds.push(...thread.wordsAndDeeds);
  }
  const lines = entriesOf(rows, 'line');
  const happenings = entriesOf(rows, 'happening');
  return {
    name: file.name,
    parties: partiesOf(file, lines),
    reports: [...heads].sort((a, b) => compare(a.day ?? '~', b.day ?? '~') || compare(a.id, b.id)),
    lines,
    talks: entriesOf(rows, 'talk'),
    happenings,
    disputes: entriesOf(rows, 'dispute'),
    actors: entriesOf(rows, 'actor'),
    ...consolidation.whole(lines),
    wordsAndDeeds: summed(wordsAndDeeds),
    ...(consolidation.undertakings ? { undertakings: consolidation.undertakings(lines, happenings) } : {}),
  };
}

/** Where words of any of the reports come from, by the copies among them. */
export function originsAmong(reports: readonly ReadReport[], file: CaseFile): OriginOf {
  const given = reports.map(({ reading, text }) => {
    const { outlet, agency } = headOf(reading, text, file);
    const { text_sha256, published } = reading.document;
    return { text, text_sha256, published, outlet, agency, blocks: reading.blocks };
  });
  const heads = new Map(given.map((report) => [report.text_sha256, sketchOf(report)]));
  return originOfLinks(copiesAmong(given), (id) => heads.get(id));
}

/** Where words come from, by links between copies that are known already. */
export function originOfLinks(links: readonly CopyLink[], head: (id: string) => SketchHead | undefined): OriginOf {
  const origins = originsOf(links, head);
  return (report, spans) => {
    const { names, reports } = origins.originatorsOf([{ report, spans }]);
    const source = reports[0] ?? report;
    return { originator: names[0] ?? source, copyOf: source === report ? null : source };
  };
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

type EntryOf<K extends EntryKind> = {
  line: PositionLine;
  talk: CaseRecord['talks'][number];
  happening: CaseRecord['happenings'][number];
  dispute: CaseRecord['disputes'][number];
  actor: CaseRecord['actors'][number];
}[K];

/** Entries of a kind, by party and issue for lines, otherwise by their first day and id. */
function entriesOf<K extends EntryKind>(rows: readonly EntryRow[], kind: K): readonly EntryOf<K>[] {
  return rows
    .filter((row) => row.kind === kind)
    .sort(
      (a, b) =>
        (kind === 'line' ? compare(`${a.parties[0]} ${a.issue}`, `${b.parties[0]} ${b.issue}`) : 0) ||
        compare(a.first ?? '~', b.first ?? '~') ||
        compare(a.id, b.id),
    )
    .map((row) => row.entry as EntryOf<K>);
}

/** The case file's parties in its order, then other holders of positions, those in most reports first. */
function partiesOf(file: CaseFile, lines: readonly PositionLine[]): readonly string[] {
  const named = file.parties.map(({ name }) => name);
  const reports = new Map<string, number>();
  for (const { holder, support } of lines) reports.set(holder, (reports.get(holder) ?? 0) + support.reports);
  const others = [...reports].filter(([holder]) => !named.includes(holder));
  return [...named, ...others.sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([holder]) => holder)];
}

/** One row for each party and week, by week and party. */
export function summed(rows: readonly WordsAndDeeds[]): readonly WordsAndDeeds[] {
  const sums = new Map<string, WordsAndDeeds>();
  for (const row of rows) {
    const key = `${row.week} ${row.party}`;
    const known = sums.get(key);
    sums.set(
      key,
      known
        ? {
            ...row,
            verbalCooperation: known.verbalCooperation + row.verbalCooperation,
            materialCooperation: known.materialCooperation + row.materialCooperation,
            verbalConflict: known.verbalConflict + row.verbalConflict,
            materialConflict: known.materialConflict + row.materialConflict,
          }
        : row,
    );
  }
  return [...sums].sort(([a], [b]) => compare(a, b)).map(([, row]) => row);
}
