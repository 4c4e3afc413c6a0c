import type { Item } from '../../case.ts';
import { type Family, keyOf, piecesOf } from '../family.ts';
import { judgedBundles } from '../join/bundle.ts';
import type { MergingLexicon } from '../join/lexicon.ts';
import { disputeOf, disputeRow } from './entry.ts';
import { gathered } from './gather.ts';
import { type ToldDispute, toldDisputeOf } from './told.ts';

/**
 * Disputes that are about no event of their report: about words, plans, whatever was said. By month and day of report.
 * Those about events stand with what happened (`events/events.ts`).
 */
export function disputesFamily(lexicon: MergingLexicon): Family {
  return {
    prefix: 'dispute',
    partsOf(item: Item) {
      if (item.kind !== 'dispute' || item.about.length > 0) return [];
      const { day } = item.report;
      return [
        day === null ? keyOf('dispute', 'undated', item.report.id.slice(0, 2)) : keyOf('dispute', day.slice(0, 7), day),
      ];
    },
    part: (_key, items) => items.flatMap((item) => (item.kind === 'dispute' ? [toldDisputeOf(item)] : [])),
    threadOf(part) {
      const pieces = piecesOf(part);
      return keyOf(...pieces.slice(0, pieces[1] === 'undated' ? 3 : 2));
    },
    thread(_key, parts, ledger) {
      const told = parts.flatMap(({ result }) => result as readonly ToldDispute[]);
      const bundles = gathered(told, () => [], lexicon);
      const entries = judgedBundles('dispute', bundles, ledger).map((named) => disputeRow(disputeOf(named, []), []));
      return { entries, wordsAndDeeds: [] };
    },
  };
}
