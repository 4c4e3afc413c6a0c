import type { EntryRow, Evidence, PositionLine } from '../../case.ts';
import { facetOf } from '../items/row.ts';
import { plain } from '../plain.ts';

/** All evidence that an entry shows. */
export function evidenceIn({ kind, entry }: Pick<EntryRow, 'kind' | 'entry'>): readonly Evidence[] {
  if (kind === 'line') return (entry as PositionLine).points.flatMap((point) => point.evidence);
  if ('evidence' in entry) return entry.evidence;
  if ('accounts' in entry) return entry.accounts.flatMap((account) => account.evidence);
  return [];
}

/** What lists of entries are narrowed by. */
export function facetsOf(row: EntryRow): readonly string[] {
  const facets = new Set(row.parties.map(facetOf.party));
  if (row.issue !== null) facets.add(facetOf.issue(row.issue));
  for (const { outlet } of evidenceIn(row)) if (outlet !== null) facets.add(facetOf.outlet(outlet));
  if (row.kind === 'line') for (const { voice } of (row.entry as PositionLine).points) facets.add(facetOf.voice(voice));
  return [...facets].sort();
}

const pad = (count: number): string => String(count).padStart(9, '0');

/** By what lists of its kind are ordered, the greatest first: actors by their reports, all others by the last day. */
export const rankOf = ({ kind, entry, last }: EntryRow): string =>
  kind === 'actor' ? pad(entry.support.reports) : plain(last ?? '');
