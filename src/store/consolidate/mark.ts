import type { EntryRow, Happening, TalkLife } from '../../case.ts';
import { isSure } from '../../record.ts';
import type { Mark } from '../store.ts';
import { evidenceIn } from './facets.ts';

const LONGEST = 160;

/** Words as a title: at most so many units, cut between words. */
export function shortened(words: string, longest: number = LONGEST): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.lastIndexOf(' ', longest - 1);
  return `${line.slice(0, cut > longest / 2 ? cut : longest - 1).toWellFormed()}…`;
}

/** Told by the reporter, or by two parties: not by one side alone. */
function isSolid(row: EntryRow): boolean {
  const parties = new Set<string>();
  for (const { by } of evidenceIn(row)) {
    if (by === null) return true;
    parties.add(by.party ?? by.name ?? '');
  }
  return parties.size > 1;
}

/** Whether the record asserts an entry; of actors there is no doubt. */
export const isAsserted = ({ entry }: Pick<EntryRow, 'entry'>): boolean => !('confidence' in entry) || isSure(entry);

/** The dot of a talk or happening on the timeline; `null` where nobody says when it is or was. */
export function markOf(row: EntryRow): Mark | null {
  if (row.kind !== 'talk' && row.kind !== 'happening') return null;
  const entry = row.entry as TalkLife | Happening;
  const start = entry.when?.start ?? entry.when?.end ?? row.first;
  if (start === null) return null;
  return {
    lane: row.kind === 'talk' ? 'talks' : 'deeds',
    kind: row.kind,
    id: row.id,
    // Of a deed, who is said to have done it: never whom it hit.
    party: (row.kind === 'talk' ? row.parties[0] : (entry as Happening).actors[0]?.name) ?? null,
    start,
    end: entry.when?.end ?? null,
    title: shortened(evidenceIn(row)[0]?.words ?? ''),
    glyph: row.kind === 'talk' ? entry.status : (entry as Happening).type,
    solid: isSolid(row),
    sure: isSure(entry),
  };
}
