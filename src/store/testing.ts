/** Reports and a small consolidation for tests of the store, and a folder that is gone when the test ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { READING } from '../../test/records.ts';
import type {
  Consolidation,
  EntryRow,
  Evidence,
  Item,
  ItemOf,
  Judgement,
  PositionLine,
  PositionPoint,
  Support,
  TalkLife,
} from '../case.ts';
import { evidenceOf } from '../consolidate/evidence.ts';
import { itemsOf } from '../consolidate/items.ts';
import type { Reading } from '../record.ts';
import { sha256 } from '../text/digest.ts';
import { openStore as openOwn } from './open.ts';
import type { ReadReport } from './reports/add.ts';

/**
 * Opens a store for tests: in a file, or, where RAPPORTEUR_TEST_STORE has the address of a server, in a schema of its own
 * there, so that one suite holds for every database.
 */
export const openStore: typeof openOwn = (path, options) => openOwn(addressOf(path), options);

/** Where the case of a path is: in a file, or on that server. */
export function addressOf(path: string): string {
  const server = process.env['RAPPORTEUR_TEST_STORE'];
  return server ? `${server}?case=${sha256(path).slice(0, 20)}` : path;
}

export const PRODUCER: Reading['producer'] = { version: '1.0.0', models: { attribution: 'a1' } };

export function folder(context: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'rapporteur-store-'));
  context.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The words of the sample behind its own text, so that its spans stay right: every report is another text. */
const SAMPLE = `=Halvia will not leave the strait unless the guns go, Aldren Voss said on Monday.
At least nine people were reportedly killed when Halvian shells hit Nerith on 3 March, Maravet said. Halvia denied firing.
Envoys of Halvia and Maravet are to meet in Lorn after June 22.`;

/** The `number`th report: the hand-made sample with a tail of its own, on a day and from an outlet that go with it. */
export function reportNumber(number: number, more: { text?: string; producer?: Reading['producer'] } = {}): ReadReport {
  const tail =
    more.text ?? `\n${Array.from({ length: 30 }, (_, i) => `w${(number * 7919 + i * 104729) % 99991}`).join(' ')}`;
  const text = `${SAMPLE}\n${number}${tail}`;
  const id = sha256(text);
  const day = new Date(Date.UTC(2031, 0, 1 + (number % 300))).toISOString().slice(0, 10);
  const rest = {
    ...READING.document,
    text_sha256: id,
    title: `Report ${number}`,
    outlet: `Outlet ${number % 7}`,
    published: day,
    origin: { path: `reports/${number}.txt`, line: null },
  };
  const own = <T extends { readonly id: string }>(records: readonly T[]): readonly T[] =>
    records.map((record) => ({ ...record, id: `${record.id}-${id.slice(0, 12)}` }));
  const reading: Reading = {
    ...READING,
    document: rest,
    statements: own(READING.statements),
    positions: own(READING.positions),
    talks: own(READING.talks),
    events: own(READING.events),
    disputes: own(READING.disputes),
    producer: more.producer ?? PRODUCER,
  };
  return { document: { ...rest, text, notes: [] }, reading };
}

function supportOf(evidence: readonly Evidence[]): Support {
  const days = evidence.flatMap((one) => one.day ?? []).sort();
  return {
    reports: new Set(evidence.map((one) => one.report)).size,
    outlets: new Set(evidence.map((one) => one.outlet)).size,
    originators: new Set(evidence.map((one) => one.originator)).size,
    copies: new Set(evidence.flatMap((one) => (one.copyOf === null ? [] : one.report))).size,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
  };
}

function lineOf(key: string, items: readonly ItemOf<'position'>[]): EntryRow {
  const [, holder = '', issue = ''] = key.split('/');
  const points: PositionPoint[] = items.map((item) => ({
    id: item.id,
    day: item.report.day,
    stance: item.record.stance,
    voice: item.record.voice,
    by: item.by,
    words: item.words,
    objects: item.record.objects,
    condition: item.condition,
    precondition: item.record.precondition,
    confidence: item.record.confidence,
    evidence: [evidenceOf(item)],
  }));
  const support = supportOf(points.flatMap((point) => point.evidence));
  const entry: PositionLine = {
    id: `line-${holder}-${issue}`,
    holder,
    issue,
    points,
    now: points.at(-1)!,
    claimed: [],
    observed: [],
    split: [],
    scopes: [],
    confidence: 0.9,
    earlier: 0,
    support,
  };
  const reports = items.map((item) => item.report.id);
  const { first, last } = support;
  return {
    kind: 'line',
    id: entry.id,
    entry,
    parties: [holder],
    issue,
    status: null,
    type: null,
    first,
    last,
    reports,
  };
}

function talkOf(key: string, items: readonly ItemOf<'talk'>[]): EntryRow {
  const evidence = items.map(evidenceOf);
  const [item] = items;
  const support = supportOf(evidence);
  const { kind, status, participants, mediators, when } = item!.record;
  const entry: TalkLife = {
    id: `talk-${key}`,
    kind,
    status,
    participants,
    mediators,
    place: item!.record.place?.name ?? null,
    when,
    outcome: null,
    steps: [],
    evidence,
    confidence: Math.max(...evidence.map(({ confidence }) => confidence)),
    support,
  };
  const reports = items.map((one) => one.report.id);
  const { first, last } = support;
  return {
    kind: 'talk',
    id: entry.id,
    entry,
    parties: participants,
    issue: null,
    status,
    type: kind,
    first,
    last,
    reports,
  };
}

const stands = (ledger: readonly Judgement[]): readonly Judgement[] => {
  const undone = new Set(ledger.flatMap(({ action }) => (action.do === 'undo' ? [action.judgement] : [])));
  return ledger.filter(({ id }) => !undone.has(id));
};

/** Lines by holder and issue, talks by place; parts by month. */
export const FAKE: Consolidation = {
  version: 'fake-1',
  itemsOf,
  judged(items, ledger) {
    const lost: string[] = [];
    let left = [...items];
    for (const { id, action } of stands(ledger)) {
      if (action.do !== 'reject' && action.do !== 'accept') continue;
      const { target } = action;
      const at = left.findIndex((item) => item.id === target.id || item.words === target.words);
      if (at < 0) lost.push(id);
      else if (action.do === 'reject') left = left.filter((_, i) => i !== at);
      else left = left.map((item, i) => (i === at ? { ...item, accepted: true } : item));
    }
    return { items: left, lost };
  },
  partsOf(item) {
    const month = item.report.day?.slice(0, 7) ?? 'undated';
    if (item.kind === 'position')
      return item.record.issues.map((issue) => `position/${item.record.holder}/${issue}/${month}`);
    if (item.kind === 'talk') return [`talk/${item.record.place?.name ?? ''}/${month}`];
    return [];
  },
  part: (_key, items) => items,
  threadOf(part) {
    return part.split('/').slice(0, -1).join('/');
  },
  thread(key, parts) {
    const items = parts
      .flatMap(({ result }) => result as readonly Item[])
      .sort((a, b) => ((a.report.day ?? '~') + a.id < (b.report.day ?? '~') + b.id ? -1 : 1));
    if (items.length === 0) return { entries: [], wordsAndDeeds: [] };
    const party = key.split('/')[1]!;
    return key.startsWith('position/')
      ? {
          entries: [lineOf(key, items as ItemOf<'position'>[])],
          wordsAndDeeds: [
            {
              party,
              week: '2031-03-03',
              verbalCooperation: items.length,
              materialCooperation: 0,
              verbalConflict: 1,
              materialConflict: 0,
            },
          ],
        }
      : { entries: [talkOf(key, items as ItemOf<'talk'>[])], wordsAndDeeds: [] };
  },
  whole: (lines) => ({
    stickingPoints: [],
    agreed: [],
    unanswered: lines.map((line) => ({ line: line.id, point: line.now })),
  }),
};
