/** What stands round quoted words, the same in every form: who tells them, where, whether copied, and further places. */
import type { OurWords } from '../../data/words.ts';
import type { Entry, Quotation, Reference } from './evidence.ts';
import { dayInWords } from './evidence.ts';

/** `1204–1250, 1260–1271` */
export const placesInWords = ({ spans }: Reference): string =>
  spans.map(({ start, end }) => `${start}–${end}`).join(', ');

/** Hedge, outlet, day, copied from whom: what follows the speaker. The reference follows by itself, to be a link. */
export function sourceInWords(q: Quotation, words: OurWords): readonly string[] {
  const parts = [q.outlet ?? words('no-outlet'), dayInWords(q.day, words)];
  if (q.hedge !== null) parts.push(words('hedged', { hedge: q.hedge }));
  if (q.copied !== null) {
    const { report, originator } = q.copied;
    parts.push(words('copied', { from: report === null ? originator : `${originator} [${report}]` }));
  }
  return parts;
}

/** The numbers of reports, each once: `[4], [7]`. */
export const reportsIn = (references: readonly Reference[]): string =>
  [...new Set(references.map((r) => r.report))]
    .sort((a, b) => a - b)
    .map((n) => `[${n}]`)
    .join(', ');

/** The sentences on further places, with their references: `Also in [4], [7].` */
export function furtherOf(entry: Entry, words: OurWords): readonly string[] {
  return [
    ...(entry.also.length > 0 ? [words('more', { reports: reportsIn(entry.also) })] : []),
    ...(entry.copies.length > 0 ? [words('copies', { reports: reportsIn(entry.copies) })] : []),
  ];
}
