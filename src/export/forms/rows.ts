/** The rows of the tables of a case, by column. */
import type { CaseRecord, Evidence, Item, Sayer } from '../../case.ts';
import { evidenceOf } from '../../consolidate/evidence.ts';
import { isSure } from '../../record.ts';
import type { JudgementRow, ReportRow } from '../../store/store.ts';
import type { IssueNames } from '../dossier/dossier.ts';

type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** Several values in one field are parted by `; `. */
const several = (values: readonly (string | null)[]): string => values.filter((v) => v !== null && v !== '').join('; ');
const places = (spans: Evidence['spans']): string => spans.map(({ start, end }) => `${start}-${end}`).join('; ');

/** Where words stand, and whose they are: the last columns of most tables. */
export const OF_EVIDENCE = [
  'words',
  'by',
  'by_party',
  'hedge',
  'outlet',
  'agency',
  'day',
  'report',
  'offsets',
  'originator',
  'copy_of',
  'confidence',
];

const sayer = (by: Sayer | null): Row => ({ by: by?.name ?? null, by_party: by?.party ?? null });

const yes = (is: boolean): string => (is ? 'yes' : 'no');

const evidenceRow = (e: Evidence): Row => ({
  words: e.words,
  ...sayer(e.by),
  hedge: e.hedge,
  outlet: e.outlet,
  agency: e.agency,
  day: e.day,
  report: e.report,
  offsets: places(e.spans),
  originator: e.originator,
  copy_of: e.copyOf,
  confidence: e.confidence,
});

export const WHEN = ['when_start', 'when_end', 'when_pattern'];
const when = (w: { start: string | null; end: string | null; pattern: string | null } | null): Row => ({
  when_start: w?.start ?? null,
  when_end: w?.end ?? null,
  when_pattern: w?.pattern ?? null,
});

export function* positionRows({ lines }: CaseRecord, names: IssueNames): Generator<Row> {
  for (const line of lines)
    for (const point of line.points)
      for (const e of point.evidence)
        yield {
          line: line.id,
          holder: line.holder,
          issue: line.issue,
          issue_name: names.get(line.issue) ?? line.issue,
          now: yes(point.id === line.now.id),
          stance: point.stance,
          voice: point.voice,
          objects: several(point.objects),
          condition: point.condition,
          precondition: yes(point.precondition),
          sure: yes(isSure(point)),
          ...evidenceRow(e),
        };
}

export function* movementRows({ lines }: CaseRecord): Generator<Row> {
  for (const { id: line, holder, issue, claimed, observed } of lines) {
    for (const c of claimed)
      for (const e of c.evidence)
        yield { line, holder, issue, told: 'claimed', movement: c.movement, ...evidenceRow(e) };
    for (const o of observed) {
      const e = o.to.evidence[0];
      if (e)
        yield {
          line,
          holder,
          issue,
          told: 'observed',
          movement: o.direction,
          changed: several(o.changed),
          before_words: o.from.words,
          before_day: o.from.day,
          before_report: o.from.evidence[0]?.report ?? null,
          ...evidenceRow(e),
        };
    }
  }
}

export function* talkRows({ talks }: CaseRecord): Generator<Row> {
  for (const talk of talks)
    for (const step of talk.steps)
      for (const e of step.evidence)
        yield {
          talk: talk.id,
          kind: talk.kind,
          status: talk.status,
          participants: several(talk.participants),
          mediators: several(talk.mediators),
          place: talk.place,
          ...when(talk.when),
          outcome: talk.outcome?.words ?? null,
          step: step.status,
          sure: yes(isSure(talk)),
          ...evidenceRow(e),
        };
}

export function* eventRows({ happenings }: CaseRecord): Generator<Row> {
  for (const h of happenings)
    for (const [told, list] of [
      ['account', h.evidence],
      ['background', h.background],
    ] as const)
      for (const e of list)
        yield {
          event: h.id,
          type: h.type,
          mode: h.mode,
          status: h.status,
          actors: several(h.actors.map((a) => a.name)),
          targets: several(h.targets.map((a) => a.name)),
          place: h.place?.name ?? null,
          latitude: h.place?.latitude ?? null,
          longitude: h.place?.longitude ?? null,
          precision: h.place?.precision ?? null,
          ...when(h.when),
          told,
          sure: yes(isSure(h)),
          ...evidenceRow(e),
        };
}

export function* figureRows({ happenings, disputes }: CaseRecord): Generator<Row> {
  for (const [kind, list] of [
    ['event', happenings],
    ['dispute', disputes],
  ] as const)
    for (const { id: entry, figures } of list)
      for (const f of figures)
        for (const t of f.told)
          yield {
            entry,
            entry_kind: kind,
            what: f.what,
            according_to: f.by,
            low: t.low,
            high: t.high,
            ...evidenceRow({ ...t.evidence, words: t.words }),
          };
}

export function* disputeRows({ disputes }: CaseRecord): Generator<Row> {
  for (const d of disputes)
    for (const [i, account] of d.accounts.entries())
      for (const e of account.evidence)
        yield {
          dispute: d.id,
          kind: d.kind,
          common: d.common,
          events: several(d.happenings),
          account: i + 1,
          account_of: account.who,
          account_party: account.party,
          sure: yes(isSure(d)),
          ...evidenceRow(e),
        };
}

export function* actorRows({ actors }: CaseRecord): Generator<Row> {
  const held = (list: CaseRecord['actors'][number]['offices']): string =>
    several(list.map((h) => (h.first === null ? h.name : `${h.name} (${h.first} to ${h.last ?? h.first})`)));
  for (const a of actors)
    yield {
      actor: a.id,
      kind: a.kind,
      name: a.name,
      names: several(a.names.map((n) => n.name)),
      offices: held(a.offices),
      parties: held(a.parties),
      statements: a.statements,
      reports: a.support.reports,
      first: a.support.first,
      last: a.support.last,
    };
}

export function* deedRows({ wordsAndDeeds }: CaseRecord): Generator<Row> {
  for (const w of wordsAndDeeds)
    yield {
      party: w.party,
      week: w.week,
      verbal_cooperation: w.verbalCooperation,
      material_cooperation: w.materialCooperation,
      verbal_conflict: w.verbalConflict,
      material_conflict: w.materialConflict,
    };
}

export function judgementRow({ judgement, undone, anchored }: JudgementRow): Row {
  const { id, at, who, why, action } = judgement;
  const targets =
    action.do === 'merge'
      ? action.targets.map((t) => t.id)
      : action.do === 'undo'
        ? [action.judgement]
        : [action.target.id];
  const detail =
    action.do === 'edit'
      ? JSON.stringify(action.set)
      : action.do === 'split'
        ? several(action.away)
        : action.do === 'note'
          ? action.text
          : null;
  return {
    judgement: id,
    at,
    who,
    action: action.do,
    targets: several(targets),
    detail,
    why,
    undone_by: undone,
    in_place: anchored ? 'yes' : 'no',
  };
}

export const reportRow = (r: ReportRow): Row => ({
  report: r.id,
  title: r.title,
  outlet: r.outlet,
  agency: r.agency,
  url: r.url,
  published: r.published,
  filed: r.filed,
  path: r.path,
  language: r.language,
  words: r.words,
  copy_of: r.copyOf,
});

export const statementRow = (item: Item): Row => ({
  statement: item.id,
  act: item.kind === 'statement' ? item.record.act : null,
  form: item.kind === 'statement' ? item.record.form : null,
  ...evidenceRow(evidenceOf(item)),
});
