import type { Item } from '../../case.ts';
import { toldThread } from '../events/thread.ts';
import type { Family } from '../family.ts';
import type { MergingLexicon, QuadTable } from '../join/lexicon.ts';
import { partOfDispute, threadOfDispute } from './keys.ts';
import { isContested, toldDisputeOf } from './told.ts';

/**
 * Disputes that are about no event of their report: about words, plans, whatever was said. By month and day of report.
 * Those about events stand with what happened (`events/events.ts`).
 */
export const disputesFamily = (lexicon: MergingLexicon, quads: QuadTable): Family => ({
  prefix: 'dispute',
  partsOf: (item: Item) =>
    item.kind === 'dispute' && item.about.length === 0 && isContested(item) ? [partOfDispute(item.report)] : [],
  part: (_key, items) => items.flatMap((item) => (item.kind === 'dispute' ? [toldDisputeOf(item)] : [])),
  threadOf: threadOfDispute,
  thread: (_key, parts, ledger) => toldThread(parts, ledger, lexicon, quads),
});
