/** The record of a case as JSON lines: one entry a line, with its kind before it and all its evidence. */
import type { CaseRecord, Item } from '../../case.ts';
import type { ReportRow } from '../../store/store.ts';
import { jsonLine } from '../json-lines.ts';

/** Records of reports as they stand, without the head of their report, which has a line of its own. */
const itemLine = ({ report, ...item }: Item): string => jsonLine({ is: item.kind, report: report.id, ...item });

/** Everything, in this order: the case, its reports, its entries, what is over the whole, records of reports. */
export async function* caseLines(
  record: CaseRecord,
  reports: AsyncIterable<ReportRow>,
  items: AsyncIterable<Item>,
): AsyncGenerator<string> {
  yield `${jsonLine({ is: 'case', name: record.name, parties: record.parties })}\n`;
  for await (const report of reports) {
    const { added: _added, ...row } = report;
    yield `${jsonLine({ is: 'report', ...row })}\n`;
  }
  const lists: readonly [string, readonly object[]][] = [
    ['line', record.lines],
    ['talk', record.talks],
    ['happening', record.happenings],
    ['dispute', record.disputes],
    ['actor', record.actors],
    ['sticking-point', record.stickingPoints],
    ['agreed', record.agreed],
    ['unanswered', record.unanswered],
    ['words-and-deeds', record.wordsAndDeeds],
  ];
  for (const [is, list] of lists) for (const entry of list) yield `${jsonLine({ is, ...entry })}\n`;
  for await (const item of items) yield `${itemLine(item)}\n`;
}
