import type { Evidence, Item } from '../case.ts';

/** An item as evidence of an entry. */
export const evidenceOf = (item: Item): Evidence => ({
  item: item.id,
  kind: item.kind,
  report: item.report.id,
  day: item.report.day,
  outlet: item.report.outlet,
  agency: item.report.agency,
  words: item.words,
  spans: item.spans,
  by: item.by,
  hedge: item.hedge,
  originator: item.originator,
  copyOf: item.copyOf,
  confidence: item.accepted ? 1 : item.record.confidence,
});
