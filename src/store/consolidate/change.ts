import type { Actor, CaseDispute, EntryRow, Happening, PositionLine, TalkLife } from '../../case.ts';
import { shortened } from './mark.ts';

type Known = Pick<EntryRow, 'kind' | 'entry'>;

const times = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
const among = (names: readonly string[]): string =>
  names.length === 0
    ? 'unnamed parties'
    : names.length > 3
      ? `${names.slice(0, 3).join(', ')} and others`
      : names.join(', ');

/** What an entry is, in a few words. */
export function nameOf({ kind, entry }: Known): string {
  switch (kind) {
    case 'line': {
      const line = entry as PositionLine;
      return `${line.holder} on ${line.issue}`;
    }
    case 'talk': {
      const talk = entry as TalkLife;
      return `${talk.kind} of ${among(talk.participants)}${talk.place === null ? '' : ` in ${talk.place}`}`;
    }
    case 'happening': {
      const { type, place, when } = entry as Happening;
      return [type, place?.name, when?.start].filter((part) => part != null).join(', ');
    }
    case 'dispute': {
      const { kind: what, common, accounts } = entry as CaseDispute;
      return `${what}: ${common ?? shortened(accounts[0]?.words ?? '', 80)}`;
    }
    case 'actor':
      return (entry as Actor).name;
  }
}

/** What stands about it now, in a few words; `null` where the name says all. */
function stateOf({ kind, entry }: Known): string | null {
  if (kind === 'line') {
    const { now } = entry as PositionLine;
    return `${now.stance} “${shortened(now.words, 120)}”${now.condition === null ? '' : `, on condition: “${shortened(now.condition, 80)}”`}`;
  }
  if (kind === 'talk' || kind === 'happening') return (entry as TalkLife | Happening).status;
  return null;
}

/** One sentence on an entry that was not there before. */
export function newWords(row: Known): string {
  const state = stateOf(row);
  return `${nameOf(row)}${state === null ? '' : `: ${state}`} (${times(row.entry.support.reports, 'report')}).`;
}

export const goneWords = (row: Known): string => `${nameOf(row)} is no longer in the record.`;

/** One sentence on what differs; `null` where nothing does that a reader would see. */
export function changedWords(old: Known, row: Known): string | null {
  const differs: string[] = [];
  const [before, after] = [stateOf(old), stateOf(row)];
  if (before !== after && after !== null) differs.push(before === null ? after : `${after}; before: ${before}`);
  const [had, has] = [old.entry.support, row.entry.support];
  if (has.reports !== had.reports) {
    const more = has.reports - had.reports;
    differs.push(more > 0 ? `${times(more, 'more report')}` : `${times(-more, 'report')} fewer`);
  }
  if (has.originators !== had.originators) differs.push(`${times(has.originators, 'independent source')} now`);
  if (row.kind === 'line') {
    const moved = (row.entry as PositionLine).observed.length - (old.entry as PositionLine).observed.length;
    if (moved > 0) differs.push('two dated statements differ');
    const claimed = (row.entry as PositionLine).claimed.length - (old.entry as PositionLine).claimed.length;
    if (claimed > 0) differs.push('a source says that it moved');
  }
  if (row.kind === 'dispute') {
    const more = (row.entry as CaseDispute).accounts.length - (old.entry as CaseDispute).accounts.length;
    if (more > 0) differs.push(times(more, 'more account'));
  }
  const [wasNamed, named] = [nameOf(old), nameOf(row)];
  if (wasNamed !== named) differs.push(`before: ${wasNamed}`);
  return differs.length === 0 ? null : `${named}: ${differs.join('; ')}.`;
}
