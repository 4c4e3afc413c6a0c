/**
 * The record of a case as tables (CSV, RFC 4180), one file for each kind of record, one row for each piece of evidence:
 * whatever a row says, its words and the place where they stand are in the row.
 */
import type { CaseRecord, Item } from '../../case.ts';
import type { JudgementRow, ReportRow } from '../../store/store.ts';
import { csvLine } from '../csv.ts';
import type { IssueNames } from '../dossier/dossier.ts';
import {
  actorRows,
  deedRows,
  disputeRows,
  eventRows,
  figureRows,
  judgementRow,
  movementRows,
  OF_EVIDENCE,
  positionRows,
  type Row,
  reportRow,
  statementRow,
  talkRows,
  WHEN,
} from './rows.ts';

/** One file: its name, and its lines, the head first. */
export interface Table {
  readonly name: string;
  readonly lines: AsyncIterable<string> | Iterable<string>;
}

function* table(columns: readonly string[], rows: Iterable<Row>): Generator<string> {
  yield csvLine(columns);
  for (const row of rows) yield csvLine(columns.map((column) => row[column] ?? null));
}

async function* tableOf<T>(
  columns: readonly string[],
  given: AsyncIterable<T>,
  rowOf: (each: T) => Row,
): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const each of given) {
    const row = rowOf(each);
    yield csvLine(columns.map((column) => row[column] ?? null));
  }
}

/** What the tables are made of besides the record: lists that are too long to be held. */
export interface Lists {
  readonly reports: AsyncIterable<ReportRow>;
  readonly statements: AsyncIterable<Item>;
  readonly judgements: AsyncIterable<JudgementRow>;
}

/** All tables of a case, in order. */
export function caseTables(record: CaseRecord, lists: Lists, names: IssueNames): readonly Table[] {
  const of = (name: string, columns: readonly string[], rows: Iterable<Row>): Table => ({
    name: `${name}.csv`,
    lines: table(columns, rows),
  });
  const position = ['line', 'holder', 'issue'];
  const reports = [
    'report',
    'title',
    'outlet',
    'agency',
    'url',
    'published',
    'filed',
    'path',
    'language',
    'words',
    'copy_of',
  ];
  const statements = ['statement', 'act', 'form', ...OF_EVIDENCE];
  const judgements = ['judgement', 'at', 'who', 'action', 'targets', 'detail', 'why', 'undone_by', 'in_place'];
  return [
    {
      name: 'reports.csv',
      lines: tableOf(reports, lists.reports, reportRow),
    },
    {
      name: 'statements.csv',
      lines: tableOf(statements, lists.statements, statementRow),
    },
    of(
      'positions',
      [
        ...position,
        'issue_name',
        'now',
        'stance',
        'voice',
        'objects',
        'condition',
        'precondition',
        'sure',
        ...OF_EVIDENCE,
      ],
      positionRows(record, names),
    ),
    of(
      'movements',
      [...position, 'told', 'movement', 'changed', 'before_words', 'before_day', 'before_report', ...OF_EVIDENCE],
      movementRows(record),
    ),
    of(
      'talks',
      [
        'talk',
        'kind',
        'status',
        'participants',
        'mediators',
        'place',
        ...WHEN,
        'outcome',
        'step',
        'sure',
        ...OF_EVIDENCE,
      ],
      talkRows(record),
    ),
    of(
      'events',
      [
        'event',
        'type',
        'mode',
        'status',
        'actors',
        'targets',
        'place',
        'latitude',
        'longitude',
        'precision',
        ...WHEN,
        'told',
        'sure',
        ...OF_EVIDENCE,
      ],
      eventRows(record),
    ),
    of('figures', ['entry', 'entry_kind', 'what', 'according_to', 'low', 'high', ...OF_EVIDENCE], figureRows(record)),
    of(
      'disputes',
      ['dispute', 'kind', 'common', 'events', 'account', 'account_of', 'account_party', 'sure', ...OF_EVIDENCE],
      disputeRows(record),
    ),
    of(
      'actors',
      ['actor', 'kind', 'name', 'names', 'offices', 'parties', 'statements', 'reports', 'first', 'last'],
      actorRows(record),
    ),
    of(
      'words-and-deeds',
      ['party', 'week', 'verbal_cooperation', 'material_cooperation', 'verbal_conflict', 'material_conflict'],
      deedRows(record),
    ),
    {
      name: 'judgements.csv',
      lines: tableOf(judgements, lists.judgements, judgementRow),
    },
  ];
}
