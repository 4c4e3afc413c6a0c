/** A store in memory that keeps what it is given and answers from a record made by hand. For tests of what uses stores. */
import type { CaseFile, CaseRecord, Item, Judgement } from '../src/case.ts';
import type { Document, Reading } from '../src/record.ts';
import type { Filter, Page, PageRequest, ReportRow, Store } from '../src/store/store.ts';
import { NO_FILE } from './sample.ts';

export { NO_FILE };

export const EMPTY_RECORD: CaseRecord = {
  name: '',
  parties: [],
  reports: [],
  lines: [],
  talks: [],
  happenings: [],
  disputes: [],
  actors: [],
  stickingPoints: [],
  agreed: [],
  unanswered: [],
  wordsAndDeeds: [],
};

interface Given {
  readonly record?: CaseRecord;
  readonly file?: CaseFile;
  readonly items?: readonly Item[];
  readonly added?: readonly { readonly document: Document; readonly reading: Reading }[];
  readonly ledger?: readonly Judgement[];
  /** Called with every batch before it is written; may throw. */
  readonly onAdd?: (batch: readonly { readonly document: Document; readonly reading: Reading }[]) => void;
}

/** Pages of at most `limit`, as a store gives them. */
const paged = <T>(rows: readonly T[], page: PageRequest = {}): Page<T> => {
  const from = Number(page.after ?? 0);
  const limit = Math.min(page.limit ?? 100, 500);
  const next = from + limit < rows.length ? String(from + limit) : null;
  return { rows: rows.slice(from, from + limit), next, total: rows.length };
};

/** What the fake does not answer throws, so that a test that needs it says so. */
export function fakeStore(given: Given = {}): Store & {
  readonly texts: Map<string, { document: Document; reading: Reading }>;
  readonly ledger: Judgement[];
} {
  const record = given.record ?? EMPTY_RECORD;
  let file = given.file ?? { ...NO_FILE, name: record.name };
  const texts = new Map(given.added?.map((a) => [a.document.text_sha256, a]));
  const ledger: Judgement[] = [...(given.ledger ?? [])];
  const rowOf = ({ document, reading }: { document: Document; reading: Reading }): ReportRow => ({
    id: document.text_sha256,
    title: document.title,
    titleFromText: false,
    outlet: document.outlet,
    agency: null,
    url: document.url,
    published: document.published,
    filed: reading.filed,
    day: document.published?.slice(0, 10) ?? null,
    path: document.origin.path,
    language: document.language,
    words: document.text.split(/\s+/).length,
    items: reading.statements.length,
    notes: reading.notes.length,
    copyOf: null,
    added: '2031-04-01T00:00:00Z',
  });
  const by = <T extends { readonly id: string }>(rows: readonly T[]) => ({
    list: async (filter?: Filter) => paged(rows, filter),
    one: async (id: string) => rows.find((r) => r.id === id) ?? null,
  });
  const lines = by(record.lines);
  const talks = by(record.talks);
  const happenings = by(record.happenings);
  const disputes = by(record.disputes);
  const actors = by(record.actors);
  const items = by(given.items ?? []);
  const not = (name: string) => (): never => {
    throw new Error(`the fake store has no ${name}`);
  };
  return {
    texts,
    ledger,
    caseFile: async () => file,
    setCaseFile: async (next) => {
      file = next;
    },
    known: async (reports) =>
      new Set(reports.map((r) => (typeof r === 'string' ? r : r.text_sha256)).filter((digest) => texts.has(digest))),
    add: async (batch) => {
      given.onAdd?.(batch);
      return batch.map((entry) => {
        const report = entry.document.text_sha256;
        const known = texts.has(report);
        texts.set(report, entry);
        return { report, outcome: known ? 'known' : 'added' };
      });
    },
    consolidate: async () => ({ left: 0 }),
    overview: async () => ({
      name: record.name,
      parties: record.parties,
      reports: record.reports.length,
      outlets: new Set(record.reports.map((r) => r.outlet)).size,
      originators: new Set(record.reports.map((r) => r.agency ?? r.outlet)).size,
      first: record.reports[0]?.day ?? null,
      last: record.reports.at(-1)?.day ?? null,
      stickingPoints: record.stickingPoints,
      agreed: record.agreed,
      unanswered: record.unanswered,
      nextTalks: [],
      latestTalks: [],
      openDisputes: [],
      wordsAndDeeds: record.wordsAndDeeds,
    }),
    matrix: not('matrix'),
    reports: async (filter) => {
      const rows = record.reports.map(
        (head): ReportRow => ({
          ...head,
          path: `${head.id}.txt`,
          language: 'en',
          words: 0,
          items: 0,
          notes: 0,
          copyOf: null,
          added: '2031-04-01T00:00:00Z',
        }),
      );
      return paged(rows.length > 0 ? rows : [...texts.values()].map(rowOf), filter);
    },
    report: async (id) => {
      const found = texts.get(id);
      if (!found) return null;
      const of = (given.items ?? []).filter((i) => i.report.id === id);
      return { row: rowOf(found), text: found.document.text, reading: found.reading, items: of, shared: [] };
    },
    items: async (kind, filter) =>
      paged(
        (given.items ?? []).filter((i) => i.kind === kind),
        filter,
      ),
    item: items.one,
    lines: lines.list,
    line: lines.one,
    talks: talks.list,
    talk: talks.one,
    happenings: happenings.list,
    happening: happenings.one,
    disputes: disputes.list,
    dispute: disputes.one,
    actors: actors.list,
    actor: actors.one,
    wordsAndDeeds: async () => record.wordsAndDeeds,
    undertakings: async () => record.undertakings ?? [],
    wordsAndDeedsItems: not('wordsAndDeedsItems'),
    timeline: not('timeline'),
    search: not('search'),
    outlets: not('outlets'),
    since: not('since'),
    news: not('news'),
    days: not('days'),
    judge: async (judgement) => {
      ledger.push(judgement);
    },
    judgements: async (page) =>
      paged(
        [...ledger].reverse().map((judgement) => ({ judgement, undone: null, anchored: true })),
        page,
      ),
    looked: async () => null,
    notes: async () => [],
    check: async () => [],
    backup: not('backup'),
    close: async () => {},
  };
}
