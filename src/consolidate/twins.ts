import type { ReportHead } from '../case.ts';
import type { Document } from '../record.ts';

/** What tells the places apart in which one text was. */
export type Placed = Pick<Document, 'published' | 'outlet' | 'title' | 'url'>;

/** The place that a report is kept from, without what its text alone tells: that is the same in every place. */
export const placeOf = ({ published, outlet, title, titleFromText, url }: ReportHead): Placed => ({
  published,
  outlet,
  title: titleFromText ? null : title,
  url,
});

/**
 * Of one text from two places one counts: that with the first date, then by outlet, title and address, so that it does not
 * matter which comes first.
 */
export function isBefore(a: Placed, b: Placed): boolean {
  const key = ({ published, outlet, title, url }: Placed): string =>
    [published, outlet, title, url].map((part) => part ?? '~').join('\u0000');
  return key(a) < key(b);
}
