import type { Change, ChangedEntry, EntryRow, Happening, PositionLine, TalkLife } from '../../case.ts';
import { evidenceIn } from './facets.ts';
import { shortened } from './mark.ts';

/** A change shows so many places of evidence, the newest. */
const SHOWN = 3;

/**
 * Changes in bare words made of slots, where consolidation has none of its own: what an entry is, and whether it is new,
 * has more reports, or is gone.
 */
export function plainChanges(before: readonly ChangedEntry[], after: readonly ChangedEntry[]): readonly Change[] {
  const keyOf = ({ kind, id }: ChangedEntry): string => `${kind} ${id}`;
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const changes: Change[] = [];
  const add = (what: Change['what'], row: ChangedEntry, words: string): void => {
    const evidence = [...evidenceIn(row)].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1)).slice(0, SHOWN);
    changes.push({ what, kind: row.kind, id: row.id, words, evidence });
  };
  for (const row of after) {
    const known = old.get(keyOf(row));
    old.delete(keyOf(row));
    const { reports } = row.entry.support;
    if (!known) add('new', row, `${nameOf(row)}: ${reports} report(s).`);
    else if (known.entry.support.reports !== reports || nameOf(known) !== nameOf(row)) {
      add('changed', row, `${nameOf(row)}: ${reports} report(s), before ${known.entry.support.reports}.`);
    }
  }
  for (const row of old.values()) add('gone', row, `${nameOf(row)}.`);
  return changes;
}

/** What an entry is, as its slots have it. */
function nameOf({ kind, entry }: ChangedEntry): string {
  if (kind === 'line') {
    const { holder, issue, now } = entry as PositionLine;
    return `${holder}, ${issue}, ${now.stance} “${shortened(now.words)}”`;
  }
  if (kind === 'talk') {
    const { kind: what, status, participants, place } = entry as TalkLife;
    return [what, participants.join(' and '), place, status].filter((part) => part !== null).join(', ');
  }
  if (kind === 'happening') {
    const { type, place, when } = entry as Happening;
    return [type, place?.name, when?.start].filter((part) => part != null).join(', ');
  }
  return 'name' in entry ? entry.name : ((entry as Extract<EntryRow['entry'], { common: unknown }>).common ?? kind);
}
