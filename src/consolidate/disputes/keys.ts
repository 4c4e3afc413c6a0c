import type { ReportHead } from '../../case.ts';
import { keyOf, piecesOf } from '../family.ts';

/** The part of a dispute that is about no event: its report's day, in the thread of the month. */
export const partOfDispute = ({ day, id }: ReportHead): string =>
  day === null ? keyOf('dispute', 'undated', id.slice(0, 2)) : keyOf('dispute', day.slice(0, 7), day);

export function threadOfDispute(part: string): string {
  const pieces = piecesOf(part);
  return keyOf(...pieces.slice(0, pieces[1] === 'undated' ? 3 : 2));
}
