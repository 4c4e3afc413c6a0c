import type { Actor, EntryRow, PositionLine } from '../../case.ts';
import { plain } from '../plain.ts';
import { cellOf } from './cell.ts';
import { markOf } from './mark.ts';

/** What tables and lists show of an entry without opening it: a cell, a mark, or the names of an actor to search in. */
export function summaryOf(row: EntryRow): string {
  if (row.kind === 'line') return JSON.stringify(cellOf(row.entry as PositionLine));
  if (row.kind === 'actor') return plain(foldedName((row.entry as Actor).names.map(({ name }) => name).join('\n')));
  return JSON.stringify(markOf(row));
}

/** A name as names are searched: without case and accents. */
export const foldedName = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
